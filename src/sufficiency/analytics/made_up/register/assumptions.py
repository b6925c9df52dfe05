"""How many homes, how full, and how they are; ours to choose, so all are assumptions (certainty C)."""

from sufficiency.analytics.homes.judgements import Judgement

WINDOW_YEARS = 3  # so far back stays are told, for occupancy over time
OWN_HOUSEHOLDS_PER_CHILD = 0.4  # of all children looked after: 480 households for 1,200 children
SIZES = {1: 0.9, 2: 0.08, 3: 0.02}  # children in a household that has any
ONE_PLACE_MORE = 0.2  # of households with children: approved for one more
EMPTY_AGENCY_HOUSEHOLDS = 0.08  # beside those in use
STOPPED_HOUSEHOLDS, STOPPED_HOMES = 0.05, 0.04
AGE_BANDS = ((0, 4), (0, 11), (5, 11), (8, 17), (11, 17), (0, 17))
JUDGEMENTS = {
    Judgement.OUTSTANDING: 0.1, Judgement.GOOD: 0.65, Judgement.REQUIRES_IMPROVEMENT: 0.2, Judgement.INADEQUATE: 0.05,
}  # fmt: skip
OF_SUPPORTED = {
    Judgement.CONSISTENTLY_STRONG: 0.6, Judgement.INCONSISTENT: 0.32, Judgement.SERIOUS_WEAKNESSES: 0.08,
}  # fmt: skip
SKILLS = {
    "babies": 0.2, "siblings": 0.3, "teenagers": 0.3, "challenging_behaviour": 0.12, "disabled_children": 0.06,
    "parent_and_child": 0.03, "emergencies": 0.08, "therapeutic": 0.1, "autism": 0.12, "unaccompanied": 0.1,
    "short_breaks": 0.08, "moving_on": 0.1,
}  # fmt: skip
ADAPTATIONS = {"step_free": 0.12, "wheelchair": 0.04, "ground_floor": 0.08, "secure_garden": 0.3}
LANGUAGES = {"Polish": 0.05, "Lithuanian": 0.03, "Arabic": 0.03, "Kurdish": 0.02, "Portuguese": 0.03}
FAITHS = {"Church of England": 0.12, "Catholic": 0.08, "Muslim": 0.04, "Sikh": 0.01}
WHY_STOPPED = (
    "The carer is ill.",
    "An allegation is being looked into.",
    "Building work.",
    "Staffing is too thin.",
)
CONFIRMED_HOURS_AGO = (2, 4, 7, 9, 20, 22, 26, 44, 60, 90, 170, 400, 0)  # 0: nobody has ever asked
