"""Contracts as a table, one as facts, its months as a table and a chart."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse

from sufficiency.analytics.homes.contracts import Account, Block
from sufficiency.analytics.homes.occupancy import Occupancy, Period
from sufficiency.reports.charts import Bar, bars
from sufficiency.reports.figures import Column as FigureColumn, Figure, Table as FigureTable, drawn
from sufficiency.reports.wording import number, percentage, plural
from sufficiency.web.commissioning.models import Contract
from sufficiency.web.ui import drawings
from sufficiency.web.ui.components import Cell, Column, Fact, Table
from sufficiency.web.ui.wording import full_day, pounds, pounds_and_pence

CONTRACTS = (
    Column("Contract", sort="reference"), Column("Provider", sort="provider"), Column("Kind", sort="kind"),
    Column("Places", is_number=True), Column("A week", is_number=True), Column("From", sort="from"),
    Column("To", sort="to"), Column("State"), Column("Used so far", is_number=True),
    Column("Empty places cost", is_number=True),
)  # fmt: skip
SORTED_BY = {
    "reference": "reference", "provider": "provider__name", "kind": "kind", "from": "starts_on", "to": "last_day",
}  # fmt: skip
MONTHS = (
    Column("Month"), Column("Place-days", is_number=True), Column("Used", is_number=True),
    Column("Empty", is_number=True), Column("Beyond the places", is_number=True), Column("Use", is_number=True),
    Column("Empty places cost", is_number=True), Column("Saved against spot", is_number=True),
)  # fmt: skip
ROW, EDGE = 32, 8  # pixels
Months = Mapping[Period, tuple[Occupancy, Account]]


def contracts(
    found: Iterable[tuple[Contract, tuple[Occupancy, Account] | None]], *, today: date, sorted_by: str
) -> Table:
    """The list of contracts, each with how it was used so far."""
    return Table("Contracts", CONTRACTS, [_row(*one, today) for one in found], sorted_by=sorted_by)


def _row(contract: Contract, account: tuple[Occupancy, Account] | None, today: date) -> list[Any]:
    words, tone = contract.standing(today)
    return [
        Cell(str(contract), href=contract.get_absolute_url()),
        contract.provider.name,
        contract.kind_of.label,
        contract.places,
        pounds_and_pence(contract.weekly_price),
        contract.starts_on,
        contract.last_day,
        Cell(words, tone=tone),
        level(account[0]) if account else "",
        pounds(account[1].paid_for_empty) if account else "",
    ]


def facts(contract: Contract, *, today: date) -> list[Fact]:
    """What is agreed."""
    block = contract.in_plain()
    words, _ = contract.standing(today)
    given = [
        Fact("Provider", contract.provider.name),
        Fact("Kind", f"{contract.kind_of.label}: {contract.kind_of.terms.about}"),
        Fact("Homes", ", ".join(str(home) for home in contract.homes.all()) or "all of the provider’s"),
        Fact("From – to", f"{full_day(contract.starts_on)} to {_end(contract)} ({words.lower()})"),
        Fact("Price a week", pounds_and_pence(contract.weekly_price)),
        *(_terms(contract, block) if block else []),
    ]
    return [*given, Fact("Notes", contract.notes)] if contract.notes else given


def _terms(contract: Contract, block: Block) -> list[Fact]:
    notice = f"{plural(block.notice_weeks, 'week')}: to end it on its last day, give it by "
    return [
        Fact("Places", block.places),
        Fact(
            "Discount",
            f"{contract.discount.normalize():f}%, so {pounds_and_pence(block.agreed_price)} a week",
        ),
        Fact(
            "What the discount takes off a year", f"{_sum(block, contract)} = {pounds(block.discount_a_year)}"
        ),
        Fact("An empty place", contract.get_void_rule_display() + _part(contract)),
        Fact("It pays from", f"{percentage(float(block.pays_from * 100))} of place-days in use"),
        Fact(
            "Use agreed", f"{contract.expected_level.normalize():f}%" if contract.expected_level else "none"
        ),
        Fact("Notice", notice + full_day(block.last_day_for_notice()) if block.notice_weeks else "none"),
    ]


def account_facts(days: Occupancy, account: Account) -> list[Fact]:
    """What it came to so far."""
    word = "Saved" if account.saved >= 0 else "Lost"
    return [
        Fact("Place-days", f"{number(days.place_days)}, of which {number(days.used)} used ({level(days)})"),
        Fact("Paid for used places", pounds_and_pence(account.paid_for_used)),
        Fact(
            "Paid for empty places",
            f"{pounds_and_pence(account.paid_for_empty)} for {plural(days.empty, 'day')}",
        ),
        Fact("The used days at the spot price", pounds_and_pence(account.at_spot_price)),
        Fact(f"{word} against buying each place by itself", pounds_and_pence(abs(account.saved))),
        *(
            [Fact("Days beyond the places", f"{number(days.over)}, paid for at the spot price")]
            if days.over
            else []
        ),
    ]


def months(found: Months) -> Table:
    """Each month of a contract, the newest first."""
    rows = [_month(month, *values) for month, values in reversed(list(found.items()))]
    return Table("Month by month", MONTHS, rows)


def _month(month: Period, days: Occupancy, account: Account) -> list[Any]:
    return [
        f"{month.first:%B %Y}", days.place_days, days.used, days.empty, days.over, level(days),
        pounds_and_pence(account.paid_for_empty), pounds_and_pence(account.saved),
    ]  # fmt: skip


def picture(found: Mapping[Period, Occupancy], *, title: str, caption: str) -> Figure | None:
    """How much of the places was in use each month; None for a single month."""
    known = [(f"{month.first:%b %Y}", days) for month, days in found.items() if days.place_days]
    if len(known) < 2:
        return None
    rows = [Bar(label, days.level, level(days)) for label, days in known]
    facts_ = tuple((label, number(d.place_days), number(d.used), level(d)) for label, d in known)
    columns = tuple(
        FigureColumn(h, is_number=n > 0) for n, h in enumerate(("Month", "Place-days", "Used", "Use"))
    )
    content = FigureTable(caption, columns, facts_)

    def draw() -> Figure:
        height = EDGE + ROW * len(rows)
        return drawn(title, lambda size: bars(rows, size=size, alt_text=title), table=content, height=height)

    return drawings.kept(draw, shows=("use", title, rows, facts_))


def records(found: Iterable[tuple[Contract, tuple[Occupancy, Account] | None]]) -> list[dict[str, Any]]:
    """One flat record a contract, in the columns of the template, with how it was used."""
    return [_record(*one) for one in found]


def _record(contract: Contract, account: tuple[Occupancy, Account] | None) -> dict[str, Any]:
    days, money = account or (Occupancy(), None)
    return {
        "reference": contract.reference, "title": contract.title, "provider": contract.provider.name,
        "kind": contract.kind_of.label, "places": contract.places, "price a week": contract.weekly_price,
        "discount %": contract.discount, "first day": contract.starts_on, "last day": contract.last_day,
        "an empty place": contract.get_void_rule_display(), "part paid when empty %": contract.part,
        "weeks of notice": contract.notice_weeks, "use agreed %": contract.expected_level,
        "homes": "; ".join(home.reference for home in contract.homes.all()), "notes": contract.notes,
        "place-days used": days.used if money else None, "place-days empty": days.empty if money else None,
        "empty places cost": money.paid_for_empty if money else None, "saved against spot": money.saved if money else None,
    }  # fmt: skip


def level(days: Occupancy) -> str:
    """Used days as a share of place-days, in words."""
    return "no place" if days.level is None else percentage(days.level)


def under(contract: Contract) -> str:
    """Where the page of a contract is."""
    return reverse("commissioning:contract", args=[contract.pk])


def _end(contract: Contract) -> str:
    return full_day(contract.last_day) if contract.last_day else "until either side ends it"


def _part(contract: Contract) -> str:
    return f", {contract.part.normalize():f}%" if contract.void_rule == "in_part" else ""


def _sum(block: Block, contract: Contract) -> str:
    price = Decimal(contract.weekly_price)
    return f"{block.places} × {pounds(price)} × {contract.discount.normalize():f}% × 52"
