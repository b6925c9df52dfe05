"""Loads a strategy's file by the command `load`."""

from collections.abc import Mapping
from typing import Any

import yaml

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.strategy import actions, analytics


def recognises(content: Mapping[str, Any]) -> bool:
    """Whether a file holds a strategy."""
    return analytics.is_strategy(content)


def load(content: Mapping[str, Any], *, authority: Authority, by: Actor) -> list[str]:
    """Make it the version in force, and say what was loaded; again changes nothing."""
    # Written out again, so that the same content is the same file however it was laid out.
    text = yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False)
    version, is_new = actions.load(text, where="the strategy", authority=authority, by=by)
    if not is_new:
        return [f"{version} is there already; nothing was changed."]
    actions_held = sum(one.actions.count() for one in version.workstreams.all())
    said = (
        f"{version}: {version.objectives.count()} objectives, {version.workstreams.count()} workstreams, "
        f"{actions_held} actions, "
        f"{version.claims.count()} savings claims, {version.summary_actions.count()} summary actions "
        f"({version.summary_actions.filter(workstream=None).count()} untraced)."
    )
    return [said]
