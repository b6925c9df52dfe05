"""Asking a home to confirm its vacancies, and the page on which it does: without an account, on a phone."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from sufficiency.web.access.acting import Actor, SiteRequest
from sufficiency.web.access.declaring import needs, open_to_all
from sufficiency.web.access.permissions import Permission
from sufficiency.web.homes import confirming, queries
from sufficiency.web.homes.confirming import BY_LINK, Said
from sufficiency.web.homes.models import ConfirmLink, Home
from sufficiency.web.homes.views import found

MOST_OFFERED = 8  # as buttons; a larger home types the number


class ConfirmForm(forms.Form):
    """How many more children a home could take now."""

    places_free = forms.TypedChoiceField(
        label="How many more children could you take now?",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how many, even if it is none."},
    )
    note = forms.CharField(
        required=False,
        max_length=300,
        label="Anything we should know?",
        help_text="For example, a holiday or an illness. Please do not write about a child.",
    )

    def __init__(self, *args: object, most: int, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django leaves it untyped
        if most > MOST_OFFERED:
            self.fields["places_free"] = forms.IntegerField(
                label="How many more children could you take now?", min_value=0, max_value=most
            )
            self.order_fields(["places_free", "note"])
            return
        offered = [(str(number), str(number) if number else "None") for number in range(most + 1)]
        self.fields["places_free"].choices = offered  # type: ignore[attr-defined]  # typed as Field

    def said(self) -> Said:
        """What was said."""
        return Said(self.cleaned_data["places_free"], self.cleaned_data["note"])


@open_to_all("carers and providers confirm by a signed link, without an account")
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A home says how many more children it could take. Nothing about any child is shown."""
    # Whoever has the link is nobody we know, even where someone is signed in in the same browser.
    visitor = Actor(name=BY_LINK, address=request.META.get("REMOTE_ADDR", ""))
    link = confirming.link_of(token, by=visitor)
    if link is None:
        return _private(render(request, "homes/confirm_over.html", status=410))
    by = Actor(name=BY_LINK, authority=link.home.authority, address=visitor.address)
    approval = queries.approval_of(link.home, timezone.localdate())
    form = ConfirmForm(
        request.POST if request.method == "POST" else None, most=approval.places if approval else 0
    )
    if form.is_valid():
        said = confirming.confirm(link, form.said(), by=by)
        return _private(render(request, "homes/confirmed.html", {"home": link.home, "said": said}))
    shown = {
        "home": link.home,
        "form": form,
        "approved": approval.places if approval else 0,
        "until": link.expires_at,
    }
    return _private(render(request, "homes/confirm.html", shown, status=422 if form.errors else 200))


@needs(Permission.HOMES_KEEP)
def ask(request: SiteRequest, pk: int) -> HttpResponse:
    """Make a link for a home: to copy, and by e-mail if wished. Or write down what was said on the telephone."""
    one = found(request, pk)
    if request.method != "POST":
        return _asking(request, one, _told_form(one))
    send = request.POST.get("send") == "yes" and bool(one.email)
    link, address = confirming.make_link(
        one, by=request.actor, site=request.build_absolute_uri("/").rstrip("/"), send=send
    )
    return render(request, "homes/link.html", {"home": one, "link": link, "address": address})


@needs(Permission.HOMES_KEEP)
@require_POST
def told(request: SiteRequest, pk: int) -> HttpResponse:
    """Keep what a home said on the telephone."""
    one = found(request, pk)
    form = _told_form(one, request)
    if form.is_valid():
        confirming.told(one, form.said(), by=request.actor)
        messages.success(request, f"{one.reference} is confirmed.")
        return redirect(one)
    return _asking(request, one, form, status=422)


@needs(Permission.HOMES_KEEP)
@require_POST
def revoke(request: SiteRequest, pk: int, link: int) -> HttpResponse:
    """Let a link open nothing any more."""
    one = found(request, pk)
    confirming.revoke(get_object_or_404(one.links, pk=link), by=request.actor)
    messages.success(request, "The link works no more.")
    return redirect("homes:ask", pk)


def _told_form(one: Home, request: SiteRequest | None = None) -> ConfirmForm:
    approval = queries.approval_of(one, timezone.localdate())
    return ConfirmForm(request.POST if request else None, most=approval.places if approval else 0)


def _asking(request: SiteRequest, one: Home, form: ConfirmForm, status: int = 200) -> HttpResponse:
    now = timezone.now()
    good: list[ConfirmLink] = [link for link in one.links.all() if link.is_good(now)]
    shown = {"home": one, "form": form, "links": good, "days": confirming.LASTS.days}
    return render(request, "homes/ask.html", shown, status=status)


def _private(response: HttpResponse) -> HttpResponse:
    """Neither kept by the browser nor listed anywhere, for the address itself is the key."""
    # That it is told to no other site is the whole site's rule (SECURE_REFERRER_POLICY). A stricter one here would
    # take the Origin away from the form, and it would be refused.
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
