"""Reads a world from JSON, and says what the JSON must look like. Both come from the declared classes."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sufficiency.analytics.matching.scoring import weights_of
from sufficiency.analytics.matching.worlds import World

SHOWN = 5


class WorldError(Exception):
    """The file is no world that can be matched; says what is wrong, where, and what next."""

    what_next = "Mend the file; `sufficiency match --schema` says what each field means."

    def __init__(self, what: str, where: str = "") -> None:
        self.what, self.where = what, where
        super().__init__(what)


@cache
def _adapter() -> TypeAdapter[World]:
    return TypeAdapter(World)


def read_world(text: str) -> World:
    """The world that a JSON text describes; raises WorldError, or WeightsError."""
    try:
        world = _adapter().validate_json(text)
    except ValidationError as problem:
        raise _explained(problem) from problem
    _check_references(world)
    # Looked at here, as a world without requests would never come to use them.
    weights_of(world.policy)
    if not world.policy.tolerance >= 0:  # so written that what is no number is refused too
        raise WorldError(f"The tolerance is {world.policy.tolerance:g}, below 0.", "policy.tolerance")
    return world


def write_world(world: World) -> str:
    """The world as JSON."""
    return _adapter().dump_json(world, indent=1, exclude_defaults=True).decode()


def schema() -> Mapping[str, Any]:
    """The JSON Schema of a world, every field described."""
    found = _adapter().json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def _explained(problem: ValidationError) -> WorldError:
    errors = problem.errors(include_url=False)
    lines = [f"{_place(error['loc'])}: {_message(error)}" for error in errors[:SHOWN]]
    if len(errors) > SHOWN:
        lines.append(f"and {len(errors) - SHOWN} more")
    return WorldError("The file does not describe a world.", "\n             ".join(lines))


def _message(error: Any) -> str:
    if error["type"] == "unexpected_keyword_argument":
        return "there is no such field"
    given = json.dumps(error["input"], default=str)
    return f"{error['msg']} (given: {given[:60]})" if error["type"] != "missing" else "is missing"


def _place(location: tuple[Any, ...]) -> str:
    words = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in location]
    return "".join(words).lstrip(".") or "the file"


def _check_references(world: World) -> None:
    for name, things in (("requests", world.requests), ("homes", world.homes)):
        ids = [thing.id for thing in things]
        twice = sorted({one for one in ids if ids.count(one) > 1}) if len(set(ids)) < len(ids) else []
        if twice:
            raise WorldError(f"The id {twice[0]} is used twice.", name)
    for number, request in enumerate(world.requests):
        if not request.children:
            raise WorldError("A request needs at least one child.", f"requests[{number}] ({request.id})")
