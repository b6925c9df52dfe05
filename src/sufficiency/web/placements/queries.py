"""What pages and reports read about requests."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from sufficiency.web.access.models import Authority
from sufficiency.web.placements.models import (
    Answer,
    Ask,
    Challenge,
    Check,
    Choice,
    Commitment,
    Disruption,
    Extension,
    RequestChild,
    SearchRequest,
)
from sufficiency.web.placements.states import OPEN_STATES, AskState, RequestState

TONIGHT_HOURS = 24
ENDING_SOON = timedelta(days=28)  # long enough for the next monthly panel
SHORT_LIVED = timedelta(days=91)  # broken down within three months


def requests_of(authority: Authority) -> "QuerySet[SearchRequest]":
    """Every request, the soonest needed first."""
    return SearchRequest.objects.of(authority)


def open_requests(authority: Authority, *, now: datetime) -> "QuerySet[SearchRequest]":
    """Requests for which somebody still waits, with what the board says of each."""
    late = Q(asks__state=AskState.WAITING, asks__reply_by__lt=now)
    return (
        requests_of(authority)
        .filter(state__in=OPEN_STATES)
        .annotate(
            out=Count("asks", filter=Q(asks__state=AskState.WAITING), distinct=True),
            yes=Count("asks", filter=Q(asks__state=AskState.YES), distinct=True),
            silent=Count("asks", filter=late, distinct=True),
        )
        .prefetch_related(
            Prefetch("members", RequestChild.objects.select_related("child")), "choices__approvals"
        )
        .order_by("needed_by", "pk")  # counting takes the table’s own order away
    )


def waits_for(request: SearchRequest) -> str:
    """Who has to do what next, in words (needs the counts of `open_requests`)."""
    if request.state == RequestState.DRAFT:
        return f"{request.asked_by_name}: finish and send"
    if request.state == RequestState.CHALLENGE:
        return "A manager: is it an emergency?"
    if request.state == RequestState.PANEL:
        return "The gateway panel"
    if request.state == RequestState.DECIDED:
        return _decided(request)
    return _searching(request)


def _decided(request: SearchRequest) -> str:
    choice = next((one for one in request.choices.all() if one.is_current), None)
    if choice is None:
        return "A placement officer: look again"
    waiting = [one.who for one in choice.approvals.all() if one.done_at is None and not one.is_notice]
    return f"Approval: {', '.join(waiting)}" if waiting else "Moving in"


def _searching(request: SearchRequest) -> str:
    yes, out, silent = (getattr(request, name, 0) for name in ("yes", "out", "silent"))
    if yes:
        return f"A placement officer: choose ({yes} yes)"
    if out:
        late = f", {silent} late" if silent else ""
        return f"Homes: {out} asked{late}"
    return "A placement officer: ask homes"


def needed_tonight(authority: Authority, *, now: datetime) -> "QuerySet[SearchRequest]":
    """Requests needed within a day, or late."""
    return open_requests(authority, now=now).filter(needed_by__lte=now + timedelta(hours=TONIGHT_HOURS))


def current_answers(request: SearchRequest) -> "QuerySet[Answer]":
    """Every answer that holds."""
    return request.answers.filter(is_current=True)


def asks_of(request: SearchRequest) -> "QuerySet[Ask]":
    """Homes that were asked, in the order asked."""
    return request.asks.select_related("home", "home__provider", "request", "authority")


def checks_due(authority: Authority, *, now: datetime) -> "QuerySet[Check]":
    """Checks that are due today or late."""
    return (
        Check.objects.of(authority)
        .filter(done_on=None, due_on__lte=timezone.localdate(now))
        .select_related("request")
    )


def ending_soon(authority: Authority, *, now: datetime) -> "QuerySet[Commitment]":
    """Lines of stays whose expected end is within four weeks or past, and nobody has asked for longer."""
    asked = Extension.objects.of(authority).filter(decided_at=None)
    soon = timezone.localdate(now) + ENDING_SOON
    lines = Commitment.objects.of(authority).filter(expected_until__lte=soon, placement__ended_on=None)
    return lines.exclude(choice__request__in=asked.values("request")).select_related("choice__request")


def refusals(authority: Authority) -> list[tuple[str, str, int]]:
    """How often each provider said no for each reason."""
    rows = (
        Ask.objects.of(authority)
        .filter(state=AskState.NO)
        .values_list("home__provider__name", "why_not")
        .annotate(times=Count("pk"))
        .order_by("-times", "home__provider__name")
    )
    return list(rows)


def refusals_by_need(authority: Authority) -> list[tuple[str, str, int]]:
    """How often homes said no, by the highest needs (2 or 3) of the children and by reason."""
    found: Counter[tuple[str, str]] = Counter()
    asks = Ask.objects.of(authority).filter(state=AskState.NO).values_list("request", "why_not")
    needs = _high_needs(authority, [request for request, _ in asks])
    for request, why in asks:
        found.update((need, why) for need in needs.get(request, {"none high"}))
    return [(need, why, times) for (need, why), times in found.most_common()]


def _high_needs(authority: Authority, requests: Iterable[int]) -> dict[int, set[str]]:
    rows = Answer.objects.of(authority).filter(
        request__in=list(requests), is_current=True, question__startswith="need_"
    )
    found: dict[int, set[str]] = {}
    for request, question, value in rows.values_list("request", "question", "value"):
        if str(value)[:1] in ("2", "3"):
            found.setdefault(request, set()).add(question)
    return found


def emergencies_by_month(authority: Authority) -> list[tuple[str, int, int, int]]:
    """For each month: requests sent, those needed within the threshold, and emergencies that were genuine."""
    sent: Counter[str] = Counter()
    urgent: Counter[str] = Counter()
    genuine: Counter[str] = Counter()
    rows = requests_of(authority).exclude(sent_at=None).values_list("sent_at", "is_emergency", "challenge")
    for at, is_emergency, challenge in rows:
        # By the clock on the wall: in summer the last hour of a month is the next month’s by Greenwich.
        month = f"{timezone.localtime(at):%Y-%m}"
        sent[month] += 1
        urgent[month] += challenge is not None
        genuine[month] += is_emergency
    return [(month, sent[month], urgent[month], genuine[month]) for month in sorted(sent, reverse=True)]


def days_to_a_home(authority: Authority) -> list[tuple[str, int, float]]:
    """For each month of sending: requests for which a home was chosen, and the mean days that took."""
    days: dict[str, list[float]] = {}
    rows = Choice.objects.of(authority).filter(is_current=True, request__sent_at__isnull=False)
    for sent, decided in rows.values_list("request__sent_at", "decided_at"):
        if sent is not None:  # the filter says so too
            days.setdefault(f"{timezone.localtime(sent):%Y-%m}", []).append(
                (decided - sent).total_seconds() / 86_400
            )
    return [(month, len(took), sum(took) / len(took)) for month, took in sorted(days.items(), reverse=True)]


def without_assessment(authority: Authority) -> list[Choice]:
    """Choices that rest on no named assessment."""
    named = Answer.objects.of(authority).filter(question="assessment", is_current=True).exclude(value=None)
    rows = Choice.objects.of(authority).filter(is_current=True).exclude(request__in=named.values("request"))
    return list(rows.select_related("request", "home"))


def soon_broken_down(authority: Authority) -> list[tuple[Disruption, Choice | None]]:
    """Placements that broke down within three months, with the choice and its reasons."""
    found = []
    rows = (
        Disruption.objects.of(authority)
        .select_related("request")
        .prefetch_related("request__choices__commitments")
    )
    for disruption in rows:
        choice = next((one for one in disruption.request.choices.all() if one.is_current), None)
        line = next(iter(choice.commitments.all()), None) if choice else None
        if line is None or disruption.ended_on - line.from_day <= SHORT_LIVED:
            found.append((disruption, choice))
    return found


def known_to_agencies(authority: Authority) -> tuple[int, int]:
    """Challenged requests about children known to agencies already, and all of them."""
    challenges = Challenge.objects.of(authority)
    return challenges.filter(was_known=True).count(), challenges.count()
