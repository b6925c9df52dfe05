"""Contracts from a workbook: every row goes through the form of a contract, and all are kept or none is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sufficiency.analytics.homes.contracts import ContractKind, VoidRule
from sufficiency.web.access.models import Authority
from sufficiency.web.commissioning import queries
from sufficiency.web.commissioning.forms.contracts import ContractForm
from sufficiency.web.commissioning.models import Contract
from sufficiency.web.homes import sheets
from sufficiency.web.homes.models import Home, Provider
from sufficiency.web.homes.sheets import FIRST_ROW, Fault, Row, said_twice

SHEET = "Contracts"


@dataclass(frozen=True)
class Heading:
    """A column of the template: its heading, the field of the form, and what belongs in it."""

    heading: str
    field: str
    explained: str


HEADINGS = (
    Heading("reference", "reference", "Needed. One that is known already is changed, not doubled"),
    Heading("title", "title", "Needed. What it is called"),
    Heading("provider", "provider", "Needed. The name as in the register"),
    Heading("kind", "kind", "Needed. One of: " + ", ".join(kind.label for kind in ContractKind)),
    Heading("places", "places", "A whole number; not for spot and framework"),
    Heading("price a week", "weekly_price", "Needed. Pounds for one place before the discount"),
    Heading("discount %", "discount", "Such as 15; blank for none"),
    Heading("first day", "starts_on", "Needed. Such as 01/04/2026"),
    Heading("last day", "last_day", "The last day that is paid for; blank only for spot and framework"),
    Heading("an empty place", "void_rule", "One of: " + "; ".join(rule.label for rule in VoidRule)),
    Heading("part paid when empty %", "part", "Only where an empty place is paid for in part"),
    Heading("weeks of notice", "notice_weeks", "A whole number; blank for none"),
    Heading("use agreed %", "expected_level", "Blank where none is agreed"),
    Heading("homes", "covers", "References of homes parted by semicolons; blank for all of the provider’s"),
    Heading("notes", "notes", "Anything else"),
)
_DEFAULTS = {"discount": "0", "void_rule": VoidRule.IN_FULL.value, "part": "100", "notice_weeks": "0"}
_BY_HEADING = {one.heading: one.field for one in HEADINGS}
_HEADINGS = {one.field: one.heading for one in HEADINGS}


@dataclass(frozen=True)
class Preview:
    """What an import would do: contracts with their homes, which are new, and every fault. Faults keep all out."""

    contracts: Sequence[tuple[Contract, Sequence[Home]]] = ()
    faults: Sequence[Fault] = ()
    rows: Sequence[Row] = field(default=())

    @property
    def added(self) -> int:
        """Contracts that are new."""
        return sum(contract.pk is None for contract, _ in self.contracts)

    @property
    def changed(self) -> int:
        """Contracts that are known already."""
        return len(self.contracts) - self.added


def template() -> dict[str, list[dict[str, object]]]:
    """The sheets of the template: one to fill in, one that explains it."""
    explained: list[dict[str, object]] = [
        {"column": one.heading, "what belongs in it": one.explained} for one in HEADINGS
    ]
    return {SHEET: [dict.fromkeys(_BY_HEADING)], "How to fill it in": explained}


def rows_in(content: bytes) -> list[Row]:
    """The rows of a workbook of contracts. Raises WorkbookError: what to do."""
    return sheets.rows_in(content, needed=list(_BY_HEADING), sheet=SHEET)


def preview(rows: Sequence[Row], authority: Authority) -> Preview:
    """What importing these rows would do; nothing is written."""
    providers = {one.name.lower(): one.pk for one in Provider.objects.of(authority)}
    homes = {one.reference.lower(): one.pk for one in Home.objects.of(authority)}
    contracts: list[tuple[Contract, Sequence[Home]]] = []
    faults: list[Fault] = said_twice(rows, "reference")
    for row in rows:
        form, wrong = _form(row, authority, providers, homes)
        faults += wrong
        if form.is_valid() and not wrong:
            contracts.append((form.instance, list(form.cleaned_data["covers"])))
        faults += _faults(row, form, already={one.heading for one in wrong})
    if not rows:
        faults.append(Fault(FIRST_ROW, "", "There is no row to import."))
    faults.sort(key=lambda one: one.row)
    return Preview(contracts if not faults else (), faults, rows)


def _form(
    row: Row, authority: Authority, providers: Mapping[str, int], homes: Mapping[str, int]
) -> tuple[ContractForm, list[Fault]]:
    given: dict[str, Any] = {field_: row.get(heading) for heading, field_ in _BY_HEADING.items()}
    wrong: list[Fault] = []

    def find(name: str, known: Mapping[str, Any], words: str) -> Any:
        text = given[name].lower()
        if text and text not in known:
            wrong.append(Fault(row.number, _HEADINGS[name], words.format(given[name])))
        return known.get(text, "")

    kinds = {kind.label.lower(): kind.value for kind in ContractKind}
    rules = {rule.label.lower(): rule.value for rule in VoidRule}
    given["provider"] = find("provider", providers, "The register has no provider called “{}”.")
    given["kind"] = find("kind", kinds, "There is no kind “{}”.")
    given["void_rule"] = find("void_rule", rules, "There is no such rule as “{}”.")
    references = [part.strip() for part in given["covers"].split(";") if part.strip()]
    unknown = [one for one in references if one.lower() not in homes]
    wrong += [Fault(row.number, "homes", f"The register has no home {one}.") for one in unknown]
    given["covers"] = [homes[one.lower()] for one in references if one.lower() in homes]
    data = {
        name: value if value not in ("", []) else _DEFAULTS.get(name, value) for name, value in given.items()
    }
    known = queries.contract_named(authority, row.get("reference"))
    return ContractForm(data, instance=known, authority=authority), wrong


def _faults(row: Row, form: ContractForm, *, already: set[str]) -> list[Fault]:
    return [
        Fault(row.number, heading, str(message))
        for name, messages in form.errors.items()
        if (heading := _HEADINGS.get(name, "")) not in already
        for message in messages
    ]
