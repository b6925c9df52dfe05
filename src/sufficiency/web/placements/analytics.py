"""Stored requests and homes as matching knows them; with registered.py the only files that call analytics."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from sufficiency.analytics.matching import explaining, ranking as ranks
from sufficiency.analytics.matching.children import Child, Need, PlaceToReach, Wish
from sufficiency.analytics.matching.columns import Columns
from sufficiency.analytics.matching.contract import candidate, order_note
from sufficiency.analytics.matching.explaining import Card
from sufficiency.analytics.matching.ranking import Ranking
from sufficiency.analytics.matching.requests import NoGo, Override, Request
from sufficiency.analytics.matching.travel import Point, points
from sufficiency.analytics.matching.vocabulary import DOMAINS, ESSENTIALS, FEATURES, Anchor, Stay
from sufficiency.analytics.matching.worlds import Policy, World
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.postcodes import plain_text
from sufficiency.analytics.reference.working_days import working_days_after as after
from sufficiency.web.access.models import Authority
from sufficiency.web.commissioning.models.contracts import Contract
from sufficiency.web.homes.models import Home
from sufficiency.web.placements import lacking, prices, registered
from sufficiency.web.placements.models import Neighbour, RankingPolicy, RequestChild, SearchRequest
from sufficiency.web.placements.questions.risks import MIXES
from sufficiency.web.placements.questions.search import STAYS

Answers = dict[tuple[int | None, str], Any]
NONE_EXPLORED = "none"


def ranking_of(request: SearchRequest, *, only: Sequence[int] | None = None) -> Ranking:
    """Every home of the register (or only some) for a request, as everything stands now."""
    homes = registered.known_homes(
        request.authority, emergency=request.is_emergency, only=only, request=request
    )
    known, where = plain(request), registered.points_of_homes(request.authority, only)
    return _ranked(known, Columns(homes, {**_points(known), **where}), _world(request.authority))


def rankings_of(authority: Authority, requests: Sequence[SearchRequest]) -> Iterator[Ranking]:
    """Every home for each of several requests; the register is read once, or twice where some are emergencies."""
    world, known = _world(authority), {request.pk: plain(request) for request in requests}
    where: dict[str, Point] = {}
    for one in known.values():
        where |= _points(one)
    where |= registered.points_of_homes(authority)
    read: dict[bool, Columns] = {}
    for request in requests:
        urgent = request.is_emergency
        if urgent not in read:
            read[urgent] = Columns(registered.known_homes(authority, emergency=urgent), where)
        columns = _found_by(request, read[urgent])
        yield _ranked(known[request.pk], columns, world)


def _found_by(request: SearchRequest, columns: Columns) -> Columns:
    """The same columns where a request finds homes as they are: working them out takes longer than ranking by them."""
    homes = tuple(columns.homes)
    found = registered.as_found_by(request, homes)
    return columns if found == homes else Columns(found, columns.points)


def policy_of(kept: RankingPolicy | None) -> Policy:
    """A stored ranking policy as matching knows it; without one, the declared weights and tolerance."""
    if kept is None:
        return Policy()
    agreed = timezone.localdate(kept.settled_at) if kept.settled_at else None
    return Policy(
        weights=kept.weights, tolerance=float(kept.tolerance), approved_by=str(kept), approved_on=agreed
    )


def kept_policy(ranking: Ranking, authority: Authority) -> RankingPolicy | None:
    """The stored version that a ranking was made by: the panel may have agreed another since."""
    versions = RankingPolicy.objects.of(authority)
    return next((kept for kept in versions if str(kept) == ranking.policy.approved_by), None)


def _world(authority: Authority) -> World:
    """What holds for every request of a day: ours and our neighbours, and the policy that the panel agreed."""
    return World(
        as_of=timezone.localdate(),
        requests=(),
        homes=(),
        authority=authority.code,
        adjoining=tuple(Neighbour.objects.of(authority).values_list("code", flat=True)),
        policy=policy_of(RankingPolicy.in_force(authority)),
    )


def _ranked(known: Request, columns: Columns, world: World) -> Ranking:
    return ranks.rank(known, columns, replace(world, requests=(known,), homes=tuple(columns.homes)))


def card_of(ranking: Ranking, row: int) -> Card:
    """The explanation of one home."""
    return explaining.card(ranking, row)


def cards_of(ranking: Ranking, *, top: int) -> list[Card]:
    """Explanations in the order shown, with the best of every tier."""
    return explaining.cards(ranking, top=top)


def why_not(ranking: Ranking, name: str) -> Card | None:
    """The explanation of a home by name or reference, ruled out or not."""
    return explaining.why_not(ranking, name)


def note_of(ranking: Ranking) -> str:
    """What the order of preference did, in a sentence."""
    return order_note(ranking)


def frozen(found: Card) -> dict[str, Any]:
    """A card as it is kept with a decision."""
    return candidate(found)


def runners_up(ranking: Ranking, row: int, count: int) -> list[dict[str, Any]]:
    """The best of those that were not chosen."""
    rows = [other for other in ranking.order if other != row][:count]
    return [candidate(found) for found in explaining.cards_of(ranking, rows)]


def usual_price(kind: Kind, day: date) -> Decimal | None:
    """The usual weekly price of a kind of placement."""
    return prices.usual_price(kind, day)


def contract_of(home: Home, day: date) -> Contract | None:
    """The contract in force that buys places in a home."""
    return prices.contract_of(home, day)


def agreed_price(contract: Contract) -> Decimal:
    """What a place costs a week by a contract."""
    return prices.agreed_price(contract)


def working_days_after(day: date, count: int) -> date:
    """The day so many working days later."""
    return after(day, count)


def plain(request: SearchRequest) -> Request:
    """The request as matching knows it."""
    answers = lacking.answers_of(request)
    members = list(request.members.select_related("child"))
    explored = answers.get((None, "explored"))
    return Request(
        id=request.reference,
        children=tuple(_child(member, answers) for member in members),
        asked_at=request.asked_at,
        needed_by=request.needed_by,
        emergency=request.is_emergency,
        expected_stay=_stay(answers.get((None, "stay"))),
        complexity=_yes(answers.get((None, "complexity"))),
        residential_wish=_any_yes([answers.get((m.pk, "residential_wish")) for m in members]),
        explored_in_county=None if explored is None else _lines(explored),
        no_go=tuple(area for member in members for area in _no_go(member, answers)),
        overrides=tuple(
            Override(
                rule=one.rule, by=one.post, reason=one.reason, home=one.home.reference if one.home else None
            )
            for one in request.rules_set_aside.select_related("home")
        ),
    )


def _child(member: RequestChild, answers: Answers) -> Child:
    def said(key: str) -> Any:
        return answers.get((member.pk, key))

    wished, unwished = said("wishes"), said("wishes_not")
    return Child(
        id=f"child {member.pk}",
        born=member.child.born,
        needs=tuple(_needs(said)),
        essentials=tuple(item for item, label in ESSENTIALS.items() if label in (said("essentials") or ())),
        places=_places(said),
        keep_school=_keeps_school(said),
        key_people=(),
        wishes=None if wished is None and unwished is None else tuple(_wishes(wished or (), unwished or ())),
        identity_needs=tuple(part.strip() for part in (said("identity") or "").split(",") if part.strip()),
        apart_from=tuple(mix for mix, label in MIXES.items() if label in (said("apart_from") or ())),
    )


def _needs(said: Any) -> list[Need]:
    """Every domain: the level that was said, or not known."""
    levels = {domain: said(f"need_{domain}") for domain in DOMAINS}
    return [
        Need(domain=domain, level=None if level is None else int(str(level)[0]))
        for domain, level in levels.items()
    ]


def _places(said: Any) -> tuple[PlaceToReach, ...] | None:
    codes = {Anchor.FAMILY: said("family_postcode"), Anchor.SCHOOL: said("school_postcode")}
    found = tuple(PlaceToReach(kind=kind, postcode=code) for kind, code in codes.items() if code)
    return found or None


def _keeps_school(said: Any) -> bool | None:
    return False if said("at_school") in ("No", "Not applicable") else _yes(said("keep_school"))


def _wishes(wished: Sequence[str], unwished: Sequence[str]) -> list[Wish]:
    return [
        Wish(feature=feature, wanted=label in wished)
        for feature, label in FEATURES.items()
        if label in wished or label in unwished
    ]


def _no_go(member: RequestChild, answers: Answers) -> list[NoGo]:
    code = answers.get((member.pk, "avoid_postcode"))
    miles = answers.get((member.pk, "avoid_miles"))
    return [NoGo(postcode=code, miles=float(miles or 1), why="risk plan")] if code else []


def _stay(words: object) -> Stay | None:
    return next((stay for stay, label in STAYS.items() if label == words), None)


def _yes(answer: object) -> bool | None:
    return {"Yes": True, "No": False}.get(str(answer))


def _any_yes(answers: Sequence[object]) -> bool | None:
    found = [_yes(answer) for answer in answers]
    return True if True in found else None if None in found else False


def _lines(text: object) -> tuple[str, ...]:
    lines = [line.strip() for line in str(text).splitlines()]
    return tuple(line for line in lines if line and line.casefold() != NONE_EXPLORED)


def _points(known: Request) -> dict[str, Point]:
    codes = [place.postcode for child in known.children for place in child.places or () if place.postcode]
    codes += [area.postcode for area in known.no_go if area.postcode]
    found = (_point(plain_text(code)) for code in codes)
    return {code: point for code, point in found if point is not None}


@cache
def _point(code: str) -> tuple[str, Point | None]:
    # A letter's postcodes take a second to unpack the first time; the copy is kept in the site's own folder.
    return code, points([code], cache=Path(settings.HOME) / "cache").get(code)
