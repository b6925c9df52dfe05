"""Where a request, an ask and a ranking policy stand, and the moves that are allowed: the whole, as tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices

from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.ui.components import Tone


class RequestState(TextChoices):
    """Where a request stands; the label is what is shown."""

    DRAFT = "draft", "Being written"
    CHALLENGE = "challenge", "To be challenged"
    PANEL = "panel", "With the panel"
    SEARCHING = "searching", "Looking for a home"
    DECIDED = "decided", "Home chosen"
    PLACED = "placed", "Placed"
    CLOSED = "closed", "Closed"
    WITHDRAWN = "withdrawn", "Withdrawn"


class AskState(TextChoices):
    """Where an ask stands. Silence is not a state: it is an ask whose time is over."""

    WAITING = "waiting", "Waiting for an answer"
    YES = "yes", "Yes"
    NO = "no", "No"
    REVOKED = "revoked", "Taken back"


class PolicyState(TextChoices):
    """Where a proposal to rank homes otherwise stands."""

    WAITING = "waiting", "Waits for the panel"
    AGREED = "agreed", "Agreed"
    RETURNED = "returned", "Sent back"
    TAKEN_BACK = "taken_back", "Taken back"


@dataclass(frozen=True)
class Move:
    """Who may make a move, and which event it records."""

    permission: Permission
    records: Verb


S, P = RequestState, Permission
_WITHDRAW = Move(P.REQUESTS_WRITE, Verb.REQUEST_WITHDRAWN)
REQUEST_MOVES: Mapping[RequestState, Mapping[RequestState, Move]] = {
    S.DRAFT: {
        S.CHALLENGE: Move(P.REQUESTS_WRITE, Verb.REQUEST_SENT),
        S.PANEL: Move(P.REQUESTS_WRITE, Verb.REQUEST_SENT),
        S.WITHDRAWN: _WITHDRAW,
    },
    S.CHALLENGE: {
        S.SEARCHING: Move(P.CHALLENGE_ANSWER, Verb.EMERGENCY_CHALLENGED),
        S.PANEL: Move(P.CHALLENGE_ANSWER, Verb.EMERGENCY_CHALLENGED),
        S.WITHDRAWN: _WITHDRAW,
    },
    S.PANEL: {
        S.SEARCHING: Move(P.PANEL_CASES_SEE, Verb.REQUEST_AGREED),
        # The panel may refuse; who asked may withdraw, and sees panel cases too.
        S.WITHDRAWN: Move(P.PANEL_CASES_SEE, Verb.REQUEST_WITHDRAWN),
    },
    S.SEARCHING: {
        S.DECIDED: Move(P.HOMES_FIND, Verb.HOME_CHOSEN),
        S.WITHDRAWN: _WITHDRAW,
    },
    S.DECIDED: {
        # The home fell through before anyone moved: the search goes on, and nothing is lost.
        S.SEARCHING: Move(P.HOMES_FIND, Verb.SEARCH_REOPENED),
        S.PLACED: Move(P.PLACES_TAKE, Verb.REQUEST_PLACED),
        S.WITHDRAWN: _WITHDRAW,
    },
    S.PLACED: {S.CLOSED: Move(P.HOMES_FIND, Verb.REQUEST_CLOSED)},
    S.CLOSED: {},
    S.WITHDRAWN: {},
}
A = AskState
ASK_MOVES: Mapping[AskState, Mapping[AskState, Move]] = {
    A.WAITING: {
        A.YES: Move(P.HOMES_FIND, Verb.ASK_ANSWERED),
        A.NO: Move(P.HOMES_FIND, Verb.ASK_ANSWERED),
        A.REVOKED: Move(P.HOMES_FIND, Verb.ASK_REVOKED),
    },
    # A yes may become a no as long as nobody has moved in; a no may become a yes.
    A.YES: {A.NO: Move(P.HOMES_FIND, Verb.ASK_ANSWERED), A.REVOKED: Move(P.HOMES_FIND, Verb.ASK_REVOKED)},
    A.NO: {A.YES: Move(P.HOMES_FIND, Verb.ASK_ANSWERED)},
    A.REVOKED: {},
}
W = PolicyState
POLICY_MOVES: Mapping[PolicyState, Mapping[PolicyState, Move]] = {
    W.WAITING: {
        W.AGREED: Move(P.PANEL_CASES_SEE, Verb.RANKING_AGREED),
        W.RETURNED: Move(P.PANEL_CASES_SEE, Verb.RANKING_RETURNED),
        W.TAKEN_BACK: Move(P.CHALLENGE_ANSWER, Verb.RANKING_TAKEN_BACK),
    },
    # What holds is replaced by the next version, never reopened: choices point to it.
    W.AGREED: {},
    W.RETURNED: {},
    W.TAKEN_BACK: {},
}
OPEN_STATES = (S.DRAFT, S.CHALLENGE, S.PANEL, S.SEARCHING, S.DECIDED)
TONES: Mapping[str, Tone] = {
    S.DRAFT: Tone.QUIET,
    S.CHALLENGE: Tone.WARNING,
    S.PANEL: Tone.WAITING,
    S.SEARCHING: Tone.WAITING,
    S.DECIDED: Tone.GOOD,
    S.PLACED: Tone.GOOD,
    S.CLOSED: Tone.QUIET,
    S.WITHDRAWN: Tone.QUIET,
    A.WAITING: Tone.WAITING,
    A.YES: Tone.GOOD,
    A.NO: Tone.BAD,
    A.REVOKED: Tone.QUIET,
    W.AGREED: Tone.GOOD,
    W.RETURNED: Tone.BAD,
    W.TAKEN_BACK: Tone.QUIET,
}
