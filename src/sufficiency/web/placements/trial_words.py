"""A made-up case in words, as an officer would read a referral and the profiles of homes."""

from collections.abc import Iterable

from sufficiency.analytics.made_up.matching.cases import Case
from sufficiency.analytics.matching.children import Child
from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.travel import minutes
from sufficiency.analytics.matching.vocabulary import Anchor, Identity, Stay
from sufficiency.web.placements.questions.search import STAYS
from sufficiency.web.ui.wording import pounds

LEVELS = ("none", "some", "high", "very high")
SKILLS = ("no experience", "some experience", "experienced", "very experienced")
IDENTITY = {Identity.MET: "met", Identity.SUPPORTED: "met with support", Identity.NOT_YET: "not met yet"}
ANCHORS = {Anchor.FAMILY: "the family", Anchor.SCHOOL: "school"}


def request(case: Case) -> list[tuple[str, list[str]]]:
    """Who needs a home: a heading and lines for each child, then what holds for all."""
    asked = case.request
    children = [(_who(child, case), list(_about(child))) for child in asked.children]
    stay = STAYS.get(asked.expected_stay, "not known") if asked.expected_stay else "not known"
    urgent = ["Needed today"] if asked.emergency else []
    supported = ", ".join(domain.label.lower() for domain in asked.supports)
    support = [f"Support from outside is arranged for: {supported}"] if supported else []
    return [*children, ("The plan", [stay, *urgent, *support])]


def home(case: Case, one: Home) -> list[str]:
    """What is known of a home, in lines. Its fit and its place are not among it."""
    return [
        f"{one.tier.label}, {_price(one)}",
        f"Away: {_away(case, one)}",
        *_skills(case, one),
        f"Has: {_listed(feature.label for feature, has in one.features.items() if has)}",
        *_identity(case, one),
        f"Health service: {one.health_area or 'not known'}",
        f"Children there: {_listed(f'{age}' for age in one.children_there or ()) or 'none'}",
        f"Strain on the household now: {LEVELS[one.strain or 0]}",
        f"Approved for: {'; '.join(_stay(stay) for stay in one.approved_for or ()) or 'not known'}",
        *[
            f"{person.name.capitalize()} of the child lives there"
            for child in case.request.children
            for person in child.key_people or ()
            if person.home == one.id
        ],
    ]


def _who(child: Child, case: Case) -> str:
    years = child.years(case.ranking.facing.on)
    return f"A child of {years}"


def _about(child: Child) -> Iterable[str]:
    # Domains have commas in their names, so that semicolons part them.
    needs = [f"{need.domain.label} ({LEVELS[need.level or 0]})" for need in child.needs]
    yield f"Needs: {'; '.join(needs) or 'none beyond those of any child'}"
    if child.essentials:
        yield f"Cannot do without: {_listed(item.label for item in child.essentials)}"
    wishes = [f"{'' if wish.wanted else 'not '}{wish.feature.label}" for wish in child.wishes or ()]
    yield f"Wishes: {_listed(wishes) or 'nothing in particular'}"
    if child.identity_needs:
        yield f"Identity: {_listed(child.identity_needs)}"
    if child.health_area:
        yield f"Health service: {child.health_area}"
    yield "Should keep the same school" if child.keep_school else "May change school"


def _away(case: Case, one: Home) -> str:
    columns, row = case.ranking.facing.columns, case.ranking.homes.index(one)
    places = case.request.children[0].places or ()
    away = [(place.kind, minutes(columns.miles_to(place.postcode))[row]) for place in places]
    told = [f"{round(float(time))} minutes to {ANCHORS[kind]}" for kind, time in away if kind in ANCHORS]
    return _listed(told) or "not known"


def _skills(case: Case, one: Home) -> list[str]:
    """Skills in what the children need; the rest would only lengthen the page."""
    asked = {need.domain: None for child in case.request.children for need in child.needs if need.level}
    told = [f"{domain.label.lower()} ({SKILLS[one.skills.get(domain) or 0]})" for domain in asked]
    return [f"Skills: {'; '.join(told)}"] if told else []


def _identity(case: Case, one: Home) -> list[str]:
    asked = {need: None for child in case.request.children for need in child.identity_needs}
    told = [f"{need} ({IDENTITY[one.identity.get(need, Identity.NOT_YET)]})" for need in asked]
    return [f"Identity: {_listed(told)}"] if told else []


def _stay(stay: Stay) -> str:
    label = STAYS[stay]
    return label[0].lower() + label[1:]


def _price(one: Home) -> str:
    return "price not known" if one.weekly_cost is None else f"{pounds(one.weekly_cost)} a week"


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(filter(None, parts))
