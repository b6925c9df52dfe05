"""Folder or zip to Return: the one place where files become tables."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from sufficiency.analytics.reference.years import FIRST_ENDING, LAST_ENDING, CollectionYear
from sufficiency.analytics.returns.csv_text import read_csv_text
from sufficiency.analytics.returns.dating import year_of
from sufficiency.analytics.returns.files import GivenFile, given_files
from sufficiency.analytics.returns.parsing import parse_table
from sufficiency.analytics.returns.recognising import recognise
from sufficiency.analytics.returns.returned import Note, ReadingError, Return, Source
from sufficiency.analytics.returns.tables import HEADER, TABLES
from sufficiency.analytics.returns.xml_reading import read_xml_text
from sufficiency.analytics.returns.xml_tables import FLAG


def read_return(path: Path, *, year: CollectionYear | None = None, authority: str | None = None) -> Return:
    """Read one return from a folder of CSV files, a zip, an XML file or a single CSV file.

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
    is_csv = any(b"CHILD" in heading or heading.startswith((b"\xff\xfe", b"\xfe\xff")) for heading in headings)
    return is_csv or any(file.is_xml for file in files)


def _from_files(files: list[GivenFile], path: Path, year: CollectionYear | None) -> Return:
    tables: dict[str, pl.DataFrame] = {}
    sources: dict[str, Source] = {}
    notes: list[Note] = []
    for file in files:
        for found in _tables_of_xml(file) if file.is_xml else _table_of_csv(file):
            if found.name in tables:
                raise _twice(found.name, sources[found.name].file, file)
            tables[found.name], sources[found.name] = found.frame, Source(file.place, found.frame.height)
            notes.extend(found.notes)
        if file.place not in {source.file for source in sources.values()}:
            notes.append(Note("Not a table of the return by its columns; left out.", file.place))
    _refuse_nothing(tables, files, path)
    settled = year or year_of(
        tables, where=files[0].folder if files[0].folder not in ("", ".") else str(path)
    )
    _refuse_unknown(settled, path)
    return Return(
        settled, _in_usual_order(tables), sources, (*notes, *_not_collected(tables, sources, settled))
    )


@dataclass(frozen=True)
class _Found:
    """A table found in a file."""

    name: str
    frame: pl.DataFrame
    notes: tuple[Note, ...]


def _tables_of_xml(file: GivenFile) -> Iterator[_Found]:
    for name, text in read_xml_text(file.content, where=file.place).items():
        keep = (FLAG,) if name == HEADER.name else ()
        parsed = parse_table(text, TABLES[name], where=file.place, keep=keep)
        yield _Found(name, parsed.frame, parsed.notes)


def _table_of_csv(file: GivenFile) -> Iterator[_Found]:
    text = read_csv_text(file.content, where=file.place)
    recognised = recognise(text.headings, where=file.place)
    if recognised is None:
        return
    parsed = parse_table(text.frame, recognised.table, where=file.place)
    extra = ", ".join(recognised.extra)
    left_out = (
        [Note(f"Columns that the return does not have were left out: {extra}.", file.place)] if extra else []
    )
    yield _Found(recognised.table.name, parsed.frame, (*text.notes, *parsed.notes, *left_out))


def _twice(name: str, first: str, second: GivenFile) -> ReadingError:
    return ReadingError(
        f"Two files hold the {name} table: {first} and {second.place}.",
        where=second.place,
        what_next="Keep one file for each table, and each collection year in a folder of its own.",
    )


def _refuse_nothing(tables: dict[str, pl.DataFrame], files: list[GivenFile], path: Path) -> None:
    if not tables:
        raise ReadingError(
            f"None of the {len(files)} files here is a table of the return.",
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
