"""Changes within a placement: long-term matches, carers who move house, registration, and short stays away."""

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import living as given
from sufficiency.analytics.made_up.county import INSIDE, County
from sufficiency.analytics.made_up.draws import Random, days_between, happens, pick_from
from sufficiency.analytics.made_up.eras import REGISTRATION
from sufficiency.analytics.made_up.states import FOSTERING, Course, Setting, Status

_MARGIN = 30  # days between a change and either end of the placement
_NOTHING = {
    "period": pl.Int64, "placement": pl.Int64, "date": pl.Int32, "long_term": pl.Boolean, "registered": pl.Boolean,
    "moved_to": pl.String, "away": pl.String,
}  # fmt: skip


def segments(rng: Random, county: County, placements: pl.DataFrame, statuses: pl.DataFrame) -> pl.DataFrame:
    """Placements parted where something about them changes, a row a part, in order of period and date.

    Columns: segment, period, placement, date, long_term, registered, postcode, away (T1 to T4 while staying
    elsewhere), and the placement's own. `placements` also has course, home_postcode.
    """
    beginnings = placements.select("period", "placement", date="started")
    lasting = [
        beginnings,
        _long_term_matches(rng, placements, statuses),
        _house_moves(rng, county, placements),
        _registrations(placements),
    ]
    parts = _together(lasting)
    with_stays = _together([parts, *_stays_away(rng, county, placements, parts, statuses)])
    return _carried_on(with_stays, placements)


def _together(parts: list[pl.DataFrame]) -> pl.DataFrame:
    """Changes of all sorts, one row a placement and day."""
    everything = pl.concat([pl.DataFrame(schema=_NOTHING), *parts], how="diagonal_relaxed").cast(
        {"date": pl.Int32}
    )
    flags = [pl.col(name).max() for name in ("long_term", "registered")]
    words = [pl.col(name).drop_nulls().first() for name in ("moved_to", "away")]
    return everything.group_by("period", "placement", "date").agg(*flags, *words).sort("period", "date")


def _carried_on(parts: pl.DataFrame, placements: pl.DataFrame) -> pl.DataFrame:
    """What has changed holds on to the end of the placement; a stay away does not."""
    # Once matched or registered, a placement stays so.
    flags = [
        pl.col(name).fill_null(value=False).cum_max().over("placement")
        for name in ("long_term", "registered")
    ]
    at_home = pl.when(pl.col("away").is_null()).then("moved_to").forward_fill().over("placement")
    carried = parts.with_columns(*flags, at_home=at_home).join(
        placements.drop("period"), on="placement", maintain_order="left"
    )
    here = pl.coalesce("at_home", "postcode")
    return (
        carried.with_columns(postcode=pl.when(pl.col("away").is_not_null()).then("moved_to").otherwise(here))
        .drop("at_home", "moved_to")
        .with_row_index("segment")
        .with_columns(pl.col("segment").cast(pl.Int64))
    )


def _fostering() -> pl.Expr:
    return pl.col("setting").is_in([int(setting) for setting in FOSTERING])


def _long_term_matches(rng: Random, placements: pl.DataFrame, statuses: pl.DataFrame) -> pl.DataFrame:
    low, high = given.LONG_TERM_MATCH_DAYS
    long = (pl.col("course") == int(Course.LONG)) & (pl.col("ended") - pl.col("started") > high + _MARGIN)
    settled = placements.filter(_fostering() & long)
    settled = settled.filter(pl.Series(happens(rng, given.LONG_TERM_MATCH, settled.height)))
    orders = statuses.filter(pl.col("status") == int(Status.C2)).select("period", ordered="date")
    # A later full order follows a reversed plan for adoption; the first one ended the proceedings.
    orders = orders.unique("period", keep="first", maintain_order=True)
    known = settled.join(orders, on="period", how="left", maintain_order="left")
    together = pl.Series(happens(rng, given.MATCH_WITH_ORDER, settled.height))
    meanwhile = (pl.col("ordered") > pl.col("started") + _MARGIN) & (
        pl.col("ordered") < pl.col("ended") - _MARGIN
    )
    later = pl.col("started") + pl.Series(days_between(rng, low, high, settled.height))
    date = pl.when(meanwhile & together).then("ordered").otherwise(later)
    return known.select("period", "placement", date=date, long_term=pl.lit(value=True))


