from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.template import Context, Template

from sufficiency.web.ui import wording

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "Tuesday 24 November, tomorrow"),
        (date(2026, 11, 23), "Monday 23 November, today"),
        (date(2026, 11, 22), "Sunday 22 November, yesterday"),
        (date(2026, 12, 1), "Tuesday 1 December"),
        (date(2027, 1, 5), "Tuesday 5 January 2027"),
    ],
)
def test_a_day_says_its_weekday_and_how_near_it_is(day, words):
    assert wording.day_and_when(day, today=TODAY) == words


@pytest.mark.parametrize(
    ("later", "words"),
    [
        ({"hours": 5}, "in 5 hours"),
        ({"hours": 1, "minutes": 59}, "in 1 hour"),
        ({"minutes": 20}, "in 20 minutes"),
        ({"minutes": 1}, "in 1 minute"),
        ({"seconds": 30}, "now"),
        ({"hours": 47}, "in 47 hours"),
        ({"days": 3}, "in 3 days"),
        ({"hours": -2}, "2 hours overdue"),
        ({"days": -5}, "5 days overdue"),
    ],
)
def test_time_left_is_told_in_words(later, words):
    assert wording.time_left(NOW + timedelta(**later), now=NOW) == words


@pytest.mark.parametrize(
    ("time", "words"),
    [((9, 0), "9am"), ((16, 5), "4:05pm"), ((12, 0), "midday"), ((0, 0), "midnight"), ((0, 30), "12:30am")],
)
def test_a_time_reads_as_people_say_it(time, words):
    assert wording.clock(datetime(2026, 11, 24, *time)) == words  # noqa: DTZ001  (the clock on the wall)


def test_a_moment_is_told_by_the_clock_on_the_wall():
    assert wording.moment(datetime(2026, 7, 1, 15, 5, tzinfo=UTC)) == "1 July 2026 at 4:05pm"
    assert wording.brief_moment(datetime(2026, 7, 1, 15, 5, tzinfo=UTC)) == "1 Jul 2026, 4:05pm"


@pytest.mark.parametrize(
    ("ago", "words"),
    [({"hours": 1}, "Today, 8am"), ({"hours": 10}, "Yesterday, 11pm"), ({"days": 3}, "20 Nov 2026, 9am")],
)
def test_what_happened_lately_is_told_shortly(ago, words):
    assert wording.lately(NOW - timedelta(**ago), now=NOW) == words


@pytest.mark.parametrize(
    ("amount", "view", "ledger"),
    [(1234.5, "£1,235", "£1,234.50"), (Decimal("0.125"), "£0", "£0.13"), (-2000, "−£2,000", "−£2,000.00")],
)
def test_money_is_to_the_pound_in_views_and_to_the_penny_in_ledgers(amount, view, ledger):
    assert wording.pounds(amount) == view
    assert wording.pounds_and_pence(amount) == ledger


def test_a_range_is_low_to_high_with_the_middle():
    assert wording.most_likely(1180, 1310, 1240) == "1,180–1,310, most likely 1,240"
    assert wording.most_likely(4, 4, 4) == "4"
    assert wording.most_likely(1.5, 2.5, 2, places=1) == "1.5–2.5, most likely 2.0"


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{ 1234|number }}", "1,234"),
        ("{{ 12.34|percentage }}", "12.3%"),
        ("{{ 1234.5|pounds }}", "£1,235"),
        ("{{ 1234.5|pounds_and_pence }}", "£1,234.50"),
        ('{{ 1|counted:"event" }}, {{ 2|counted:"child,children" }}', "1 event, 2 children"),
        ("{{ nothing|lately }}{{ when|lately|slice:':0' }}", ""),
        ("{{ when|day }}", "23 November 2026"),
        ("{{ when|clock }}", "9am"),
        ("{{ when|moment }}", "23 November 2026 at 9am"),
        ("{% most_likely 1 3 2 %}", "1–3, most likely 2"),
        (
            "{{ nothing|number }}{{ nothing|percentage }}{{ nothing|pounds }}{{ nothing|pounds_and_pence }}",
            "",
        ),
        (
            "{{ nothing|day }}{{ nothing|day_and_when }}{{ nothing|moment }}{{ nothing|clock }}{{ nothing|time_left }}",
            "",
        ),
        (
            "{{ yes|shown }} {{ nothing|shown }} {{ 1200|shown }} {{ when|shown }}",
            "Yes  1,200 23 November 2026 at 9am",
        ),
        ("{{ day|shown }} {{ 'as it is'|shown }}", "23 November 2026 as it is"),
    ],
)
def test_templates_have_the_words_at_hand(template, words):
    given = {"when": NOW, "nothing": None, "yes": True, "day": TODAY}
    assert Template(template).render(Context(given)) == words


def test_nearness_in_a_template_is_measured_from_now():
    soon = datetime.now(UTC) + timedelta(hours=5, minutes=1)
    assert Template("{{ soon|time_left }}").render(Context({"soon": soon})) == "in 5 hours"
    tomorrow = date.today() + timedelta(days=1)  # noqa: DTZ011  (any day does)
    assert (
        Template("{{ tomorrow|day_and_when }}").render(Context({"tomorrow": tomorrow})).endswith(", tomorrow")
    )


def test_a_sentence_goes_on_with_a_small_letter_and_keeps_its_names():
    page = Template("({{ origin|lower_first }}{{ nothing|lower_first }})")
    assert (
        page.render(Context({"origin": "Carried over from 4 November", "nothing": ""}))
        == "(carried over from 4 November)"
    )
