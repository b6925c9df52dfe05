from datetime import date
from decimal import Decimal

import pytest

from factories.commissioning import ContractFactory, commissioner_of, under
from factories.homes import HomeFactory, PlacementFactory, ProviderFactory
from factories.people import AuthorityFactory
from sufficiency.web.audit.models import Event
from sufficiency.web.commissioning.actions.contracts import keep_contract, keep_contracts
from sufficiency.web.commissioning.analytics.occupancy import account_of, months_of_contract
from sufficiency.web.commissioning.models import Contract
from sufficiency.web.commissioning.refusals import RefusedError

TODAY = date(2026, 11, 28)
FORM = {
    "reference": "B-77", "title": "Six places", "kind": "block", "places": "6", "weekly_price": "3000",
    "discount": "15", "starts_on": "01/04/2026", "last_day": "31/03/2027", "void_rule": "in_full", "part": "100",
    "notice_weeks": "13",
}  # fmt: skip


@pytest.fixture
def provider(authority):
    return ProviderFactory(authority=authority, kind="childrens_home_company", name="Oak Homes")


@pytest.fixture
def block(provider):
    return ContractFactory(provider=provider, reference="B-01")


def test_the_block_of_six_saves_140_400_a_year_on_its_page(signed_in, block):
    page = signed_in("commissioner").get(block.get_absolute_url()).content.decode()
    assert "6 × £3,000 × 15% × 52 = £140,400" in page
    assert "15%, so £2,550.00 a week" in page
    assert "85.0% of place-days in use" in page


def test_empty_places_cost_by_the_day(block):
    # Two of six in use for the 242 days from 1 April to 28 November: 968 place-days empty.
    under(block, started_on=date(2026, 4, 1)), under(block, started_on=date(2026, 4, 1))
    days, account = account_of(block, TODAY)
    assert (days.place_days, days.used, days.empty) == (6 * 242, 2 * 242, 4 * 242)
    assert account.paid_for_empty == (Decimal(2550) * 968 / 7).quantize(Decimal("0.01"))
    months = months_of_contract(block, TODAY)
    assert len(months) == 8
    assert sum(one.used for one, _ in months.values()) == days.used
    assert sum(one.empty for one, _ in months.values()) == days.empty


def test_children_under_another_contract_do_not_count(block):
    other = ContractFactory(provider=block.provider)
    under(other, started_on=date(2026, 4, 1))
    under(block, started_on=date(2026, 4, 1), state="cancelled", ended_on=date(2026, 6, 1))
    assert account_of(block, TODAY)[0].used == 0


def test_a_contract_without_places_or_to_come_has_no_account(provider):
    assert (
        account_of(ContractFactory(provider=provider, kind="spot", places=None, last_day=None), TODAY) is None
    )
    later = ContractFactory(provider=provider, starts_on=date(2027, 1, 1))
    assert account_of(later, TODAY) is None
    assert months_of_contract(later, TODAY) == {}


def test_the_list_says_what_empty_places_cost_and_can_be_narrowed(signed_in, block):
    ContractFactory(provider=block.provider, reference="S-01", kind="spot", places=None, last_day=None)
    browser = signed_in("finance_officer")
    assert len(browser.get("/commissioning/contracts/").context["listing"].rows) == 2
    narrowed = browser.get(
        "/commissioning/contracts/", {"kind": "block", "provider": "oak", "state": "in-force"}
    )
    assert [row[0].value for row in narrowed.context["listing"].rows] == [str(block)]
    assert b"empty places cost" in narrowed.content
    under(block), PlacementFactory(home=HomeFactory(provider=block.provider))
    assert "1 child lives in a home" in browser.get("/commissioning/contracts/").content.decode()
    assert browser.get("/commissioning/contracts/", {"state": "over"}).context["listing"].rows == []
    assert b"no contract" in browser.get("/commissioning/contracts/", {"kind": "no such"}).content.lower()


