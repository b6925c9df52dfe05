# Fixtures are asked for because of what they set up.
"""The worked example from its file to its annual report: every figure in it is one that is stored."""

import io
from datetime import date

import docx
import pytest
from django.urls import reverse

from factories.groups import GroupFactory, MemberFactory, actor_in
from sufficiency.analytics.governance.examples import example
from sufficiency.reports.annual_report import document
from sufficiency.reports.document import Grid, Heading, Paragraph
from sufficiency.web.audit.models import Event
from sufficiency.web.corporate_parenting import loading
from sufficiency.web.corporate_parenting.group_registers import REGISTERS
from sufficiency.web.corporate_parenting.models import PanelYear
from sufficiency.web.corporate_parenting.reporting import gathered
from sufficiency.web.governance import loading as working_groups
from sufficiency.web.governance.attending import attended
from sufficiency.web.governance.models import Group, Meeting
from sufficiency.web.governance.states import Format

REPORT, GROUPS = example("staffordshire_2019"), example("lga")
TODAY = date(2026, 11, 28)
ORDER = [
    "Foreword by the chair", "Purpose of the panel", "Governance and membership", "Training, visits and the pledge",
    "Corporate parenting strategy", "Key issues", "Key achievements and findings", "What children and carers told us",
    "Champions", "Meetings that were not held", "Priorities for the year ahead", "Implications", "Background papers",
]  # fmt: skip


@pytest.fixture
def clerk(authority):
    return actor_in("panel_administrator", authority)


@pytest.fixture
def panel(authority, clerk):
    loading.load(REPORT, authority=authority, by=clerk)
    return Group.objects.get(kind="corporate_parenting_panel")


def remarks(panel, key, today=date(2020, 3, 20)):
    kept = next(one for one in REGISTERS if one.key == key)
    return kept.remarks(panel, list(kept.model.objects.filter(group=panel)), today)


def test_loading_again_makes_no_doubles(panel, authority, clerk):
    (line,) = loading.load(REPORT, authority=authority, by=clerk)
    assert line.endswith("is there already.")
    assert Group.objects.count() == 1
    assert Event.objects.filter(verb="papers_loaded").count() == 1


def test_attendance_as_stored_is_that_of_the_report(panel):
    rates = attended(panel, start=date(2019, 5, 1), end=date(2020, 4, 30))
    assert [str(rates.of_place("county")), str(rates.of_place("co_opted")), str(rates.all)] == [
        "95/133",
        "26/57",
        "121/190",
    ]
    assert rates.low == ["JW", "GH", "NP", "BH", "JO", "AP"]
    assert (rates.held.held, rates.held.required, rates.held.percent) == (9, 12, 75)
    assert [round(rates.present_a_meeting(place), 2) for place in ("county", "co_opted", "")] == [
        10.56,
        2.89,
        13.44,
    ]


def test_formal_meetings_and_workshops_add_to_nine_and_one_is_cancelled(panel):  # S-081, S-077
    held = Meeting.objects.filter(state="held")
    assert held.filter(format=Format.FORMAL).count() + held.filter(format=Format.WORKSHOP).count() == 9
    assert Meeting.objects.get(state="cancelled").cancelled_because == "Covid"


def test_lists_of_the_worked_example_tell_what_is_amiss(panel):
    assert "10 are invited to co-opt a member and there is room for 5: not all can be met." in remarks(
        panel, "bodies"
    )
    assert "22 of 22 have signed the pledge." in remarks(panel, "pledge")
    champions = remarks(panel, "champions")
    assert sum("is vacant" in line for line in champions) == 5
    assert [line for line in champions if "not on the panel" in line] == [
        "KF (Moorlands) is not on the panel."
    ]
    assert "2015" in remarks(panel, "citations")[0]
    assert "2001" in remarks(panel, "citations")[0]
    assert remarks(panel, "programme") == ["Nothing is planned for “Becoming a Care Leaver”."]
    assert "Not done Level 1" in remarks(panel, "training")[0]


def made(panel):
    return document(gathered(panel, PanelYear.objects.get(group=panel), today=TODAY))


def test_sections_stand_in_the_order_of_the_report(panel):
    assert [
        block.text for block in made(panel).blocks if isinstance(block, Heading) and block.level == 1
    ] == ORDER


