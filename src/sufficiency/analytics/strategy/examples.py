"""The strategy that comes with the program: a county’s of 2011, the worked example and the demo."""

from importlib.resources import files

from sufficiency.analytics.strategy.plan import Strategy
from sufficiency.analytics.strategy.reading import parsed, strategy_from

COUNTY_2011 = "county_2011.yaml"


def county_text() -> str:
    """The county strategy as YAML."""
    return files(__package__).joinpath(COUNTY_2011).read_text(encoding="utf-8")


def county_strategy() -> Strategy:
    """The county strategy of 2011 to 2015."""
    return strategy_from(parsed(county_text(), where=COUNTY_2011), where=COUNTY_2011)
