"""A strategy's file becomes the version in force."""

import pytest
import yaml

from factories.people import AuthorityFactory
from factories.strategy import county, keeper_of
from sufficiency.analytics.money.savings import as_json, reconcile
from sufficiency.analytics.strategy.cells import StrategyError
from sufficiency.analytics.strategy.examples import county_strategy, county_text
from sufficiency.web.audit.models import Event
from sufficiency.web.strategy import actions, analytics, loading, queries
from sufficiency.web.strategy.models import Action, Version

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def version(authority):
    return county(authority)


def test_everything_of_the_file_is_stored(version):
    assert version.workstreams.count() == 24
    assert queries.actions_of(version).count() == 49
    assert version.summary_actions.count() == 31
    assert [one.code for one in version.summary_actions.filter(workstream=None)] == ["O4.5"]
    due = Action.objects.filter(workstream__code="W01").first()
    assert (due.due_printed, due.due_on.isoformat()) == ("Sept 2011", "2011-09-30")
    assert Event.objects.filter(verb="strategy_loaded").count() == 1


def test_the_stored_claims_give_the_numbers_of_the_command_line(version):
    assert as_json(analytics.reconciled(version)) == as_json(reconcile(county_strategy().savings))


def test_remarks_on_the_stored_version_are_those_on_the_file(version):
    from sufficiency.analytics.strategy.remarks.catalogue import remarks

    assert analytics.remarks_on(version) == remarks(county_strategy())


def test_the_same_file_again_changes_nothing(version, authority):
    again, is_new = actions.load(county_text(), where="x", authority=authority, by=keeper_of(authority))
    assert (again, is_new) == (version, False)
    assert Version.objects.count() == 1


def test_a_file_that_has_a_fault_leaves_nothing(authority):
    text = county_text().replace("due: 01/09/11", "due: soon", 1)
    with pytest.raises(StrategyError):
        actions.load(text, where="x", authority=authority, by=keeper_of(authority))
    assert not Version.objects.exists()


def test_another_file_replaces_the_version_in_force(version, authority):
    text = county_text().replace("title: Placement Strategy", "title: Second Placement Strategy")
    second, _ = actions.load(text, where="x", authority=authority, by=keeper_of(authority))
    version.refresh_from_db()
    assert (second.number, second.state, version.state) == (2, "current", "replaced")
    assert queries.current(authority) == second
    elsewhere = AuthorityFactory()
    assert queries.current(elsewhere) is None


def test_the_command_recognises_a_strategy_and_says_what_it_loaded(authority):
    content = yaml.safe_load(county_text())
    assert loading.recognises(content)
    assert not loading.recognises({"working_group": {}})
    (said,) = loading.load(content, authority=authority, by=keeper_of(authority))
    assert "24 workstreams, 49 actions, 18 savings claims, 31 summary actions (1 untraced)." in said
    (again,) = loading.load(content, authority=authority, by=keeper_of(authority))
    assert "nothing was changed" in again
