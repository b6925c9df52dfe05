"""What is believed before an authority's own records are seen (priors.yaml)."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import yaml

from sufficiency.analytics.forecast.bands import KINDS, Floats

_FAINT = 1e-3  # a kind that the prior leaves out is rare, not impossible


@cache
def priors() -> Mapping[str, Any]:
    """What priors.yaml says."""
    text = files(__package__).joinpath("priors.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.safe_load(text)
    return found


def prior_mix(name: str) -> Floats:
    """The prior shares [group, kind] of `entry_mix` or `move_mix`."""
    rows = priors()[name].values()
    return np.array([[row.get(kind.value, 0.0) + _FAINT for kind in KINDS] for row in rows])
