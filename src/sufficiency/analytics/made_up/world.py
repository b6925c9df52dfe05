"""Everything made up once for all years: people, their care, their homes and what was done for them."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import (
    adoption,
    changes,
    courses,
    days,
    entrants,
    episodes,
    header,
    homes,
    leavers,
    legal,
    liberty,
    missing,
    moves,
    plans,
    providers,
    reviews,
    short_breaks,
    social_workers,
    starters,
)
from sufficiency.analytics.made_up.assumptions import children as given
from sufficiency.analytics.made_up.county import County, county
from sufficiency.analytics.made_up.draws import Random, happens
from sufficiency.analytics.reference.years import CollectionYear

_LEAVER_YEARS = 6  # care leavers are returned up to 21, having left at 16 or later

_STREAMS = (
    "people", "care", "chosen", "county", "providers", "law", "moves", "homes", "changes", "episodes", "identity",
    "reviews", "missing", "workers", "starters", "adoption", "breaks", "liberty", "yearly", "faults",
)  # fmt: skip


@dataclass(frozen=True)
class World:
    """What the returns of all years are taken from. Days are numbers; `person` joins the frames."""

    years: list[CollectionYear]
    people: pl.DataFrame
    periods: pl.DataFrame
    episodes: pl.DataFrame
    plans: pl.DataFrame
    leavers: pl.DataFrame
    reviews: pl.DataFrame
    missing: pl.DataFrame
    workers: pl.DataFrame
    starters: pl.DataFrame
    liberty: pl.DataFrame
    homes: pl.DataFrame


def streams(seed: int) -> dict[str, Random]:
    """A generator for each theme, so that a change in one leaves the others' draws alone."""
    parts = np.random.SeedSequence(seed).spawn(len(_STREAMS))
    return {name: np.random.default_rng(part) for name, part in zip(_STREAMS, parts, strict=True)}


def world(*, children: int, years: list[CollectionYear], seed: int) -> World:
    """Make everything up for so many children looked after on the last 31 March of the years."""
    draw = streams(seed)
    area = county()
    register = _register(draw["providers"], area, children=children, years=years)
    people, everyone = _population(draw, children=children, years=years)
    periods = _in_returns(everyone, years)
    planned, cared = _care(draw, area, people, periods, register)
    breaks = _short_breaks(
        draw["breaks"], children=children, years=years, first_person=people["person"][-1] + 1
    )
    known = header.identified(draw["identity"], pl.concat([people, breaks[0]], how="diagonal"))
    mothers = header.first_children(draw["identity"], people, periods, cared)
    return World(
        years=years,
        people=known.join(mothers, on="person", how="left", maintain_order="left"),
        periods=periods,
        episodes=pl.concat([cared, breaks[1]], how="diagonal_relaxed").sort("person", "decom"),
        plans=adoption.adopters(draw["adoption"], planned),
        leavers=_leavers(everyone, cared, mothers),
        reviews=reviews.reviews(draw["reviews"], periods),
        missing=missing.incidents(draw["missing"], periods, cared, years),
        workers=_workers(draw["workers"], periods, children),
        starters=_starters(draw["starters"], everyone, breaks[0], breaks[1]),
        liberty=liberty.orders(draw["liberty"], cared, years),
        homes=register,
    )


def register_of(*, children: int, years: list[CollectionYear], seed: int) -> pl.DataFrame:
    """The homes and agencies of the same world, without making up the children."""
    return _register(streams(seed)["providers"], county(), children=children, years=years)


def _register(rng: Random, area: County, *, children: int, years: list[CollectionYear]) -> pl.DataFrame:
    return providers.register(rng, area, children=children, first=years[0], last=years[-1])


