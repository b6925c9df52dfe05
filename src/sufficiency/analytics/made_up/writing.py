"""Writes a made-up authority: a folder a year with the usual files, and the list of providers beside them."""

from datetime import datetime
from pathlib import Path

import polars as pl
import xlsxwriter

from sufficiency.analytics.made_up.authority import MadeUpAuthority, MadeUpReturn
from sufficiency.analytics.returns.tables import TABLES

PROVIDERS_FILE = Path("providers") / "providers.xlsx"
# Ofsted's list as the Department sends it; its columns in their order.
PROVIDER_COLUMNS = {
    "urn": "URN",
    "provider_type": "Provider type",
    "authority": "Local authority",
    "placement_codes": "Placement code",
    "provider_code": "Placement provider code",
    "closed": "Deregistration date",
    "postcode": "Setting address postcode",
}
# The same authority gives the same bytes, so the workbook does not say when it was written.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's own time has no zone


def write_authority(folder: Path, authority: MadeUpAuthority) -> list[Path]:
    """Write every return and the list of providers below a folder; gives the files written."""
    files = write_returns(folder, authority.returns)
    return [*files, write_providers(folder / PROVIDERS_FILE, authority.providers)]


def write_returns(folder: Path, returns: list[MadeUpReturn]) -> list[Path]:
    """Write each return into a sub-folder named by its year, such as 2024-25; gives the files written."""
    return [path for made in returns for path in _write_return(folder / made.year.label, made)]


def _write_return(folder: Path, made: MadeUpReturn) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    files = {name: folder / TABLES[name].file_name for name in made.tables}
    for name, path in files.items():
        made.tables[name].write_csv(path)
    return list(files.values())


def write_providers(path: Path, providers: pl.DataFrame) -> Path:
    """Write the list of providers as a workbook; those without an Ofsted number are not on it."""
    listed = providers.filter(pl.col("urn").is_not_null())
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as workbook:
        workbook.set_properties({"created": _CREATED})
        listed.select(pl.col(name).alias(heading) for name, heading in PROVIDER_COLUMNS.items()).write_excel(
            workbook, worksheet="Providers", dtype_formats={pl.Date: "dd/mm/yyyy"}
        )
    return path