def _house_moves(rng: Random, county: County, placements: pl.DataFrame) -> pl.DataFrame:
    moving = _sometime(rng, placements.filter(_fostering()), given.CARERS_MOVE_HOUSE)
    to = county.anywhere(rng, moving["ring"].to_numpy()).postcode
    new = moving.with_columns(moved_to=pl.Series(to, dtype=pl.String))
    # Carers do not move to the child's own family's postcode (rule 392d).
    fit = new.filter((pl.col("moved_to") != pl.col("home_postcode")).fill_null(value=True))
    return fit.select("period", "placement", "date", "moved_to")


def _sometime(rng: Random, placements: pl.DataFrame, a_year: float) -> pl.DataFrame:
    """Placements in which something that comes so often a year happens, once, with its day as date."""
    length = (placements["ended"] - placements["started"]).to_numpy().astype(np.int64)
    comes = happens(rng, 1 - np.exp(-a_year * length / days.YEAR), placements.height) & (length > 3 * _MARGIN)
    day = placements["started"].to_numpy() + days_between(rng, _MARGIN, length - _MARGIN, placements.height)
    return placements.with_columns(date=pl.Series(day.astype(np.int32))).filter(pl.Series(comes))


def _registrations(placements: pl.DataFrame) -> pl.DataFrame:
    """Supported accommodation got Ofsted numbers on one day, whoever lived there."""
    day = days.number(REGISTRATION)
    living = (pl.col("started") < day) & (pl.col("ended") > day)
    there = placements.filter((pl.col("setting") == int(Setting.SUPPORTED)) & living)
    return there.select(
        "period", "placement", date=pl.lit(day, dtype=pl.Int32), registered=pl.lit(value=True)
    )


def _stays_away(
    rng: Random, county: County, placements: pl.DataFrame, parts: pl.DataFrame, statuses: pl.DataFrame
) -> list[pl.DataFrame]:
    """Short stays elsewhere, at most one a period, and the days of coming back."""
    settled = placements.filter(_fostering() | (pl.col("setting") == int(Setting.HOME)))
    away = _with_kind_of_stay(rng, _sometime(rng, settled, given.STAYS_AWAY).unique("period", keep="first"))
    events = pl.concat([parts.select("period", event="date"), statuses.select("period", event="date")]).sort(
        "event"
    )
    following = away.with_columns(before=pl.col("date") - 1).sort("before").join_asof(
        events, left_on="before", right_on="event", by="period", strategy="forward", check_sortedness=False
    )  # fmt: skip
    # Nothing else happens while the child is away, so that the stay reads as there and back.
    quiet = (pl.col("event") > pl.col("back") + 1).fill_null(value=True) & (
        pl.col("back") < pl.col("ended") - 1
    )
    elsewhere = county.anywhere(rng, np.full(away.height, INSIDE)).postcode
    kept = following.sort("period").with_columns(moved_to=pl.Series(elsewhere, dtype=pl.String)).filter(quiet)
    kept = kept.filter((pl.col("moved_to") != pl.col("home_postcode")).fill_null(value=True))
    return [
        kept.select("period", "placement", "date", "moved_to", "away"),
        kept.select("period", "placement", date="back"),
    ]


def _with_kind_of_stay(rng: Random, away: pl.DataFrame) -> pl.DataFrame:
    away = away.sort("period")
    kind = pick_from(rng, {kind: figures[0] for kind, figures in given.STAYS.items()}, away.height)
    low, high = (np.array([given.STAYS[one][end] for one in kind], dtype=np.int64) for end in (1, 2))
    lasts = days_between(rng, low, high, away.height)
    return away.with_columns(
        away=pl.Series(kind, dtype=pl.String), back=pl.col("date") + pl.Series(lasts).cast(pl.Int32)
    )
