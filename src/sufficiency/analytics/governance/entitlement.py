"""Whom a promise of government covers by age, as papers for boards state it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sufficiency.analytics.governance.papers import PapersError

OLDEST = 125  # so that a year of birth typed as an age is refused


@dataclass(frozen=True)
class Entitlement:
    """Ages in completed years, first and last included; those with SEND may stay entitled for longer."""

    from_age: int
    to_age: int
    to_age_with_send: int | None = None

    def __post_init__(self) -> None:
        last = self.to_age if self.to_age_with_send is None else self.to_age_with_send
        if not 0 <= self.from_age <= self.to_age <= last <= OLDEST:
            raise PapersError(
                f"Ages {self.from_age} to {self.to_age} (with SEND {last}) run backwards or past {OLDEST}.",
                where="eligibility",
                what_next="Give the first age, the last, and the last for those with SEND, in that order.",
            )

    def covers(self, age: int, *, has_send: bool = False) -> bool:
        """Whether someone of an age is entitled."""
        longer = self.to_age_with_send if has_send else None
        return self.from_age <= age <= (self.to_age if longer is None else longer)

    @property
    def in_words(self) -> str:
        """The ages as a sentence says them."""
        send = "" if self.to_age_with_send is None else f", to {self.to_age_with_send} with SEND"
        return f"{self.from_age} to {self.to_age}{send}"


def entitlement_of(topic: Mapping[str, Any]) -> Entitlement | None:
    """What a topic of a paper says of ages; None where it says nothing."""
    told = topic.get("eligibility")
    if told is None:
        return None
    try:
        first, last = (int(age) for age in told["ages"])
        send = told.get("send_up_to")
        return Entitlement(first, last, None if send is None else int(send))
    except (KeyError, TypeError, ValueError) as problem:
        raise PapersError(
            f"“{told}” does not say for which ages it holds.",
            where=f"topic {topic.get('topic', '')} → eligibility",
            what_next="Write, for example, eligibility: {ages: [11, 18], send_up_to: 25}.",
        ) from problem
