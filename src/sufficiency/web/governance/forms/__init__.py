"""Forms about groups, meetings and what they decide."""

from sufficiency.web.governance.forms.deciding import ActionForm, AnswerForm, DecisionForm
from sufficiency.web.governance.forms.fields import ReasonForm, SearchForm
from sufficiency.web.governance.forms.groups import EndForm, GroupForm, RenewForm, SeatForm, TermsForm
from sufficiency.web.governance.forms.items import (
    ConflictForm,
    ItemForm,
    PaperForm,
    PresenterForm,
    ReplacementForm,
)
from sufficiency.web.governance.forms.meetings import MeetingForm, MinutesForm, ScheduleForm, attendance_form
from sufficiency.web.governance.forms.recommendations import ProposalForm, ReplyForm, VoiceForm
from sufficiency.web.governance.forms.registers import register_form

__all__ = [
    "ActionForm",
    "AnswerForm",
    "ConflictForm",
    "DecisionForm",
    "EndForm",
    "GroupForm",
    "ItemForm",
    "MeetingForm",
    "MinutesForm",
    "PaperForm",
    "PresenterForm",
    "ProposalForm",
    "ReasonForm",
    "RenewForm",
    "ReplacementForm",
    "ReplyForm",
    "ScheduleForm",
    "SearchForm",
    "SeatForm",
    "TermsForm",
    "VoiceForm",
    "attendance_form",
    "register_form",
]
