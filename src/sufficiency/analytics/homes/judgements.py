"""What inspectors say of a home or an agency, and which judgements mean that every child there is looked at again.

Source: Ofsted, social care common inspection framework (SCCIF); for supported accommodation the three outcomes of
its own framework, in use since September 2024.
"""

from enum import StrEnum


class Judgement(StrEnum):
    """The overall judgement of an inspection, best first."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires_improvement"
    INADEQUATE = "inadequate"
    CONSISTENTLY_STRONG = "consistently_strong"
    INCONSISTENT = "inconsistent"
    SERIOUS_WEAKNESSES = "serious_weaknesses"

    @property
    def label(self) -> str:
        """The judgement in words."""
        return _LABELS[self]

    @property
    def is_of_concern(self) -> bool:
        """Whether every child there is to be looked at again, and nobody else placed meanwhile."""
        return self in (Judgement.INADEQUATE, Judgement.SERIOUS_WEAKNESSES)


_LABELS = {
    Judgement.OUTSTANDING: "Outstanding",
    Judgement.GOOD: "Good",
    Judgement.REQUIRES_IMPROVEMENT: "Requires improvement to be good",
    Judgement.INADEQUATE: "Inadequate",
    Judgement.CONSISTENTLY_STRONG: "Consistently strong",
    Judgement.INCONSISTENT: "Inconsistent quality",
    Judgement.SERIOUS_WEAKNESSES: "Serious or widespread weaknesses",
}
