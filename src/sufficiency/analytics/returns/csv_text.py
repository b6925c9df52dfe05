"""CSV bytes to a frame of text: encodings, separators and ragged lines found out and reported."""

import csv
import io
from dataclasses import dataclass

import polars as pl

from sufficiency.analytics.returns.returned import Note, ReadingError

LINE = "line"
HEADING_LINE = 1
_SEPARATORS = (",", ";", "\t", "|")
_BOMS = (
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8 with a byte order mark"),
)


@dataclass(frozen=True)
class CsvText:
    """A CSV file as text: heading as written, a frame of strings with `line`, and what was noted."""

    frame: pl.DataFrame
    notes: tuple[Note, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The file's own columns."""
        return tuple(name for name in self.frame.columns if name != LINE)


def read_csv_text(content: bytes, *, where: str) -> CsvText:
    """Read a CSV file as text only; nothing is guessed about types.

    Returns a frame whose columns are the headings (upper case, no spaces around) and `line`.
    Raises ReadingError where it is not text, is empty or has lines longer than its heading.
    """
    text, notes = _decoded(content, where)
    separator = _separator(text, where)
    if separator != ",":
        notes = (*notes, Note("Columns are separated by something other than a comma.", where))
    frame = _frame(text, separator, where)
    return CsvText(_named(frame, where), notes)


def _decoded(content: bytes, where: str) -> tuple[str, tuple[Note, ...]]:
    for mark, encoding, words in _BOMS:
        if content.startswith(mark):
            return _decode(content, encoding, where), (Note(f"The file is in {words}.", where),)
    if b"\0" in content[:4096]:
        raise _not_text(where)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        note = Note("The file is not in UTF-8; it was read as Windows text (cp1252).", where)
        return _decode(content, "cp1252", where), (note,)


def _decode(content: bytes, encoding: str, where: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        raise _not_text(where) from problem


def _not_text(where: str) -> ReadingError:
    return ReadingError(
        "This is not a text file in a known encoding.",
        where=where,
        what_next="Save it as CSV (UTF-8). A workbook must be saved as CSV, not renamed.",
    )


def _separator(text: str, where: str) -> str:
    heading = text.lstrip().split("\n", 1)[0]
    if not heading.strip():
        raise _empty(where)
    return max(_SEPARATORS, key=heading.count)


def _empty(where: str) -> ReadingError:
    return ReadingError(
        "The file is empty.", where=where, what_next="Export the table again, with its heading."
    )


def _frame(text: str, separator: str, where: str) -> pl.DataFrame:
    try:
        frame = pl.read_csv(
            text.encode(), separator=separator, infer_schema=False, has_header=False, raise_if_empty=False
        )
    except pl.exceptions.PolarsError as problem:
        raise _ragged(text, separator, where) from problem
    if '"' not in text or len(text.splitlines()) == frame.height:
        begins = list(range(1, frame.height + 1))
    else:
        begins = _begins(text, separator, where)[: frame.height]
    if len(begins) < frame.height:
        raise _not_csv(where)
    return frame.with_columns(pl.Series(LINE, begins, dtype=pl.Int64))


def _begins(text: str, separator: str, where: str) -> list[int]:
    """The line on which each row begins; a quoted cell may hold line breaks."""
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    begins, last = [], 0
    try:
        for _ in reader:
            begins.append(last + 1)
            last = reader.line_num
    except csv.Error as problem:
        raise _not_csv(where) from problem
    return begins


def _ragged(text: str, separator: str, where: str) -> ReadingError:
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    width = 0
    try:
        for row in reader:
            width = width or len(row)
            if len(row) > width:
                return ReadingError(
                    f"Line {reader.line_num} has {len(row)} values but the heading has {width}.",
                    where=where,
                    what_next="Put quotes around a value that holds a comma, or export the table again.",
                )
    except csv.Error:
        pass  # the general message below is all that can be said
    return _not_csv(where)


def _not_csv(where: str) -> ReadingError:
    return ReadingError(
        "The lines cannot be told apart as CSV.",
        where=where,
        what_next="Export the table again as CSV (UTF-8).",
    )


def _named(frame: pl.DataFrame, where: str) -> pl.DataFrame:
    data = [name for name in frame.columns if name != LINE]
    blank = pl.all_horizontal(pl.col(data).is_null() | (pl.col(data).str.strip_chars() == ""))
    frame = frame.filter(~blank)
    if not frame.height:
        raise _empty(where)
    headings = [(value or "").strip().strip("\ufeff").upper() for value in frame.select(data).row(0)]
    return _with_headings(frame.slice(1), data, headings, where)


def _with_headings(frame: pl.DataFrame, data: list[str], headings: list[str], where: str) -> pl.DataFrame:
    named = [heading for heading in headings if heading]
    repeated = sorted({heading for heading in named if named.count(heading) > 1})
    if repeated:
        raise ReadingError(
            f"The heading {repeated[0]} stands twice.", where=where, what_next="Keep one of the two columns."
        )
    keep = {column: heading for column, heading in zip(data, headings, strict=True) if heading}
    return frame.select(LINE, *keep).rename(keep)
