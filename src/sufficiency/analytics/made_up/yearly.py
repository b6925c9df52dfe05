"""One year's return, taken from what was made up for all years."""

from collections.abc import Iterator

import polars as pl

from sufficiency.analytics.made_up import adoption, days, eras, header as headers, health, leavers
from sufficiency.analytics.made_up.draws import Random
from sufficiency.analytics.made_up.world import World
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.tables import TABLES, collected_in

_SHORT_BREAKS = ("V3", "V4")


def tables_of(world: World, year: CollectionYear, rng: Random) -> dict[str, pl.DataFrame]:
    """The year's tables, text columns in their official order. `rng` draws what is new each year."""
    in_file = episodes_in(world.episodes, year)
    answers = _care_leavers(world, in_file, year, rng)
    people = _people(world, in_file, answers)
    rows = dict(_rows(world, in_file, answers, people, year, rng))
    return {table.name: _as_returned(rows[table.name], table.name, people) for table in collected_in(year)}


def episodes_in(episodes: pl.DataFrame, year: CollectionYear) -> pl.DataFrame:
    """The episodes of a year's return; what comes after 31 March is not known yet."""
    first, last = days.number(year.start), days.number(year.end)
    within = episodes.filter((pl.col("decom") <= last) & (pl.col("dec") >= first))
    # An episode that goes on after 31 March is open, and comes back next year as it is.
    over = pl.col("dec") <= last
    unknown = [pl.when(over).then(name).alias(name) for name in ("dec", "REC", "REASON_PLACE_CHANGE")]
    place = eras.place_in(year, pl.col("PLACE"), which=pl.col("placement").fill_null(0))
    return within.with_columns(*unknown, PLACE=place)


def _care_leavers(world: World, in_file: pl.DataFrame, year: CollectionYear, rng: Random) -> pl.DataFrame:
    left = world.leavers.filter(pl.col("left") <= days.number(year.end))
    open_now = in_file.filter(pl.col("dec").is_null()).select("person")
    return leavers.oc3(rng, left.join(open_now, on="person", how="anti", maintain_order="left"), year)


def _people(world: World, in_file: pl.DataFrame, answers: pl.DataFrame) -> pl.DataFrame:
    """Everybody in the return, with whether they were in care other than for short breaks."""
    in_care = in_file.filter(~pl.col("LS").is_in(_SHORT_BREAKS)).select("person").unique()
    in_return = pl.concat([in_file.select("person"), answers.select("person")]).unique()
    found = world.people.join(in_return, on="person", how="semi", maintain_order="left")
    return found.with_columns(in_care=pl.col("person").is_in(in_care["person"].implode()))


def _rows(
    world: World,
    in_file: pl.DataFrame,
    answers: pl.DataFrame,
    people: pl.DataFrame,
    year: CollectionYear,
    rng: Random,
) -> Iterator[tuple[str, pl.DataFrame]]:
    first, last = days.number(year.start), days.number(year.end)
    cared_for = people.filter("in_care")
    all_year = health.looked_after_all_year(in_file, year)
    yield "Header", headers.header(people, year)
    yield "Episodes", in_file.with_columns(DECOM=days.text("decom"), DEC=days.text("dec"))
    yield "Reviews", _between(world.reviews, "date", first, last).with_columns(REVIEW=days.text("date"))
    yield "UASC", headers.unaccompanied(cared_for, year)
    yield (
        "OC2",
        health.oc2(rng, world.people.join(all_year, on="person", how="semi", maintain_order="left"), year),
    )
    yield "OC3", answers
    yield "AD1", adoption.adopted_in_year(world.plans, in_file)
    yield "PlacedAdoption", adoption.decisions_in_year(world.plans, in_file, year)
    yield (
        "PrevPerm",
        _between(world.starters, "started", first, last).unique("person", keep="last", maintain_order=True),
    )
    yield (
        "Missing",
        _spells(world.missing, year, begun="began", over="returned", names=("MIS_START", "MIS_END")),
    )
    workers = world.workers.join(cared_for, on="person", how="semi", maintain_order="left")
    yield "SWEpisodes", _spells(workers, year, begun="begun", over="over", names=("SW_DECOM", "SW_DEC"))
    yield "DoLo", _spells(world.liberty, year, begun="begun", over="over", names=("DOLO_START", "DOLO_END"))


def _between(frame: pl.DataFrame, column: str, first: int, last: int) -> pl.DataFrame:
    return frame.filter(pl.col(column).is_between(first, last))


def _spells(
    frame: pl.DataFrame, year: CollectionYear, *, begun: str, over: str, names: tuple[str, str]
) -> pl.DataFrame:
    """Spells that touch the year, in order; an end after 31 March is not known yet."""
    first, last = days.number(year.start), days.number(year.end)
    within = frame.filter((pl.col(begun) <= last) & (pl.col(over).is_null() | (pl.col(over) >= first)))
    known = pl.when(pl.col(over) <= last).then(days.text(over))
    return within.sort("person", begun, over).with_columns(
        days.text(begun).alias(names[0]), known.alias(names[1])
    )


def _as_returned(rows: pl.DataFrame, table: str, people: pl.DataFrame) -> pl.DataFrame:
    """The rows with the child's identifier and birth, in the official columns, everything text."""
    columns = TABLES[table].column_names
    identity = people.select("person", CHILD="child", DOB="birth")
    joined = rows.drop("CHILD", "DOB", strict=False).join(identity, on="person", maintain_order="left")
    return joined.select(pl.col(name).cast(pl.String) for name in columns)
