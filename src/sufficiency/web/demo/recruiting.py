"""The demonstration's goal for more places with our own carers, and households at every stage of the way."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

from sufficiency.analytics.homes.recruitment import Stage
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.access.models import Authority
from sufficiency.web.commissioning.models import CarerCase, RecruitmentGoal, StageReached

COMMISSIONER = "Efua Boateng"
SURNAMES = (
    "Archer", "Baines", "Cole", "Doyle", "Egan", "Frost", "Gill", "Hale", "Iqbal", "Joyce", "Kerr", "Lowe", "Mistry",
    "Nash", "Orr", "Patel", "Quinn", "Reid", "Shah", "Tate", "Underhill", "Vance", "Webb", "Xavier", "Young",
)  # fmt: skip
CAME_BY = ("Bus campaign", "Website", "Another carer", "Open evening")
# Days before today on which each household came to its stages, and the places it offers: enough for every stage.
WAYS: tuple[tuple[int, dict[Stage, int]], ...] = (
    *((2, {Stage.ENQUIRY: ago}) for ago in (3, 6, 11, 19, 27, 44)),
    *((2, {Stage.ENQUIRY: ago + 21, Stage.VISIT: ago}) for ago in (5, 16, 38)),
    *((2, {Stage.ENQUIRY: ago + 50, Stage.VISIT: ago + 30, Stage.ASSESSMENT: ago}) for ago in (20, 70, 128, 190)),
    (3, {Stage.ENQUIRY: 240, Stage.VISIT: 215, Stage.ASSESSMENT: 180, Stage.PANEL: 9}),
    *(
        (places, {Stage.ENQUIRY: ago + 260, Stage.VISIT: ago + 230, Stage.ASSESSMENT: ago + 190, Stage.PANEL: ago + 20,
         Stage.APPROVED: ago, Stage.FIRST_PLACEMENT: ago - 17})
        for places, ago in ((2, 560), (1, 470), (3, 390), (2, 210), (2, 130), (3, 60))
    ),
    (1, {Stage.ENQUIRY: 700, Stage.VISIT: 660, Stage.ASSESSMENT: 610, Stage.PANEL: 500, Stage.APPROVED: 480,
         Stage.LEFT: 90}),
    *((1, {Stage.ENQUIRY: ago + 30, Stage.LEFT: ago}) for ago in (14, 100, 200)),
    (2, {Stage.ENQUIRY: 300, Stage.VISIT: 280, Stage.ASSESSMENT: 260, Stage.LEFT: 150}),
)  # fmt: skip


def load_recruiting(authority: Authority, today: date) -> None:
    """Store them."""
    # The second year of the goal is under way.
    first = CollectionYear.containing(today).previous
    RecruitmentGoal.objects.create(
        authority=authority,
        first_year=first.ending,
        each_year=[6, 10, 20, 20],
        at_least=55,
        source="The placement strategy",
    )
    for number, (places, way) in zip(count(101), WAYS, strict=False):
        surname = SURNAMES[(number - 101) % len(SURNAMES)]
        case = CarerCase.objects.create(
            authority=authority,
            reference=f"F-{number}",
            name=f"The {surname} household",
            places=places,
            came_by=CAME_BY[number % len(CAME_BY)],
            worker=("Sana Mir", "Owen Price")[number % 2],
            stage=list(way)[-1],
        )
        StageReached.objects.bulk_create(_reached(case, way, today))


def _reached(case: CarerCase, way: dict[Stage, int], today: date) -> Iterator[StageReached]:
    for stage, ago in way.items():
        yield StageReached(
            authority=case.authority,
            case=case,
            stage=stage,
            on=today - timedelta(days=ago),
            by=COMMISSIONER,
            reason="Their circumstances changed." if stage is Stage.LEFT else "",
        )
