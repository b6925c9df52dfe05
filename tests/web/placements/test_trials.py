"""The blind study: a home is chosen before anything of the ranking is seen, and few are never told apart."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from factories.groups import actor_in
from sufficiency.analytics.made_up.matching.cases import SHOWN, a_case
from sufficiency.analytics.made_up.matching.worlds import ground
from sufficiency.analytics.matching.vocabulary import Feature, Tier
from sufficiency.analytics.matching.worlds import Policy
from sufficiency.web.audit.models import Event
from sufficiency.web.placements import actions, trial_words, trials
from sufficiency.web.placements.errors import MovedOnError, RefusedError
from sufficiency.web.placements.models import Trial

NONE_YET = "No officer has taken part yet."


@pytest.fixture(scope="session")
def land():
    return ground()


@pytest.fixture(autouse=True)
def _one_land(monkeypatch, land):
    monkeypatch.setattr(trials, "_land", lambda: land)


@pytest.fixture
def officer(authority):
    return actor_in("placement_officer", authority)


def at(name, *args):
    return reverse(f"placements:{name}", args=args)


def judged(officer, *, place, keeps=True, because="She knows the school.", minutes=2):
    """A case that an officer judged, choosing the home in some place of the ranking."""
    trial = actions.begin_trial(by=officer)
    Trial.objects.filter(pk=trial.pk).update(began_at=timezone.now() - timezone.timedelta(minutes=minutes))
    actions.pick_home(trial, trials.case_of(trial).order[place - 1], by=officer)
    return actions.say_after(trial, keeps=keeps, because=because, by=officer)


def test_a_case_is_the_same_for_everyone_and_every_home_of_it_is_lawful(land):
    one, again, other = (a_case(land, number, Policy()) for number in (1, 1, 2))
    assert [home.id for home in one.homes] == [home.id for home in again.homes]
    assert one.order == again.order
    assert one.request != other.request
    assert len(one.homes) == len(one.order) == SHOWN
    assert not one.ranking.ruled_out
    assert one.order != [home.id for home in one.homes]  # where they stand on the page says nothing


def test_the_homes_of_every_case_could_be_so(land):
    for number in range(1, trials.CASES + 1):
        case = a_case(land, number, Policy())
        for home in case.homes:
            has = {feature for feature, there in home.features.items() if there}
            assert len(has & {Feature.TOWN, Feature.COUNTRYSIDE}) == 1
            assert (Feature.OTHER_CHILDREN in has) == bool(home.children_there)
            assert home.tier is not Tier.SUPPORTED or min(home.children_there, default=16) >= 16
        for child in case.request.children:
            assert not {Feature.TOWN, Feature.COUNTRYSIDE} <= {wish.feature for wish in child.wishes}
        assert all(trial_words.home(case, home) for home in case.homes)
        assert trial_words.request(case)


@pytest.mark.django_db
def test_nothing_of_the_ranking_is_shown_before_a_home_is_chosen(authority, signed_in):
    browser = signed_in("placement_officer")
    assert NONE_YET in browser.get(at("trials")).content.decode()
    browser.post(at("begin_trial"))
    trial = Trial.objects.get()
    case = trials.case_of(trial)
    page = browser.get(at("trial", trial.pk)).content.decode()
    assert all(home.id in page for home in case.homes)
    assert "Because" not in page
    assert "Fit" not in page
    assert "Choose one of the homes." in browser.post(at("trial", trial.pk), {"home": ""}).content.decode()
    browser.post(at("trial", trial.pk), {"home": case.order[2]})
    page = browser.get(at("trial", trial.pk)).content.decode()
    assert "which the ranking shows in place 3" in page
    assert "Because" in page
    browser.post(at("trial", trial.pk), {"home": case.order[0]})  # a second click, or a second thought
    trial.refresh_from_db()
    assert (trial.picked, trial.place) == (case.order[2], 3)
    unsaid = browser.post(at("trial", trial.pk), {"keeps": "True", "because": " "})
    assert "Say why: it is what the study is for." in unsaid.content.decode()
    done = browser.post(at("trial", trial.pk), {"keeps": "True", "because": "Nearer to Mum."})
    assert done.url == at("trials")
    assert set(Event.objects.values_list("verb", flat=True)) >= {
        "trial_begun",
        "trial_picked",
        "trial_finished",
    }


@pytest.mark.django_db
def test_a_case_is_ones_own_and_is_judged_once(authority, officer, signed_in):
    trial = actions.begin_trial(by=officer)
    assert actions.begin_trial(by=officer) == trial  # a double click opens no second case
    assert signed_in("placement_officer").get(at("trial", trial.pk)).status_code == 404
    with pytest.raises(RefusedError, match="Choose a home first"):
        actions.say_after(trial, keeps=True, because="Yes.", by=officer)
    with pytest.raises(RefusedError, match="one of the homes of this case"):
        actions.pick_home(trial, "H999", by=officer)
    judged(officer, place=1, because="")
    with pytest.raises(MovedOnError):
        actions.say_after(trial, keeps=False, because="No.", by=officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Trial.objects.update(picked="", picked_at=None, place=None)
    assert actions.begin_trial(by=officer).number == 2


@pytest.mark.django_db
def test_after_the_last_case_there_is_no_more(authority, officer, monkeypatch):
    monkeypatch.setattr(trials, "CASES", 1)
    judged(officer, place=1)
    with pytest.raises(RefusedError, match="You have judged every case"):
        actions.begin_trial(by=officer)


def row(officer, authority, *, number=1, place=1, keeps=True, because="The dog.", minutes=2):
    """A finished judgement, not saved."""
    now = timezone.now()
    return Trial(
        authority=authority, officer=officer, number=number, began_at=now - timezone.timedelta(minutes=minutes),
        picked="H1", picked_at=now, place=place, keeps=keeps, because=because, finished_at=now,
    )  # fmt: skip


@pytest.mark.django_db
def test_what_was_found_is_hidden_while_few_have_taken_part(authority, signed_in):
    people = [actor_in("placement_officer", authority).user for _ in range(3)]
    Trial.objects.bulk_create(
        row(one, authority, place=place, minutes=place, because="A reason of one colleague.")
        for one, place in zip(people, (1, 2, 5), strict=True)
    )
    browser = signed_in("team_manager")
    page = browser.get(at("trials")).content.decode()
    assert "Too few have taken part" in page
    assert "A reason of one colleague." not in page
    Trial.objects.bulk_create(
        row(
            one, authority, number=2, place=place, minutes=4, keeps=place != 3, because=f"Because of {place}."
        )
        for one, place in zip(people, (4, 3, 6), strict=True)
    )
    found = trials.findings(trials.finished(authority))
    assert (found.officers, found.judged, found.differed, found.kept) == (3, 6, 5, 4)
    assert (round(found.first), round(found.top), round(found.median_minutes, 1)) == (17, 50, 4.0)
    assert len(found.reasons) == 4
    page = browser.get(at("trials")).content.decode()
    assert "3 officers, 6 judged cases" in page
    assert "16.7% (by chance 16.7%)" in page
    assert "Because of 4." in page
    assert "Because of 3." not in page  # who went over to the ranking did not keep a choice
    assert people[0].name not in page
    assert at("begin_trial") not in page  # managers read it; officers who find homes take part


@pytest.mark.django_db
def test_one_officer_who_judges_much_stays_hidden(authority, officer):
    mine = [row(officer.user, authority, number=number) for number in range(9)]
    assert trials.is_small(mine)
    assert trials.is_small([])
