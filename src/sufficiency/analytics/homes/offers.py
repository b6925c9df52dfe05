"""What a home offers beyond a place: skills, adaptations, languages and faiths. Skills and adaptations are listed
here, so that everyone means the same; languages and faiths are free words, written alike."""

from collections.abc import Mapping
from enum import StrEnum


class Theme(StrEnum):
    """What an offer is about."""

    SKILL = "skill"
    ADAPTATION = "adaptation"
    LANGUAGE = "language"
    FAITH = "faith"

    @property
    def label(self) -> str:
        """The theme in words, for a heading."""
        return {"skill": "Skills", "adaptation": "Adaptations", "language": "Languages", "faith": "Faiths"}[
            self
        ]


# The first four are those that a placement strategy found too few of (inventory, C-069).
SKILLS: Mapping[str, str] = {
    "challenging_behaviour": "Challenging behaviour",
    "parent_and_child": "Parent and child",
    "disabled_children": "Disabled children",
    "emergencies": "Emergencies, day or night",
    "babies": "Babies",
    "siblings": "Brothers and sisters together",
    "teenagers": "Teenagers",
    "therapeutic": "Therapeutic care",
    "medical": "Medical needs",
    "autism": "Autism",
    "learning_disability": "Learning disability",
    "mental_health": "Mental health and self-harm",
    "exploitation": "Exploitation",
    "missing": "Going missing",
    "unaccompanied": "Unaccompanied asylum-seeking children",
    "remand": "Remand",
    "bsl": "British Sign Language",
    "makaton": "Makaton",
    "short_breaks": "Short breaks",
    "moving_on": "Moving on to adult life",
    "solo": "Solo, with nobody else placed",
    "two_to_one": "Two adults to a child",
}
ADAPTATIONS: Mapping[str, str] = {
    "step_free": "Step-free inside and out",
    "wheelchair": "Wheelchair throughout",
    "ground_floor": "Bedroom and bathroom on the ground floor",
    "hoist": "Hoist",
    "wet_room": "Wet room",
    "stair_lift": "Stair lift",
    "sensory": "Sensory room or space",
    "secure_garden": "Enclosed garden",
    "adapted_car": "Adapted car",
}
LISTED: Mapping[Theme, Mapping[str, str]] = {Theme.SKILL: SKILLS, Theme.ADAPTATION: ADAPTATIONS}


def in_words(theme: Theme, name: str) -> str:
    """An offer in words: a listed one by its label, a free one as it was written."""
    return LISTED.get(theme, {}).get(name, name)
