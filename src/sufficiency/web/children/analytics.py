"""Stored rows as Returns and a History, so that the site's figures are the command line's; the only caller of analytics."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import polars as pl

from sufficiency.analytics.histories.history import History, in_care_on
from sufficiency.analytics.histories.joining import history
from sufficiency.analytics.histories.plain import plain_children
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.fingerprint import fingerprint
from sufficiency.analytics.returns.returned import Note, Return, Source
from sufficiency.analytics.returns.tables import EPISODES, HEADER, TABLES, UASC
from sufficiency.web.access.models import Authority
from sufficiency.web.children.lives import Life, life_in, readable
from sufficiency.web.children.models import Child, Record, StoredReturn
from sufficiency.web.children.rows import Row, frames_of, kept_beside

OF_HISTORY = (HEADER.name, EPISODES.name, UASC.name)  # the tables that a history is made from
AT_ONCE = 5_000  # rows from the database


def described(source: Return) -> dict[str, Any]:
    """What a stored return has beside its rows, as plain values (the fields of StoredReturn)."""
    return {
        "year": source.year.ending,
        "sources": {
            name: {**asdict(source.sources[name]), "beside": kept_beside(frame, TABLES[name])}
            for name, frame in source.tables.items()
        },
        "notes": [asdict(note) for note in source.notes],
        "fingerprint": fingerprint([source]),
    }


def returns_of(authority: Authority, *, tables: Sequence[str] = tuple(TABLES)) -> list[Return]:
    """The stored returns of an authority, oldest first; of each, the tables named."""
    return [
        _return(stored, tables) for stored in StoredReturn.objects.of(authority).select_related("authority")
    ]


def return_of(authority: Authority, year: CollectionYear) -> Return | None:
    """The stored return of one year; None where there is none."""
    stored = StoredReturn.objects.of(authority).filter(year=year.ending).select_related("authority").first()
    return _return(stored, tuple(TABLES)) if stored else None


def history_of(authority: Authority) -> History:
    """All stored returns joined. Raises ReadingError where none has episodes."""
    return history(returns_of(authority))


def life_of(child: Child) -> Life | None:
    """One child's placements and periods of care; None where they have no episodes."""
    stored = StoredReturn.objects.of(child.authority).select_related("authority")
    rows = Record.objects.of(child.authority).filter(child=child.reference, table__in=OF_HISTORY)
    by_year: dict[int, list[Row]] = {}
    for year, table, line, cells in rows.values_list("year", "table", "line", "cells"):
        by_year.setdefault(year, []).append(Row(table, line, cells))
    returns = [_made(one, by_year[one.year], OF_HISTORY) for one in stored if one.year in by_year]
    return life_in(history(returns)) if _have_episodes(returns) else None


def fingerprint_of(authority: Authority) -> str:
    """The fingerprint of all stored returns together, as the command line gives it for their files."""
    return fingerprint(returns_of(authority))


def who_they_are(returns: Sequence[Return]) -> list[dict[str, Any]]:
    """Each child in some returns, with where they live at the end of the latest (the fields of Child)."""
    found = _with_care(history(returns)) if _have_episodes(returns) else _listed_only(returns)
    known = readable(found, "born", "in_care_since", "placed_since", "left_on")
    return known.filter(pl.col("child").is_not_null()).sort("child").to_dicts()


def _with_care(joined: History) -> pl.DataFrame:
    here = in_care_on(joined.episodes, joined.last_year.end).select(
        "child", "kind", "legal_status", "period", "placement"
    )
    since = joined.periods.select("period", in_care_since="started")
    placed = joined.placements.select("placement", placed_since="started")
    now = here.join(since, on="period", how="left").join(placed, on="placement", how="left")
    left = joined.periods.group_by("child").agg(pl.col("ended").max().alias("left_on"))
    together = joined.children.join(now.drop("period", "placement"), on="child", how="left").join(
        left, on="child", how="left"
    )
    is_here = pl.col("in_care_since").is_not_null()
    return together.with_columns(pl.when(~is_here).then(pl.col("left_on"))).drop("uasc_ended")


def _listed_only(returns: Sequence[Return]) -> pl.DataFrame:
    empty = {
        "in_care_since": pl.Date,
        "placed_since": pl.Date,
        "kind": pl.String,
        "legal_status": pl.String,
        "left_on": pl.Date,
    }
    listed = pl.concat([plain_children(source) for source in returns])
    people = listed.unique("child", keep="last", maintain_order=True).drop("uasc_ended")
    return people.with_columns(pl.lit(None, dtype=dtype).alias(name) for name, dtype in empty.items())


def _have_episodes(returns: Sequence[Return]) -> bool:
    return any(source.tables[EPISODES.name].height for source in returns if EPISODES.name in source.tables)


def _return(stored: StoredReturn, tables: Sequence[str]) -> Return:
    rows = Record.objects.of(stored.authority).filter(year=stored.year, table__in=tables)
    read = rows.values_list("table", "line", "cells").iterator(chunk_size=AT_ONCE)
    return _made(stored, [Row(*row) for row in read], tables)


def _made(stored: StoredReturn, rows: Sequence[Row], tables: Sequence[str]) -> Return:
    # In the usual order, as they are read from files: PostgreSQL keeps keys in an order of its own.
    there = [name for name in TABLES if name in stored.sources]
    columns = {name: stored.sources[name]["beside"] for name in there if name in tables}
    return Return(
        year=stored.collection_year,
        tables=frames_of(rows, columns),
        sources={name: Source(stored.sources[name]["file"], stored.sources[name]["rows"]) for name in there},
        notes=tuple(Note(**note) for note in stored.notes),
        authority=stored.authority.code,
    )
