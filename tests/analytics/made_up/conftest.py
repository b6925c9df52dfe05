"""Made-up authorities that many tests look at; each is made once."""

from datetime import date

import polars as pl
import pytest

from sufficiency.analytics.made_up.authority import make_up_authority
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.tables import TABLES

CHILDREN = 400
LAST = CollectionYear(2027)


@pytest.fixture(scope="session")
def authority():
    """Six years up to the newest one described: supported accommodation registers, codes change, tables are added."""
    return make_up_authority(children=CHILDREN, years=6, last_year=LAST, seed=7)


@pytest.fixture(scope="session")
def returns(authority):
    return authority.returns


@pytest.fixture(scope="session")
def old_returns():
    """The first years described, with the codes they had."""
    return make_up_authority(children=300, years=4, last_year=CollectionYear(2020), seed=3).returns


@pytest.fixture(scope="session")
def table(returns):
    """A table of every year, dates parsed, with the year's ending and its first and last day."""

    def joined(name, made=returns):
        parts = [dated(one.tables[name], name, one.year) for one in made if name in one.tables]
        return pl.concat(parts)

    return joined


def dated(frame, name, year):
    days = [pl.col(column).str.to_date("%d/%m/%Y", strict=False) for column in TABLES[name].date_columns]
    return frame.with_columns(
        *days,
        year=pl.lit(year.ending),
        year_start=pl.lit(year.start),
        year_end=pl.lit(year.end),
    )


@pytest.fixture(scope="session")
def episodes(table):
    """Episodes of every year with the child's birth, in order of year, child and start."""
    born = table("Header").select("year", "CHILD", "DOB")
    return table("Episodes").join(born, on=["year", "CHILD"], how="left").sort("year", "CHILD", "DECOM")


@pytest.fixture(scope="session")
def cared(episodes):
    """The episodes without short breaks."""
    return episodes.filter(~pl.col("LS").is_in(["V3", "V4"]))


def birthday(age, born="DOB"):
    """The day of a birthday; nobody made up is born on 29 February."""
    return pl.date(pl.col(born).dt.year() + age, pl.col(born).dt.month(), pl.col(born).dt.day())


@pytest.fixture(scope="session", name="birthday")
def birthday_fixture():
    return birthday


@pytest.fixture(scope="session")
def before():
    """A column of the row before of the same child and year."""
    return lambda name: pl.col(name).shift(1).over("year", "CHILD")


@pytest.fixture(scope="session")
def after():
    return lambda name: pl.col(name).shift(-1).over("year", "CHILD")


@pytest.fixture(scope="session")
def registration():
    return date(2023, 10, 28)
