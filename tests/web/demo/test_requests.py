"""The demonstration's requests: a dozen and more, in different stages, made once."""

import pytest
from django.utils import timezone

from factories.requests import a_home
from sufficiency.web.demo.actions import _someone, make_people
from sufficiency.web.demo.requests import STORIES, make_requests
from sufficiency.web.placements.models import SearchRequest


@pytest.mark.django_db
def test_requests_in_different_stages_are_made_once():
    authority = make_people()
    for _ in range(4):
        a_home(authority)
    told = {"someone": lambda role: _someone(authority, role), "today": timezone.localdate()}
    assert make_requests(authority, **told) == len(STORIES)
    assert make_requests(authority, **told) == 0
    states = set(SearchRequest.objects.values_list("state", flat=True))
    assert states >= {"draft", "challenge", "panel", "searching"}
