"""A page with one form on it: shown, sent, saved by an action, or shown again with why it was refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.commissioning.refusals import RefusedError

REFUSED = 422


@dataclass(frozen=True, kw_only=True)
class FormPage:
    """What stands around a form: its heading, what it is about, the button, where one came from and goes to."""

    heading: str
    about: str = ""
    button: str
    back: str
    back_label: str
    done: str = ""
    other: str = ""  # the address of something else that can be done here
    other_label: str = ""


def form_page(
    request: SiteRequest,
    form: forms.BaseForm,
    page: FormPage,
    save: Callable[[Any], Any],
) -> HttpResponse:
    """The page; once sent and saved one goes on to what `save` gives: a row with a page, or an address."""
    if form.is_valid():
        try:
            saved = save(form.cleaned_data)
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            if page.done:
                messages.success(request, page.done)
            return redirect(saved)
    shown = {"form": form, "page": page}
    return render(request, "commissioning/form.html", shown, status=REFUSED if form.errors else 200)


def sent(request: SiteRequest) -> Any:
    """What was sent with a form, or None where the page is only looked at."""
    return request.POST if request.method == "POST" else None
