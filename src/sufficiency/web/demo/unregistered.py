"""The demonstration's one unregistered setting: a boy or girl of 16 or 17 whose supported home gave notice."""

from datetime import date, timedelta

from sufficiency.analytics.homes.kinds import HomeKind, ProviderKind
from sufficiency.web.access.models import Authority
from sufficiency.web.commissioning.models import Escalation, Look, UnregisteredSetting
from sufficiency.web.homes.models import Home, Placement, Provider, TakenPlace
from sufficiency.web.homes.states import PlacementState, Registration

DAYS = 23  # in use so far: escalated once, and due to be again in a few days
NOT_LOOKED = (6, 15)  # days on which nobody looked
OWNER, DIRECTOR = "Tom Reyes", "Ruth Adeyemi, director of children’s services"
WHY = "The placement broke down on a Friday evening. Nineteen registered homes and every agency on the framework said no."


def load_unregistered(authority: Authority, today: date) -> None:
    """Move one young person there, and write down what was done about it since."""
    began = today - timedelta(days=DAYS)
    before = _who_moves(authority, began)
    if before is None:
        return
    home = _home(authority, began)
    _move(before, home, began)
    setting = UnregisteredSetting.objects.create(
        authority=authority,
        reference="U-01",
        child=before.child,
        home=home,
        began_on=began,
        why=WHY,
        owner=OWNER,
        exit_plan="A registered home in the county has a place from the start of next month; visits have begun.",
        exit_planned_on=began + timedelta(days=3),
        approved_on=began + timedelta(days=1),
        approved_by=DIRECTOR,
        key_decision="KD-2026-117",
    )
    Look.objects.bulk_create(
        Look(
            authority=authority,
            setting=setting,
            on=began + timedelta(days=day),
            by=OWNER,
            saw_child=day % 2 == 1,
            text="Settled; wants to see the new home. Called two more providers.",
        )
        for day in range(1, DAYS)
        if day not in NOT_LOOKED
    )
    Escalation.objects.create(
        authority=authority,
        setting=setting,
        on=began + timedelta(days=14),
        by=OWNER,
        to=DIRECTOR,
        answer="Stays until the place is ready; waking staff at night; look again in a week.",
    )


def _who_moves(authority: Authority, began: date) -> Placement | None:
    """Someone of 16 or 17 who lives in supported accommodation and moved there before."""
    # At least 16 then, and not 18 yet today.
    born = (began - timedelta(days=6500), began - timedelta(days=5900))
    found = Placement.objects.of(authority).filter(
        state=PlacementState.OPEN,
        started_on__lt=began,
        home__kind=HomeKind.SUPPORTED_ACCOMMODATION,
        child__born__range=born,
        contract="",
    )
    return found.select_related("child", "taken").order_by("pk").first()


def _home(authority: Authority, began: date) -> Home:
    provider, _ = Provider.objects.get_or_create(
        authority=authority,
        name="Quayside Support",
        defaults={"kind": ProviderKind.SUPPORTED_ACCOMMODATION_COMPANY},
    )
    return Home.objects.create(
        authority=authority,
        provider=provider,
        reference="U-HOME-01",
        name="Quayside flat",
        kind=HomeKind.UNREGISTERED,
        registration=Registration.NOT_REGISTERED,
        opened_on=began,
    )


def _move(before: Placement, home: Home, began: date) -> None:
    old, before.taken = before.taken, None
    before.state, before.ended_on, before.why_ended = PlacementState.ENDED, began, "CARPL"
    before.save()
    if old is not None:
        old.delete()
    taken = TakenPlace.objects.create(
        authority=before.authority, home=home, number=1, beyond_because="Nothing registered could be found."
    )
    Placement.objects.create(
        authority=before.authority,
        home=home,
        child=before.child,
        taken=taken,
        started_on=began,
        place_code=HomeKind.UNREGISTERED.usual_code,
        provider_code=home.provider.kind_of.code,
        is_emergency=True,
        placed_by=OWNER,
    )
