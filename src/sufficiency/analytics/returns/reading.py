"""Folder or zip to Return: the one place where files become tables."""

from collections.abc import Mapping, Sequence
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
from sufficiency.analytics.returns.text_tables import TextReturn, text_return

_HEADING_BYTES = 4000


def read_return(path: Path, *, year: CollectionYear | None = None, authority: str | None = None) -> Return:
    """Read one return from a folder of CSV files, a zip, an XML file or a single CSV file.

    `year` is told by the dates unless given. Raises ReadingError (what, where, what next).
    """
    return return_of(one_return(path), where=str(path), year=year, authority=authority)


def read_returns(path: Path, *, authority: str | None = None) -> list[Return]:
    """Read every return below a folder or in a zip, one for each folder that holds CSV files, oldest first.

    Raises ReadingError where one cannot be read or two are of the same collection year.
    """
    read = [
        (folder, return_of(files, where=str(path))) for folder, files in sorted(_return_groups(path).items())
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


def one_return(path: Path) -> list[GivenFile]:
    """The files of the one return at a path; raises ReadingError where there are several."""
    groups = _return_groups(path)
    if len(groups) > 1:
        names = ", ".join(sorted(groups)[:4])
        raise ReadingError(
            f"There is more than one return here (folders {names}).",
            where=str(path),
            what_next="Give the folder of one return.",
        )
    return next(iter(groups.values()))


def return_of(
    files: Sequence[GivenFile],
    *,
    where: str,
    year: CollectionYear | None = None,
    authority: str | None = None,
) -> Return:
    """The return that some files hold together; all of it or, with a ReadingError, nothing."""
    return parsed_return(text_return(files), files=files, where=where, year=year, authority=authority)


def parsed_return(
    text: TextReturn,
    *,
    files: Sequence[GivenFile] = (),
    where: str,
    year: CollectionYear | None = None,
    authority: str | None = None,
) -> Return:
    """Tables of text with their cells understood."""
    parsed = {
        name: parse_table(table.frame, table.table, where=table.file, keep=table.keep)
        for name, table in text.tables.items()
    }
    frames = {name: table.frame for name, table in parsed.items()}
    _refuse_nothing(frames, len(files), where)
    folder = files[0].folder if files and files[0].folder not in ("", ".") else where
    settled = year or year_of(frames, where=folder)
    _refuse_unknown(settled, where)
    sources = {name: Source(table.file, table.frame.height) for name, table in text.tables.items()}
    noted = [note for name in parsed for note in (*text.tables[name].notes, *parsed[name].notes)]
    left_out = [Note("Not a table of the return by its columns; left out.", place) for place in text.others]
    notes = (*noted, *left_out, *_not_collected(frames, sources, settled))
    return Return(settled, frames, sources, notes, authority)


def _return_groups(path: Path) -> dict[str, list[GivenFile]]:
    """The folders that hold at least one table of a return."""
    groups = given_files(path)
    with_tables = {folder: files for folder, files in groups.items() if _holds_a_table(files)}
    return with_tables or groups


def _holds_a_table(files: list[GivenFile]) -> bool:
    """Whether any of the files is a table of the return, if perhaps a faulty one."""
    return any(file.is_xml or _looks_like_a_table(file) for file in files)


def _looks_like_a_table(file: GivenFile) -> bool:
    try:
        heading = read_csv_text(file.content[:_HEADING_BYTES].split(b"\n", 1)[0] + b"\n", where=file.place)
        return recognise(heading.headings, where=file.place) is not None
    except ReadingError:
        # It will be refused with its reason when it is read in earnest.
        return True


def _refuse_nothing(tables: Mapping[str, pl.DataFrame], files: int, where: str) -> None:
    if not tables:
        raise ReadingError(
            f"None of the {files} files here is a table of the return.",
            where=where,
            what_next="Tables are known by their columns; episodes, for example, needs CHILD, DECOM, RNE, LS and so on.",
        )
    if not any(frame.height for frame in tables.values()):
        raise ReadingError(
            "The tables have headings but no rows.", where=where, what_next="Export the return again."
        )


def _refuse_unknown(year: CollectionYear, where: str) -> None:
    if not year.is_described:
        raise ReadingError(
            f"The dates are of the year {year}, which is not known here.",
            where=where,
            what_next=f"Years from {CollectionYear(FIRST_ENDING)} to {CollectionYear(LAST_ENDING)} can be read.",
        )


def _not_collected(
    tables: Mapping[str, pl.DataFrame], sources: Mapping[str, Source], year: CollectionYear
) -> list[Note]:
    early = [name for name in tables if TABLES[name].since > year.ending]
    return [Note(f"The {name} table was not collected in {year}.", sources[name].file) for name in early]
