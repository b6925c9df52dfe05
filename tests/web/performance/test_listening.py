import pytest

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.performance import queries
from sufficiency.web.performance.listening import waiting
from sufficiency.web.returns.signals import return_stored
from sufficiency.web.runs.models import Run

YEAR = CollectionYear(2024)


def tell(authority):
    """What the site says once a return is stored; a listener's failure comes back instead of being raised."""
    answers = return_stored.send_robust(sender=None, authority=authority, year=YEAR)
    assert [answer for _, answer in answers if isinstance(answer, Exception)] == []


def test_a_stored_return_brings_the_scorecard_up_to_date(council):
    tell(council)
    assert queries.latest(council).made_by == "Sufficiency"


def test_the_same_data_stored_again_make_no_second_scorecard(council):
    tell(council)
    tell(council)
    assert Run.objects.count() == 1


def test_a_return_without_episodes_makes_no_scorecard_and_no_fault(authority):
    tell(authority)
    assert queries.latest(authority) is None


@pytest.mark.django_db
def test_who_stores_several_returns_computes_once_at_the_end(council):
    with waiting():
        tell(council)
        assert queries.latest(council) is None
    tell(council)
    assert queries.latest(council) is not None
