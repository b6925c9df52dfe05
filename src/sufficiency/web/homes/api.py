"""The register for other programs: read only, described by OpenAPI at /homes/api/openapi.json.

Where a home is, and anything about a child, is never in it. Who asks is signed in, as on the pages; the same
permission opens both, and each reading is recorded.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils import timezone
from ninja import NinjaAPI, Schema

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.homes import exporting

# The usual page of documentation loads scripts from elsewhere, which this site forbids.
api = NinjaAPI(title="Sufficiency: register of homes", version="1", docs_url=None, urls_namespace="homes")


class HomeOut(Schema):
    """A home and how its places stand; the parts add up to the approved ones."""

    reference: str
    name: str
    kind: str
    placement_kind: str
    run_by: str
    ofsted_number: str
    judgement: str
    in_our_area: bool | None
    from_age: int
    to_age: int
    approved: int
    children: int
    held: int
    stopped: int
    for_siblings: int
    for_emergencies: int
    free: int
    offers: list[str]
    confirmed_at: str


@api.get("/homes", response=list[HomeOut], url_name="api_homes", summary="Homes and their places now")
def homes(request: HttpRequest) -> list[dict[str, object]]:
    """Every home that is not closed of the authority that whoever asks acts for."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # put there by access.acting
    seen(Verb.HOMES_READ, by=actor)
    return exporting.rows(actor.here, at=timezone.now())


def root(_request: HttpRequest) -> HttpResponse:
    """What there is: the description."""
    return redirect("homes:openapi-json")


def patterns() -> list[URLPattern]:
    """The addresses, each open to who may see the register."""
    guard = needs(Permission.HOMES_SEE)
    addresses: list[Any] = api.urls[0]
    return [
        URLPattern(
            one.pattern, guard(root if one.name == "api-root" else one.callback), one.default_args, one.name
        )
        for one in addresses
    ]
