"""Targets, mix and unit costs are changed on screen, each number with its entry in the change log."""

import pytest
from django.urls import reverse

from factories.strategy import county
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.web.strategy import analytics, money
from sufficiency.web.strategy.models import Change

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TARGET = "Targets, 2014/15"


@pytest.fixture
def version(authority):
    return county(authority)


@pytest.fixture
def keeper(signed_in):
    return signed_in("commissioner")


def as_shown(version, part="targets") -> dict[str, str]:
    """The form as it is opened, so that a test changes what it is about and nothing else."""
    shown = money.figures(money.kept(version), part)
    return {f"figure_{n}": "" if one.value is None else str(one.value) for n, one in enumerate(shown)}


def place_of(version, name: str, part="targets") -> str:
    names = [one.name for one in money.figures(money.kept(version), part)]
    return f"figure_{names.index(name)}"


def test_every_number_of_the_file_can_be_changed(version):
    names = [one.name for one in money.figures(money.kept(version))]
    assert len(names) == len(set(names)) == 4 + 5 + 4 * 5 + 4 * 2
    by_part = [one.name for part in money.PARTS for one in money.figures(money.kept(version), part)]
    assert by_part == names, "each number is on one page"
    assert "Unit cost a week: External Foster Care (IFA), Average of others" in names


def test_a_changed_target_moves_the_variance_and_says_old_new_who_and_why(version, keeper):
    told = {**as_shown(version), place_of(version, TARGET): "981500", "reason": "Cabinet lowered it"}
    assert keeper.post(reverse("strategy:money", args=["targets"]), told).status_code == 302
    version.refresh_from_db()
    assert analytics.reconciled(version).years[-1].variance == 0
    (change,) = Change.objects.all()
    assert (change.what, change.old, change.new) == (TARGET, "2261000", "981500")
    assert (change.reason, change.by) == ("Cabinet lowered it", keeper.user.name)


def test_a_changed_mix_is_priced_anew_and_its_printed_total_is_held_against_it(version, keeper):
    name = "Change of mix: Placed with CYPS Foster Carers, 2014/15"
    told = {**as_shown(version, "mix"), place_of(version, name, "mix"): "19", "reason": "One fewer"}
    keeper.post(reverse("strategy:money", args=["mix"]), told)
    version.refresh_from_db()
    found = analytics.reconciled(version)
    assert found.total.priced_mix == 8_431_488 + 460 * 52
    assert "mix_does_not_add_up" in {one.code for one in found.warnings}


@pytest.mark.parametrize(
    ("value", "said"), [("-5", "greater than or equal to 0"), ("many", "Enter a number"), ("", "This field is required")]
)  # fmt: skip
def test_what_is_no_sum_is_refused_and_nothing_is_changed(version, keeper, value, said):
    told = {**as_shown(version), place_of(version, TARGET): value, "reason": "A slip"}
    answer = keeper.post(reverse("strategy:money", args=["targets"]), told)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Change.objects.exists()


def test_a_year_and_a_kind_are_added(version, keeper):
    keeper.post(reverse("strategy:add_year"), {"year": "2015/16", "reason": "The plan runs on"})
    told = {"kind": "supported_accommodation", "weekly_price": "1200.50", "reason": "Now bought"}
    kinds = dict(keeper.get(reverse("strategy:add_kind")).context["form"].fields["kind"].choices)
    told["kind"] = next(kind.value for kind in Kind if kind.value in kinds)
    assert keeper.post(reverse("strategy:add_kind"), told).status_code == 302
    version.refresh_from_db()
    plan = analytics.savings_plan(version)
    assert plan.years[-1].ending == 2016
    assert str(plan.unit_costs[Kind(told["kind"])]) == "1200.5"
    assert Change.objects.filter(reason="Now bought", new="1200.5").exists()
    assert (
        "Write the financial year like"
        in keeper.post(reverse("strategy:add_year"), {"year": "next", "reason": "x"}).content.decode()
    )


def test_a_strategy_without_money_can_be_given_some(version, keeper):
    version.money = "{}"
    version.save()
    keeper.post(reverse("strategy:add_year"), {"year": "2011/12", "reason": "Begun on screen"})
    keeper.post(
        reverse("strategy:add_kind"),
        {"kind": Kind.AGENCY_FOSTERING.value, "weekly_price": "838", "reason": "x"},
    )
    version.refresh_from_db()
    assert [one.name for one in money.figures(money.kept(version))] == [
        "Targets, 2011/12", f"Change of mix: {Kind.AGENCY_FOSTERING.label}, 2011/12",
        f"Unit cost a week: {Kind.AGENCY_FOSTERING.label}, Ours",
    ]  # fmt: skip


def test_the_page_shows_what_claims_are_held_against(version, keeper):
    page = keeper.get(reverse("strategy:savings")).content.decode()
    for told in (
        "£4,507,000",
        "+18.6%",
        "−£333",
        "targets and investment</a>",
        "change of mix</a>",
        "unit costs</a>",
    ):
        assert told in page


def test_another_part_of_the_money_is_not_there(version, keeper):
    assert keeper.get(reverse("strategy:money", args=["wishes"])).status_code == 404
