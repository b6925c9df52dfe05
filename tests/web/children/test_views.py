import pytest

from factories.children import ChildFactory, store
from factories.people import AuthorityFactory
from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.children.models import Child
from web.counting import queries_for

ADDRESS = "/children/"


@pytest.fixture
def stored(authority):
    store(authority)
    return Child.objects.get(reference="100")


def text_of(page):
    return page.content.decode()


def test_without_a_return_the_list_says_where_children_come_from(signed_in):
    assert "No return is stored yet" in text_of(signed_in("analyst").get(ADDRESS))


@pytest.mark.usefixtures("stored")
def test_the_list_counts_in_words(signed_in):
    page = text_of(signed_in("analyst").get(ADDRESS))
    assert "2 children, 1 of them in care on 31 March 2024" in page


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("narrowed", "seen"),
    [
        ({"reference": "10"}, {"100"}),
        ({"reference": "00"}, set()),
        ({"care": "in-care"}, {"100"}),
        ({"care": "left"}, {"200"}),
        ({"kind": "agency_fostering"}, {"100"}),
        ({"kind": "secure"}, set()),
        ({"age": "10-15"}, {"100", "200"}),
        ({"age": "under 1"}, set()),
        ({"kind": "nonsense"}, set()),
    ],
)
def test_filters_narrow_the_list(signed_in, narrowed, seen):
    page = text_of(signed_in("analyst").get(ADDRESS, narrowed))
    assert {one for one in ("100", "200") if f">{one}</a>" in page} == seen


@pytest.mark.usefixtures("stored")
def test_the_list_is_sorted_by_a_link(signed_in):
    page = text_of(signed_in("analyst").get(ADDRESS, {"sort": "-reference"}))
    assert page.index(">200</a>") < page.index(">100</a>")


@pytest.mark.usefixtures("stored")
def test_children_of_another_authority_are_not_listed(signed_in):
    ChildFactory(authority=AuthorityFactory(), reference="999")
    assert ">999</a>" not in text_of(signed_in("analyst").get(ADDRESS))


@pytest.mark.usefixtures("stored")
def test_looking_through_the_list_is_recorded(signed_in):
    signed_in("analyst").get(ADDRESS, {"reference": "100"})
    event = Event.objects.get(verb=Verb.CHILDREN_SEEN)
    assert event.child == "100"


def test_opening_a_child_is_recorded_with_who_and_which_child(signed_in, stored):
    browser = signed_in("social_worker")
    browser.get(f"{ADDRESS}{stored.pk}/")
    event = Event.objects.get(verb=Verb.CHILD_SEEN)
    assert (event.child, event.actor, event.subject_type) == ("100", browser.user.name, "child")


def test_a_childs_page_tells_who_they_are_and_where_they_have_lived(signed_in, stored):
    page = text_of(signed_in("analyst").get(f"{ADDRESS}{stored.pk}/"))
    for words in ("1 June 2012, 11 years old", "White British (WBRI)", "1 placement in 1 period of care"):
        assert words in page


def test_a_childs_rows_are_shown_without_where_they_live(signed_in, stored):
    page = text_of(signed_in("analyst").get(f"{ADDRESS}{stored.pk}/"))
    assert "01/05/2023" in page
    assert "covered" in page
    assert "EF3 4GH" not in page


def test_addresses_are_uncovered_for_a_reason_which_is_kept(signed_in, stored):
    page = signed_in("analyst").post(f"{ADDRESS}{stored.pk}/addresses/", {"reason": "Rule 156"})
    assert "EF3 4GH" in text_of(page)
    event = Event.objects.get(verb=Verb.ADDRESS_SEEN)
    assert (event.child, event.reason) == ("100", "Rule 156")


def test_without_a_reason_addresses_stay_covered(signed_in, stored):
    page = text_of(signed_in("analyst").post(f"{ADDRESS}{stored.pk}/addresses/", {"reason": "  "}))
    assert "There is a problem" in page
    assert "<title>Error: " in page
    assert "EF3 4GH" not in page
    assert not Event.objects.filter(verb=Verb.ADDRESS_SEEN).exists()


def test_coming_back_to_the_form_after_signing_in_again_asks_for_the_reason(signed_in, stored):
    page = text_of(signed_in("analyst").get(f"{ADDRESS}{stored.pk}/addresses/"))
    assert "Why do you need to see them?" in page


@pytest.mark.parametrize("role", ["panel_administrator", "commissioner"])
def test_who_need_not_know_an_address_is_not_offered_it(signed_in, stored, role):
    browser = signed_in(role)
    assert "Show where this child lives" not in text_of(browser.get(f"{ADDRESS}{stored.pk}/"))
    assert browser.post(f"{ADDRESS}{stored.pk}/addresses/", {"reason": "Why not"}).status_code == 404


def same_answer(browser, one, other):
    first, second = browser.get(one), browser.get(other)
    assert first.status_code == second.status_code == 404
    # All but the number of the request and the one-time secrets of the page are the same.
    return len(first.content) == len(second.content)


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("page", ["", "addresses/"])
def test_another_authoritys_child_is_as_unknown_as_none(signed_in, page):
    theirs = ChildFactory(authority=AuthorityFactory())
    assert same_answer(signed_in("analyst"), f"{ADDRESS}{theirs.pk}/{page}", f"{ADDRESS}9999999/{page}")
    assert not Event.objects.filter(verb=Verb.CHILD_SEEN).exists()


def test_the_list_asks_the_database_as_often_for_many_as_for_few(signed_in, authority):
    browser = signed_in("analyst")
    store(authority)
    few = queries_for(browser, ADDRESS)
    ChildFactory.create_batch(60, authority=authority)
    assert queries_for(browser, ADDRESS) == few


def test_a_childs_page_asks_the_database_as_often_for_a_long_life_as_for_a_short(signed_in, authority):
    browser = signed_in("analyst")
    store(authority)
    page = f"{ADDRESS}{Child.objects.get(reference='100').pk}/"
    few = queries_for(browser, page)
    for year in ("2022-23", "2024-25", "2025-26"):
        store(authority, year)
    assert queries_for(browser, page) == few


@pytest.mark.usefixtures("stored")
def test_every_page_says_how_old_the_data_is(signed_in):
    assert "Data as at 31 March 2024." in text_of(signed_in("analyst").get("/"))
    assert "Data as at" not in text_of(signed_in("system_administrator").get("/"))
