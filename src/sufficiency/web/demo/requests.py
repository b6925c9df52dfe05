"""The demonstration's requests: a dozen in different stages, made by the desk's own actions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from sufficiency.analytics.matching.criteria.catalogue import CRITERIA
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.children.actions import add_child
from sufficiency.web.children.models import Child
from sufficiency.web.homes.models import Home
from sufficiency.web.placements import actions, analytics
from sufficiency.web.placements.choices import KinOutcome, Post, Refusal
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.models import Ask, SearchRequest

THRESHOLD = (
    "An emergency is a child who has nowhere safe to sleep tonight, where nobody could have seen it coming and "
    "nothing could have kept the child where they were."
)
FAMILY, SCHOOL = "CB4 2HY", "CB4 1YG"  # real postcodes of nobody in particular
NEIGHBOURS = (  # of the county whose postcodes are borrowed: Norfolk, Suffolk, Essex, Hertfordshire, and so on round
    "E10000020", "E10000029", "E10000012", "E10000015", "E06000056", "E06000055", "E06000061", "E06000031", "E10000019",
)  # fmt: skip
PLAN = {
    "plan": "Foster care while the assessment is finished.",
    "stay": "Short term, up to two years",
    "complexity": "No",
}
PEOPLE = Callable[[str], Actor]


@dataclass(frozen=True)
class Story:
    """One request: the children's ages, hours until a home is needed, how far it is, and what is known."""

    ages: tuple[int, ...]
    hours: int
    stage: str
    words: str
    needs: Mapping[str, str]
    plan: Mapping[str, str] | None = None


STORIES = (
    Story(
        (6, 9),
        7,
        "asked",
        "We want to stay together and go to our school.",
        {"need_attachment": "2 high", "need_behaviour": "1 some"},
    ),
    Story(
        (15,),
        5,
        "challenge",
        "I just want somewhere quiet tonight.",
        {"need_emotional": "2 high", "need_exploitation": "2 high"},
    ),
    Story((3,), 120, "panel", "", {"need_health": "1 some", "need_attachment": "1 some"}),
    Story((12,), 200, "panel", "I want to see my dog at weekends.", {"need_behaviour": "2 high"}),
    Story(
        (16,),
        300,
        "panel",
        "I would like to learn to cook for myself.",
        {"need_independence": "2 high"},
        {"complexity": "No"},
    ),
    Story((8,), 90, "panel", "Can I keep my football team?", {"need_communication": "1 some"}),
    Story((1,), 150, "panel", "", {"need_health": "2 high"}),
    Story(
        (10,),
        20,
        "searching",
        "I like big families.",
        {"need_behaviour": "1 some", "need_attachment": "2 high"},
    ),
    Story(
        (14,),
        12,
        "refused",
        "Not too far from my mates.",
        {"need_exploitation": "3 very high", "need_behaviour": "3 very high"},
        {"complexity": "Yes"},
    ),
    Story((5,), 10, "yes", "I want mummy to know where I am.", {"need_attachment": "1 some"}),
    Story((7,), 16, "decided", "My own bed, please.", {"need_emotional": "1 some"}),
    Story((11,), 22, "placed", "I want to be with my cousin’s family or near.", {"need_behaviour": "1 some"}),
    Story((13,), 400, "draft", "", {}),
    Story((4, 5, 8), 350, "draft", "", {"need_attachment": "2 high"}),
)


@transaction.atomic
def make_requests(authority: Authority, *, someone: PEOPLE, today: date) -> int:
    """The requests, once; what is there stays. How many there are."""
    if SearchRequest.objects.of(authority).exists():
        return 0
    actions.set_threshold(
        hours=24, text=THRESHOLD, from_day=today - timedelta(days=200), by=someone("team_manager")
    )
    _posts(someone)
    _ranking(someone)
    for number, story in enumerate(STORIES):
        _tell(number, story, authority, someone, today)
    return len(STORIES)


def _posts(someone: PEOPLE) -> None:
    """A small council: one head holds the posts that rules name."""
    administrator, head = someone("system_administrator"), someone("team_manager").user
    for post in (Post.HEAD, Post.NOMINATED, Post.DIRECTOR, Post.FOSTERING_MANAGER):
        if head is None:
            break
        actions.give_post(head, post=post, by=administrator)
    actions.set_neighbours(NEIGHBOURS, by=administrator)


