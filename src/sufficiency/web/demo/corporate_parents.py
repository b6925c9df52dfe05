"""What the demonstration’s corporate parents promise, hear and ask: the lists of their panel, all made up."""

from datetime import date, timedelta
from typing import Any

from sufficiency.web.corporate_parenting.group_registers import our_homes
from sufficiency.web.corporate_parenting.models import (
    Body,
    Briefing,
    Challenge,
    Champion,
    PanelYear,
    PledgeSignature,
    RotaHome,
    Theme,
    Training,
    Visit,
    Voice,
)
from sufficiency.web.governance.models import Group, Member

Owned = dict[str, Any]  # authority and group of a row
OBJECTIVES = "Keeping you safe\nWhere I live\nMy education\nMy wishes and feelings\nLeaving care\nMy health"
THEMES = (
    (6, "Missing from home", "Keeping you safe", "Return interviews are offered; fewer are taken up."),
    (9, "Homes near by", "Where I live", "More children live close to their school than a year ago."),
    (10, "Exam results", "My education", "Best in four years."),
)
CHAMPIONS = (
    ("Housing", "Alan Frost"),
    ("Education", "Bina Shah"),
    ("Health", ""),
    ("Foster carers", "Colin Reed"),
)
BODIES = (("account", "Virtual School"), ("account", "Designated nurse"), ("witness", "Foster carers"))


def keep_lists(panel: Group, members: list[Member], *, today: date) -> None:
    """The lists of the municipal year that today falls into; it begins in May."""
    owned: Owned = {"authority": panel.authority, "group": panel}
    began = date(today.year if today.month >= 5 else today.year - 1, 5, 1)
    _year(owned, began)
    _promises(owned, members, began)
    _visits(owned, members, today)
    _accounts(owned, began)
    _voices(owned, began)


def _year(owned: Owned, began: date) -> None:
    PanelYear.objects.create(
        begins_on=began, ends_on=began.replace(year=began.year + 1) - timedelta(days=1), objectives=OBJECTIVES,
        priorities="Health assessments in time\nHomes near by", next_priorities="A better offer to care leavers",
        implications="Resources: none that are new\nRisk: more children than places",
        background="Terms of reference", **owned,
    )  # fmt: skip
    for month, theme, objective, finding in THEMES:
        Theme.objects.create(
            on=began.replace(month=month, day=15), theme=theme, objective=objective, finding=finding, **owned
        )


def _promises(owned: Owned, members: list[Member], began: date) -> None:
    for theme, name in CHAMPIONS:
        Champion.objects.create(theme=theme, name=name, **owned)
    for member in members[
        :4
    ]:  # the fifth has neither signed nor been trained, so that the page has something to say
        PledgeSignature.objects.create(member=member, signed_on=began + timedelta(days=20), **owned)
        Training.objects.create(member=member, done_on=began + timedelta(days=40), **owned)


def _visits(owned: Owned, members: list[Member], today: date) -> None:
    """Our homes on the rota; the first was visited month by month, by another member each time."""
    homes = our_homes(owned["group"]) or ["Elm House", "The Willows"]
    for home in homes:
        RotaHome.objects.create(name=home, **owned)
    month = today.replace(day=1)
    for member in members:
        Visit.objects.create(
            kind="reg44", home=homes[0], month=month, member=member, done_on=min(month + timedelta(days=11), today),
            finding="Warm, tidy, good food. One repair is slow.", **owned,
        )  # fmt: skip
        month = (month - timedelta(days=1)).replace(day=1)


def _accounts(owned: Owned, began: date) -> None:
    for kind, name in BODIES:
        Body.objects.create(kind=kind, name=name, **owned)
    Challenge.objects.create(
        on=began.replace(month=9, day=15),
        text="Why do children in the north move more often?",
        put_to="Head of Fostering",
        **owned,
    )
    Briefing.objects.create(
        on=began.replace(month=7, day=2),
        title="You are a corporate parent",
        briefed=41,
        councillors=61,
        **owned,
    )


def _voices(owned: Owned, began: date) -> None:
    Voice.objects.create(
        kind="consultation", on=began.replace(month=10, day=3), title="Big Vote", took_part=118, took_part_uasc=4,
        text="“We want to know where we will live before we are in the car.”",
        done="Every child over seven now gets a page about the home before they move.", **owned,
    )  # fmt: skip
