"""What the law asks: kind of home, registration, places, the usual fostering limit, approval."""

from datetime import date

import numpy as np

from sufficiency.analytics.matching.facing import Facing
from sufficiency.analytics.matching.known import (
    Answers,
    all_of,
    any_of,
    at_least,
    is_true,
    opposite,
)
from sufficiency.analytics.matching.rules.declaring import Officer, rule
from sufficiency.analytics.matching.vocabulary import FOSTERING, RESIDENTIAL
from sufficiency.analytics.reference.kinds import Kind

CHILDREN_ACT = "https://www.legislation.gov.uk/ukpga/1989/41/section/22C"
CARE_PLANNING = "https://www.legislation.gov.uk/uksi/2010/959"
USUAL_LIMIT = 3  # Children Act 1989, Schedule 7, paragraph 2
LAWFUL = frozenset({*FOSTERING, *RESIDENTIAL, Kind.SUPPORTED_ACCOMMODATION})
FROM_AGE = 16  # Care Planning Regulations 2010, regulation 27A


@rule(
    "H1",
    law="Children Act 1989, section 22C(6)",
    link=CHILDREN_ACT,
    evidence="registration or approval",
    fact="it is recorded as “{home.kind.label}”",
    reads="kind",
    asks="What kind of home is it?",
)
def lawful_kind(facing: Facing) -> Answers:
    """The home is of a kind in which a looked-after child may be placed."""
    return is_true(facing.columns.where("lawful kind", lambda home: home.kind in LAWFUL))


@rule(
    "H2",
    law="Care Planning, Placement and Case Review Regulations 2010, regulation 27A",
    link=CARE_PLANNING,
    evidence="date of birth",
    fact="supported accommodation; age {ages}",
    reads="kind",
    asks="How old is each child?",
    valid_from=date(2021, 9, 9),
)
def under_16_not_supported(facing: Facing) -> Answers:
    """Nobody under 16 lives in supported accommodation."""
    age = facing.age_column(facing.request.youngest(facing.on))
    return any_of(opposite(_supported(facing)), at_least(age, FROM_AGE))


@rule(
    "H2",
    law="Supported Accommodation (England) Regulations 2023",
    link="https://www.legislation.gov.uk/uksi/2023/416",
    evidence="Ofsted registration",
    fact="supported accommodation; registered: {home.registered}",
    reads="registered",
    asks="Is it registered with Ofsted?",
    valid_from=date(2023, 10, 28),
)
def supported_is_registered(facing: Facing) -> Answers:
    """Supported accommodation is registered with Ofsted."""
    return any_of(opposite(_supported(facing)), is_true(facing.columns.numbers("registered")))


@rule(
    "H3",
    law="Care Standards Act 2000, section 11",
    link="https://www.legislation.gov.uk/ukpga/2000/14/section/11",
    evidence="Ofsted register, or the approval of the carers (also temporary approval under regulation 24)",
    fact="registered or approved: {home.registered}",
    reads="registered",
    asks="Is it registered, or are its carers approved?",
)
def registered(facing: Facing) -> Answers:
    """The home is registered, or its carers are approved."""
    return is_true(facing.columns.numbers("registered"))


@rule(
    "H3",
    law="Council policy on inspections and safeguarding",
    link="",
    evidence="the register of homes",
    fact="open to new children: {home.admitting}; placements stopped: {home.stopped}",
    reads="stopped",
    asks="Is it open to new children, with no stop on placements?",
    may_waive=Officer.HEAD,
)
def open_and_not_stopped(facing: Facing) -> Answers:
    """The home takes new children and no stop on placements is in force."""
    columns = facing.columns
    return all_of(is_true(columns.numbers("admitting")), opposite(is_true(columns.numbers("stopped"))))


@rule(
    "H4",
    law="Children Act 1989, section 22C(8)(c)",
    link=CHILDREN_ACT,
    evidence="vacancy confirmed by the home",
    fact="{home.free_places} free, {request.size} needed",
    reads="free_places",
    asks="How many places are free?",
)
def free_places(facing: Facing) -> Answers:
    """There are free places for everyone in the request together."""
    return at_least(facing.columns.numbers("free_places"), facing.request.size)


