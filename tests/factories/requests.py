"""Requests for homes, as far along as a test needs them."""

from datetime import date, timedelta

from django.utils import timezone

from factories.children import ChildFactory
from factories.homes import HomeFactory, OfferFactory, officer_of
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.roles import ROLES
from sufficiency.web.placements import actions

CANARY = "PE28 9XX"  # where the family lives: must appear nowhere
NEEDS = {"need_behaviour": "2 high", "need_health": "0 none"}
VOICE = {"words": "I want to stay with my brother.", "wishes": ["pets"], "identity": ""}
PLACES = {
    "family_time": "Mum on Saturdays.",
    "family_postcode": CANARY,
    "keep_school": "Yes",
    "at_school": "Yes",
}
PLAN = {
    "plan": "Long-term foster care.",
    "stay": "Short term, up to two years",
    "complexity": "No",
    "explored": "none",
}
ANSWERS = {
    "is_genuine": True, "genuine_because": "No bed tonight.",
    "is_unforeseeable": True, "unforeseeable_because": "The carer fell ill today.",
    "is_unpreventable": True, "unpreventable_because": "Nobody else can stay.",
    "was_known": True, "known_to": "Police",
}  # fmt: skip


def person_of(authority, role, name):
    """Someone in a role, who is nobody's account."""
    return Actor(authority=authority, roles=(ROLES[role],), name=name)


def soon(hours):
    """So many hours from now."""
    return timezone.now() + timedelta(hours=hours)


def a_draft(authority, *, hours=200, born=(date(2017, 3, 1),), filled=True):
    """A request for a child, or several, filled as far as a search needs it."""
    worker = person_of(authority, "social_worker", "Ben Example")
    children = [ChildFactory(authority=authority, born=day) for day in born]
    request = actions.begin(children, needed_by=soon(hours), by=worker)
    if filled:
        for member in request.members.all():
            actions.write(
                request, {**NEEDS, **VOICE, **PLACES}, by=worker, member=member, said_by="Ben Example"
            )
        actions.write(request, PLAN, by=worker)
    return request


def an_emergency(authority, **facts):
    """A request that passed the challenge and is being looked after."""
    request = a_draft(authority, hours=5, **facts)
    actions.send(request, by=person_of(authority, "social_worker", "Ben Example"))
    actions.answer_challenge(request, by=person_of(authority, "team_manager", "Dev Example"), **ANSWERS)
    request.refresh_from_db()
    return request


def a_home(authority, **facts):
    """A foster home of the council with room, skills and a place on the map."""
    facts = {
        "provider__authority": authority, "postcode": "CB1 1AA", "easting": 545000, "northing": 258000,
        "area": authority.code, "has_pets": True, **facts,
    }  # fmt: skip
    home = HomeFactory(**facts)
    OfferFactory(home=home, name="challenging_behaviour")
    return home


def asked_yes(request, home):
    """The home was asked and said yes."""
    officer = officer_of(request.authority)
    (ask,) = actions.ask(request, [home], reply_by=soon(3), by=officer)
    return actions.reply(ask, yes=True, by=officer)
