"""A made-up authority's results, as the commands would hand them to the report."""

import calendar
from dataclasses import replace
from datetime import date

import polars as pl

from sufficiency.analytics.measures.results import MeasureResult, Part
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.units import Unit
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.checking import CheckResult, Outcome, RuleOutcome
from sufficiency.analytics.returns.returned import Note, Return
from sufficiency.reports.contents import MadeFrom, PriceLine, ReportContents

YEARS = [CollectionYear(ending) for ending in range(2017, 2025)]
NUMBERS = [986, 1010, 1032, 1071, 1098, 1102, 1102, 1134]
BY_KIND = dict(zip(Kind, [142, 341, 333, 12, 161, 3, 63, 65, 4, 0, 8, 2], strict=True))
AGES = {"under 1": 52, "1-4": 133, "5-9": 214, "10-15": 449, "16-17": 286, "18 and over": 0}
QUANTILES = {
    "0.025": -1.96,
    "0.1": -1.28,
    "0.25": -0.67,
    "0.5": 0.0,
    "0.75": 0.67,
    "0.9": 1.28,
    "0.975": 1.96,
}
SHARES = {
    "outside_la": (
        "Children placed outside the authority",
        "lower",
        [31, 32.4, 33, 36.1, 38, 37.2, 39.9, 41.3],
    ),
    "over_20_miles": (
        "Children placed more than 20 miles from home",
        "lower",
        [15, 15.2, 16, 16.4, 17, 17, 17.5, 17.1],
    ),
    "mix_foster": ("Children in foster care", "higher", [76, 75.5, 75, 74, 73.1, 72.5, 72.2, 71.9]),
    "mix_residential": (
        "Children in secure and children’s homes",
        "lower",
        [10, 10.4, 11, 11.9, 13, 14, 14.8, 15.5],
    ),
    "reviews_timely": (
        "Children whose reviews were all on time",
        "higher",
        [94, 93, 92.2, 88, 91, 93.5, 95, 95.3],
    ),
    "stability_3plus": (
        "Children with three or more placements in the year",
        "lower",
        [9, 9.3, 9, 8.8, 9.6, 10, 10.4, 10.1],
    ),
    "health_assessment": (
        "Children with their annual health assessment",
        "higher",
        [90, 91, 89, 83, 86, 90, 92, 93.1],
    ),
    "dental": ("Children seen by a dentist", "higher", [85, 86, 84, 42, 51, 70, 76, 79.4]),
}
ABSENT = {
    "weekly_cost_placement": "Average weekly cost of a placement",
    "home_occupancy": "Nights occupied in our own children’s homes",
    "foster_capacity": "Approved places with our own foster carers",
    "attainment": "Children reaching the expected standard",
    "absence": "School sessions missed",
    "sdq_mean": "Mean strengths and difficulties score, ages 5 to 16",
}


def result(
    name: str, *, label: str, year: CollectionYear, value: float | None, unit: Unit, **more
) -> MeasureResult:
    """One result with what matters said and the rest filled in."""
    fields = {
        "numerator": None,
        "denominator": None,
        "better": "neutral",
        "source": "DfE Local Authority Interactive Tool",
    }
    return MeasureResult(
        id=name, label=label, period=year.label, value=value, unit=unit, **{**fields, **more}
    )


def children(year: CollectionYear, value: int, *, by: tuple[Part, ...] = ()) -> MeasureResult:
    """The number of children looked after at the end of a year."""
    return result(
        "cla_number",
        label="Children looked after at 31 March",
        year=year,
        value=value,
        numerator=value,
        unit=Unit.CHILDREN,
        by=by,
    )


def by_kind_and_age(scale: float = 1) -> tuple[Part, ...]:
    """The parts of the number of children, larger or smaller than this year's."""
    kinds = [Part("kind", kind.value, round(count * scale), None) for kind, count in BY_KIND.items()]
    ages = [Part("age", age, round(count * scale), None) for age, count in AGES.items()]
    return (*kinds, *ages)


def measures() -> tuple[MeasureResult, ...]:
    """Every measure the report knows, over eight years, some of them not computed."""
    numbers = [
        children(year, value, by=by_kind_and_age(value / NUMBERS[-1]))
        for year, value in zip(YEARS, NUMBERS, strict=True)
    ]
    shares = [
        result(
            name,
            label=label,
            year=year,
            value=value,
            numerator=round(value * number / 100),
            denominator=number,
            unit=Unit.PERCENT,
            better=better,
        )
        for name, (label, better, values) in SHARES.items()
        for year, value, number in zip(YEARS, values, NUMBERS, strict=True)
    ]
    flows = [
        result(name, label=label, year=year, value=30 + place + shift, unit=Unit.EPISODES_A_MONTH)
        for shift, (name, label) in enumerate(
            {
                "starts_month": "Children starting each month",
                "ceases_month": "Children ceasing each month",
            }.items()
        )
        for place, year in enumerate(YEARS)
    ]
    absent = [
        result(
            name,
            label=label,
            year=year,
            value=None,
            unit=Unit.PERCENT,
            not_computed_because="Needs data kept elsewhere; the return does not hold it.",
        )
        for name, label in ABSENT.items()
        for year in YEARS
    ]
    return (*numbers, *shares, *flows, *absent)


