"""The library, gaps that propose research, asks and replies, and claims that rest on evidence."""

import pytest
import yaml
from django.urls import reverse

from factories.groups import ItemFactory
from factories.strategy import county, keeper_of
from published.conftest import material
from sufficiency.web.evidence import decision_evidence, loading
from sufficiency.web.evidence.models import Ask, Gap, Item, Statement
from sufficiency.web.evidence.states import Kind, Status

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
STUDY = {"kind": "study", "title": "Early help works", "source": "An institute", "place": "Leeds", "year": "2025",
         "strength": "moderate", "status": "published", "says": "Fewer entries"}  # fmt: skip


@pytest.fixture
def keeper(signed_in):
    return signed_in("commissioner")


def text_of(answer):
    return answer.content.decode()


def test_a_study_is_shown_with_place_and_strength_and_is_there_once(keeper):
    assert keeper.post(reverse("evidence:new_item"), STUDY).status_code == 302
    page = text_of(keeper.get(reverse("evidence:library")))
    assert "An institute, Leeds" in page
    assert "Moderate" in page
    answer = keeper.post(reverse("evidence:new_item"), STUDY)
    assert "in the library already" in text_of(answer)
    assert "Nothing fits." in text_of(keeper.get(reverse("evidence:library"), {"words": "no such"}))
    assert "Nothing fits." in text_of(keeper.get(reverse("evidence:library"), {"strength": "weak"}))


def test_evidence_stands_beside_the_case_and_the_agenda_item_it_supports(keeper, authority):
    version = county(authority)
    row, item = version.workstreams.get(code="W03"), ItemFactory(meeting__group__authority=authority)
    supports = ["workstream:W03", f"agenda_item:{item.pk}"]
    keeper.post(reverse("evidence:new_item"), {**STUDY, "supports": supports})
    assert "Early help works" in text_of(keeper.get(row.get_absolute_url()))
    (fact,) = decision_evidence.beside(item)
    assert (fact.label, fact.value) == ("Early help works", "Moderate. Fewer entries")
    study = Item.objects.get()
    keeper.post(reverse("evidence:keep_item", args=[study.pk]), {**STUDY, "supports": supports[:1]})
    assert decision_evidence.beside(item) == []


def test_a_gap_without_evidence_proposes_research(keeper):
    keeper.post(reverse("evidence:new_gap"), {"question": "Do short breaks prevent entries?"})
    gap, address = Gap.objects.get(), reverse("evidence:gaps")
    assert "Research proposed" in text_of(keeper.get(address))
    keeper.post(reverse("evidence:new_item"), STUDY)
    told = {"question": gap.question, "answered_by": [Item.objects.get().pk]}
    keeper.post(reverse("evidence:keep_gap", args=[gap.pk]), told)
    page = text_of(keeper.get(address))
    assert "Research proposed" not in page
    assert "Early help works" in page


def test_a_reply_needs_its_day(keeper):
    told = {"text": "Guidance on unregulated placements", "of_whom": "The Minister"}
    keeper.post(reverse("evidence:new_ask"), told)
    ask = Ask.objects.get()
    assert "1 ask, 1 without a reply" in text_of(keeper.get(reverse("evidence:asks")))
    address = reverse("evidence:keep_ask", args=[ask.pk])
    assert "on which day" in text_of(keeper.post(address, {**told, "reply": "It is coming"}))
    keeper.post(address, {**told, "reply": "It is coming", "replied_on": "1/6/2022"})
    assert "1 ask, 0 without a reply" in text_of(keeper.get(reverse("evidence:asks")))


def test_a_claim_is_published_only_with_evidence(keeper, signed_in):
    told = {"chapter": "now", "text": "Homes are too few.", "is_published": "on"}
    answer = keeper.post(reverse("evidence:new_statement"), told)
    assert answer.status_code == 422
    assert "Nothing in the library stands behind this claim." in text_of(answer)
    assert not Statement.objects.exists()
    keeper.post(reverse("evidence:new_statement"), {**told, "is_published": ""})
    councillor = signed_in("councillor")
    assert "Homes are too few." not in text_of(councillor.get(reverse("evidence:narrative")))
    assert "No evidence" in text_of(keeper.get(reverse("evidence:narrative")))
    keeper.post(reverse("evidence:new_item"), STUDY)
    address = reverse("evidence:keep_statement", args=[Statement.objects.get().pk])
    keeper.post(address, {**told, "items": [Item.objects.get().pk]})
    page = text_of(councillor.get(reverse("evidence:narrative")))
    assert "Homes are too few." in page
    assert "Early help works" in page


def test_published_papers_load_once(authority):
    content = yaml.safe_load(material("facts", "seeds", "lga.yaml").read_text(encoding="utf-8"))
    assert loading.recognises(content)
    (said,) = loading.load(content, authority=authority, by=keeper_of(authority))
    assert said == "Evidence: 21 of 21 items and 5 of 5 asks were new."
    studies = Item.objects.filter(kind=Kind.STUDY)
    assert {status: studies.filter(status=status).count() for status in Status if studies.filter(status=status)} == {
        Status.RECENT: 2, Status.PUBLISHED: 2, Status.ONGOING: 2,
    }  # fmt: skip
    assert Item.objects.filter(kind=Kind.ACTIVITY).count() == 6
    assert Ask.objects.filter(topic__contains="Independent Review").count() == 4
    assert loading.load(content, authority=authority, by=keeper_of(authority)) == [
        "Evidence: 0 of 21 items and 0 of 5 asks were new."
    ]
    assert not loading.recognises({"action_plan": []})


GUARANTEE = {"kind": "policy", "title": "Youth Guarantee", "strength": "not_graded", "status": "open",
             "from_age": "11", "to_age": "18", "to_age_with_send": "25"}  # fmt: skip


def test_the_policy_watch_tells_whom_a_policy_covers_by_age(keeper):
    keeper.post(reverse("evidence:new_item"), GUARANTEE)
    address = reverse("evidence:policy")
    assert "For ages 11 to 18, to 25 with SEND." in text_of(keeper.get(address))
    assert "Not covered at 19." in text_of(keeper.get(address, {"age": "19"}))
    assert "Covered at 25 with SEND." in text_of(keeper.get(address, {"age": "25", "has_send": "on"}))


@pytest.mark.parametrize(
    ("ages", "said"),
    [
        ({"from_age": "18", "to_age": "11", "to_age_with_send": ""}, "run backwards"),
        ({"to_age": "", "to_age_with_send": ""}, "Give the first age and the last"),
        ({"from_age": "", "to_age": ""}, "Give the first age and the last"),
    ],
)
def test_ages_that_make_no_sense_are_refused(keeper, ages, said):
    answer = keeper.post(reverse("evidence:new_item"), {**GUARANTEE, **ages})
    assert answer.status_code == 422
    assert said in text_of(answer)
