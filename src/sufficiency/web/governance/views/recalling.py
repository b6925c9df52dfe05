"""A search through what was decided before."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.governance import listing
from sufficiency.web.governance.evidence import evidence_for
from sufficiency.web.governance.forms import SearchForm
from sufficiency.web.governance.recalling import followed, recall


@needs(Permission.GROUPS_SEE)
def search(request: SiteRequest) -> HttpResponse:
    """Who decided what, on what evidence, and what happened next."""
    form = SearchForm(request.GET)
    words = str(form.cleaned_data["q"]).strip() if form.is_valid() else ""
    shown: dict[str, object] = {"words": words}
    if words:
        today = timezone.localdate()
        found = recall(request.actor, words)
        seen(Verb.RECALLED, by=request.actor, reason=words)
        shown |= {
            "found": found,
            "decisions": [
                (
                    one,
                    followed(one, today=today),
                    evidence_for(one.item),
                    one.item.papers.filter(replaced_by=None),
                )
                for one in found.decisions
            ],
            "proposals": listing.proposals(found.recommendations),
            "actions": listing.actions(found.actions, today=today),
        }
    return render(request, "governance/search.html", shown)
