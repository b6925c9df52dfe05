import csv
import io
import json

import fastexcel
import pytest

from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.forecasting import reporting


@pytest.fixture
def download(forecast, signed_in):
    """Downloads something of the kept forecast as someone."""

    def one(form, *, role="analyst", **given):
        return signed_in(role).get(f"/forecasts/{forecast.pk}/download/{form}/", given)

    return one


@pytest.fixture
def report(forecast, signed_in):
    """The report of the kept forecast as someone downloads it."""

    def one(*, role="analyst", **given):
        return signed_in(role).get(f"/forecasts/{forecast.pk}/report/download/", given)

    return one


def kinds(rows):
    return {row["kind"] for row in rows}


def test_json_is_the_command_lines(download, remembered):
    made = json.loads(download("json").content)
    assert made["series"] == remembered["forecast"]["series"]
    assert list(made) == [name for name in remembered["forecast"] if name != "notes_on_joining"]


def test_json_for_who_may_not_see_small_numbers_leaves_groups_and_the_first_day_out_and_says_so(download):
    made = json.loads(download("json", role="councillor").content)
    assert "left out" in made["small_numbers"]
    assert "external_residential" not in kinds(made["series"])
    assert "all" in kinds(made["series"])
    assert made["from"] not in {row["date"] for row in (*made["series"], *made["by_age"])}


def test_csv_has_a_row_for_each_month_and_kind(download):
    response = download("csv")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) == 25 * 13
    assert set(rows[0]) == {
        "date",
        "kind",
        "mean",
        "q0.025",
        "q0.1",
        "q0.25",
        "q0.5",
        "q0.75",
        "q0.9",
        "q0.975",
    }
    assert "inside-only" in response["Content-Disposition"]


def test_who_may_see_all_can_take_a_file_to_hand_on(download):
    response = download("csv", hidden="1")
    assert "small-numbers-hidden" in response["Content-Disposition"]
    assert "external_residential" not in response.content.decode()


def test_the_workbook_has_everything_and_what_it_rests_on(download, tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(download("xlsx").content)
    book = fastexcel.read_excel(path)
    assert book.sheet_names == [
        "Series", "By age", "Entrants", "Leavers", "Leavers by cause", "Cost", "Cost by month", "Prices", "Notes", "About",
    ]  # fmt: skip
    about = dict(book.load_sheet("About").to_polars().iter_rows())
    assert "inside the service only" in about["small numbers"]


def test_an_unknown_form_is_not_found(download):
    assert download("docx").status_code == 404


def test_downloads_are_recorded(download, report, forecast, monkeypatch):
    monkeypatch.setattr(reporting, "html_report", lambda _: "")
    download("json")
    report()
    events = Event.objects.filter(subject=str(forecast.pk)).values_list("verb", flat=True)
    assert {Verb.FORECAST_EXPORTED, Verb.REPORT_DOWNLOADED} <= set(events)


@pytest.mark.slow
def test_the_report_is_one_file_made_from_what_was_kept(report, forecast):
    response = report()
    page = response.content.decode()
    assert response["Content-Disposition"] == f'attachment; filename="sufficiency-report-{forecast.pk}.html"'
    assert forecast.fingerprint in page
    assert "By 31 March 2026 we expect" in page
    assert "for use inside the service only" not in page.lower()
    assert page == report().content.decode()


def test_the_report_hides_small_numbers_unless_all_is_asked_for_by_who_may(report, monkeypatch):
    shown = []
    monkeypatch.setattr(reporting, "kept", lambda draw, **_: draw())
    monkeypatch.setattr(reporting, "html_report", lambda contents: shown.append(contents) or "")
    report(), report(all="1"), report(role="councillor", all="1")
    assert [contents.show_all for contents in shown] == [False, True, False]
    hidden = [any(one.suppressed for one in contents.measures) for contents in shown]
    assert hidden == [True, False, True]


@pytest.mark.usefixtures("forecast")
def test_a_report_of_the_demonstration_says_that_it_is_made_up(report, authority, monkeypatch):
    contents = []
    monkeypatch.setattr(reporting, "kept", lambda draw, **_: draw())
    monkeypatch.setattr(reporting, "html_report", lambda one: contents.append(one) or "")
    report()
    type(authority).objects.filter(pk=authority.pk).update(name="Fenland (made up)")
    report()
    assert [one.made_up for one in contents] == [False, True]
