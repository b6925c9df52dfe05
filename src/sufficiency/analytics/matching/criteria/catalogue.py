"""The eight criteria, heaviest first."""

from collections.abc import Mapping

from sufficiency.analytics.matching.criteria import care, nearness, voice
from sufficiency.analytics.matching.criteria.declaring import Criterion

CRITERIA: Mapping[str, Criterion] = {
    criterion.id: criterion
    for criterion in (
        care.needs,
        nearness.closeness_to_places,
        nearness.relationships,
        voice.wishes,
        voice.identity,
        nearness.continuity,
        care.household,
        care.stay,
    )
}
