"""What the council's own principles ask: residential care only for reasons, and near home first."""

from sufficiency.analytics.matching.facing import Facing
from sufficiency.analytics.matching.known import Answers, any_of, at_least, is_true, opposite
from sufficiency.analytics.matching.rules.declaring import Officer, rule
from sufficiency.analytics.matching.vocabulary import Tier

STRATEGY = "Placement strategy"
RESIDENTIAL_FROM_AGE = 12


@rule(
    "P1",
    law=f"{STRATEGY}, principle 6",
    link="",
    evidence="date of birth",
    fact="residential; age {ages}",
    reads="kind",
    asks="How old is each child?",
    may_waive=Officer.HEAD,
)
def residential_from_12(facing: Facing) -> Answers:
    """Nobody under 12 lives in residential care."""
    age = facing.age_column(facing.request.youngest(facing.on))
    return any_of(opposite(facing.residential), at_least(age, RESIDENTIAL_FROM_AGE))


@rule(
    "P2",
    law=f"{STRATEGY}, principle 6",
    link="",
    evidence="assessment of complexity, or the child's express wish",
    fact="residential; neither complexity nor an express wish is recorded",
    reads="kind",
    asks="Are needs so complex that residential care is considered, or does the child wish it?",
    may_waive=Officer.HEAD,
)
def residential_reason(facing: Facing) -> Answers:
    """Residential care only where needs are complex or the child expressly wishes it."""
    request = facing.request
    reasons = (facing.all(request.complexity), facing.all(request.residential_wish))
    return any_of(opposite(facing.residential), *reasons)


@rule(
    "P3",
    law=f"{STRATEGY}, principle 7; Children Act 1989, section 22C(9)",
    link="https://www.legislation.gov.uk/ukpga/1989/41/section/22C",
    evidence="list of options explored in the county",
    fact="it is outside the county, and no option explored inside is recorded",
    reads="postcode",
    asks="Which options inside the county were explored?",
    may_waive=Officer.NOMINATED,
)
def county_explored_first(facing: Facing) -> Answers:
    """Outside the county only after options inside were explored; kin may live anywhere."""
    explored = facing.request.explored_in_county
    answer = facing.all(None if explored is None else any(option.strip() for option in explored))
    kin = is_true(facing.columns.where("is kin", lambda home: home.tier is Tier.KIN))
    return any_of(facing.in_county, kin, answer)
