"""The gallery: every component with an example, for whoever builds a page."""

from datetime import UTC, datetime

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.ui.components import Cell, Column, Entry, Fact, Progress, Step, StepState, Table, Tone
from sufficiency.web.ui.fields import DayField, ManyFilesField
from sufficiency.web.ui.gallery_chart import EXAMPLE_CHART
from sufficiency.web.ui.paging import sorting

MOMENT = datetime(2026, 11, 24, 16, 5, tzinfo=UTC)
HOMES = (
    ("H-207", 4, 460.0, "Open", Tone.GOOD),
    ("H-033", 2, 460.0, "Full", Tone.QUIET),
    ("A-118", 3, 838.5, "Stopped", Tone.BAD),
)


class ExampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(help_text="As on the passport")
    kind = forms.ChoiceField(
        choices=[("", "Choose one"), ("foster", "Fostering"), ("home", "Children’s home")]
    )
    urgency = forms.ChoiceField(
        choices=[("tonight", "Tonight"), ("week", "This week")], widget=forms.RadioSelect
    )
    needs = forms.MultipleChoiceField(
        choices=[("school", "Same school"), ("siblings", "With siblings")],
        widget=forms.CheckboxSelectMultiple,
    )
    needed_by = DayField()
    words = forms.CharField(label="In the child’s own words", widget=forms.Textarea(attrs={"rows": 3}))
    uploads = ManyFilesField(label="Files", help_text="CSV or zip, up to 50 MB together")
    is_agreed = forms.BooleanField(label="The child knows about this")


class ExampleFilters(forms.Form):
    """Filters narrow a list; none has to be filled in."""

    home = forms.CharField(required=False, help_text="Any part of the name")
    state = forms.ChoiceField(required=False, choices=[("", "Any"), ("open", "Open"), ("full", "Full")])


@needs(Permission.SITE_USE)
def gallery(request: SiteRequest) -> HttpResponse:
    """Every component; the form shows its errors when it is sent."""
    shown = {
        "filters": ExampleFilters(request.GET),
        "form": ExampleForm(request.POST) if request.method == "POST" else ExampleForm(),
        "listing": _homes(request),
        "facts": [
            Fact("Needed by", MOMENT),
            Fact("Siblings", 2, href="#example", action="Change"),
            Fact("Child knows", value=True),
        ],
        "entries": [
            Entry("Home chosen", MOMENT, by="Amira Hassan", text="H-207, for both boys."),
            Entry("Asked six homes", MOMENT.replace(hour=11, minute=0), by="Amira Hassan"),
        ],
        "progress": Progress(
            "Checking the return",
            done=212,
            of=322,
            steps=[
                Step("Read 12 files", StepState.DONE, detail="1,204 rows"),
                Step("Check 322 rules", StepState.DOING),
                Step("Store", StepState.TO_DO),
                Step("Compare with last year", StepState.NOT_NEEDED, detail="No earlier return"),
            ],
        ),
        "page": Paginator(range(1, 1001), 50).get_page(request.GET.get("page", 4)),
        "chart": EXAMPLE_CHART,
        "now": MOMENT,
    }
    return render(request, "ui/gallery.html", shown)


def _homes(request: SiteRequest) -> Table:
    key, field = sorting(request, {"home": "0", "places": "1"}, default="home")
    at, is_down = int(field.removeprefix("-")), field.startswith("-")
    rows = sorted(HOMES, key=lambda home: home[at], reverse=is_down)
    columns = (
        Column("Home", sort="home"),
        Column("Places", is_number=True, sort="places"),
        Column("A week", is_number=True),
        Column("State"),
    )
    cells = [
        [Cell(name, href="#example"), places, f"£{price:,.2f}", Cell(state, tone=tone)]
        for name, places, price, state, tone in rows
    ]
    return Table("Homes", columns, cells, sorted_by=key)
