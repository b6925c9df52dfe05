"""Writes what a command found: as text on the screen, JSON, CSV or a workbook."""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from sufficiency.reports.tables import Records, csv_text, write_csv, write_xlsx


class Format(StrEnum):
    """The forms a command's answer can take."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


class DeliveryError(Exception):
    """The answer cannot be written as asked; the text says what to do."""


@dataclass(frozen=True)
class Answer:
    """What a command found, in every form; each is made when it is asked for. `sheets` has the main table first."""

    text: Callable[[], str]
    json: Callable[[], Any]
    sheets: Mapping[str, Records] = field(default_factory=dict)


def settled_format(asked: Format | None, output: Path | None) -> Format:
    """The form that was asked for, else the one the file's ending names, else text."""
    if asked is not None:
        return asked
    ending = output.suffix.lower().lstrip(".") if output else ""
    return Format(ending) if ending in set(Format) else Format.TEXT


def deliver(answer: Answer, *, asked: Format | None, output: Path | None) -> None:
    """Write the answer to the file or the screen; raises DeliveryError where that cannot be done."""
    form = settled_format(asked, output)
    if form is Format.XLSX and output is None:
        raise DeliveryError("A workbook needs a file to be written to. Add --output NAME.xlsx.")
    try:
        _write(answer, form, output)
    except OSError as problem:
        raise DeliveryError(
            f"{output} cannot be written ({problem.strerror}). Choose another file."
        ) from problem


def _write(answer: Answer, form: Format, output: Path | None) -> None:
    if output is not None:
        output.parent.mkdir(parents=True, exist_ok=True)
    if form is Format.XLSX and output is not None:
        write_xlsx(answer.sheets, output)
    elif form is Format.CSV and output is not None:
        write_csv(_main(answer), output)
    elif output is not None:
        output.write_text(_as_text(answer, form), encoding="utf-8")
    else:
        sys.stdout.write(_as_text(answer, form))


def _as_text(answer: Answer, form: Format) -> str:
    if form is Format.JSON:
        return json.dumps(answer.json(), indent=1, ensure_ascii=False) + "\n"
    return csv_text(_main(answer)) if form is Format.CSV else answer.text()


def _main(answer: Answer) -> Records:
    return next(iter(answer.sheets.values()), [])
