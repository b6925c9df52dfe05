"""Kinds of evidence, how strong it is, and where gaps and asks stand."""

from collections.abc import Mapping

from django.db.models import TextChoices

from sufficiency.web.ui.components import Tone


class Kind(TextChoices):
    """What an item of the library is."""

    STUDY = "study", "Study"
    PRACTICE = "practice", "Good practice"
    ACTIVITY = "activity", "Improvement activity"
    BENCHMARK = "benchmark", "Benchmark"
    POLICY = "policy", "Policy or guidance"


class Strength(TextChoices):
    """How far an item can be relied on."""

    STRONG = "strong", "Strong"
    MODERATE = "moderate", "Moderate"
    WEAK = "weak", "Weak"
    NOT_GRADED = "not_graded", "Not graded yet"


class Status(TextChoices):
    """Where an item stands."""

    PUBLISHED = "published", "Published"
    RECENT = "recent", "Recent"
    ONGOING = "ongoing", "Under way"
    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"


class Chapter(TextChoices):
    """The two halves of the narrative."""

    NOW = "now", "Where we are"
    VISION = "vision", "Where we want to be"


STRENGTH_TONES: Mapping[str, Tone] = {
    Strength.STRONG: Tone.GOOD,
    Strength.MODERATE: Tone.WAITING,
    Strength.WEAK: Tone.WARNING,
    Strength.NOT_GRADED: Tone.QUIET,
}