def test_a_contract_is_added_with_its_homes_and_recorded(signed_in, provider):
    home = HomeFactory(provider=provider, kind="childrens_home")
    browser = signed_in("commissioner")
    answer = browser.post(
        "/commissioning/contracts/new/", {**FORM, "provider": provider.pk, "covers": [home.pk]}
    )
    contract = Contract.objects.get()
    assert answer.url == contract.get_absolute_url()
    assert list(contract.homes.all()) == [home]
    assert Event.objects.filter(verb="contract_kept", subject="B-77").exists()
    assert browser.get(answer.url).status_code == 200


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"last_day": "31/03/2026"}, "The last day must not be before the first."),
        ({"last_day": ""}, "A contract of this kind needs a last day."),
        ({"kind": "short_breaks", "last_day": ""}, "A contract of this kind needs a last day."),
        ({"places": ""}, "A contract of this kind needs a number of places"),
        ({"discount": "100"}, "a discount below 100 "),
        ({"starts_on": "soon"}, "Write the day like 24/11/2026."),
        ({"reference": ""}, "This field is required."),
    ],
)
def test_a_contract_that_cannot_be_is_refused_with_the_reason(signed_in, provider, wrong, words):
    answer = signed_in("commissioner").post(
        "/commissioning/contracts/new/", {**FORM, "provider": provider.pk, **wrong}
    )
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Contract.objects.exists()


def test_a_reference_is_given_once_in_an_authority(signed_in, block):
    answer = signed_in("commissioner").post(
        "/commissioning/contracts/new/", {**FORM, "provider": block.provider.pk, "reference": "B-01"}
    )
    assert "Another contract has this reference." in answer.content.decode()


def test_places_below_the_children_there_are_refused_on_the_page(signed_in, block):
    for _ in range(3):
        under(block)
    sent = {**FORM, "reference": "B-01", "provider": block.provider.pk, "places": "2"}
    answer = signed_in("commissioner").post(f"{block.get_absolute_url()}change/", sent)
    assert answer.status_code == 422
    assert "More children live under this contract than it would have places." in answer.content.decode()
    block.refresh_from_db()
    assert block.places == 6


def test_a_home_of_another_provider_cannot_be_covered(signed_in, provider):
    other = HomeFactory(provider=ProviderFactory(authority=provider.authority), kind="childrens_home")
    answer = signed_in("commissioner").post(
        "/commissioning/contracts/new/", {**FORM, "provider": provider.pk, "covers": [other.pk]}
    )
    assert "is not a home of Oak Homes." in answer.content.decode()


def test_a_changed_contract_forgets_homes_it_no_longer_covers(block):
    home, other = (HomeFactory(provider=block.provider, kind="childrens_home") for _ in range(2))
    by = commissioner_of(block.authority)
    keep_contract(block, homes=[home], by=by)
    keep_contract(block, homes=[other], by=by)
    assert list(block.homes.all()) == [other]


def test_several_are_kept_all_or_none(block):
    good = ContractFactory.build(provider=block.provider, authority=block.authority, reference="B-02")
    bad = ContractFactory.build(
        provider=block.provider, authority=block.authority, reference="B-03", places=0
    )
    with pytest.raises(RefusedError, match="number of places"):
        keep_contracts([(good, []), (bad, [])], by=commissioner_of(block.authority))
    assert Contract.objects.count() == 1
    assert not Event.objects.filter(verb="contracts_imported").exists()


def test_contracts_of_another_authority_are_not_there(signed_in):
    other = ContractFactory(provider__authority=AuthorityFactory())
    browser = signed_in("commissioner")
    assert browser.get(other.get_absolute_url()).status_code == 404
    assert browser.get(f"{other.get_absolute_url()}change/").status_code == 404
    assert other.reference not in browser.get("/commissioning/contracts/").content.decode()


@pytest.mark.usefixtures("block")
def test_the_download_has_the_same_contracts_and_is_recorded(signed_in):
    text = signed_in("analyst").get("/commissioning/contracts/download/").content.decode()
    assert "B-01" in text
    assert "place-days used" in text
    assert Event.objects.filter(verb="commissioning_exported").exists()
