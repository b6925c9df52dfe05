"""Episodes: placements and legal statuses merged, with the codes for why each began and ended."""

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import living as given
from sufficiency.analytics.made_up.draws import Random, happens, pick, pick_from
from sufficiency.analytics.made_up.eras import (
    CUSTODY_REASON_SINCE,
    GUARDIANSHIP_PARTED_SINCE,
    LAST_INDEPENDENT,
    REGISTRATION,
)
from sufficiency.analytics.made_up.homes import NO_URN
from sufficiency.analytics.made_up.states import FOSTERING, Exit, Setting, Status

_PLACES = {
    Setting.KIN: "U3", Setting.OWN_CARER: "U6", Setting.AGENCY_CARER: "U6", Setting.HOME: "K2", Setting.SECURE: "K1",
    Setting.SUPPORTED: "H5", Setting.PARENTS: "P1", Setting.ADOPTERS: "A6", Setting.SCHOOL: "S1", Setting.CARE_HOME: "R1",
    Setting.HOSPITAL: "R2", Setting.FAMILY_CENTRE: "R3", Setting.CUSTODY: "R5", Setting.UNREGISTERED: "Z1",
}  # fmt: skip
_LONG_TERM = {"U3": "U1", "U6": "U4"}
_ENDS = {
    Exit.HOME_PLANNED: "E4A", Exit.HOME_UNPLANNED: "E4B", Exit.RELATIVE: "E13", Exit.ARRANGEMENTS: "E41",
    Exit.TRANSFER: "E3", Exit.AGE_ASSESSED: "E15", Exit.ABROAD: "E16", Exit.DIED: "E2", Exit.REMAND_ENDED: "E14",
    Exit.SENTENCED: "E9", Exit.OTHER: "E8",
}  # fmt: skip
_AT_EIGHTEEN = sorted(
    {code for shares in given.AT_EIGHTEEN.values() for code in shares} | {*given.AT_EIGHTEEN_ELSEWHERE}
)
# Moves into and out of these settings go by the plan.
_PLANNED_TO = (Setting.ADOPTERS, Setting.PARENTS)
_PLANNED_FROM = (Setting.HOSPITAL, Setting.FAMILY_CENTRE)
_CUSTODY_REASON_FROM = 10  # years of age at the start of the episode that custody ended


def episodes(
    rng: Random, segments: pl.DataFrame, statuses: pl.DataFrame, periods: pl.DataFrame
) -> pl.DataFrame:
    """Every episode: period, decom, dec (day numbers) and the official codes, in order of period and decom.

    `segments` also has by_consent. The placement code is the one in use while the episode began, up to 2023-24's H5
    and 2024-25's Z1; `eras.place_in` turns it into a year's.
    """
    coded = _coded(rng, segments)
    merged = _merged(coded, statuses, periods)
    started = merged.with_columns(RNE=_why_started(merged))
    ended = started.with_columns(DEC=_why_ended(rng, started))
    return ended.rename({"DEC": "REC"}).with_columns(REASON_PLACE_CHANGE=_why_moved(rng, ended))


def _coded(rng: Random, segments: pl.DataFrame) -> pl.DataFrame:
    """The segments with PLACE, provider and URN as returned."""
    plain = pl.col("setting").replace_strict({int(setting): code for setting, code in _PLACES.items()})
    # P2 is not valid in 2023-24 for those who check today, so that it is used up by the end of the year before.
    independent = pl.Series(happens(rng, given.INDEPENDENT_LIVING, segments.height)) & (
        pl.col("ended") <= days.number(LAST_INDEPENDENT)
    )
    supported, adopters = (pl.col("setting") == int(one) for one in (Setting.SUPPORTED, Setting.ADOPTERS))
    consent, carer = pl.col("by_consent").fill_null(value=False), pl.col("same_carer")
    for_adoption = (
        pl.when(consent & carer)
        .then(pl.lit("A3"))
        .when(consent)
        .then(pl.lit("A4"))
        .when(carer)
        .then(pl.lit("A5"))
    )
    place = (
        pl.when(pl.col("away").is_not_null()).then("away")
        .when(adopters).then(for_adoption.otherwise(pl.lit("A6")))
        .when(supported & independent).then(pl.lit("P2"))
        .when(pl.col("for_adoption") & plain.eq("U6")).then(pl.lit("U5"))
        .when(pl.col("long_term")).then(plain.replace(_LONG_TERM))
        .otherwise(plain)
    )  # fmt: skip
    # Before its registration supported accommodation had no number of its own.
    unregistered = supported & (pl.col("date") < days.number(REGISTRATION))
    # A stay away has neither provider nor number (rules 213 and 222).
    here = pl.col("away").is_null()
    return segments.with_columns(
        PLACE=place,
        PLACE_PROVIDER=pl.when(here).then("provider"),
        URN=pl.when(here & unregistered).then(pl.lit(NO_URN)).when(here).then("urn"),
    )


def _merged(coded: pl.DataFrame, statuses: pl.DataFrame, periods: pl.DataFrame) -> pl.DataFrame:
    """A row for each day on which placement, status or both change, with what holds from then on."""
    marks = coded.select("period", "date", "segment", parted=pl.lit(value=True))
    legal = statuses.select("period", "date", "status", changed=pl.lit(value=True))
    both = marks.join(legal, on=["period", "date"], how="full", coalesce=True).sort("period", "date")
    # Every period begins with both a placement and a status, so that filling never reaches back into another.
    filled = both.with_columns(
        pl.col("segment", "status").forward_fill().over("period"),
        pl.col("parted", "changed").fill_null(value=False),
        number=pl.int_range(pl.len()).over("period"),
    )
    known = periods.select("period", "person", "born", "exit", period_ended="ended")
    details = coded.drop("period", "date", "started", "ended", "number")
    joined = filled.join(details, on="segment", maintain_order="left").join(
        known, on="period", maintain_order="left"
    )
    names = {int(status): status.name for status in Status}
    following = pl.col("date").shift(-1).over("period")
    return joined.with_columns(
        LS=pl.col("status").replace_strict(names),
        decom=pl.col("date"),
        dec=pl.coalesce(following, "period_ended"),
    )


