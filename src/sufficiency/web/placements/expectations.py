"""What is expected of every placement: eleven things, looked at when it is looked at how the child has settled.

Source: Cambridgeshire placements strategy 2011–15, appendix 2 (l.637–647); our words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sufficiency.web.children.ages import age_on
from sufficiency.web.placements.choices import Met
from sufficiency.web.placements.models import Expectation, SearchRequest

SKILLS_FROM_AGE = 16  # the strategy asks for a plan of skills from this age


@dataclass(frozen=True)
class Expected:
    """One thing that is expected, with the line of the strategy that says so."""

    key: str
    label: str
    line: int


EXPECTED = (
    Expected("near", "Close to home, with links to the family", 637),
    Expected("community", "Part of the community, with activities", 638),
    Expected("independence", "Learns the skills for independence", 639),
    Expected("own_home", "Is helped into a home of their own", 640),
    Expected("education", "Education is provided, also when the child cannot attend", 641),
    Expected("in_touch", "Relationships go on beyond the placement", 642),
    Expected("culture", "Culture and religion are recognised", 643),
    Expected("boundaries", "Boundaries restore, with the least physical intervention", 644),
    Expected("plans", "Assessed, with a care plan that has outcomes, services and times", 645),
    Expected("health", "Registered with a doctor and a dentist, and with the specialists needed", 646),
    Expected("adapted", "Adapted to the child’s disability", 647),
)
LABELS = {one.key: one.label for one in EXPECTED}


def latest(request: SearchRequest) -> dict[str, Expectation]:
    """By expectation: what was found when it was last looked at."""
    rows = Expectation.objects.filter(check_made__request=request).order_by("check_made__done_on", "pk")
    return {one.key: one for one in rows.select_related("check_made")}


def flags(
    request: SearchRequest, found: dict[str, Expectation], births: Iterable[date | None], today: date
) -> list[str]:
    """What is not as expected, and what nobody has looked at although a check was made."""
    if not request.checks.exclude(done_on=None).exists():
        return []
    old_enough = [born for born in births if born and age_on(today, born=born) >= SKILLS_FROM_AGE]
    flagged = [
        f"{LABELS[key]}: {one.get_result_display().lower()}"
        for key, one in found.items()
        if one.result in (Met.NOT_MET, Met.PARTLY)
    ]
    if old_enough and found.get("independence") is None:
        flagged.append("A child of 16 or more, and nobody has looked at the skills for independence")
    return flagged