@rule(
    "H5",
    law="Children Act 1989, Schedule 7, paragraphs 2 to 4",
    link="https://www.legislation.gov.uk/ukpga/1989/41/schedule/7",
    evidence="children placed; an exemption names the children",
    fact="{home.fostered} foster children there, {request.size} more; exemption up to {home.exempt_up_to}",
    reads="fostered",
    asks="How many children are fostered there, and is there an exemption?",
)
def usual_fostering_limit(facing: Facing) -> Answers:
    """No more than three foster children, unless all are siblings or the area authority exempts the carers."""
    fostered = facing.columns.numbers("fostered")
    after = fostered + facing.request.size
    within = at_least(USUAL_LIMIT - after, 0)
    exempt = at_least(facing.columns.numbers("exempt_up_to"), after)
    return any_of(opposite(facing.fostering), within, exempt, _all_siblings(facing, fostered))


@rule(
    "H6",
    law="Fostering Services (England) Regulations 2011, regulation 27",
    link="https://www.legislation.gov.uk/uksi/2011/581",
    evidence="approval, or registration conditions",
    fact="may care for ages {home.ages_from} to {home.ages_to}; age {ages}",
    reads="ages_from",
    asks="For which ages is it approved, and how old is each child?",
    may_waive=Officer.FOSTERING_MANAGER,
)
def approved_ages(facing: Facing) -> Answers:
    """Every child's age is within the approval; a foster home may go outside it for six days in an emergency."""
    columns, request = facing.columns, facing.request
    young, old = (facing.age_column(age(facing.on)) for age in (request.youngest, request.oldest))
    inside = all_of(
        at_least(young, columns.numbers("ages_from")),
        at_least(columns.numbers("ages_to"), old),
    )
    return any_of(inside, _emergency(facing))


@rule(
    "H6",
    law="Fostering Services (England) Regulations 2011, regulation 27",
    link="https://www.legislation.gov.uk/uksi/2011/581",
    evidence="approval, or registration conditions",
    fact="approved to take {home.approved_number} together, {request.size} asked for",
    reads="approved_number",
    asks="How many children may be placed there together?",
    may_waive=Officer.FOSTERING_MANAGER,
)
def approved_number(facing: Facing) -> Answers:
    """The approval allows that many children together; a foster home may go outside it for six days in an emergency."""
    enough = at_least(facing.columns.numbers("approved_number"), facing.request.size)
    return any_of(enough, _emergency(facing))


@rule(
    "H6",
    law="Care Planning, Placement and Case Review Regulations 2010, regulation 24; "
    "Fostering Services (England) Regulations 2011, regulation 27",
    link=CARE_PLANNING,
    evidence="temporary approval or approval, which names the children",
    fact="kinship carers; connected to: {home.connected_to}",
    reads="connected_to",
    asks="Which children are these carers connected to?",
    may_waive=Officer.FOSTERING_MANAGER,
)
def connected_children(facing: Facing) -> Answers:
    """Kinship carers care for children they are connected to; strangers need another approval."""
    wanted = {child.id for child in facing.request.children}
    connected = facing.columns.where(
        f"connected {facing.request.id}",
        lambda home: None if home.connected_to is None else wanted <= set(home.connected_to),
    )
    return any_of(opposite(_kinship(facing)), is_true(connected))


def _kinship(facing: Facing) -> Answers:
    return is_true(facing.columns.where("is kinship", lambda home: home.kind is Kind.KINSHIP_FOSTERING))


def _supported(facing: Facing) -> Answers:
    return is_true(
        facing.columns.where("is supported", lambda home: home.kind is Kind.SUPPORTED_ACCOMMODATION)
    )


def _emergency(facing: Facing) -> Answers:
    """Up to six working days outside the terms of approval: Care Planning Regulations 2010, regulation 23."""
    return all_of(facing.fostering, facing.all(facing.request.emergency))


def _all_siblings(facing: Facing, fostered: np.ndarray) -> Answers:
    """Whether every foster child in the home would be a brother or sister of the others."""
    people = [child.key_people for child in facing.request.children]
    there = facing.columns.where(
        f"siblings {facing.request.id}",
        lambda home: (
            None
            if None in people
            else len({p.name for known in people for p in known or () if p.sibling and p.home == home.id})
        ),
    )
    return any_of(at_least(0 - fostered, 0), at_least(there, fostered))