def _why_started(merged: pl.DataFrame) -> pl.Series:
    before = {name: pl.col(name).shift(1).over("period") for name in ("placement", "away")}
    here = pl.col("away").is_null() & before["away"].is_null()
    same_placement = (pl.col("placement") == before["placement"]) & here
    # A child adopted by the carer stays where it is, though the placement is a new one (rule 217).
    same = (same_placement | (pl.col("same_carer") & (pl.col("placement") != before["placement"]))).fill_null(
        value=False
    )
    both = pl.col("parted") & pl.col("changed")
    code = (
        pl.when(pl.col("number") == 0).then(pl.lit("S"))
        .when(both & same).then(pl.lit("U")).when(both).then(pl.lit("B"))
        .when(pl.col("changed")).then(pl.lit("L"))
        .when(same).then(pl.lit("T")).otherwise(pl.lit("P"))
    )  # fmt: skip
    return merged.select(code.alias("RNE")).to_series()


def _why_ended(rng: Random, started: pl.DataFrame) -> pl.Series:
    """X1 where another episode follows, else how the child left."""
    size = started.height
    weights = np.array(
        [[_at_eighteen(setting).get(code, 0.0) for code in _AT_EIGHTEEN] for setting in Setting]
    )
    eighteen = np.array(_AT_EIGHTEEN)[pick(rng, weights[started["setting"].to_numpy()])]
    supported = np.where(happens(rng, given.INDEPENDENT_WITH_SUPPORT, size), "E5", "E6")
    opposed = np.where(happens(rng, given.CONSENT_DISPENSED, size), "E12", "E11")
    drawn = {"eighteen": eighteen, "supported": supported, "opposed": opposed}
    # Drawn for every row, used only where the row ends that way: a draw then never shifts another.
    columns = started.with_columns(
        **{name: pl.Series(values, dtype=pl.String) for name, values in drawn.items()}
    )
    way = pl.col("exit")
    code = (
        pl.when(pl.col("dec") < pl.col("period_ended")).then(pl.lit("X1"))
        .when(way == int(Exit.EIGHTEEN)).then("eighteen")
        .when(way == int(Exit.INDEPENDENT)).then("supported")
        .when(way == int(Exit.ADOPTED)).then(pl.when("by_consent").then(pl.lit("E11")).otherwise("opposed"))
        .when(way == int(Exit.GUARDIANSHIP)).then(_guardianship(started))
        .otherwise(way.replace_strict({int(one): end for one, end in _ENDS.items()}, default=None, return_dtype=pl.String))
    )  # fmt: skip
    return columns.select(code.alias("REC")).to_series()


def _at_eighteen(setting: Setting) -> dict[str, float]:
    return given.AT_EIGHTEEN.get(setting, given.AT_EIGHTEEN_ELSEWHERE)


def _guardianship(started: pl.DataFrame) -> pl.Expr:
    """To the foster carer the child lives with, who is a relative or not, or to somebody else."""
    old = pl.Series(days.collection_year(started["dec"].to_numpy()) < GUARDIANSHIP_PARTED_SINCE)
    setting = pl.col("setting")
    fostered = setting.is_in([int(one) for one in FOSTERING])
    # To become guardian of a child is for the foster carers, if the child lives with any (rule 516).
    kin = setting == int(Setting.KIN)
    now = pl.when(kin).then(pl.lit("E45")).when(fostered).then(pl.lit("E46")).otherwise(pl.lit("E47"))
    before = pl.when(fostered).then(pl.lit("E43")).otherwise(pl.lit("E44"))
    return pl.when(old).then(before).otherwise(now)


def _why_moved(rng: Random, ended: pl.DataFrame) -> pl.Series:
    """The reason on an episode that ended with a change of placement; none around a stay away."""
    after = {name: pl.col(name).shift(-1).over("period") for name in ("RNE", "away", "setting")}
    at_home = pl.col("away").is_null() & after["away"].is_null()
    ten = days.birthday(ended["born"].to_numpy(), _CUSTODY_REASON_FROM)
    has_reason = pl.Series(days.collection_year(ended["dec"].to_numpy()) >= CUSTODY_REASON_SINCE)
    # The reason is doubted where the episode that custody ended began before the tenth birthday (rule 234).
    custody = (after["setting"] == int(Setting.CUSTODY)) & has_reason & (pl.col("decom") >= pl.Series(ten))
    planned = after["setting"].is_in([int(one) for one in _PLANNED_TO]) | pl.col("setting").is_in(
        [int(one) for one in _PLANNED_FROM]
    )
    moved = (
        pl.when(custody).then(pl.lit("CUSTOD"))
        .when(planned).then(pl.lit("CARPL"))
        .otherwise(pl.Series(pick_from(rng, given.REASONS, ended.height), dtype=pl.String))
    )  # fmt: skip
    # With the same carer only the placement's status changed.
    reason = (
        pl.when(after["RNE"].is_in(["T", "U"])).then(pl.lit("PLACE"))
        .when(after["RNE"].is_in(["P", "B"])).then(moved)
    )  # fmt: skip
    return ended.select(pl.when(at_home).then(reason).alias("REASON_PLACE_CHANGE")).to_series()
