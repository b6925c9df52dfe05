"""Homes for a request, one home's card, asking, answers told to an officer, and referrals."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.homes.models import Home
from sufficiency.web.placements import actions, analytics, links, ranked
from sufficiency.web.placements.actions.moving import children_of
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.forms.steps import MomentForm, ReplyForm, RevealForm
from sufficiency.web.placements.models import Ask, Reveal
from sufficiency.web.placements.referral import as_text, referral
from sufficiency.web.placements.views.pages import ask_of, carry_out, document_file, form_page, found
from sufficiency.web.ui.asked import number_in

SHOWN = 20


@needs(Permission.HOMES_FIND)
def homes(request: SiteRequest, pk: int) -> HttpResponse:
    """The ranking: the best of every tier, why and why not; ask those that are selected."""
    asked = found(request, pk)
    when = MomentForm(request.POST or None, initial=_reply_by())
    if request.method == "POST" and when.is_valid():
        chosen = Home.objects.of(request.actor.here).filter(pk__in=_selected(request))

        def do() -> str:
            made = actions.ask(asked, chosen, reply_by=when.moment(), by=request.actor)
            return f"Asked: {', '.join(ask.home.reference for ask in made)}."

        carry_out(request, do)
        return redirect("placements:homes", pk)
    name = request.GET.get("why_not", "")
    shown = ranked.page(asked, top=SHOWN, why_not=name)
    # With the version: what was seen then can be told from what would be seen now.
    seen(Verb.HOMES_RANKED, by=request.actor, on=asked, child=children_of(asked), reason=shown["by_what"])
    return render(request, "placements/homes.html", {"asked": asked, "when": when, "name": name, **shown})


@needs(Permission.HOMES_FIND)
def card(request: SiteRequest, pk: int, home: int) -> HttpResponse:
    """One home for the request: the card, and what can be done with it."""
    asked = found(request, pk)
    place = get_object_or_404(Home.objects.of(request.actor.here).select_related("provider"), pk=home)
    ranking = analytics.ranking_of(asked)
    row = ranking.row_of(place.reference)
    if row is None:
        raise Http404
    shown = {"asked": asked, "home": place, "card": ranked.card(analytics.card_of(ranking, row))}
    return render(request, "placements/card.html", shown)


@needs(Permission.HOMES_FIND)
def answered(request: SiteRequest, pk: int, ask: int) -> HttpResponse:
    """Write down an answer that a home told an officer."""
    asked = found(request, pk)
    one, form = ask_of(asked, ask), ReplyForm(request.POST or None)

    def do(filled: Any) -> str:
        told = filled.cleaned_data
        actions.reply(
            one, yes=told["answer"] == "yes", why_not=told["why_not"], note=told["note"], by=request.actor
        )
        return f"{one.home.reference}: {told['answer']}."

    return form_page(
        request, asked, form, do, title=f"What does {one.home.reference} say?", button="Write down"
    )


@needs(Permission.PLACES_TAKE)
def hold(request: SiteRequest, pk: int, ask: int) -> HttpResponse:
    """Hold a place at a home that was asked, while it is decided."""
    asked = found(request, pk)
    one = ask_of(asked, ask)
    form = MomentForm(request.POST or None, initial=_reply_by())

    def do(filled: Any) -> str:
        made = actions.hold(one, until=filled.moment(), by=request.actor)
        return f"{one.home.reference}: {len(made)} held until {filled.moment():%d/%m/%Y %H:%M}."

    title = f"Hold a place at {one.home.reference} until"
    return form_page(request, asked, form, do, title=title, button="Hold it")


@needs(Permission.HOMES_FIND)
@require_POST
def revoke(request: SiteRequest, pk: int, ask: int) -> HttpResponse:
    """Take an ask back."""
    asked = found(request, pk)
    one = ask_of(asked, ask)

    def do() -> str:
        actions.revoke(one, by=request.actor)
        return f"{one.home.reference} is no longer asked; its link opens no more."

    carry_out(request, do)
    return redirect(asked)


@needs(Permission.HOMES_FIND)
@require_POST
def name_children(request: SiteRequest, pk: int, ask: int) -> HttpResponse:
    """Let a home that said yes see who the child is."""
    asked = found(request, pk)
    one = ask_of(asked, ask)

    def do() -> str:
        actions.name_children(one, by=request.actor)
        return f"{one.home.reference} now sees the child’s reference."

    carry_out(request, do)
    return redirect(asked)


@needs(Permission.HOMES_FIND)
def message(request: SiteRequest, pk: int, ask: int) -> HttpResponse:
    """What is sent to a home: the text of the e-mail with its link, and the referral as files."""
    asked = found(request, pk)
    one = ask_of(asked, ask)
    seen(Verb.REFERRAL_MADE, by=request.actor, on=asked, child=children_of(asked), reason=one.home.reference)
    link = request.build_absolute_uri(links.path_of(one))
    shown = {"asked": asked, "ask": one, "text": as_text(referral(one)), "link": link}
    return render(request, "placements/message.html", shown)


@needs(Permission.HOMES_FIND)
def download(request: SiteRequest, pk: int, ask: int, form: str) -> HttpResponse:
    """The referral as Word or PDF, addresses covered."""
    asked = found(request, pk)
    return _file(request, ask_of(asked, ask), form, None)


@needs(Permission.HOMES_FIND)
def reveal(request: SiteRequest, pk: int, ask: int) -> HttpResponse:
    """Make a copy that shows addresses to one named recipient."""
    asked = found(request, pk)
    one, form = ask_of(asked, ask), RevealForm(request.POST or None)
    if form.is_valid():
        try:
            made = actions.reveal(one, by=request.actor, **form.cleaned_data)
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            return _file(request, one, "docx", made)
    shown = {
        "asked": asked,
        "form": form,
        "title": "Show addresses to one person",
        "button": "Make their copy (Word)",
    }
    return render(request, "placements/form.html", shown)


def _file(request: SiteRequest, ask: Ask, form: str, shown_to: Reveal | None) -> HttpResponse:
    seen(
        Verb.REFERRAL_MADE, by=request.actor, on=ask.request, child=children_of(ask.request),
        reason=ask.home.reference,
    )  # fmt: skip
    return document_file(referral(ask, reveal=shown_to), form, name=f"referral-{ask.request.reference}")


def _selected(request: SiteRequest) -> list[int]:
    """Numbers of the homes that were ticked; what is no number was not written by our page."""
    asked = (number_in(given) for given in request.POST.getlist("home"))
    return [number for number in asked if number is not None]


def _reply_by() -> dict[str, str]:
    later = timezone.localtime() + timedelta(hours=3)
    return {"day": f"{later:%d/%m/%Y}", "time": f"{later:%H:%M}"}
