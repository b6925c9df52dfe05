"""What is written about groups. Each function is one transaction and records one event."""

from sufficiency.web.governance.actions.agenda import (
    add_paper,
    declare_conflict,
    note_presenter,
    put_on_agenda,
    replace_paper,
    take_up_programme,
    withdraw,
)
from sufficiency.web.governance.actions.deciding import answer_action, carry_over, decide, give_action, hear
from sufficiency.web.governance.actions.groups import (
    choose_chair,
    end_seat,
    give_seat,
    renew,
    set_terms,
    set_up,
)
from sufficiency.web.governance.actions.meetings import (
    cancel,
    close,
    confirm_minutes,
    note_attendance,
    plan,
    plan_all,
    send_papers,
)
from sufficiency.web.governance.actions.recommending import move_on, note_reply, propose, speak

__all__ = [
    "add_paper",
    "answer_action",
    "cancel",
    "carry_over",
    "choose_chair",
    "close",
    "confirm_minutes",
    "decide",
    "declare_conflict",
    "end_seat",
    "give_action",
    "give_seat",
    "hear",
    "move_on",
    "note_attendance",
    "note_presenter",
    "note_reply",
    "plan",
    "plan_all",
    "propose",
    "put_on_agenda",
    "renew",
    "replace_paper",
    "send_papers",
    "set_terms",
    "set_up",
    "speak",
    "take_up_programme",
    "withdraw",
]
