"""What is expected of placements, searched and counted: what was written, and what breakdowns have in common."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from factories.homes import officer_of
from factories.requests import CANARY, a_home, an_emergency, asked_yes, person_of
from sufficiency.web.placements import actions, expectations, lacking, patterns
from sufficiency.web.placements.errors import RefusedError

pytestmark = pytest.mark.django_db


def placed(authority, *, reason="Near her school.", gaps="No garden.", born=(date(2017, 3, 1),)):
    request, home = an_emergency(authority, born=born), a_home(authority, approval__oldest=17)
    actions.set_kin_aside(request, reason="Tonight.", by=person_of(authority, "team_manager", "Dev"))
    asked_yes(request, home)
    actions.choose(request, home, reason=reason, gaps=gaps, by=officer_of(authority))
    actions.place(request, on=timezone.localdate(), by=officer_of(authority))
    request.refresh_from_db()
    return request


def flags_of(request):
    births = [member.child.born for member in request.members.all()]
    return expectations.flags(request, expectations.latest(request), births, timezone.localdate())


def test_eleven_things_are_expected_and_each_names_its_line():
    assert len(expectations.EXPECTED) == len(expectations.LABELS) == 11
    assert [one.line for one in expectations.EXPECTED] == list(range(637, 648))


def test_what_is_not_as_expected_is_flagged_by_the_latest_look(authority):
    request = placed(authority)
    first, second, _ = request.checks.all()
    assert flags_of(request) == []  # nobody has looked yet
    by = officer_of(authority)
    actions.check(first, note="Bored.", by=by, expected={"community": "not_met", "near": "met"})
    assert flags_of(request) == ["Part of the community, with activities: not met"]
    actions.check(second, note="Football.", by=by, expected={"community": "met", "health": "partly"})
    assert flags_of(request) == [f"{expectations.LABELS['health']}: partly met"]


def test_from_16_on_somebody_looks_at_the_skills_for_independence(authority):
    today = timezone.localdate()
    request = placed(authority, born=(today.replace(year=today.year - 16, day=1),))
    first, second, _ = request.checks.all()
    actions.check(first, note="Well.", by=officer_of(authority))
    assert "skills for independence" in flags_of(request)[0]
    actions.check(second, note="Cooks.", by=officer_of(authority), expected={"independence": "met"})
    assert flags_of(request) == []


def test_a_look_by_video_is_shown_as_one(authority, signed_in):
    request = placed(authority)
    check, browser = request.checks.first(), signed_in("placement_officer")
    told = {"note": "Smiled.", "mode": "virtual", "expected_near": "not_met"}
    browser.post(reverse("placements:check", args=[request.pk, check.pk]), told)
    page = browser.get(reverse("placements:request", args=[request.pk])).content.decode()
    assert "seen by video or telephone" in page
    assert "Close to home, with links to the family: not met" in page


def test_a_match_without_a_school_says_how_education_is_arranged(authority):
    request, home = an_emergency(authority), a_home(authority)
    worker = person_of(authority, "social_worker", "Ben Example")
    actions.set_kin_aside(request, reason="Tonight.", by=person_of(authority, "team_manager", "Dev"))
    asked_yes(request, home)
    actions.write(request, {"at_school": "No"}, by=worker, member=request.members.get())
    assert lacking.without_school(request, timezone.localdate())
    with pytest.raises(RefusedError, match="of statutory school age"):
        actions.choose(request, home, reason="Near.", by=officer_of(authority))
    assert actions.choose(
        request, home, reason="Near.", gaps="Tutor until January.", by=officer_of(authority)
    )


@pytest.mark.parametrize(("years", "counts"), [(4, False), (5, True), (15, True), (16, False)])
def test_statutory_school_age_by_its_boundaries(authority, years, counts):
    today = timezone.localdate()
    request = an_emergency(authority, born=(today.replace(year=today.year - years, day=1),))
    actions.write(
        request,
        {"at_school": "No"},
        by=person_of(authority, "social_worker", "Ben"),
        member=request.members.get(),
    )
    assert bool(lacking.without_school(request, today)) is counts


def test_a_search_finds_what_was_written_with_addresses_covered_and_nothing_of_another_authority(authority):
    request = placed(authority, reason=f"Taxi from {CANARY} to school is agreed.")
    told = {"why": "known", "what_happened": "The taxi never came.", "learned": "Ask earlier."}
    actions.review_disruption(request, ended_on=timezone.localdate(), by=officer_of(authority), **told)
    found = patterns.search(authority, "TAXI")
    assert {one.where for one in found} == {"chosen", "broke down"}
    assert CANARY not in repr([one.text for one in found])
    assert [one.where for one in patterns.search(authority, "taxi agreed")] == ["chosen"]
    assert patterns.search(authority, "") == patterns.search(authority, "zebra") == []


def test_circumstances_are_counted_with_how_many_broke_down(authority, signed_in):
    broken, _ = placed(authority), placed(authority)
    told = {"why": "unknown", "what_happened": "Quarrels.", "learned": "Meet first."}
    actions.review_disruption(broken, ended_on=timezone.localdate(), by=officer_of(authority), **told)
    counted = {name: (made, over) for name, made, over in patterns.in_common(authority)}
    assert counted["Gaps were accepted"] == counted["need_behaviour"] == (2, 1)
    actions.check(broken.checks.first(), note="Far.", by=officer_of(authority), expected={"near": "not_met"})
    page = signed_in("team_manager").get(reverse("placements:reports"), {"q": "quarrels"}).content.decode()
    assert "Quarrels." in page
    assert "Close to home, with links to the family" in page
    assert "Behaviour that needs skilled care" in page
