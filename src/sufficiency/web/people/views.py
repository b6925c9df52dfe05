"""Who has an account and which roles, for administrators and those who watch over them."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import PasswordResetConfirmView
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_POST

from sufficiency.web.access.acting import SiteRequest, actor_of
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.models import Membership, User
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.people import actions, listing, queries
from sufficiency.web.people.forms import AccountForm, PersonFilters, RoleForm
from sufficiency.web.ui.paging import page_of


@needs(Permission.PEOPLE_SEE)
def people(request: SiteRequest) -> HttpResponse:
    """Everyone who has or had a role here."""
    filters = PersonFilters(request.GET)
    found = queries.people_of(request.actor.here)
    if filters.is_valid() and (part := filters.cleaned_data["name"]):
        found = found.filter(Q(name__icontains=part) | Q(email__icontains=part))
    if filters.is_valid() and (role := filters.cleaned_data["role"]):
        found = found.filter(memberships__role=role, memberships__ended_at=None)
    page = page_of(found, request)
    shown = {"filters": filters, "page": page, "listing": listing.of(page.object_list, now=timezone.now())}
    return render(request, "people/list.html", {**shown, **_powers(request)})


@needs(Permission.PEOPLE_SEE)
def person(request: SiteRequest, pk: int) -> HttpResponse:
    """One person: their roles here, now and before."""
    return _person_page(request, _found(request, pk), RoleForm())


@needs(Permission.PEOPLE_MANAGE)
def add(request: SiteRequest) -> HttpResponse:
    """Give someone an account."""
    form = AccountForm(request.POST or None)
    if form.is_valid():
        user = actions.give_account(**form.cleaned_data, authority=request.actor.here, by=request.actor)
        messages.success(request, f"{user.name} has an account.")
        return redirect("people:person", user.pk)
    return render(request, "people/add.html", {"form": form})


@needs(Permission.PEOPLE_MANAGE)
@require_POST
def give_role(request: SiteRequest, pk: int) -> HttpResponse:
    """Give one more role."""
    user, form = _found(request, pk), RoleForm(request.POST)
    if not form.is_valid():
        return _person_page(request, user, form)
    given = actions.give_role(
        user, role=form.cleaned_data["role"], authority=request.actor.here, by=request.actor
    )
    messages.success(request, f"{user.name} is now {given.in_words.label.lower()}.")
    return redirect("people:person", pk)


@needs(Permission.PEOPLE_MANAGE)
@require_POST
def end_role(request: SiteRequest, pk: int, membership: int) -> HttpResponse:
    """End a role."""
    held = get_object_or_404(Membership, pk=membership, user=pk, authority=request.actor.here)
    try:
        actions.end_role(held, by=request.actor)
        messages.success(request, f"{held.user.name} is no longer {held.in_words.label.lower()}.")
    except actions.RefusedError as refused:
        messages.warning(request, str(refused))
    return redirect("people:person", pk)


@needs(Permission.PEOPLE_MANAGE)
@require_POST
def reopen(request: SiteRequest, pk: int) -> HttpResponse:
    """Open an account that was shut because nobody used it."""
    user = _found(request, pk)
    actions.reopen(user, by=request.actor)
    messages.success(request, f"{user.name} can sign in again.")
    return redirect("people:person", pk)


@needs(Permission.PEOPLE_MANAGE)
@require_POST
def link(request: SiteRequest, pk: int) -> HttpResponse:
    """Show a link, once, by which someone chooses a password."""
    user = _found(request, pk)
    try:
        path = actions.make_link(user, authority=request.actor.here, by=request.actor)
    except actions.RefusedError as refused:
        messages.warning(request, str(refused))
        return redirect("people:person", pk)
    return render(request, "people/link.html", {"person": user, "link": request.build_absolute_uri(path)})


class ChoosePassword(PasswordResetConfirmView):
    """The page that the link leads to; void once used, and after three days."""

    template_name = "people/choose_password.html"
    success_url = reverse_lazy("account_login")

    def form_valid(self, form: "SetPasswordForm[Any]") -> HttpResponse:
        """Keep the password, and that it was changed."""
        with transaction.atomic():
            answer = super().form_valid(form)
            record(Verb.PASSWORD_CHANGED, by=actor_of(self.request, user=self.user), on=self.user)
        messages.success(self.request, "Your password is set. Sign in with it.")
        return answer


def _found(request: SiteRequest, pk: int) -> User:
    return get_object_or_404(queries.people_of(request.actor.here), pk=pk)


def _powers(request: SiteRequest) -> dict[str, bool]:
    return {"may_manage": request.actor.may(Permission.PEOPLE_MANAGE)}


def _person_page(request: SiteRequest, user: User, form: RoleForm) -> HttpResponse:
    shown = {"person": user, "form": form, "is_shut": queries.is_shut(user, now=timezone.now())}
    return render(request, "people/person.html", {**shown, **_powers(request)})
