"""The demonstration's groups: a live corporate parenting panel, a gateway panel and a sponsor group, all made up, and
the published papers that come with the program as worked examples."""

from datetime import date, time, timedelta

from django.db import transaction

from sufficiency.analytics.governance.examples import NAMES, example
from sufficiency.analytics.governance.group_types import CORPORATE_PARENTING, HEAD
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority, User
from sufficiency.web.corporate_parenting import loading as panel_reports
from sufficiency.web.demo import corporate_parents
from sufficiency.web.demo.people import PEOPLE
from sufficiency.web.governance import actions, loading as working_groups
from sufficiency.web.governance.actions.deciding import Task
from sufficiency.web.governance.actions.meetings import Noted
from sufficiency.web.governance.models import AgendaItem, Group, Meeting, Member
from sufficiency.web.governance.states import Ask, Mode, Origin, Outcome, Presence

PANEL, GATEWAY, SPONSORS = "Corporate parenting panel", "Gateway panel", "Placements sponsor group"


@transaction.atomic
def make_panels(authority: Authority, *, by: Actor, today: date) -> None:
    """The groups, once; what is there stays."""
    for name in NAMES:
        for reader in (panel_reports, working_groups):
            if reader.recognises(example(name)):
                reader.load(example(name), authority=authority, by=by)
    if not Group.objects.of(authority).filter(name=PANEL).exists():
        _corporate_parents(by, today)
    if not Group.objects.of(authority).filter(name=GATEWAY).exists():
        _gateway(by, today)
    if not Group.objects.of(authority).filter(name=SPONSORS).exists():
        _sponsors(by, today)


def _account(role: str) -> User:
    return User.objects.get(email=next(person.email for person in PEOPLE if person.role == role))


def _seat(group: Group, name: str, place: str, **values: object) -> Member:
    return Member.objects.create(authority=group.authority, group=group, name=name, place=place, **values)


def _linked(group: Group, role: str, place: str, **values: object) -> Member:
    user = _account(role)
    return _seat(group, user.name, place, user=user, **values)


def _corporate_parents(by: Actor, today: date) -> None:
    panel = actions.set_up(
        kind=CORPORATE_PARENTING.key, name=PANEL, by=by, support="Carol Whitfield, panel administrator"
    )
    chair = _linked(
        panel,
        "councillor",
        "county",
        is_chair=True,
        post=CORPORATE_PARENTING.chair.post,
        political_group="Independent",
    )
    others = [
        _seat(panel, name, "county", political_group=party)
        for name, party in (
            ("Alan Frost", "Conservative"),
            ("Bina Shah", "Labour"),
            ("Colin Reed", "Liberal Democrat"),
        )
    ]
    co_opted = _seat(panel, "Dawn Hart", "co_opted", area="North Fen", body="North Fen District Council")
    voice = _seat(panel, "Ellie Marsh", "facilitator", body="Children in Care Council")
    corporate_parents.keep_lists(panel, [chair, *others, co_opted], today=today)
    _held(panel, chair, [*others, co_opted, voice], by, today)
    _coming(panel, by, today)


def _coming(panel: Group, by: Actor, today: date) -> None:
    """A meeting whose papers are out."""
    coming = actions.plan(
        panel, on=today + timedelta(days=10), minutes=120, starts_at=time(14), place="Shire Hall", by=by
    )
    health = _item(
        panel,
        coming,
        "Health assessments: are they in time?",
        by,
        ask=Ask.DISCUSS,
        origin=Origin.PROGRAMME,
        trigger="Work programme",
    )
    actions.add_paper(
        health,
        title="Report of the designated nurse",
        text="Initial assessments in time rose to 84%. The south is behind.",
        by=by,
    )
    _item(
        panel,
        coming,
        "What the Children in Care Council wants to change",
        by,
        ask=Ask.RECOMMEND,
        presented_by="Ellie Marsh",
    )
    actions.send_papers(coming, by=by)


def _held(panel: Group, chair: Member, others: list[Member], by: Actor, today: date) -> None:
    met = Meeting.objects.create(
        authority=panel.authority, group=panel, on=today - timedelta(days=24), minutes=120
    )
    homes = _item(
        panel, met, "Homes near by", by, ask=Ask.RECOMMEND, origin=Origin.PROGRAMME, trigger="Work programme"
    )
    actions.add_paper(
        homes, title="Where our children live", text="Shares by distance, small numbers hidden.", by=by
    )
    _item(panel, met, "Local offer to care leavers", by, ask=Ask.DISCUSS)
    noted = {
        chair: Noted(Presence.PRESENT),
        **{one: Noted(Presence.PRESENT, Mode.VIRTUAL) for one in others[1:]},
    }
    noted[others[0]] = Noted(Presence.APOLOGIES)
    actions.note_attendance(met, noted, chair=chair, by=by)
    actions.decide(
        homes, outcome=Outcome.RECOMMENDED, text="Ask the Executive to open a small home in the north.",
        reasons="Eleven children live over twenty miles away for want of one.", options="A framework; a home of our own.",
        is_unanimous=True, by=by,
        tasks=[Task(text="Bring a paper to the Executive", owner="Efua Boateng", due_on=today + timedelta(days=30),
        user=_account("commissioner"))],
    )  # fmt: skip
    actions.close(met, by=by)


def _gateway(by: Actor, today: date) -> None:
    panel = actions.set_up(kind="gateway_panel", name=GATEWAY, by=by)
    _linked(panel, "team_manager", "head", post=HEAD, body="Children’s social care", is_chair=True)
    _linked(panel, "panel_member", "agency", post="Virtual head teacher", body="Education")
    _seat(panel, "Nadia Ali", "agency", post="Designated nurse", body="Health")
    _linked(panel, "reviewing_officer", "adviser", post="Independent reviewing officer")
    # One sits today, so that a meeting can be tried out; what it does not reach goes to the next.
    for later in (0, 5):
        actions.plan(
            panel,
            on=today + timedelta(days=later),
            minutes=180,
            starts_at=time(9, 30),
            place="Shire Hall",
            by=by,
        )


def _sponsors(by: Actor, today: date) -> None:
    group = actions.set_up(kind="sponsor_group", name=SPONSORS, by=by)
    _linked(group, "commissioner", "sponsor", post="Head of Commissioning", is_chair=True)
    _linked(group, "finance_officer", "sponsor", post="Finance manager")
    _seat(group, "Peter Lane", "sponsor", post="Head of Fostering")
    coming = actions.plan(group, on=today + timedelta(days=18), minutes=120, by=by)
    for title in group.type.papers:
        _item(group, coming, title, by, ask=Ask.DISCUSS)


def _item(group: Group, meeting: Meeting, title: str, by: Actor, **values: object) -> AgendaItem:
    return actions.put_on_agenda(group, title=title, meeting=meeting, by=by, **values)