def _ranking(someone: PEOPLE) -> None:
    """A change to how homes are ranked waits for the panel, so that its page has something to decide."""
    weights = {
        **{name: one.weight for name, one in CRITERIA.items()},
        "relationships": 18,
        "closeness_to_places": 17,
    }
    actions.propose_ranking(
        weights=weights, tolerance=Decimal(5), by=someone("team_manager"),
        reason="Brothers and sisters were parted twice this year although a home a little further away had room "
        "for both. Children should not lose each other for ten minutes on a bus.",
    )  # fmt: skip


def _tell(number: int, story: Story, authority: Authority, someone: PEOPLE, today: date) -> None:
    worker, manager, officer = (
        someone(role) for role in ("social_worker", "team_manager", "placement_officer")
    )
    children = [
        _child(authority, f"N{number + 1}{'ABC'[n]}", age, today, worker) for n, age in enumerate(story.ages)
    ]
    request = actions.begin(children, needed_by=timezone.now() + timedelta(hours=story.hours), by=worker)
    _written(request, story, worker)
    if story.stage == "draft":
        return
    actions.send(request, by=worker)
    if story.stage in ("challenge", "panel"):
        return
    actions.answer_challenge(request, by=manager, **_challenged())
    request.refresh_from_db()
    if story.stage != "searching":
        _looked_for(request, story.stage, worker, officer)


def _child(authority: Authority, reference: str, age: int, today: date, by: Actor) -> Child:
    born = date(today.year - age, 1, 15)
    return add_child(authority, reference=reference, by=by, born=born)


def _written(request: SearchRequest, story: Story, worker: Actor) -> None:
    for member in request.members.all():
        told: dict[str, Any] = {
            "family_postcode": FAMILY,
            "family_time": "Mum, Saturdays; Gran, by telephone.",
        }
        told |= {"school_postcode": SCHOOL, "keep_school": "Yes", "at_school": "Yes", **story.needs}
        told |= (
            {"words": story.words}
            if story.words
            else {"no_words_because": "Too young, or not seen yet today."}
        )
        if story.needs:
            actions.write(request, told, by=worker, member=member, said_by="Ben Carter")
    if story.needs:
        actions.write(request, {**PLAN, **(story.plan or {}), "explored": "none"}, by=worker)


def _challenged() -> dict[str, Any]:
    return {
        "is_genuine": True,
        "genuine_because": "No bed tonight.",
        "is_unforeseeable": True,
        "unforeseeable_because": "The carer was taken to hospital at noon.",
        "is_unpreventable": True,
        "unpreventable_because": "Nobody of the family can stay in the house.",
        "was_known": True,
        "known_to": "School, early help",
    }


def _looked_for(request: SearchRequest, stage: str, worker: Actor, officer: Actor) -> None:
    actions.think_of(request, name="Gran", relation="grandmother", outcome=KinOutcome.NOT_WILLING, by=worker)
    actions.close_kin(request, meeting="declined", by=worker)
    asks = _asked(request, officer)
    if stage == "refused":
        for ask, why in zip(asks, (Refusal.SKILLS, Refusal.RISK, Refusal.MIX), strict=False):
            actions.reply(ask, yes=False, why_not=why, by=officer)
    if stage in ("yes", "decided", "placed") and asks:
        actions.reply(asks[0], yes=True, by=officer)
        _settled(request, asks[0], stage, officer)


def _asked(request: SearchRequest, officer: Actor) -> list[Ask]:
    """The best three are asked."""
    ranking = analytics.ranking_of(request)
    names = [ranking.homes[row].id for row in ranking.order[:3]]
    homes = {home.reference: home for home in Home.objects.of(request.authority).filter(reference__in=names)}
    if not homes:
        return []
    until = timezone.now() + timedelta(hours=3)
    return actions.ask(request, [homes[name] for name in names], reply_by=until, by=officer)


def _settled(request: SearchRequest, ask: Ask, stage: str, officer: Actor) -> None:
    if stage == "yes":
        return
    try:
        actions.choose(
            request,
            ask.home,
            by=officer,
            reason="Near school, and the carers know how to settle a child.",
            gaps="The mix with the children there is looked at in the first days.",
            passed_over_because="The in-house home needs a rest until Monday.",
            promises=[
                {
                    "text": "A taxi to school",
                    "owner": "Ben Carter",
                    "due_on": timezone.localdate() + timedelta(days=2),
                }
            ],
        )
        if stage == "placed":
            with transaction.atomic():
                actions.place(request, on=timezone.localdate(), by=officer, because="Agreed with the carers.")
    except RefusedError:
        return  # the made-up register has no home that could take them: the request goes on waiting
