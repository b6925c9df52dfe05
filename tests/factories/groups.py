"""Groups, seats, meetings and items."""

from datetime import date

from factory import LazyAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from factories.people import AuthorityFactory, MembershipFactory
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.roles import ROLES
from sufficiency.web.governance.models import AgendaItem, Group, Meeting, Member


class GroupFactory(DjangoModelFactory):
    class Meta:
        model = Group

    authority = SubFactory(AuthorityFactory)
    kind = "sponsor_group"
    name = Sequence(lambda n: f"Group {n}")


class MemberFactory(DjangoModelFactory):
    class Meta:
        model = Member

    group = SubFactory(GroupFactory)
    authority = LazyAttribute(lambda member: member.group.authority)
    name = Sequence(lambda n: f"Member {n}")
    place = LazyAttribute(lambda member: member.group.type.places[0].key)


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = Meeting

    group = SubFactory(GroupFactory)
    authority = LazyAttribute(lambda meeting: meeting.group.authority)
    on = date(2026, 11, 20)
    minutes = 60


class ItemFactory(DjangoModelFactory):
    class Meta:
        model = AgendaItem

    meeting = SubFactory(MeetingFactory)
    group = LazyAttribute(lambda item: item.meeting.group)
    authority = LazyAttribute(lambda item: item.group.authority)
    title = Sequence(lambda n: f"Item {n}")


def actor_in(role, authority, *, user=None):
    """Someone in a role, to call actions with."""
    user = user or MembershipFactory(role=role, authority=authority).user
    return Actor(user=user, authority=authority, roles=(ROLES[role],), name=user.name)
