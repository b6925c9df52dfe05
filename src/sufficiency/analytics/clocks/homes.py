"""Timescales of homes: registration, inspections, visits, telling the host authority, unregistered settings."""

from datetime import date

from sufficiency.analytics.clocks.declaring import Certainty, Clock, Duty
from sufficiency.analytics.clocks.limits import Limit, Span

HOMES_REGULATIONS = "Children’s Homes (England) Regulations 2015 (SI 2015/541)"
CARE_PLANNING = "Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)"
SUPPORTED = "Supported Accommodation (England) Regulations 2023 (SI 2023/416)"
INSPECTING_SUPPORTED = "Ofsted, inspecting supported accommodation (SCCIF)"

visit_by_independent_person = Clock(
    id="reg44",
    what="Visit to a children’s home by an independent person (regulation 44)",
    starts="the visit before, or the home’s opening",
    limit=Limit(1, Span.MONTHS),
    duty=Duty.LAW,
    source=f"{HOMES_REGULATIONS}, regulation 44: at least once each month",
    certainty=Certainty.READ,
    repeats=True,
    from_day=date(2015, 4, 1),
    note="The law counts calendar months; a month without a visit is a gap even where two visits are close.",
)

review_of_quality = Clock(
    id="reg45",
    what="Review of the quality of care in a children’s home (regulation 45)",
    starts="the review before, or the home’s opening",
    limit=Limit(6, Span.MONTHS),
    duty=Duty.LAW,
    source=f"{HOMES_REGULATIONS}, regulation 45",
    certainty=Certainty.SUMMARY,
    repeats=True,
    from_day=date(2015, 4, 1),
)

tell_host_authority = Clock(
    id="notify_area_authority",
    what="Telling the host authority of a placement in its area",
    starts="the start of the placement",
    limit=Limit(5, Span.WORKING_DAYS),
    duty=Duty.LAW,
    source=f"{CARE_PLANNING}, regulation 13(4), as amended by SI 2013/3239",
    certainty=Certainty.READ,
    note="Before the placement starts; five working days only where it was made in an emergency.",
)

supported_registration = Clock(
    id="supported_reg",
    what="Supported accommodation for 16 and 17 year olds is registered, or its application is accepted",
    starts="any day on which a looked-after child lives there",
    limit=Limit(0, Span.DAYS),
    duty=Duty.LAW,
    source=SUPPORTED,
    certainty=Certainty.SUMMARY,
    from_day=date(2023, 10, 28),
    note="Applications could be made from 28 April 2023.",
)

nobody_under_16 = Clock(
    id="under16_ban",
    what="No looked-after child under 16 lives in supported accommodation or another unregulated setting",
    starts="any day",
    limit=Limit(0, Span.DAYS),
    duty=Duty.LAW,
    source=f"{CARE_PLANNING}, as amended by SI 2021/161",
    certainty=Certainty.SUMMARY,
    from_day=date(2021, 9, 9),
)

full_inspection = Clock(
    id="ofsted_inspections",
    what="Full inspection of a children’s home",
    starts="the full inspection before",
    limit=Limit(12, Span.MONTHS),
    duty=Duty.LAW,
    source="Care Standards Act 2000 and regulations on how often the chief inspector inspects",
    certainty=Certainty.FROM_MEMORY,
    repeats=True,
    note="At least one in each inspection year; varied by judgement since 2017.",
)

supported_inspection_good = Clock(
    id="supported_inspection_1",
    what="Inspection of supported accommodation whose last outcome was 1",
    starts="the inspection before",
    limit=Limit(36, Span.MONTHS),
    duty=Duty.EXPECTED,
    source=INSPECTING_SUPPORTED,
    certainty=Certainty.SUMMARY,
    repeats=True,
)

supported_inspection_mixed = Clock(
    id="supported_inspection_2",
    what="Inspection of supported accommodation whose last outcome was 2",
    starts="the inspection before",
    limit=Limit(18, Span.MONTHS),
    duty=Duty.EXPECTED,
    source=INSPECTING_SUPPORTED,
    certainty=Certainty.SUMMARY,
    repeats=True,
)

supported_inspection_serious = Clock(
    id="supported_inspection_3",
    what="Inspection of supported accommodation whose last outcome was 3",
    starts="the inspection before",
    limit=Limit(6, Span.MONTHS),
    duty=Duty.EXPECTED,
    source=INSPECTING_SUPPORTED,
    certainty=Certainty.SUMMARY,
    repeats=True,
)

application_for_unregistered = Clock(
    id="dolo_unregistered",
    what="Application to register a setting where a child lives under a deprivation of liberty order",
    starts="the order",
    limit=Limit(7, Span.WORKING_DAYS),
    duty=Duty.GUIDANCE,
    source="President of the Family Division, addendum to the practice guidance on unregistered placements",
    certainty=Certainty.SUMMARY,
)

look_at_unregistered = Clock(
    id="unregistered_check",
    what="The owner’s look at a child in an unregistered setting and at the way out",
    starts="the look before, or the child’s arrival",
    limit=Limit(1, Span.DAYS),
    duty=Duty.LOCAL,
    source="Local use, no national timescale: a task for every day, weekends included",
    certainty=Certainty.OURS,
    repeats=True,
)

exit_plan = Clock(
    id="unregistered_exit_plan",
    what="A plan for leaving an unregistered setting",
    starts="the child’s arrival",
    limit=Limit(2, Span.WORKING_DAYS),
    duty=Duty.LOCAL,
    source="Local use, no national timescale",
    certainty=Certainty.OURS,
)

directors_approval = Clock(
    id="unregistered_approval",
    what="The director’s approval of an unregistered setting, with the key decision on file",
    starts="the child’s arrival",
    limit=Limit(1, Span.WORKING_DAYS),
    duty=Duty.LOCAL,
    source="Local use; that each case has a key decision on file is Staffordshire’s corporate parenting report "
    "2019-20, paragraph 44",
    certainty=Certainty.OURS,
)

escalation = Clock(
    id="unregistered_escalation",
    what="An unregistered setting that is still in use goes to the director again",
    starts="the child’s arrival, or the escalation before",
    limit=Limit(14, Span.DAYS),
    duty=Duty.LOCAL,
    source="Local use, no national timescale",
    certainty=Certainty.OURS,
    repeats=True,
)
