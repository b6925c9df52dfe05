"""What every page shows around its content, as a context processor."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from sufficiency.reports.palette import ACCENT
from sufficiency.web.access.acting import Actor
from sufficiency.web.ui.sections import Section, sections_for
from sufficiency.web.ui.strips import strips_for


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """Header, sections, strips and colour for whoever asked."""
    # An error before anyone was recognised still gets a page.
    actor: Actor = getattr(request, "actor", None) or Actor()
    sections = sections_for(actor)
    return {
        "actor": actor,
        "sections": sections,
        "current_section": _current(sections, request.path),
        "strips": strips_for(actor),
        "colour": actor.authority.colour if actor.authority else ACCENT,
        "has_council_sign_in": bool(settings.SOCIALACCOUNT_PROVIDERS),
        "is_demo": settings.DEMO,
    }


def _current(sections: list[Section], path: str) -> Section | None:
    # Of /returns/ and /returns/new/ the longer one is where one is.
    holding = [section for section in sections if section.holds(path)]
    return max(holding, key=lambda section: len(section.href), default=None)
