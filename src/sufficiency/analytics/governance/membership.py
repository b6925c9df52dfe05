"""Who sits on a group, and whether its terms of reference allow it on a day."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sufficiency.analytics.governance.breaches import Breach
from sufficiency.analytics.governance.declaring import Choice, GroupType


@dataclass(frozen=True, kw_only=True)
class Member:
    """A seat that someone holds; both dates of service count, None is open."""

    name: str
    place: str
    post: str = ""
    body: str = ""  # the council, department or agency they are from
    political_group: str = ""
    is_chair: bool = False
    is_vice: bool = False
    served_from: date | None = None
    served_to: date | None = None
    appointed_until: date | None = None

    def serves_on(self, day: date) -> bool:
        """Whether they hold the seat on a day."""
        return (self.served_from or date.min) <= day <= (self.served_to or date.max)


def serving(members: Iterable[Member], on: date) -> list[Member]:
    """Those who hold a seat on a day."""
    return [member for member in members if member.serves_on(on)]


def voting(terms: GroupType, members: Iterable[Member]) -> list[Member]:
    """Those who count as members, leaving out who supports the group."""
    supporting = {place.key for place in terms.places if not place.is_member}
    return [member for member in members if member.place not in supporting]


def size(terms: GroupType, members: Iterable[Member], *, on: date) -> int:
    """How many members a group has on a day."""
    return len(voting(terms, serving(members, on)))


def breaches(terms: GroupType, members: Sequence[Member], *, on: date) -> list[Breach]:
    """Every rule about membership that does not hold on a day."""
    here = serving(members, on)
    return [
        *_too_many(terms, voting(terms, here)),
        *_places(terms, here),
        *_political_groups(terms, voting(terms, here)),
        *_agencies(terms, voting(terms, here)),
        *_chair(terms, here),
        *_same_words(here),
        *_terms_over(voting(terms, here), on),
    ]


def joining(terms: GroupType, members: Sequence[Member], newcomer: Member, *, on: date) -> list[Breach]:
    """The rules that would newly break by someone taking a seat, on the day or when they begin."""
    day = max(on, newcomer.served_from or on)
    before = {breach.rule for breach in breaches(terms, members, on=day) if not breach.by}
    after = breaches(terms, [*members, newcomer], on=day)
    # What a newcomer breaks depends on who else is there, so the whole is judged with and without them.
    return [breach for breach in after if breach.rule not in before]


def breach_by_period(
    terms: GroupType, members: Sequence[Member], *, start: date, end: date
) -> list[tuple[date, int, int]]:
    """The days on which the size changes: the day, the size from then, and by how many it is too many."""
    sizes: list[tuple[date, int, int]] = []
    for day in _turns(members, start, end):
        now = size(terms, members, on=day)
        if not sizes or sizes[-1][1] != now:
            sizes.append((day, now, max(0, now - (terms.most_members or now))))
    return sizes


def _turns(members: Iterable[Member], start: date, end: date) -> list[date]:
    days = {start}
    for member in members:
        days |= {member.served_from} if member.served_from else set()
        days |= {member.served_to + timedelta(days=1)} if member.served_to else set()
    return sorted(day for day in days if start <= day <= end)


def _too_many(terms: GroupType, members: Sequence[Member]) -> Iterator[Breach]:
    most = terms.most_members
    if most is not None and len(members) > most:
        over = len(members) - most
        yield Breach(
            f"There are at most {most} members.", f"There are {len(members)}, {over} too many.", by=over
        )


def _places(terms: GroupType, members: Sequence[Member]) -> Iterator[Breach]:
    held = Counter(member.place for member in members)
    for place in terms.places:
        if place.most is not None and held[place.key] > place.most:
            rule = f"There are at most {place.most} in the place “{place.label}”."
            yield Breach(rule, f"There are {held[place.key]}.", refuses=True, by=held[place.key] - place.most)
        if held[place.key] < place.least:
            yield Breach(
                f"There is at least {place.least} in the place “{place.label}”.",
                f"There are {held[place.key]}.",
            )


def _political_groups(terms: GroupType, members: Sequence[Member]) -> Iterator[Breach]:
    if not terms.one_a_political_group:
        return
    seats = Counter(member.political_group for member in members if member.political_group)
    for group, held in sorted(seats.items()):
        if held > 1:
            yield Breach(
                "There is one councillor from each political group.",
                f"{group} has {held}.",
                refuses=True,
                by=held - 1,
            )


def _terms_over(members: Sequence[Member], on: date) -> Iterator[Breach]:
    over = [member.name for member in members if member.appointed_until and member.appointed_until < on]
    if over:
        rule = "Members are appointed each year at the annual meeting."
        yield Breach(rule, f"Not appointed again: {', '.join(over)}.")


def _agencies(terms: GroupType, members: Sequence[Member]) -> Iterator[Breach]:
    bodies = {member.body for member in members if member.body}
    if terms.agencies and len(bodies) < terms.agencies:
        yield Breach(
            f"Members come from at least {terms.agencies} agencies.", f"They come from {len(bodies)}."
        )


def _chair(terms: GroupType, members: Sequence[Member]) -> Iterator[Breach]:
    chairs = [member for member in members if member.is_chair]
    if len(chairs) > 1:
        names = ", ".join(member.name for member in chairs)
        yield Breach("There is one chair.", f"There are {len(chairs)}: {names}.", refuses=True, by=1)
    if not chairs:
        yield Breach(terms.chair.in_words, "There is no chair yet.")
    for member in chairs:
        yield from may_chair(terms, member)


def may_chair(terms: GroupType, member: Member) -> Iterator[Breach]:
    """The rules that keep someone from the chair."""
    if terms.chair.chosen is Choice.BY_POST and not same_post(member.post, terms.chair.post):
        found = f"{member.name} is {member.post or 'in no post that is recorded'}."
        yield Breach(terms.chair.in_words, found, refuses=True)
    place = terms.place(member.place)
    if place is not None and not place.is_member:
        yield Breach("The chair is a member.", f"{member.name} supports the group.", refuses=True)


def same_post(held: str, needed: str) -> bool:
    """Whether two names of a post are one, whatever apostrophes and capitals."""
    return _plain(held) == _plain(needed)


def _plain(post: str) -> str:
    return post.replace("’", "'").casefold().strip()


def _same_words(members: Sequence[Member]) -> Iterator[Breach]:
    posts = Counter(member.post for member in members if member.post)
    for post, held in sorted(posts.items()):
        if held > 1:
            names = ", ".join(member.name for member in members if member.post == post)
            yield Breach("Each member has a role of their own.", f"{names} have the same: {post}.")


def substitute_breaches(terms: GroupType, substitute: Member, *, board: Sequence[str]) -> list[Breach]:
    """The rules that keep someone from sitting in; `board` are the names from whom a substitute must come."""
    if not terms.substitutes.allowed:
        return [Breach(terms.substitutes.in_words, f"{substitute.name} cannot sit in.", refuses=True)]
    if terms.substitutes.is_listed and substitute.name not in board:
        return [Breach(terms.substitutes.in_words, f"{substitute.name} is not.", refuses=True)]
    return []


def leaving(member: Member, *, on: date, came_on: Iterable[date]) -> list[Breach]:
    """What keeps a seat from ending on a day: it has not begun, or its holder came to a meeting later.

    Attendance is counted over the days of service, so that an earlier end would leave a meeting attended that
    nobody could have come to.
    """
    later = [day for day in came_on if day > on]
    breaches = []
    if member.served_from is not None and on < member.served_from:
        breaches.append(
            Breach(
                "A seat ends after it began.", f"{member.name} serves from {_day(member.served_from)}.", True
            )
        )
    if later:
        rule = "A seat ends no earlier than the last meeting that its holder came to."
        breaches.append(Breach(rule, f"{member.name} came on {_day(max(later))}.", refuses=True))
    return breaches


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
