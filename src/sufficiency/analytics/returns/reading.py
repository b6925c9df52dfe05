"""Folder or zip to Return: the one place where files become tables."""

from dataclasses import replace
from pathlib import Path

import polars as pl

from sufficiency.analytics.reference.years import FIRST_ENDING, LAST_ENDING, CollectionYear
from sufficiency.analytics.returns.csv_text import read_csv_text
from sufficiency.analytics.returns.dating import year_of
from sufficiency.analytics.returns.files import GivenFile, given_files
from sufficiency.analytics.returns.parsing import parse_table
from sufficiency.analytics.returns.recognising import recognise
from sufficiency.analytics.returns.returned import Note, ReadingError, Return, Source
from sufficiency.analytics.returns.tables import TABLES


def read_return(path: Path, *, year: CollectionYear | None = None, authority: str | None = None) -> Return:
    """Read one return from a folder of CSV files, a zip or a single CSV file.

    `year` is told by the dates unless given. Raises ReadingError (what, where, what next).
    """
    groups = _return_groups(path)
    if len(groups) > 1:
        names = ", ".join(sorted(groups)[:4])
        raise ReadingError(
            f"There is more than one return here (folders {names}).",
            where=str(path),
            what_next="Give the folder of one return.",
        )
    return replace(_from_files(next(iter(groups.values())), path, year), authority=authority)


def read_returns(path: Path, *, authority: str | None = None) -> list[Return]:
    """Read every return below a folder or in a zip, one for each folder that holds CSV files, oldest first.

    Raises ReadingError where one cannot be read or two are of the same collection year.
    """
    read = [
        (folder, _from_files(files, path, None)) for folder, files in sorted(_return_groups(path).items())
    ]
    places: dict[CollectionYear, str] = {}
    for folder, found in read:
        if found.year in places:
            raise ReadingError(
                f"Two returns are of {found.year}: {places[found.year]} and {folder}.",
                where=str(path),
                what_next="Keep one return for each collection year. Dates, not folder names, decide the year.",
            )
        places[found.year] = folder
    return [replace(found, authority=authority) for _, found in sorted(read, key=lambda pair: pair[1].year)]


def _return_groups(path: Path) -> dict[str, list[GivenFile]]:
    """The folders that hold at least one table of a return."""
    groups = given_files(path)
    with_tables = {folder: files for folder, files in groups.items() if _holds_a_table(files)}
    return with_tables or groups


def _holds_a_table(files: list[GivenFile]) -> bool:
    headings = (file.content[:4000].split(b"\n", 1)[0].upper() for file in files)
    return any(b"CHILD" in heading or heading.startswith((b"\xff\xfe", b"\xfe\xff")) for heading in headings)


def _from_files(files: list[GivenFile], path: Path, year: CollectionYear | None) -> Return:
    tables: dict[str, pl.DataFrame] = {}
    sources: dict[str, Source] = {}
    notes: list[Note] = []
    for file in files:
        name, frame, noted = _table(file)
        notes.extend(noted)
        if name is None:
            continue
        if name in tables:
            raise _twice(name, sources[name].file, file)
        tables[name], sources[name] = frame, Source(file.place, frame.height)
    _refuse_nothing(tables, files, path)
    settled = year or year_of(
        tables, where=files[0].folder if files[0].folder not in ("", ".") else str(path)
    )
    _refuse_unknown(settled, path)
    return Return(
        settled, _in_usual_order(tables), sources, (*notes, *_not_collected(tables, sources, settled))
    )


def _table(file: GivenFile) -> tuple[str | None, pl.DataFrame, list[Note]]:
    text = read_csv_text(file.content, where=file.place)
    recognised = recognise(text.headings, where=file.place)
    if recognised is None:
        return None, text.frame, [Note("Not a table of the return by its columns; left out.", file.place)]
    parsed = parse_table(text.frame, recognised.table, where=file.place)
    notes = [*text.notes, *parsed.notes]
    if recognised.extra:
        names = ", ".join(recognised.extra)
        notes.append(Note(f"Columns that the return does not have were left out: {names}.", file.place))
    return recognised.table.name, parsed.frame, notes


def _twice(name: str, first: str, second: GivenFile) -> ReadingError:
    return ReadingError(
        f"Two files hold the {name} table: {first} and {second.place}.",
        where=second.place,
        what_next="Keep one file for each table, and each collection year in a folder of its own.",
    )


def _refuse_nothing(tables: dict[str, pl.DataFrame], files: list[GivenFile], path: Path) -> None:
    if not tables:
        raise ReadingError(
            f"None of the {len(files)} CSV files here is a table of the return.",
            where=str(path),
            what_next="Tables are known by their columns; episodes, for example, needs CHILD, DECOM, RNE, LS and so on.",
        )
    if not any(frame.height for frame in tables.values()):
        raise ReadingError(
            "The tables have headings but no rows.", where=str(path), what_next="Export the return again."
        )


def _refuse_unknown(year: CollectionYear, path: Path) -> None:
    if not year.is_described:
        raise ReadingError(
            f"The dates are of the year {year}, which is not known here.",
            where=str(path),
            what_next=f"Years from {CollectionYear(FIRST_ENDING)} to {CollectionYear(LAST_ENDING)} can be read.",
        )


def _in_usual_order(tables: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    return {name: tables[name] for name in TABLES if name in tables}


def _not_collected(
    tables: dict[str, pl.DataFrame], sources: dict[str, Source], year: CollectionYear
) -> list[Note]:
    early = [name for name in tables if TABLES[name].since > year.ending]
    return [Note(f"The {name} table was not collected in {year}.", sources[name].file) for name in early]
