from datetime import date
from html.parser import HTMLParser

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from sufficiency.web.ui.fields import DayField, FoldedCheckboxes, ManyFilesField
from sufficiency.web.ui.gallery import ExampleForm


class Tags(HTMLParser):
    """Collects the tags of a page with their attributes."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(str(page))

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def all(self, *names):
        return [attrs for tag, attrs in self.found if tag in names]


@pytest.mark.parametrize("form", [ExampleForm(), ExampleForm({})], ids=["fresh", "with errors"])
def test_every_field_has_a_label_and_what_describes_it_is_there(form):
    tags = Tags(form)
    labelled = {label["for"] for label in tags.all("label")}
    ids = {attrs["id"] for _, attrs in tags.found if "id" in attrs}
    for field in tags.all("input", "select", "textarea"):
        assert field["id"] in labelled
        assert set(field.get("aria-describedby", "").split()) <= ids
    for fieldset in tags.all("fieldset"):
        assert set(fieldset.get("aria-describedby", "").split()) <= ids


def test_a_wrong_field_says_so_beside_and_to_a_screen_reader():
    page = Tags(ExampleForm({}))
    [name] = [field for field in page.all("input") if field["id"] == "id_name"]
    assert name["aria-invalid"] == "true"
    assert "id_name_error" in name["aria-describedby"]


def test_every_field_looks_like_the_rest_of_the_page():
    classes = {field["class"].split()[0] for field in Tags(ExampleForm()).all("input", "select", "textarea")}
    assert classes == {
        "govuk-input", "govuk-select", "govuk-textarea", "govuk-radios__input", "govuk-checkboxes__input",
        "govuk-file-upload",
    }  # fmt: skip


def test_what_was_typed_comes_back_escaped():
    page = str(
        ExampleForm({"name": '"><script>', "words": "</textarea><script>", "kind": "home", "urgency": "week"})
    )
    assert "<script>" not in page
    assert '<option value="home" selected>' in page
    assert "checked" in page


def test_hidden_fields_and_passwords_are_theirs_alone():
    class Both(forms.Form):
        token = forms.CharField(widget=forms.HiddenInput)
        password = forms.CharField(widget=forms.PasswordInput)

    page = str(Both({"token": "t", "password": "kept secret"}))
    assert '<input type="hidden" name="token" value="t"' in page
    assert "kept secret" not in page


@pytest.mark.parametrize(
    "typed", ["24/11/2026", "2026-11-24", "24 November 2026", "24 Nov 2026", "24.11.2026"]
)
def test_a_day_is_read_as_people_write_it(typed):
    assert DayField().clean(typed) == date(2026, 11, 24)


@pytest.mark.parametrize("typed", ["11/24/2026", "soon", "31/02/2026"])
def test_a_day_that_is_none_is_said_with_an_example(typed):
    with pytest.raises(forms.ValidationError, match="24/11/2026"):
        DayField().clean(typed)


def test_several_files_come_as_a_list():
    files = [SimpleUploadedFile("a.csv", b"x"), SimpleUploadedFile("b.csv", b"y")]
    assert [file.name for file in ManyFilesField().clean(files)] == ["a.csv", "b.csv"]
    assert "multiple" in str(ExampleForm()["uploads"])
    with pytest.raises(forms.ValidationError):
        ManyFilesField().clean([])


def test_boxes_that_fold_stand_open_where_something_is_ticked():
    class Pick(forms.Form):
        what = forms.MultipleChoiceField(
            widget=FoldedCheckboxes,
            choices=[("Homes", [("a", "Elm"), ("b", "Oak")]), ("Work", [("c", "W01")])],
        )

    page = str(Pick(initial={"what": ["b"]}))
    assert page.count("<details") == 2
    assert page.count(" open>") == 1
    assert "Homes (2, 1 chosen)" in page
    assert "Work (1)" in page
    picked = Pick({"what": ["a", "c"]})
    assert picked.is_valid()
    assert picked.cleaned_data["what"] == ["a", "c"]


def test_a_blank_choice_asks_for_one():
    class Pick(forms.Form):
        kind = forms.ChoiceField(choices=[("", "---------"), ("a", "A")])

    assert "Choose one" in str(Pick())
    assert "---" not in str(Pick())
