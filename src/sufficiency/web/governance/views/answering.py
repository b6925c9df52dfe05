"""What the views of this app share: a form that writes something, and the words of what refuses it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from sufficiency.analytics.governance.breaches import TermsError
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.governance import queries
from sufficiency.web.governance.errors import MovedOnError, NotAllowedError
from sufficiency.web.governance.models import Group

REFUSALS = (TermsError, MovedOnError, NotAllowedError)
MEANWHILE = "Someone did the same in this moment. Open the page again."


def only_runners(request: SiteRequest, group: Group) -> None:
    """Answer as if there were nothing, to who neither runs groups nor chairs this one."""
    if not queries.may_run(request.actor, group):
        raise Http404


def answered(
    request: SiteRequest,
    form: Form,
    write: Callable[[dict[str, Any]], Any],
    *,
    back: Any,
    title: str,
    button: str,
    done: str = "",
    shown: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """A page with a form; what is given is written, and a rule that refuses it is told above the form."""
    if request.method == "POST" and form.is_valid():
        try:
            result = write(form.cleaned_data)
        except REFUSALS as refused:
            told(form, refused)
        except IntegrityError:
            form.add_error(None, MEANWHILE)
        else:
            messages.success(request, done or "Kept.")
            return redirect(result if hasattr(result, "get_absolute_url") else back)
    content = {
        "form": form,
        "title": title,
        "button": button,
        "back": back,
        "is_multipart": form.is_multipart(),
    }
    return render(request, "governance/form.html", {**content, **(shown or {})})


def told(form: Form, refused: Exception) -> None:
    """Put each broken rule into the form, in its own words."""
    if isinstance(refused, TermsError):
        for breach in refused.breaches:
            form.add_error(None, str(breach))
        return
    form.add_error(None, str(refused))


def done_or_told(request: SiteRequest, write: Callable[[], Any], *, done: str) -> None:
    """Do something that needs no form; a refusal is told at the top of the page that follows."""
    try:
        write()
    except REFUSALS as refused:
        messages.warning(request, str(refused))
    except IntegrityError:
        messages.warning(request, MEANWHILE)
    else:
        messages.success(request, done)
