"""Ofsted's list and the register side by side: what would be kept, and keeping all of it or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from sufficiency.analytics.homes.kinds import HomeKind, ProviderKind
from sufficiency.analytics.homes.ofsted import Finding, Registration, finding, registrations, to_add
from sufficiency.analytics.reference.authorities import authorities
from sufficiency.analytics.returns.providers import providers_in
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.homes import keeping, queries
from sufficiency.web.homes.models import Home, OfstedEntry, Provider
from sufficiency.web.homes.states import Registration as State

# Who runs a home is not on the list. Until someone knows, it stands with one of these, by name.
OWNER_UNKNOWN = "Not known yet (homes on Ofsted’s list)"


@dataclass(frozen=True)
class Listed:
    """A list: the lines by number, what the file is called, and the day it is of."""

    lines: Mapping[str, Registration]
    source: str
    as_of: date


@dataclass(frozen=True)
class Compared:
    """A home or provider of the register, what the list says of it, and what that means."""

    subject: Home | Provider
    line: Registration | None
    finding: Finding


@dataclass(frozen=True)
class Preview:
    """What keeping a list would do."""

    listed: Listed
    compared: Sequence[Compared] = ()
    added: Sequence[Registration] = field(default=())

    def counted(self, what: Finding) -> int:
        """How many of the register's numbers it says that of."""
        return sum(one.finding == what for one in self.compared)


def read(content: bytes, *, name: str, as_of: date) -> Listed:
    """The list in a file, read as for the return. Raises ReadingError where it is none."""
    return Listed(registrations(providers_in(content, where=name).iter_rows(named=True)), name, as_of)


def packed(found: Preview) -> dict[str, Any]:
    """As much of a list as concerns the register, to be carried from the preview to the keeping of it."""
    lines = [*(one.line for one in found.compared if one.line), *found.added]
    told = [{**asdict(one), "closed_on": one.closed_on and one.closed_on.isoformat()} for one in lines]
    return {"lines": told, "source": found.listed.source, "as_of": found.listed.as_of.isoformat()}


def unpacked(told: Mapping[str, Any]) -> Listed:
    """What `packed` made."""
    lines = {
        one["urn"]: Registration(
            **{
                **one,
                "closed_on": date.fromisoformat(one["closed_on"]) if one["closed_on"] else None,
                "place_codes": tuple(one["place_codes"]),
            }
        )
        for one in told["lines"]
    }
    return Listed(lines, told["source"], date.fromisoformat(told["as_of"]))


def preview(listed: Listed, authority: Authority) -> Preview:
    """What the list says of every number in the register, and which homes in our area it has beside; no writing."""
    # Closed homes are compared no more: a list cannot tell anything new of them.
    homes = queries.homes_of(authority).exclude(ofsted_number="").filter(closed_on=None)
    providers = queries.providers_of(authority).exclude(ofsted_number="")
    rows: list[Home | Provider] = [
        *providers.select_related("ofsted"),
        *homes.select_related("ofsted").order_by("reference"),
    ]
    closed = queries.homes_of(authority).exclude(closed_on=None).values_list("ofsted_number", flat=True)
    known = {*(_number(one) for one in rows), *(urn.upper() for urn in closed)}
    areas = [authority.name, *_names(authority.code)]
    return Preview(
        listed,
        [_compared(one, listed) for one in rows],
        to_add(listed.lines, known, areas=areas, as_of=listed.as_of),
    )


@transaction.atomic
def keep(found: Preview, *, add_new: bool, by: Actor) -> int:
    """Keep what the list says of each, and add its homes where asked to: all of it or, where one is refused, none.

    A registration that the list shows to hold or to have ended is written on the home. Closing a home stays with
    people: children may live there, and a number may have been typed wrongly. Gives how many rows were written.
    """
    for one in found.compared:
        _keep(one, found.listed, by=by)
    added = [_added(line, found.listed, by=by) for line in found.added] if add_new else []
    told = (
        f"Ofsted’s list {found.listed.source} of {found.listed.as_of:%d/%m/%Y}: {len(found.compared)} told of"
    )
    record(Verb.HOMES_IMPORTED, by=by, reason=f"{told}, {len(added)} homes added")
    return len(found.compared) + len(added)


def _number(row: Home | Provider) -> str:
    return row.ofsted_number.strip().upper()


def _names(code: str) -> list[str]:
    found = authorities().get(code)
    return [found.name] if found else []


def _compared(row: Home | Provider, listed: Listed) -> Compared:
    line, kept = listed.lines.get(_number(row)), getattr(row, "ofsted", None)
    # What was said of another number is nothing about this one.
    same = kept if kept is not None and kept.urn == _number(row) else None
    before = Registration(same.urn, same.provider_type, same.area, same.closed_on) if same else None
    return Compared(
        row, line, finding(line, before, as_of=listed.as_of, was_listed=bool(same and same.is_listed))
    )


def _keep(one: Compared, listed: Listed, *, by: Actor) -> None:
    row, line = one.subject, one.line
    whose = {"home": row} if isinstance(row, Home) else {"provider": row}
    OfstedEntry.objects.update_or_create(
        **whose,
        defaults={
            **_facts(_number(row), line, listed, by),
            "authority": row.authority,
        },
    )
    state = {Finding.CLOSED: State.NOT_REGISTERED, Finding.GONE: None}.get(one.finding, State.REGISTERED)
    if isinstance(row, Home) and state is not None and row.registration != state:
        row.registration = state
        keeping.keep_home(row, by=by)


def _facts(urn: str, line: Registration | None, listed: Listed, by: Actor) -> dict[str, Any]:
    return {
        "urn": urn,
        "is_listed": line is not None,
        "provider_type": line.provider_type if line else "",
        "area": line.area if line else "",
        "closed_on": line.closed_on if line else None,
        "source": listed.source,
        "as_of": listed.as_of,
        "kept_by": by.name,
    }


def _added(line: Registration, listed: Listed, *, by: Actor) -> Home:
    kind = line.kind or HomeKind.CHILDRENS_HOME
    home = Home(
        authority=by.here, provider=_owner(by), reference=line.urn[:20], name=f"{kind.label} {line.urn}",
        kind=kind.value, registration=State.REGISTERED, ofsted_number=line.urn, postcode=line.postcode,
    )  # fmt: skip
    keeping.keep_home(home, by=by)
    OfstedEntry.objects.create(authority=by.here, home=home, **_facts(line.urn, line, listed, by))
    return home


def _owner(by: Actor) -> Provider:
    found = queries.providers_of(by.here).filter(name=OWNER_UNKNOWN).first()
    company = ProviderKind.CHILDRENS_HOME_COMPANY.value
    return found or keeping.keep_provider(
        Provider(authority=by.here, name=OWNER_UNKNOWN, kind=company), by=by
    )
