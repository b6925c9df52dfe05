import pytest

from factories.returns import UploadFactory, analyst_of
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.access.roles import ROLES
from sufficiency.web.audit.models import Event
from sufficiency.web.returns import actions
from sufficiency.web.returns.actions import MovedOnError
from sufficiency.web.returns.models import Upload
from sufficiency.web.returns.states import MOVES, TONES, State

PROBLEM = ReadingError("Nothing can be read.", where="header.csv", what_next="Export it again.")


def test_every_state_has_its_moves_and_its_look():
    assert set(MOVES) == set(TONES) == set(State)


def test_only_uploaders_move_uploads():
    moves = [move for targets in MOVES.values() for move in targets.values()]
    assert {move.permission for move in moves} == {Permission.RETURNS_UPLOAD}


def test_what_ends_the_checking_is_an_event():
    for there, move in MOVES[State.CHECKING].items():
        assert (move.records is None) == (there is State.WAITING)


@pytest.mark.parametrize("state", [State.STORED, State.REFUSED, State.REPLACED])
def test_an_upload_that_is_settled_cannot_be_refused(authority, state):
    upload = UploadFactory(authority=authority, state=state)
    with pytest.raises(MovedOnError):
        actions.refuse(upload, PROBLEM, by=analyst_of(authority))
    assert Upload.objects.get().state == state
    assert not Event.objects.exists()


def test_an_upload_that_moved_meanwhile_is_not_moved_again(authority):
    upload = UploadFactory(authority=authority, state=State.CHECKING)
    Upload.objects.update(state=State.REFUSED)
    with pytest.raises(MovedOnError, match="meanwhile"):
        actions.refuse(upload, PROBLEM, by=analyst_of(authority))


def test_who_may_not_upload_moves_nothing(signed_in, authority):
    manager = signed_in("team_manager").user
    upload = UploadFactory(authority=authority, state=State.CHECKING)
    actor = Actor(user=manager, authority=authority, roles=(ROLES["team_manager"],), name=manager.name)
    with pytest.raises(actions.PermissionDenied):
        actions.refuse(upload, PROBLEM, by=actor)
    assert Upload.objects.get().state == State.CHECKING
