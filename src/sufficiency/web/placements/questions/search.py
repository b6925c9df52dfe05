"""Questions about the request as a whole: plan, search, and what the standard asks when a placement is agreed."""

from sufficiency.analytics.matching.vocabulary import Stay
from sufficiency.web.placements.questions.declaring import SUITABILITY, YES_NO, Kind, Question, Step

PLAN = Step(key="plan", label="Plan and siblings")
SEARCH = Step(key="search", label="What the search should know")

STAYS = {
    Stay.EMERGENCY: "A few days, in an emergency",
    Stay.SHORT_TERM: "Short term, up to two years",
    Stay.LONG_TERM: "Long term or permanent",
    Stay.PARENT_AND_CHILD: "Parent and child together",
}
OF_A_REQUEST = (
    Question(key="plan", step="plan", label="The plan for the child", kind=Kind.LONG_TEXT),
    Question(
        key="stay",
        step="plan",
        label="How long is it expected to be?",
        kind=Kind.CHOICE,
        options=tuple(STAYS.values()),
    ),
    Question(
        key="together",
        step="plan",
        label="Brothers and sisters",
        kind=Kind.CHOICE,
        options=("Together", "Apart for now, together by a date", "Apart, because it is better for them"),
    ),
    Question(key="together_by", step="plan", label="Together by", kind=Kind.DAY),
    Question(key="apart_because", step="plan", label="Apart because", kind=Kind.TEXT),
    Question(
        key="complexity",
        step="plan",
        label="Are needs so complex that residential care is considered?",
        kind=Kind.CHOICE,
        options=YES_NO,
    ),
    Question(
        key="explored",
        step="plan",
        label="Options inside the county that were explored",
        kind=Kind.LONG_TEXT,
        hint="One on each line. Needed before a home outside the county can be chosen. Write “none” where none were.",
        in_referral=False,
    ),
    Question(
        key="assessment",
        step="plan",
        label="Assessment and plan this rests on",
        kind=Kind.TEXT,
        hint="Which document, of what day",
        in_referral=False,
    ),
    Question(key="area", step="search", label="Preferred area", kind=Kind.TEXT, standard="preferred area"),
    Question(
        key="adaptation",
        step="search",
        label="Adaptation to the home",
        kind=Kind.CHOICE,
        options=YES_NO,
        standard="Adaptation to the home",
    ),
    Question(
        key="foster_suits",
        step="search",
        label="Foster care suitability",
        kind=Kind.CHOICE,
        options=SUITABILITY,
        standard="Foster care suitability",
    ),
    Question(
        key="residential_suits",
        step="search",
        label="Residential suitability",
        kind=Kind.CHOICE,
        options=SUITABILITY,
        standard="Residential suitability",
    ),
    Question(
        key="supported_suits",
        step="search",
        label="Supported home suitability",
        kind=Kind.CHOICE,
        options=SUITABILITY,
        standard="Supported home suitability",
    ),
    Question(
        key="ratio",
        step="search",
        label="Minimum adult support ratio",
        kind=Kind.CHOICE,
        options=("1:1", "2:1", ">2:1", "Standard ratio", "Not specified", "Not applicable"),
        standard="Minimum adult support ratio",
    ),
    Question(
        key="extra",
        step="search",
        label="Extra provision made",
        kind=Kind.CHOICE,
        options=YES_NO,
        standard="extra provision made",
    ),
    Question(
        key="extra_which",
        step="search",
        label="Which extra provision",
        kind=Kind.TEXT,
        standard="which extra provision",
    ),
)
