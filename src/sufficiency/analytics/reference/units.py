"""Units of figures: the words beside a value, and how finely it is given."""

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction


class Unit(StrEnum):
    """What a value is counted in; the text is what readers see."""

    CHILDREN = "children"
    NET_CHILDREN = "children, net"
    EPISODES_A_MONTH = "episodes a month"
    PERCENT = "%"
    PER_10000 = "per 10,000 children"
    PERCENT_OF_CHILD_POPULATION = "% of the child population"
    PER_1000_DAYS = "per 1,000 days"
    INCIDENTS = "incidents a child"
    DAYS = "days"
    SCORE = "score 0-40"
    PLACES = "places"
    HOUSEHOLDS = "households"
    POUNDS_A_WEEK = "GBP per week"

    @property
    def decimals(self) -> int:
        """The decimal places that a value is given to."""
        return _DECIMALS.get(self, 1)

    @property
    def is_share(self) -> bool:
        """Whether the numerator is a part of the denominator, so that the rest can be worked out."""
        return self is Unit.PERCENT

    @property
    def is_difference(self) -> bool:
        """Whether the numerator is one count less another and may be below nought."""
        return self is Unit.NET_CHILDREN

    @property
    def adds_up_people(self) -> bool:
        """Whether the numerator counts people or events, not days or points."""
        return self not in (Unit.DAYS, Unit.SCORE)

    @property
    def is_for_each_person(self) -> bool:
        """Whether the denominator counts the people that the measure is about."""
        return self in (Unit.PERCENT, Unit.DAYS, Unit.SCORE, Unit.INCIDENTS)


_DECIMALS = {
    Unit.CHILDREN: 0,
    Unit.NET_CHILDREN: 0,
    Unit.DAYS: 0,
    Unit.PLACES: 0,
    Unit.HOUSEHOLDS: 0,
    Unit.POUNDS_A_WEEK: 0,
    # The National Transfer Scheme's threshold is 0.1%, so a tenth would hide which side of it we are.
    Unit.PERCENT_OF_CHILD_POPULATION: 3,
    Unit.PER_1000_DAYS: 2,
}


def rounded(value: Fraction | float, decimals: int = 0) -> float:
    """A value to so many decimal places (none: a whole number), halves up as in the published statistics."""
    exact = Fraction(value)
    step = Decimal(1).scaleb(-decimals)
    decimal = Decimal(exact.numerator) / Decimal(exact.denominator)
    result = decimal.quantize(step, rounding=ROUND_HALF_UP)
    return float(result) if decimals else int(result)


def whole_percent(numerator: int, denominator: int) -> int:
    """A percentage as it is published: a whole number, halves up."""
    return int(rounded(Fraction(100 * numerator, denominator)))


def nearest_ten(count: int) -> int:
    """A count as it is published for England and regions: to the nearest ten."""
    return 10 * int(rounded(Fraction(count, 10)))
