"""Worked examples: public papers of a county’s panel and of the Local Government Association, as data."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

NAMES = ("staffordshire_2019", "lga")


@cache
def example(name: str) -> dict[str, Any]:
    """One worked example as it stands in its file; not to be changed."""
    content: dict[str, Any] = yaml.safe_load(files(__package__).joinpath(f"{name}.yaml").read_text("utf-8"))
    return content
