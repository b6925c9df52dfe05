"""What a chapter commits to by a time or in a number, and says in two ways that are not the same."""

import re
from typing import Final

from sufficiency.analytics.strategy.plan import Commitment, Strategy
from sufficiency.analytics.strategy.quantities import numbers_in
from sufficiency.analytics.strategy.remarks.declaring import Found, reading_rule

# A plan for something by a day can be kept on that day without the thing being there.
_MEANT: Final = frozenset(
    (
        "plan",
        "plans",
        "planned",
        "planning",
        "aim",
        "aims",
        "intend",
        "intends",
        "consider",
        "explore",
        "propose",
    )
)
# Who takes children in against how many they take: a household may have no, one or several places.
_HOUSEHOLDS: Final = frozenset(("household", "households", "carer", "carers", "family", "families"))
_PLACES: Final = frozenset(("placement", "placements", "place", "places", "bed", "beds"))


@reading_rule("planned_or_reached")
def planned_or_reached(strategy: Strategy) -> Found:
    """Something that is to be reached by a time in one sentence, and only planned by then in another."""
    for one in _said_twice(strategy):
        planned = [bool(_words(text) & _MEANT) for text in (one.wording, one.summary)]
        if planned[0] == planned[1]:
            continue
        reached, meant = (one.summary, one.wording) if planned[0] else (one.wording, one.summary)
        by = f" by the {one.by}" if one.by else ""
        yield (
            _where(one),
            (
                f"“{reached}” asks that it is so{by}; “{meant}” asks for a plan. Who has a plan and no more has kept "
                "the one and missed the other: say which is counted."
            ),
        )


@reading_rule("numbers_differ")
def numbers_differ(strategy: Strategy) -> Found:
    """A commitment that is repeated with another number."""
    for one in _said_twice(strategy):
        ours, theirs = numbers_in(one.wording), numbers_in(one.summary)
        if ours and theirs and ours != theirs:
            yield (
                _where(one),
                f"“{one.wording}” has {_listed(ours)}, “{one.summary}” has {_listed(theirs)}.",
            )


@reading_rule("two_units")
def two_units(strategy: Strategy) -> Found:
    """An aim that counts households and placements in the same sentence."""
    for one in strategy.commitments:
        for text in filter(None, (one.wording, one.summary)):
            households, places = _words(text) & _HOUSEHOLDS, _words(text) & _PLACES
            if one.at_least and households and places and one.at_least in numbers_in(text):
                yield _where(one), _in_two_units(one, text, sorted(households)[0], sorted(places)[0])
                break  # the other sentence would say the same again


def _in_two_units(one: Commitment, text: str, households: str, places: str) -> str:
    number = one.at_least or 0
    return (
        f"“{text}” speaks of {households} and of {places} as if they were one. {number} {places} are {number} "
        f"{households} that take one child each, or {-(-number // 2)} that take two: say which of them the {number} is."
    )


def _said_twice(strategy: Strategy) -> list[Commitment]:
    return [one for one in strategy.commitments if one.wording and one.summary]


def _where(one: Commitment) -> str:
    return f"Objective {one.objective}, {one.name}"


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", text.lower()))


def _listed(numbers: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))
