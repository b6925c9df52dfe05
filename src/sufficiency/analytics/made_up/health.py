"""Health and conduct of children looked after for the twelve months to 31 March (the OC2 table)."""

from datetime import date

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import practice as given
from sufficiency.analytics.made_up.draws import Flags, Random, happens, pick_from
from sufficiency.analytics.reference.years import CollectionYear

_SCORED_FROM, _SCORED_UNTIL = (
    4,
    17,
)  # birthdays: the score is asked for from the year of the first to that of the second
_TOO_OLD = 16
_CONVICTED_FROM, _CHECKED_UNTIL = 10, 5


def looked_after_all_year(episodes: pl.DataFrame, year: CollectionYear) -> pl.DataFrame:
    """Who was looked after from the first to the last day of the year, without a break: person.

    `episodes` are those of the year's return, with decom, dec (null while open), RNE, REC and LS.
    """
    first, last = days.number(year.start), days.number(year.end)
    began = (pl.col("RNE") == "S") & (pl.col("decom") > first)
    # Leaving on the very last day still counts as all year, as the return counts it.
    left = (pl.col("REC") != "X1").fill_null(value=True) & (pl.col("dec") < last)
    respite = pl.col("LS").is_in(["V3", "V4"])
    broken = (began | left.fill_null(value=False) | respite).any()
    return (
        episodes.group_by("person", maintain_order=True)
        .agg(broken=broken)
        .filter(~pl.col("broken"))
        .select("person")
    )


def oc2(rng: Random, people: pl.DataFrame, year: CollectionYear) -> pl.DataFrame:
    """The OC2 columns for people (person, born) looked after all year."""
    born, size = people["born"].to_numpy(), people.height
    flags = {
        "IMMUNISATIONS": happens(rng, given.IMMUNISED, size),
        "TEETH_CHECK": happens(rng, given.TEETH_CHECKED, size),
        "HEALTH_ASSESSMENT": happens(rng, given.HEALTH_ASSESSED, size),
    }
    # A blank is wanted where the question does not fit the age (rules 542 and 546).
    convictable = _by(born, _CONVICTED_FROM, year.end)
    small = ~_by(born, _CHECKED_UNTIL, year.end)
    return people.select("person").with_columns(
        **_strengths_and_difficulties(rng, born, year),
        CONVICTED=_asked(convictable, happens(rng, given.CONVICTED, size)),
        HEALTH_CHECK=_asked(small, happens(rng, given.DEVELOPMENT_CHECKED, size)),
        **{name: _asked(np.ones(size, dtype=bool), values) for name, values in flags.items()},
        **_substances(rng, born, year),
    )


def _strengths_and_difficulties(rng: Random, born: days.Days, year: CollectionYear) -> dict[str, pl.Series]:
    size = len(born)
    asked = _by(born, _SCORED_FROM, year.end) & ~_by(born, _SCORED_UNTIL, year.start, strictly=True)
    score = np.clip(np.rint(rng.normal(*given.SDQ_SCORE, size)), 0, 40).astype(np.int64).astype(str)
    scored = asked & happens(rng, given.SDQ_RETURNED, size)
    # Those who came of age for it, or grew out of it, in the year may be the wrong age at the assessment.
    at_edge = ~_by(born, _SCORED_FROM, year.start) | _by(born, _TOO_OLD, year.end, strictly=True)
    reason = np.where(at_edge, "SDQ1", pick_from(rng, given.SDQ_REASONS, size))
    return {"SDQ_SCORE": _where(scored, score), "SDQ_REASON": _where(asked & ~scored, reason)}


def _substances(rng: Random, born: days.Days, year: CollectionYear) -> dict[str, pl.Series]:
    size = len(born)
    misuse = happens(rng, given.SUBSTANCE_MISUSE, size) & _by(born, given.SUBSTANCE_MISUSE_FROM, year.end)
    received = happens(rng, given.INTERVENTION_RECEIVED, size)
    return {
        "SUBSTANCE_MISUSE": _asked(np.ones(size, dtype=bool), misuse),
        "INTERVENTION_RECEIVED": _asked(misuse, received),
        "INTERVENTION_OFFERED": _asked(misuse & ~received, happens(rng, given.INTERVENTION_OFFERED, size)),
    }


def _by(born: days.Days, age: int, day: date, *, strictly: bool = False) -> Flags:
    """Whether each has reached an age by a day (strictly: before it)."""
    birthday = days.birthday(born, age)
    return birthday < days.number(day) if strictly else birthday <= days.number(day)


def _asked(asked: Flags, answer: Flags) -> pl.Series:
    return _where(asked, np.where(answer, "1", "0"))


def _where(condition: Flags, words: np.ndarray) -> pl.Series:
    chosen = pl.DataFrame({"asked": condition, "word": pl.Series(words.tolist(), dtype=pl.String)})
    return chosen.select(pl.when("asked").then("word")).to_series()
