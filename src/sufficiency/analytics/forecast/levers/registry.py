"""All levers: importing this declares them."""

from collections.abc import Mapping

from sufficiency.analytics.forecast.levers import (  # noqa: F401 - imported for what they declare
    coming_in,
    leaving,
    planned,
    prices,
    which_home,
)
from sufficiency.analytics.forecast.levers.declaring import Lever, declared


def levers() -> Mapping[str, Lever]:
    """Every lever by its id."""
    return declared()
