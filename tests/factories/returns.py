"""Uploads, findings, and the files of small returns."""

from django.core.files.uploadedfile import SimpleUploadedFile
from factory import SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from factories.people import AuthorityFactory
from returns_in_text import return_of
from sufficiency.analytics.returns.writing import written_as_csv
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.roles import ROLES
from sufficiency.web.returns.models import Finding, RuleOutcome, Upload
from sufficiency.web.returns.packing import given
from sufficiency.web.returns.states import State

# Rule 101 fails on 200 (no sex), 141 on line 3 of the episodes (no such day).
YEAR = "2025-26"
HEADER = """
    CHILD | SEX | DOB        | ETHNIC | UPN           | MOTHER | MC_DOB
    100   | M   | 01/06/2012 | WBRI   | A123456789012 |        |
    200   |     | 01/06/2013 | WBRI   | A123456789013 |        |
"""
EPISODES = """
    CHILD | DECOM      | RNE | LS | CIN | PLACE | PLACE_PROVIDER | DEC | REC | HOME_POST | PL_POST
    100   | 01/05/2025 | S   | C2 | N1  | U6    | PR4            |     |     | AB1 0AB   | AB1 0AD
    200   | 31/06/2025 | S   | C2 | N1  | U6    | PR4            |     |     | AB1 0AB   | AB1 0AD
"""
REVIEWS = "CHILD | DOB | REVIEW | REVIEW_CODE\n100 | 01/06/2012 | 01/07/2025 | PN1"
MENDED = HEADER.replace("200   |     |", "200   | M   |")


class UploadFactory(DjangoModelFactory):
    class Meta:
        model = Upload

    authority = SubFactory(AuthorityFactory)
    state = State.STORED
    year = Sequence(lambda n: 2017 + n % 11)
    uploaded_by = "Sam Example"
    files = ({"name": "header.csv", "size": 1200},)


class RuleOutcomeFactory(DjangoModelFactory):
    class Meta:
        model = RuleOutcome

    upload = SubFactory(UploadFactory)
    authority = SelfAttribute("upload.authority")
    code = Sequence(lambda n: f"{n:03}")
    message = "Something is wrong."
    outcome = "passed"


class FindingFactory(DjangoModelFactory):
    class Meta:
        model = Finding

    upload = SubFactory(UploadFactory)
    authority = SelfAttribute("upload.authority")
    code = "101"
    table = "Header"
    line = Sequence(lambda n: n + 2)
    child = "200"
    columns = "SEX"
    message = "Sex is blank or not an allowed code."
    why = "SEX blank."


def csv_files(year=YEAR, **texts):
    """The files of a return as an analyst exports them, by name."""
    tables = texts or {"header": HEADER, "episodes": EPISODES, "reviews": REVIEWS}
    return written_as_csv(return_of(year, **tables)).files


def chosen(files=None):
    """Files as a browser sends them."""
    return [SimpleUploadedFile(name, content) for name, content in (files or csv_files()).items()]


def as_given(files=None):
    """Files as they are received."""
    return [given(name, content) for name, content in (files or csv_files()).items()]


def analyst_of(authority):
    """Someone who may upload for an authority."""
    return Actor(authority=authority, roles=(ROLES["analyst"],), name="Farid Example")
