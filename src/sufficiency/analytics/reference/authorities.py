"""English authorities: their codes, names and regions, their districts, and what replaced what.

The lists are published by the Department for Education and the Office for National Statistics (Open Government
Licence v3.0): `authorities.csv` for those responsible for children, `district_to_county.csv` for two-tier areas.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Reorganised authorities and recoded ones. Older returns and statistics name the left code, today's postcodes
# the right ones. A county that was split is answered for by all its parts.
REPLACED_BY: Mapping[str, tuple[str, ...]] = {
    "E06000028": ("E06000058",),  # Bournemouth, 2019
    "E06000029": ("E06000058",),  # Poole, 2019
    "E08000016": ("E08000038",),  # Barnsley, recoded 2025
    "E08000019": ("E08000039",),  # Sheffield, recoded 2025
    "E10000002": ("E06000060",),  # Buckinghamshire, 2020
    "E10000006": ("E06000063", "E06000064"),  # Cumbria, 2023
    "E10000009": ("E06000059",),  # Dorset, 2019
    "E10000021": ("E06000061", "E06000062"),  # Northamptonshire, 2021
    "E10000023": ("E06000065",),  # North Yorkshire, 2023
    "E10000027": ("E06000066",),  # Somerset, 2023
}


@dataclass(frozen=True)
class Authority:
    """A council responsible for children: ONS code, the Department's three-digit number, name and region."""

    code: str
    number: str
    name: str
    region: str


@cache
def authorities() -> Mapping[str, Authority]:
    """Every English authority responsible for children since 2011, by ONS code."""
    return {row["code"]: Authority(**row) for row in _rows("authorities.csv")}


@cache
def county_of_district() -> Mapping[str, str]:
    """The county council's code for each district code in two-tier areas."""
    return {row["district_code"]: row["county_code"] for row in _rows("district_to_county.csv")}


def codes_today(authority: str) -> tuple[str, ...]:
    """The codes that today's postcodes carry for an authority, which may have been recoded or split."""
    return REPLACED_BY.get(authority, (authority,))


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