def _population(
    draw: dict[str, Random], *, children: int, years: list[CollectionYear]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """People and all their periods of care, so many of them in care on the last 31 March as asked."""
    # Enough that chance hardly ever leaves too few, even for a small authority.
    wanted = children * given.SPARE_ENTRANTS + 3 * np.sqrt(children)
    first = CollectionYear(years[0].ending - given.WARM_UP_YEARS)
    people = entrants.entrants(
        draw["people"], first=first, last=years[-1], per_year=wanted * given.ENTRIES_PER_CHILD
    )
    end = days.number(years[-1].end)
    periods = courses.periods_of_care(draw["care"], people, until=end)
    kept = _chosen(draw["chosen"], people, periods, children=children, end=end)
    known = periods.join(kept, on="person", how="semi", maintain_order="left")
    recent = known.group_by("person").agg(pl.col("ended").max())
    recent = recent.filter(pl.col("ended") >= days.number(years[0].start) - _LEAVER_YEARS * days.YEAR)
    return (
        people.join(recent, on="person", how="semi", maintain_order="left"),
        known.join(recent, on="person", how="semi", maintain_order="left"),
    )


def _chosen(
    rng: Random, people: pl.DataFrame, periods: pl.DataFrame, *, children: int, end: int
) -> pl.DataFrame:
    """Leaves people out by chance, so that exactly so many are in care at the end (fewer if there are not enough)."""
    here = periods.filter((pl.col("started") <= end) & (pl.col("ended") > end))["person"].to_numpy()
    share = min(children / max(len(here), 1), 1.0)
    staying = rng.permutation(here)[:children]
    # People who are not in care at the end are left out at the same rate, so that earlier years keep their shape.
    others = ~np.isin(people["person"].to_numpy(), here) & happens(rng, share, people.height)
    return people.select("person").filter(pl.Series(others | np.isin(people["person"].to_numpy(), staying)))


def _in_returns(everyone: pl.DataFrame, years: list[CollectionYear]) -> pl.DataFrame:
    return everyone.filter(pl.col("ended") >= days.number(years[0].start))


def _care(
    draw: dict[str, Random], area: County, people: pl.DataFrame, periods: pl.DataFrame, register: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Plans for adoption, and the episodes that legal statuses and placements make together."""
    planned = plans.adoption_plans(draw["law"], periods)
    statuses = legal.legal_statuses(draw["law"], periods, planned)
    orders, protection = legal.under_care_order(statuses, periods), legal.protection_ends(statuses, periods)
    placed = moves.placements(draw["moves"], periods, planned, orders, protection)
    statuses = legal.moved_to_moves(statuses, placed)
    families = homes.family_homes(draw["homes"], area, people, register)
    known = (
        placed.join(periods.select("period", "person", "course"), on="period", maintain_order="left")
        .join(families, on="person", maintain_order="left")
        .join(
            planned.select("period", "by_carer", "by_consent"), on="period", how="left", maintain_order="left"
        )
    )
    housed = homes.housed(draw["homes"], area, known, register)
    parts = changes.segments(draw["changes"], area, housed, statuses)
    merged = episodes.episodes(draw["episodes"], parts.drop("person"), statuses, periods)
    needs = people.select("person", CIN="need")
    return planned, merged.join(needs, on="person", maintain_order="left").rename(
        {"home_postcode": "HOME_POST", "postcode": "PL_POST"}
    )


def _short_breaks(
    rng: Random, *, children: int, years: list[CollectionYear], first_person: int
) -> tuple[pl.DataFrame, pl.DataFrame]:
    span = {"since": days.number(years[0].start), "until": days.number(years[-1].end)}
    families = short_breaks.families(rng, children=children, first_person=first_person, **span)
    return families, short_breaks.breaks(rng, families)


def _leavers(everyone: pl.DataFrame, cared: pl.DataFrame, mothers: pl.DataFrame) -> pl.DataFrame:
    """Care leavers, with whether they stayed with their foster carers.

    Mothers are left out: the return wants their own child's birth kept and, with no episode, blank.
    """
    owed = leavers.entitled(everyone).join(mothers, on="person", how="anti", maintain_order="left")
    stayed = cared.filter((pl.col("REC") == "E17") & pl.col("PLACE").str.starts_with("U"))["person"]
    return owed.with_columns(stayed=pl.col("person").is_in(stayed.implode()))


def _workers(rng: Random, periods: pl.DataFrame, children: int) -> pl.DataFrame:
    return social_workers.worker_spells(rng, periods, children=children)


def _starters(
    rng: Random, everyone: pl.DataFrame, families: pl.DataFrame, breaks: pl.DataFrame
) -> pl.DataFrame:
    """Permanence before every start, short breaks included: those never had an order."""
    respite = breaks.select("person", started="decom", PREV_PERM=pl.lit("Z1")).filter(families.height > 0)
    return pl.concat([starters.previous_permanence(rng, everyone), respite], how="diagonal_relaxed")
