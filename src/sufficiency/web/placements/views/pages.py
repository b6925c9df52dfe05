"""What the desk's pages share: finding a request, and a page with one form."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sufficiency.reports.document import Document
from sufficiency.reports.pdf import pdf
from sufficiency.reports.word import word
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.placements import queries
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.models import Ask, SearchRequest
from sufficiency.web.ui.asked import number_in

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Do = Callable[[Any], str]


def found(request: SiteRequest, pk: int) -> SearchRequest:
    """The request of this authority, or nothing."""
    return get_object_or_404(queries.requests_of(request.actor.here).select_related("authority"), pk=pk)


def ask_of(asked: SearchRequest, pk: int) -> Ask:
    """One of a request's asks, or nothing."""
    return get_object_or_404(queries.asks_of(asked), pk=pk)


def form_page(
    request: SiteRequest,
    asked: SearchRequest | None,
    form: forms.Form,
    do: Do,
    *,
    title: str,
    button: str,
    then: str = "",
    **shown: Any,
) -> HttpResponse:
    """A page with one form. `do` carries it out and gives the sentence to show; what is refused stays on the page."""
    if form.is_valid():
        try:
            said = do(form)
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, said)
            return redirect(then or (asked.get_absolute_url() if asked else "placements:board"))
    context = {
        "asked": asked,
        "form": form,
        "title": title,
        "button": button,
        "back_to": then,
        "version": _version(request, asked),
    }
    return render(request, "placements/form.html", {**context, **shown})


def carry_out(request: SiteRequest, do: Callable[[], str]) -> None:
    """Do something that has no form; say what was done, or why not."""
    try:
        messages.success(request, do())
    except RefusedError as refused:
        messages.warning(request, str(refused))


def document_file(document: Document, form: str, *, name: str) -> HttpResponse:
    """A document as a Word or PDF file to keep. Its name tells the request and nothing about a child."""
    content, kind = (word(document), WORD) if form == "docx" else (pdf(document), "application/pdf")
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer


def version_of(request: SiteRequest) -> int | None:
    """The version of the request that the page showed."""
    return number_in(request.POST.get("version", ""))


def _version(request: SiteRequest, asked: SearchRequest | None) -> int:
    # A page that was refused keeps what it showed, so that its second try is refused alike.
    return version_of(request) or (asked.version if asked else 0)