def test_figures_of_the_report_are_those_stored(panel):
    blocks = made(panel).blocks
    table = next(block for block in blocks if isinstance(block, Grid) and block.caption.startswith("Members"))
    rows = {row[0]: row for row in table.rows}
    for member in panel.members.all():
        (row,) = [row for name, row in rows.items() if name.split(" ")[0] == member.name]
        assert row[2:4] == (str(member.printed_attended), str(member.printed_possible))
    assert rows["All: county councillor"][2:] == ("95", "133", "71.4%")
    assert rows["All: co-opted member"][2:] == ("26", "57", "45.6%")
    assert rows["All"][2:] == ("121", "190", "63.7%")
    told = " ".join(block.text for block in blocks if isinstance(block, Paragraph))
    assert "22 members, 2 more than the 20" in told
    assert (
        "It met 9 times (1 workshop, 8 formal); its terms of reference ask for 12 meetings in a year, so 75.0% were held."
        in told
    )


def test_word_and_pdf_say_the_same(panel, signed_in):
    browser = signed_in("panel_administrator")
    address = reverse("corporate_parenting:download", args=[panel.pk])
    word = docx.Document(io.BytesIO(browser.get(address, {"form": "docx"}).content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert {"95", "133", "71.4%", "121", "190", "63.7%"} <= set(cells)
    assert browser.get(address, {"form": "pdf"}).content.startswith(b"%PDF")
    assert browser.get(address, {"form": "odt"}).status_code == 404
    assert Event.objects.filter(verb="annual_report_made").count() == 2
    page = browser.get(reverse("corporate_parenting:report", args=[panel.pk])).content.decode()
    assert "71.4%" in page


def test_terms_of_working_groups_load_with_their_meetings(authority, clerk):
    lines = working_groups.load(GROUPS, authority=authority, by=clerk)
    assert [line.split(": ")[-1] for line in lines] == ["4 seats, 0 meetings.", "7 seats, 6 meetings."]
    assert working_groups.load(GROUPS, authority=authority, by=clerk)[0].endswith("is there already.")
    working = Group.objects.get(kind="cross_party_working_group")
    assert working.ends_on == date(2023, 6, 27)
    assert (working.parent.name, working.terms.longest_minutes) == ("LGA Children and Young People Board", 90)


def test_a_councillor_sees_no_small_number_of_children(authority, signed_in):
    councillor = signed_in("councillor")
    panel = GroupFactory(authority=authority, kind="corporate_parenting_panel")
    MemberFactory(group=panel, user=councillor.user, place="county", is_chair=True)
    voice = panel.voice_rows.create(
        authority=authority,
        kind="consultation",
        on=TODAY,
        title="Big Vote",
        took_part=118,
        took_part_uasc=4,
        done="Yes",
    )
    year = PanelYear.objects.create(
        authority=authority, group=panel, begins_on=date(2026, 5, 1), ends_on=date(2027, 4, 30)
    )
    pages = [
        reverse("corporate_parenting:panel", args=[panel.pk]), reverse("corporate_parenting:report", args=[panel.pk]),
        reverse("governance:register", args=[panel.pk, "voices"]),
        reverse("governance:register_change", args=[panel.pk, "voices", voice.pk]),
    ]  # fmt: skip
    for page in pages:
        answer = councillor.get(page)
        assert answer.status_code == 200, page
        assert 'name="took_part' not in answer.content.decode()
        assert ", 4 of them" not in answer.content.decode()
    assert (
        "118 took part; how many of them were unaccompanied is hidden"
        in councillor.get(pages[2]).content.decode()
    )
    assert 'name="took_part' in signed_in("panel_administrator").get(pages[3]).content.decode()
    assert year.label == "2026–27"


def test_outsiders_do_not_reach_the_panels_pages(panel, signed_in):
    browser = signed_in("commissioner")
    for name in ("panel", "report", "download"):
        assert browser.get(reverse(f"corporate_parenting:{name}", args=[panel.pk])).status_code == 404
    sponsors = GroupFactory(authority=panel.authority)
    clerk = signed_in("panel_administrator")
    assert clerk.get(reverse("corporate_parenting:panel", args=[sponsors.pk])).status_code == 404
