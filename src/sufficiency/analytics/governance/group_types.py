"""The kinds of group, each declared once. Pages, forms, checks and the reference come from here."""

from collections.abc import Mapping

from sufficiency.analytics.governance.declaring import (
    Chair,
    Choice,
    GroupType,
    Place,
    Power,
    Quorum,
    Substitutes,
)

HEAD = "Head of Children’s Social Care"
NO_SUBSTITUTES = Substitutes(allowed=False)
OFFICERS = Place("officer", "Supporting officer", is_member=False)
STRATEGY = "Cambridgeshire placements strategy 2011–15"

GATEWAY = GroupType(
    key="gateway_panel",
    label="Gateway panel",
    purpose="Says which home a child’s needs call for, with regard to what there is, before one is looked for.",
    places=(
        Place("head", HEAD, most=1, least=1),
        Place("agency", "Department or agency"),
        Place("adviser", "Adviser", is_member=False),
        OFFICERS,
    ),
    chair=Chair(Choice.BY_POST, post=HEAD, place="head"),
    substitutes=Substitutes(allowed=True, must_be="from the same department or agency"),
    quorum=Quorum(members=3),
    may=(Power.DECIDE,),
    reports_to=("Sponsor group",),
    interval_months=1,
    longest_minutes=180,
    papers_due_days=2,
    hears_children=True,
    agencies=2,
    source=f"{STRATEGY}, the CAM panel (l.229–237)",
)
PERMANENCY = GroupType(
    key="permanency_panel",
    label="Permanency Panel",
    purpose="Sees that each child has a plan for permanence by the second review, and that it is being carried out.",
    places=(
        Place("head", HEAD, most=1),
        Place("agency", "Department or agency"),
        Place("adviser", "Adviser", is_member=False),
        OFFICERS,
    ),
    chair=Chair(Choice.APPOINTED),
    substitutes=Substitutes(allowed=True),
    quorum=Quorum(members=3),
    may=(Power.DECIDE, Power.RECOMMEND),
    reports_to=("Sponsor group",),
    interval_months=1,
    longest_minutes=180,
    hears_children=True,
    agencies=2,
    source=f"{STRATEGY}, permanence",
)
CORPORATE_PARENTING = GroupType(
    key="corporate_parenting_panel",
    label="Corporate parenting panel",
    purpose="Sees to it that the whole council and its partners are good parents to the children in its care.",
    places=(
        Place("county", "County councillor", most=15),
        Place("co_opted", "Co-opted member"),
        Place("facilitator", "Children in Care Council facilitator", is_member=False),
        OFFICERS,
    ),
    chair=Chair(
        Choice.BY_POST, post="Cabinet Member with responsibility for Children", place="county", vice_may=True
    ),
    substitutes=NO_SUBSTITUTES,
    quorum=Quorum(one_in=4),
    may=(Power.ADVISE, Power.RECOMMEND),
    reports_to=("Select Committee", "Safeguarding Children Board", "Health and Wellbeing Board"),
    advises="Children’s Executive",
    most_members=20,
    interval_months=1,
    must_attend=("facilitator",),
    appointed_in=5,
    reviews_programme=True,
    source="Staffordshire Corporate Parenting Panel, terms of reference 2017; the quorum is ours",
)
SPONSOR = GroupType(
    key="sponsor_group",
    label="Sponsor group",
    purpose="Answers for the strategy: agrees briefs and business cases, hears exceptions, removes what is in the way.",
    places=(Place("sponsor", "Sponsor", most=12), OFFICERS),
    chair=Chair(Choice.APPOINTED),
    substitutes=Substitutes(allowed=True),
    quorum=Quorum(one_in=2),
    may=(Power.DECIDE, Power.APPROVE),
    reports_to=("Cabinet",),
    interval_months=2,
    longest_minutes=120,
    papers=("Highlight report", "Risks and issues", "Exceptions"),
    source=f"{STRATEGY}, appendix 3 (l.649–674)",
)
TASK = GroupType(
    key="task_group",
    label="Task group",
    purpose="Carries out what was agreed; sends up what it cannot settle.",
    places=(Place("lead", "Lead"), OFFICERS),
    chair=Chair(Choice.APPOINTED),
    substitutes=Substitutes(allowed=True),
    quorum=Quorum(one_in=3),
    may=(Power.RECOMMEND,),
    reports_to=("Sponsor group",),
    interval_months=2,
    is_private=False,
    source=f"{STRATEGY} (l.460); LGA task group on improvement, 2017",
)
CARE_LEAVERS = GroupType(
    key="care_leaver_board",
    label="Care leaver board",
    purpose="Sees that the offer to care leavers is delivered: housing, work and learning, money.",
    places=(Place("partner", "Partner"), Place("care_leaver", "Care leaver", least=1), OFFICERS),
    chair=Chair(Choice.APPOINTED),
    substitutes=Substitutes(allowed=True),
    quorum=Quorum(one_in=3),
    may=(Power.DECIDE, Power.RECOMMEND),
    reports_to=("Corporate parenting panel",),
    interval_months=3,
    must_attend=("care_leaver",),
    source="Staffordshire Corporate Parenting Panel annual report 2019–20, the strategic board for care leavers",
)
CROSS_PARTY = GroupType(
    key="cross_party_working_group",
    label="Cross-party working group",
    purpose="Considers evidence, proposes calls on Government and support for councils, and finds good practice.",
    places=(Place("councillor", "Councillor"), OFFICERS),
    chair=Chair(Choice.ELECTED),
    substitutes=Substitutes(
        allowed=True, must_be="a member or substitute of the parent board", is_listed=True
    ),
    quorum=Quorum(one_in=2),
    may=(Power.RECOMMEND,),
    reports_to=("Board",),
    interval_months=2,
    longest_minutes=90,
    one_a_political_group=True,
    unanimous=True,
    source="LGA Children’s Social Care Placements Working Group, terms of reference",
)
BOARD = GroupType(
    key="board",
    label="Board with lead members",
    purpose="Approves what its working groups recommend; its lead members do so where it cannot wait.",
    places=(Place("lead_member", "Lead member", most=4), Place("member", "Member"), OFFICERS),
    chair=Chair(Choice.APPOINTED),
    substitutes=Substitutes(allowed=True, must_be="a named substitute of the board", is_listed=True),
    quorum=Quorum(one_in=3),
    may=(Power.DECIDE, Power.APPROVE),
    reports_to=(),
    interval_months=2,
    is_private=False,
    source="LGA Children and Young People Board",
)

GROUP_TYPES: Mapping[str, GroupType] = {
    kind.key: kind
    for kind in (
        GATEWAY,
        PERMANENCY,
        CORPORATE_PARENTING,
        SPONSOR,
        TASK,
        CARE_LEAVERS,
        CROSS_PARTY,
        BOARD,
    )
}
