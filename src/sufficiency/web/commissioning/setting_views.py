"""One unregistered setting: what it asks for, the daily look, the way out, approval, escalation, leaving."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.commissioning import queries
from sufficiency.web.commissioning.actions import oversight as actions
from sufficiency.web.commissioning.analytics import oversight as watched
from sufficiency.web.commissioning.form_pages import FormPage, form_page, sent
from sufficiency.web.commissioning.forms.oversight import (
    ApprovalForm,
    EscalateForm,
    LeaveForm,
    LookForm,
    PlanForm,
    SettingForm,
)
from sufficiency.web.commissioning.listing import oversight as listing
from sufficiency.web.commissioning.models import UnregisteredSetting


@needs(Permission.OVERSIGHT_SEE)
def setting(request: SiteRequest, pk: int) -> HttpResponse:
    """One setting: what is to be done, what was done."""
    found, today = _setting(request, pk), timezone.localdate()
    seen(Verb.OVERSIGHT_SEEN, by=request.actor, on=found, child=found.child.reference)
    shown = {
        "setting": found,
        "facts": listing.setting_facts(found, actor=request.actor),
        "steps": listing.steps(watched.due_of(found, today), today=today),
        "missed": listing.days_missed(watched.missed_days(found, today)),
        "looks": listing.looks(found),
        "escalations": listing.escalations(found),
        "may_keep": request.actor.may(Permission.OVERSIGHT_KEEP) and found.is_in_use,
    }
    return render(request, "commissioning/setting.html", shown)


@needs(Permission.OVERSIGHT_KEEP)
def new_setting(request: SiteRequest) -> HttpResponse:
    """Write down that a child lives in a setting that is not registered."""
    form = SettingForm(sent(request), authority=request.actor.here)
    page = FormPage(
        heading="Write down an unregistered setting",
        about="The law lets no child under 16 live there, and whoever runs it may be breaking the law. "
        "From the first day it has an owner, a look every day, a way out and the director’s approval.",
        button="Keep it",
        back=reverse("commissioning:oversight"),
        back_label="Oversight",
        done="It is written down. It stands on the page Today until the child has left.",
    )
    return form_page(request, form, page, lambda _: actions.begin_setting(form.instance, by=request.actor))


@needs(Permission.OVERSIGHT_KEEP)
def plan_setting(request: SiteRequest, pk: int) -> HttpResponse:
    """Say who answers for it and what the way out is."""
    found = _setting(request, pk)
    form = PlanForm(sent(request), instance=found, authority=request.actor.here)
    page = _page(found, "Owner and way out", "Keep it")
    return form_page(request, form, page, lambda _: actions.plan(form.instance, by=request.actor))


@needs(Permission.OVERSIGHT_KEEP)
def approve_setting(request: SiteRequest, pk: int) -> HttpResponse:
    """Write down the director's approval."""
    found = _setting(request, pk)
    form = ApprovalForm(sent(request), instance=found, authority=request.actor.here)
    page = _page(found, "The director’s approval", "Keep the approval")
    return form_page(request, form, page, lambda _: actions.approve(form.instance, by=request.actor))


@needs(Permission.OVERSIGHT_KEEP)
def look_at_setting(request: SiteRequest, pk: int) -> HttpResponse:
    """Write down the daily look."""
    found = _setting(request, pk)
    form = LookForm(sent(request), initial={"on": timezone.localdate()})
    page = _page(found, "Today’s look", "Keep the look")

    def keep(given: dict[str, Any]) -> UnregisteredSetting:
        actions.look(found, **given, by=request.actor)
        return found

    return form_page(request, form, page, keep)


@needs(Permission.OVERSIGHT_KEEP)
def escalate_setting(request: SiteRequest, pk: int) -> HttpResponse:
    """Write down that it went to the director again."""
    found = _setting(request, pk)
    form = EscalateForm(sent(request))
    page = _page(found, "Escalate", "Keep the escalation")

    def keep(given: dict[str, Any]) -> UnregisteredSetting:
        actions.escalate(found, **given, by=request.actor)
        return found

    return form_page(request, form, page, keep)


@needs(Permission.OVERSIGHT_KEEP)
def leave_setting(request: SiteRequest, pk: int) -> HttpResponse:
    """Write down that the child has left."""
    found = _setting(request, pk)
    form = LeaveForm(sent(request))
    page = _page(found, "The child has left", "Keep it")
    return form_page(request, form, page, lambda given: actions.leave(found, **given, by=request.actor))


def _setting(request: SiteRequest, pk: int) -> UnregisteredSetting:
    return get_object_or_404(queries.settings_of(request.actor.here), pk=pk)


def _page(found: UnregisteredSetting, heading: str, button: str) -> FormPage:
    return FormPage(
        heading=f"{heading}: {found.reference}",
        button=button,
        back=found.get_absolute_url(),
        back_label=f"Setting {found.reference}",
        done="It is written down.",
    )
