"""Takes facts about homes away, as they are missing in real registers."""

from dataclasses import replace
from typing import Any

from sufficiency.analytics.made_up.matching.drawing import Random, chance
from sufficiency.analytics.matching.homes import Home

MAY_BE_UNKNOWN = (
    "registered", "admitting", "stopped", "free_places", "fostered", "exempt_up_to", "ages_from", "ages_to",
    "approved_number", "approved_for", "connected_to", "health_area", "children_there", "animals", "strain", "postcode",
)  # fmt: skip
KEYED = ("skills", "offers", "features", "identity", "mix_safe")


def blanked(home: Home, rng: Random, share: float) -> Home:
    """The home with a share of what is known of it taken away; what decides about law is known more often."""
    gone = {name: None for name in MAY_BE_UNKNOWN if chance(rng, share / 4)}
    kept = {
        name: {key: value for key, value in getattr(home, name).items() if not chance(rng, share)}
        for name in KEYED
    }
    changes: dict[str, Any] = {**gone, **kept}
    return replace(home, **changes)
