"""Scenarios."""

from factory import LazyAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from factories.people import AuthorityFactory
from sufficiency.web.forecasting.models import Scenario


class ScenarioFactory(DjangoModelFactory):
    class Meta:
        model = Scenario

    authority = SubFactory(AuthorityFactory)
    name = Sequence(lambda n: f"Scenario {n}")
    content = LazyAttribute(
        lambda made: {
            "name": made.name,
            "levers": [
                {"lever": "entrants", "amount": 30, "from": "year 1"},
                {"lever": "price", "amount": -5, "from": "year 2", "kinds": ["agency_fostering"]},
            ],
        }
    )
    made_by = "Sam Example"
    changed_by = "Sam Example"
