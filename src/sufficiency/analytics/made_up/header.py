"""Who the children are: identifiers, pupil numbers, motherhood, and the Header and UASC tables."""

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import children as given
from sufficiency.analytics.made_up.draws import Random, days_between, happens
from sufficiency.analytics.made_up.eras import sex_in
from sufficiency.analytics.reference.years import CollectionYear

_FIRST_CHILD = 100_000
_GAPS = (1, 9)  # between identifiers, as in a system that numbers other children too
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # of pupil numbers
_NO_SUCH_AUTHORITY = 999  # in pupil numbers, so that none is a real child's
_SCHOOL_FROM = 4  # years of age on 31 August


def identified(rng: Random, people: pl.DataFrame) -> pl.DataFrame:
    """People with child (their identifier), pupil_number and school_from, the year whose return first has it."""
    child = _FIRST_CHILD + np.cumsum(days_between(rng, *_GAPS, people.height))
    serial = rng.permutation(people.height)
    letters = np.array(list(_LETTERS))[serial % len(_LETTERS)]
    numbers = [f"{letter}{_NO_SUCH_AUTHORITY}{one:09d}" for letter, one in zip(letters, serial, strict=True)]
    # Some came here too old for school, and stay without a number.
    never = people["alone"].to_numpy() & happens(rng, given.NO_PUPIL_NUMBER_ALONE, people.height)
    return people.with_columns(
        child=pl.Series(child).cast(pl.String),
        pupil_number=pl.Series(np.where(never, "UN2", numbers).tolist(), dtype=pl.String),
        birth=days.text("born"),
    )


def first_children(
    rng: Random, people: pl.DataFrame, periods: pl.DataFrame, episodes: pl.DataFrame
) -> pl.DataFrame:
    """Girls in care who become mothers: person and first_child, the day their child is born."""
    girls = people.filter(~pl.col("male")).select("person")
    stays = periods.join(girls, on="person", how="semi", maintain_order="left")
    old_enough = days.birthday(stays["born"].to_numpy(), given.MOTHER_FROM)
    since = np.maximum(stays["started"].to_numpy(), old_enough).astype(np.int64) + 1
    length = stays["ended"].to_numpy() - 1 - since
    becomes = happens(rng, np.maximum(length, 0) / days.YEAR * given.MOTHERS_A_YEAR, stays.height)
    day = since + days_between(rng, 0, np.maximum(length, 0), stays.height)
    born = stays.select("person", first_child=pl.Series(day.astype(np.int32))).filter(pl.Series(becomes))
    return _not_after_last_end(born.unique("person", keep="first", maintain_order=True), episodes)


def _not_after_last_end(born: pl.DataFrame, episodes: pl.DataFrame) -> pl.DataFrame:
    """Leaves out births after the last episode that ended in the same year: the return takes them for mistakes."""
    ends = episodes.select("person", "dec").join(born, on="person")
    ended_in, born_in = (
        pl.Series(days.collection_year(ends[name].to_numpy())) for name in ("dec", "first_child")
    )
    same_year = ends.filter(ended_in == born_in)
    last = same_year.group_by("person").agg(pl.col("dec").max(), pl.col("first_child").first())
    late = last.filter(pl.col("first_child") > pl.col("dec"))
    return born.join(late, on="person", how="anti", maintain_order="left")


def header(people: pl.DataFrame, year: CollectionYear) -> pl.DataFrame:
    """The Header columns of one year. `people` has in_care (other than for short breaks) and first_child."""
    by_august = days.number(year.start.replace(month=8, day=31))
    at_school = pl.Series(days.birthday(people["born"].to_numpy(), _SCHOOL_FROM) <= by_august)
    mother = pl.col("first_child") <= days.number(year.end)
    # Asked of girls in care, and of care leavers not (rules 393 and 628).
    asked = pl.col("in_care") & ~pl.col("male")
    known = people.with_columns(mother=(mother & asked).fill_null(value=False))
    return known.select(
        "person",
        CHILD="child",
        SEX=sex_in(year, pl.col("male")),
        DOB="birth",
        ETHNIC="ethnicity",
        UPN=pl.when(at_school).then("pupil_number").otherwise(pl.lit("UN1")),
        MOTHER=pl.when("mother").then(pl.lit("1")).when(asked).then(pl.lit("0")),
        MC_DOB=pl.when("mother").then(days.text("first_child")),
    )


def unaccompanied(people: pl.DataFrame, year: CollectionYear) -> pl.DataFrame:
    """The UASC columns: until 18 they stay unaccompanied, and the day they stop is known from the start."""
    eighteen = pl.Series(days.birthday(people["born"].to_numpy(), 18).astype(np.int32))
    current = people.with_columns(until=eighteen).filter(
        pl.col("alone") & (pl.col("until") >= days.number(year.start))
    )
    return current.select(
        "person", CHILD="child", SEX=sex_in(year, pl.col("male")), DOB="birth", DUC=days.text("until")
    )
