"""What the database itself refuses about contracts and oversight, on SQLite and on PostgreSQL, and the words for it."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from factories.commissioning import (
    CarerCaseFactory,
    ContractFactory,
    HostedChildFactory,
    RiskListingFactory,
    UnregisteredSettingFactory,
    VisitFactory,
    under,
)
from sufficiency.web.commissioning.models import Contract
from sufficiency.web.commissioning.refusals import UNKNOWN, sentence
from sufficiency.web.commissioning.triggers import TOO_FEW_PLACES

DAY, BEFORE = date(2026, 6, 1), date(2026, 5, 31)


@pytest.mark.parametrize(
    ("factory", "wrong", "words"),
    [
        (ContractFactory, {"starts_on": DAY, "last_day": BEFORE}, "must not be before the first"),
        (ContractFactory, {"last_day": None}, "needs a last day"),
        (ContractFactory, {"kind": "short_breaks", "last_day": None}, "needs a last day"),
        (ContractFactory, {"kind": "shared_care", "last_day": None}, "needs a last day"),
        (ContractFactory, {"places": None}, "needs a number of places"),
        (ContractFactory, {"places": 0}, "needs a number of places"),
        (ContractFactory, {"discount": 100}, "discount"),
        (ContractFactory, {"weekly_price": -1}, "price"),
        (ContractFactory, {"part": 101}, "part"),
        (CarerCaseFactory, {"places": 0}, "one place or more"),
        (UnregisteredSettingFactory, {"why": ""}, "Say why"),
        (UnregisteredSettingFactory, {"ended_on": date(2026, 12, 1)}, "Only a stay that has ended"),
        (UnregisteredSettingFactory, {"state": "left", "began_on": DAY, "ended_on": BEFORE}, "must not be"),
        (UnregisteredSettingFactory, {"approved_on": DAY}, "names the director and the key decision"),
        (UnregisteredSettingFactory, {"approved_on": DAY, "approved_by": "D"}, "names the director"),
        (RiskListingFactory, {"since": DAY, "review_on": BEFORE}, "looked at again"),
        (RiskListingFactory, {"since": DAY, "review_on": DAY, "ended_on": BEFORE}, "taken off"),
        (HostedChildFactory, {"came_on": DAY, "left_on": BEFORE}, "must not be before the day of coming"),
    ],
)
@pytest.mark.django_db
def test_the_database_refuses_what_cannot_be(factory, wrong, words):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        factory(**wrong)
    assert words in sentence(refused.value)


@pytest.mark.django_db
def test_nothing_is_written_down_twice():
    visit = VisitFactory()
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        VisitFactory(home=visit.home)
    assert sentence(refused.value) == "This visit is written down already."
    setting = UnregisteredSettingFactory()
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        UnregisteredSettingFactory(home=setting.home, child=setting.child)
    assert sentence(refused.value) == "This child is in an unregistered setting already."
    contract = ContractFactory()
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        ContractFactory(provider=contract.provider, reference=contract.reference)
    assert sentence(refused.value) == "Another contract has this reference."


@pytest.mark.django_db
def test_spot_and_framework_contracts_may_go_on():
    assert ContractFactory(kind="spot", last_day=None, places=None).in_plain() is None
    assert ContractFactory(kind="framework", last_day=None, places=None).pk


@pytest.mark.django_db
def test_a_contract_never_has_fewer_places_than_children_live_in_under_it():
    contract = ContractFactory(places=2)
    under(contract), under(contract)
    under(contract, ended_on=DAY)  # who has left needs no place
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Contract.objects.filter(pk=contract.pk).update(places=1)
    assert TOO_FEW_PLACES in str(refused.value)
    assert "More children live under this contract" in sentence(refused.value)
    Contract.objects.filter(pk=contract.pk).update(places=3)
    other = ContractFactory(places=1)  # another authority's children do not count
    Contract.objects.filter(pk=other.pk).update(reference=contract.reference)


@pytest.mark.django_db
def test_the_trigger_is_there():
    named = {
        "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'commissioning_contract'",
        "postgresql": "SELECT count(*) FROM pg_trigger WHERE tgname = 'commissioning_keeps_places'",
    }
    with connection.cursor() as cursor:
        cursor.execute(named[connection.vendor])
        assert cursor.fetchone()[0] >= 1


def test_a_refusal_that_is_not_known_says_what_to_do():
    assert sentence(IntegrityError("something else")) == UNKNOWN