def month_ends(first: date, months: int) -> list[date]:
    """Successive month ends, the first one included."""
    places = [first.year * 12 + first.month - 1 + month for month in range(months)]
    return [date(p // 12, p % 12 + 1, calendar.monthrange(p // 12, p % 12 + 1)[1]) for p in places]


def spread(middle: float, deviation: float) -> dict[str, float]:
    """Quantiles around a middle."""
    return {name: max(0.0, middle + step * deviation) for name, step in QUANTILES.items()}


def forecast(*, years: int = 5, kinds: tuple[str, ...] = tuple(BY_KIND)) -> dict:
    """A forecast in the shape of the command line's JSON, for some kinds or all."""
    days = month_ends(date(2024, 4, 30), 12 * years)
    today = {"all": NUMBERS[-1], **{kind: BY_KIND[Kind(kind)] for kind in kinds}}
    series = [
        {
            "date": day.isoformat(),
            "kind": kind,
            "mean": count,
            "quantiles": spread(
                count * (1 + 0.0015 * month), (0.9 if kind == "all" else 0.5) * (count * month) ** 0.5 * 0.3
            ),
        }
        for month, day in enumerate(days, start=1)
        for kind, count in today.items()
    ]
    ages = [
        {
            "date": day.isoformat(),
            "age": age,
            "mean": count,
            "quantiles": spread(count, 0.3 * (count * month) ** 0.5),
        }
        for month, day in enumerate(days, start=1)
        for age, count in (AGES.items() if kinds else ())
        if age != "18 and over"
    ]
    labels = [CollectionYear(2025 + year).label for year in range(years)]
    return {
        "from": "2024-03-31",
        "years": years,
        "replications": 1000,
        "seed": 1,
        "series": series,
        "by_age": ages,
        "entrants": [
            {"year": label, "mean": 440, "quantiles": spread(440 + 5 * n, 20)}
            for n, label in enumerate(labels)
        ],
        "leavers": [
            {"year": label, "mean": 425, "quantiles": spread(425 + 5 * n, 18)}
            for n, label in enumerate(labels)
        ],
        "cost": [
            {"year": label, "mean": 71e6, "quantiles": spread(71.4e6 * 1.05**n, 1.2e6 * (n + 1))}
            for n, label in enumerate(labels)
        ],
    }


def prices() -> tuple[PriceLine, ...]:
    """A price a kind: one read in a source, the others assumed."""
    weekly = [420, 560, 1080, 6300, 7600, 10500, 1500, 120, 0, 5200, 4500, 6000]
    return tuple(
        PriceLine(
            kind=kind.value,
            weekly_price=price,
            from_date=date(2024, 4, 1),
            inflation_per_year=0.04,
            source="Section 251 outturn 2024-25"
            if kind is Kind.AGENCY_FOSTERING
            else "Assumption of this project",
            certainty="A" if kind is Kind.AGENCY_FOSTERING else "C",
        )
        for kind, price in zip(Kind, weekly, strict=True)
    )


def check(**failing: int) -> CheckResult:
    """A checked return: 20 rules passed, those named failed on so many rows, one could not run."""
    outcomes = [
        *(RuleOutcome(f"1{place:02d}", Outcome.PASSED, None, 0) for place in range(1, 21)),
        *(RuleOutcome(code.lstrip("r"), Outcome.FAILED, None, count) for code, count in failing.items()),
        RuleOutcome("634", Outcome.NOT_APPLICABLE, "Applied until 2021-22.", 0),
        RuleOutcome("1015", Outcome.COULD_NOT_RUN, "No provider list was given.", 0),
    ]
    returned = Return(year=YEARS[-1], tables={})
    return CheckResult(
        returned, tuple(outcomes), pl.DataFrame(), (Note("Dates were written year first.", "Episodes", 212),)
    )


def contents(**changes) -> ReportContents:
    """A whole report's contents, changed where a test needs it."""
    full = ReportContents(
        authority="Made-up County Council",
        measures=measures(),
        made_from=MadeFrom(
            made_on=date(2026, 11, 22),
            version="0.1.0",
            fingerprint="3f1c9a7be2d4",
            files=96,
            years=tuple(year.label for year in YEARS),
        ),
        forecast=forecast(),
        prices=prices(),
        check=check(r201=14, r355=6, r102=1200),
        notes=(Note("Episodes that overlap the next one were ended where it starts.", "all years", 3),),
        made_up=True,
    )
    return replace(full, **changes)
