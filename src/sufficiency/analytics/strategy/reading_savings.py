"""Reads what a strategy says of money: targets, claims by workstream or pool, the change of mix, unit costs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from sufficiency.analytics.money.claims import Claim, Method, MixRow, SavingsPlan
from sufficiency.analytics.money.prices import kind_named
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.strategy.cells import Cell
from sufficiency.analytics.strategy.methods import Exchange, basis_for, exchange_in
from sufficiency.analytics.strategy.plan import Workstream
from sufficiency.analytics.strategy.reading_actions import due_of

# An undated saving is counted where it closes a year to within this share of its target, and nowhere else.
CLOSES_WITHIN: Final = Decimal("0.01")
TOTAL: Final = "total_printed"
AVERAGE: Final = "average"
_IN_POOL: Final = "in pool of "
_NO_SAVINGS: Final = ("", "none", "blank", "nil", "-")


def read_savings(root: Cell, workstreams: tuple[Workstream, ...]) -> SavingsPlan:
    """Targets, claims, mix and unit costs; the first set of targets is the one that claims answer to."""
    plan, years = root["action_plan"], _years(root, _targets(root["savings_targets"]))
    known = {one.id: one for one in workstreams}
    claims = [claim for cell in plan.items(named="workstream") for claim in _claims(cell, known, years)]
    _refuse_lost_members(plan)
    return read_money(root, claims=claims)


def read_money(root: Cell, *, claims: Sequence[Claim]) -> SavingsPlan:
    """The same of claims that are there already."""
    targets = _targets(root["savings_targets"])
    years = _years(root, targets)
    printed = root["demography_investment"][TOTAL]
    return SavingsPlan(
        years=tuple(years),
        printed_years=years,
        targets=targets,
        claims=_placed(claims, targets),
        mix=_mix(root["placement_mix_change"]),
        mix_net_printed=_net(root["placement_mix_change"]),
        unit_costs=_unit_costs(root["context"]["unit_costs_per_week"]),
        average_costs=_average_costs(root["context"]["unit_costs_per_week"]),
        investment=_investment(root["demography_investment"]),
        investment_printed=None if printed.is_blank else printed.pounds(),
    )


def ready_on(last_due: Sequence[date]) -> date | None:
    """The day after the first of some workstreams has done all its actions; None where none has any."""
    return min(last_due) + timedelta(days=1) if last_due else None


def _years(root: Cell, targets: Mapping[CollectionYear, Decimal]) -> dict[CollectionYear, str]:
    """The years of the plan as printed: stated, or those of the targets."""
    stated = {cell.year(): cell.text() for cell in root["meta"]["period"]["years"].items()}
    printed = {year: f"{year.ending - 1}/{year.ending % 100:02d}" for year in targets}
    return dict(sorted({**printed, **stated}.items()))


def _targets(cell: Cell) -> dict[CollectionYear, Decimal]:
    for _, target in cell.entries():
        return {Cell(year, one.where).year(): one.pounds() for year, one in target.entries()}
    return {}


def _claims(
    cell: Cell, known: Mapping[str, Workstream], years: Mapping[CollectionYear, str]
) -> Iterator[Claim]:
    members = cell["savings_pool"].texts() or (cell["id"].text(),)
    for name in members:
        if name not in known:
            raise cell["savings_pool"].wrong(f"There is no workstream {name}.", "Name those of the plan.")
    ready = ready_on([known[name].last_due for name in members])
    savings = cell["savings"]
    for year, line in savings.entries() if isinstance(savings.value, dict) else ():
        when = Cell(year, line.where).year()
        if when not in years:
            raise line.wrong(
                f"{year} is no year of the strategy.", f"Use one of {', '.join(years.values())}."
            )
        yield _claim(cell, line, members, when, basis_for(cell["basis"].text(), years[when]), ready)
    for line in cell["undated_savings"].items():
        words = line["printed"].text() or cell["basis"].text()
        guess = line["inferred_year"]
        undated = _claim(cell, line, members, None if guess.is_blank else guess.year(), words, ready)
        yield replace(undated, year_is_printed=False)


def _claim(
    cell: Cell,
    line: Cell,
    members: tuple[str, ...],
    year: CollectionYear | None,
    basis: str,
    ready: date | None,
) -> Claim:
    stated = line if isinstance(line.value, dict) else Cell({"amount": line.value}, line.where)
    unit = (stated["unit"] if not stated["unit"].is_blank else cell["unit"]).text()
    exchange = _exchange(stated, cell, basis, unit)
    count, value, start = stated["count"], stated["unit_value"], stated["start"]
    return Claim(
        workstreams=members,
        year=year,
        amount=stated["amount"].pounds(),
        count=None if count.is_blank else count.whole(),
        unit=unit,
        method=exchange.method,
        basis=basis,
        instead_of=exchange.instead_of,
        used=exchange.used,
        unit_value=None if value.is_blank else value.pounds(),
        starts_on=None if start.is_blank else due_of(start).day,
        ready_on=ready,
    )


def _exchange(line: Cell, cell: Cell, basis: str, unit: str) -> Exchange:
    """As stated on the line or the workstream, else as the words say."""
    told = exchange_in(basis, unit)
    method = line["method"] if not line["method"].is_blank else cell["method"]
    if not method.is_blank and method.text() not in set(Method):
        raise method.wrong(f"“{method.text()}” is no method.", f"Use one of {', '.join(Method)}.")
    kinds = {}
    for name in ("instead_of", "used"):
        stated = line[name] if not line[name].is_blank else cell[name]
        kinds[name] = getattr(told, name) if stated.is_blank else _kind(stated)
    return Exchange(told.method if method.is_blank else Method(method.text()), **kinds)


def _placed(claims: Sequence[Claim], targets: Mapping[CollectionYear, Decimal]) -> tuple[Claim, ...]:
    """Claims with undated ones in the one year that they close, if there is one."""
    sums = {year: sum((c.amount for c in claims if c.year == year), Decimal(0)) for year in targets}
    return tuple(
        replace(claim, year=_closing(claim, sums, targets)) if claim.year is None else claim
        for claim in claims
    )


def _closing(
    claim: Claim, sums: Mapping[CollectionYear, Decimal], targets: Mapping[CollectionYear, Decimal]
) -> CollectionYear | None:
    closed = [
        year
        for year in targets
        if abs(sums[year] + claim.amount - targets[year]) <= targets[year] * CLOSES_WITHIN
        and abs(sums[year] - targets[year]) > targets[year] * CLOSES_WITHIN
    ]
    return closed[0] if len(closed) == 1 else None


def _refuse_lost_members(plan: Cell) -> None:
    """Savings in words are none, or “in pool of W01”, which W01 must answer with a pool that names the workstream."""
    pools = {cell["id"].text(): cell["savings_pool"].texts() for cell in plan.items(named="workstream")}
    for cell in plan.items(named="workstream"):
        said = cell["savings"].value if isinstance(cell["savings"].value, str) else ""
        owner = said.removeprefix(_IN_POOL).strip() if said.startswith(_IN_POOL) else None
        if owner is None and said.strip().lower() not in _NO_SAVINGS:
            raise cell["savings"].wrong(
                f"“{said}” cannot be read as savings.",
                'Write {"2011/12": {amount: 241800, count: 6}}, or None.',
            )
        if owner is not None and cell["id"].text() not in pools.get(owner, ()):
            raise cell["savings"].wrong(
                f"The savings are said to be in the pool of {owner}, which does not name {cell['id'].text()}.",
                f"Add it to savings_pool of {owner}.",
            )


def _mix(cell: Cell) -> tuple[MixRow, ...]:
    years = [one.year() for one in cell["years"].items()]
    rows = []
    for name, row in cell["rows"].entries():
        values = [one.whole() for one in row["values"].items()]
        if len(values) != len(years):
            raise row.wrong(
                f"There are {len(values)} values for {len(years)} years.", "Give one for each year."
            )
        printed = row["overall_printed"]
        rows.append(
            MixRow(
                kind=_kind(Cell(name, row.where)),
                label=row["printed"].text() or str(name),
                changes=dict(zip(years, values, strict=True)),
                printed_total=None if printed.is_blank else printed.whole(),
            )
        )
    return tuple(rows)


def _net(cell: Cell) -> dict[CollectionYear, int]:
    years = [one.year() for one in cell["years"].items()]
    values = [one.whole() for one in cell["net_printed"]["values"].items()]
    return dict(zip(years, values, strict=False))


def _unit_costs(cell: Cell) -> dict[Kind, Decimal]:
    """Pounds a week by kind: `weekly_price`, or the first sum of the entry."""
    costs = {}
    for one in cell.items():
        sums = [key for key, value in one.mapping().items() if isinstance(value, int | float)]
        if not sums:
            raise one.wrong("There is no weekly price.", "Add weekly_price: and the pounds a week.")
        key = "weekly_price" if "weekly_price" in sums else sums[0]
        costs[_kind(one["type"] if not one["type"].is_blank else one["kind"])] = one[key].pounds()
    return costs


def _average_costs(cell: Cell) -> dict[Kind, Decimal]:
    """The same of those one compares with, where it is given."""
    return {
        _kind(one["type"] if not one["type"].is_blank else one["kind"]): one[AVERAGE].pounds()
        for one in cell.items()
        if not one[AVERAGE].is_blank
    }


def _investment(cell: Cell) -> dict[CollectionYear, Decimal]:
    return {Cell(year, one.where).year(): one.pounds() for year, one in cell.entries() if year != TOTAL}


def _kind(cell: Cell) -> Kind:
    kind = kind_named(cell.text())
    if kind is None:
        raise cell.wrong(f"“{cell.text()}” is no kind of placement.", f"Use one of {', '.join(Kind)}.")
    return kind
