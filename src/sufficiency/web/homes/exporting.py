"""The register as flat rows, for a workbook and for other programs. Where a home is never leaves the service so."""

from datetime import datetime
from typing import Any

from sufficiency.analytics.homes.places import places_of
from sufficiency.web.access.models import Authority
from sufficiency.web.homes import queries


def rows(authority: Authority, *, at: datetime) -> list[dict[str, Any]]:
    """Every home that is not closed, with how its places stand at a moment."""
    known = queries.known(authority, at=at)
    homes = queries.judged(queries.homes_of(authority)).filter(closed_on=None).prefetch_related("offers")
    found = []
    home: Any  # with its latest judgement (queries.judged)
    for home in homes.order_by("reference"):
        one = known[home.pk]
        places = places_of(one.standing)
        found.append(
            {
                "reference": home.reference,
                "name": home.name,
                "kind": home.get_kind_display(),
                "placement_kind": home.placement_kind.value,
                "run_by": home.provider.name,
                "ofsted_number": home.ofsted_number,
                "judgement": home.judgement or home.agency_judgement or "",
                "in_our_area": home.is_inside,
                "from_age": one.youngest,
                "to_age": one.oldest,
                "approved": places.approved,
                "children": places.children,
                "held": places.held,
                "stopped": places.stopped,
                "for_siblings": places.for_siblings,
                "for_emergencies": places.for_emergencies,
                "free": places.free,
                "offers": [offer.in_words for offer in home.offers.all()],
                "confirmed_at": home.confirmed_at.isoformat() if home.confirmed_at else "",
            }
        )
    return found
