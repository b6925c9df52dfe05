"""A back-test as the command line's JSON: plain lists and numbers with the keys that callers rely on."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sufficiency.analytics.forecast.backtest.rolling import OURS, Backtest
from sufficiency.analytics.forecast.backtest.scores import Score

_DECIMALS = 4


def as_json(found: Backtest) -> dict[str, Any]:
    """The scores with the keys of the command line, and what targets and methods are called."""
    return {
        "origins": [origin.isoformat() for origin in found.origins],
        "scores": [_rounded(one) for one in found.scores],
        "targets": [
            {"target": target.id, "label": target.label, "unit": target.unit, "group": target.group}
            for target in found.targets.values()
        ],
        "methods": [{"method": name, "label": label} for name, label in found.methods.items()],
        "ours": OURS,
        "replications": found.replications,
    }


def _rounded(one: Score) -> Mapping[str, Any]:
    return {
        name: round(value, _DECIMALS) if isinstance(value, float) else value
        for name, value in asdict(one).items()
    }
