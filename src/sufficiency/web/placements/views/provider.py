"""The page by which a home that was asked answers, without an account."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sufficiency.web.access.acting import Actor, SiteRequest
from sufficiency.web.access.declaring import open_to_all
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.placements import actions, links
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.forms.steps import ReplyForm
from sufficiency.web.placements.models import Ask
from sufficiency.web.placements.referral import referral


@open_to_all("who has the link was asked, and has no account")
def asked(request: SiteRequest, token: str) -> HttpResponse:
    """What the home is asked, and its answer."""
    ask = links.ask_of(token)
    if ask is None or not links.is_good(ask, now=timezone.now()):
        return _closed(request, ask)
    _seen(request, ask)
    form = ReplyForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        try:
            actions.reply(
                ask,
                yes=told["answer"] == "yes",
                why_not=told["why_not"],
                note=told["note"],
                by=_home(request, ask),
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            return render(request, "placements/thanks.html", {"ask": ask, "answer": told["answer"]})
    document = referral(ask)
    return render(request, "placements/asked.html", {"ask": ask, "form": form, "document": document})


def _closed(request: SiteRequest, ask: Ask | None) -> HttpResponse:
    if ask is not None:
        with transaction.atomic():
            record(Verb.ASK_REFUSED, by=_home(request, ask), on=ask.request, reason=ask.home.reference)
    return render(request, "placements/asked_closed.html", status=410)


@transaction.atomic
def _seen(request: SiteRequest, ask: Ask) -> None:
    if ask.opened_at is None:
        Ask.objects.filter(pk=ask.pk).update(opened_at=timezone.now())
    record(Verb.ASK_SEEN, by=_home(request, ask), on=ask.request, reason=ask.home.reference)


def _home(request: SiteRequest, ask: Ask) -> Actor:
    address = request.META.get("REMOTE_ADDR", "")
    return Actor(authority=ask.authority, name=f"Home {ask.home.reference}", address=address)
