"""How the return's codes differ between collection years, for what is made up once and returned in many."""

from datetime import date

import polars as pl

from sufficiency.analytics.reference.years import CollectionYear

REGISTRATION = date(2023, 10, 28)  # supported accommodation registered with Ofsted
LAST_INDEPENDENT = date(2023, 3, 31)  # P2 is used up to here; it ended within the following year
SOCIAL_WORKERS_SINCE = 2024
SEX_LETTERS_SINCE = 2025
SUPPORTED_SINCE = 2025  # K3 in place of H5
OTHER_PARTED_SINCE = 2026  # Z11 to Z14 in place of Z1
CUSTODY_REASON_SINCE = 2019
GUARDIANSHIP_PARTED_SINCE = 2019  # E45 to E48 in place of E43 and E44
APPRENTICES_SINCE = 2022  # F4, F5, P4, P5 in place of F3, P3
DEPRIVATION_OF_LIBERTY_SINCE = 2027


def place_in(year: CollectionYear, place: pl.Expr, *, which: pl.Expr) -> pl.Expr:
    """A placement code as a year's return has it; an open spell keeps its start and takes the new code.

    `which` numbers the four parts of the old code for other placements, 0 to 3.
    """
    if year.ending >= SUPPORTED_SINCE:
        place = place.replace({"H5": "K3"})
    if year.ending >= OTHER_PARTED_SINCE:
        parted = "Z1" + (which % 4 + 1).cast(pl.String)
        place = pl.when(place == "Z1").then(parted).otherwise(place)
    return place


def sex_in(year: CollectionYear, male: pl.Expr) -> pl.Expr:
    """Recorded sex as a year's return has it."""
    letters = year.ending >= SEX_LETTERS_SINCE
    return pl.when(male).then(pl.lit("M" if letters else "1")).otherwise(pl.lit("F" if letters else "2"))


def activity_in(year: CollectionYear, activity: pl.Expr) -> pl.Expr:
    """A care leaver's activity as a year's return has it."""
    old = {"F4": "F3", "F5": "F3", "P4": "P3", "P5": "P3"}
    return activity if year.ending >= APPRENTICES_SINCE else activity.replace(old)
