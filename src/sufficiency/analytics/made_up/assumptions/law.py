"""Legal statuses and plans for adoption.

Shares marked with a year are England’s, from the Department for Education’s statistics on children looked after
(Open Government Licence v3.0).
"""

from sufficiency.analytics.made_up.states import Course, courses

# How a period begins in law, by course: an interim care order at once; by agreement; by agreement and an order
# later; police protection or an emergency order first. 2024 starts: 31% orders, 57% agreement, 10% protection.
BEGINNINGS = {
    Course.SHORT: {"V2": 0.68, "L1 V2": 0.20, "C1": 0.07, "L2 V2": 0.02, "L1 C1": 0.03},
    Course.HOME: {"C1": 0.48, "V2 C1": 0.15, "V2": 0.24, "L1 C1": 0.11, "L2 C1": 0.02},
    Course.ORDER: {"C1": 0.52, "V2 C1": 0.22, "V2": 0.12, "L1 C1": 0.12, "L2 C1": 0.02},
    Course.ADOPTION: {"C1": 0.65, "V2 C1": 0.18, "L1 C1": 0.14, "L2 C1": 0.03},
    Course.LONG: {"C1": 0.58, "V2 C1": 0.27, "L1 C1": 0.12, "L2 C1": 0.03},
    Course.TEEN: {"V2": 0.38, "V2 C1": 0.29, "C1": 0.22, "L1 C1": 0.11},
    Course.REMAND: {"J1": 0.85, "J2 J1": 0.15},
    Course.ALONE: {"V2": 1.0},
}
AGREEMENT_BEFORE_ORDER = (60, 0.8)  # median days and spread by agreement before an interim order
POLICE_PROTECTION_DAYS = (1, 3)  # at most 72 hours
EMERGENCY_ORDER_DAYS = (5, 14)  # at most 8 days, once extended
# Days from interim to full care order: the limit is 26 weeks, England's average has been 30 to 46.
PROCEEDINGS_DAYS = (230, 0.3)
FULL_ORDER = courses(home=0.2, order=0.15, long=1.0, teen=1.0)
ORDER_ON_MOVING_DAY = 10  # a full order within so many days of a move is made that day

# England 2025, in months: entry to decision 9, decision to match 10, match to placing 1, placing to order 9.
# Each child's time in care is parted like this, give or take the spread.
ADOPTION_STAGES = (270, 270, 30, 270)
ADOPTION_STAGES_SPREAD = 0.3
DAYS_TO_PLACEMENT_ORDER = (5, 70)  # from the decision, if there is time before the match
BY_CONSENT = 0.07  # 2024: 220 of 1,910 placed for adoption
BY_CURRENT_CARER = 0.22  # 2024: 380 of 1,910
# Plans that are later reversed: of long courses begun under five; median days to decision and to reversal, spreads.
PLAN_REVERSED = 0.25
DAYS_TO_DECISION = (255, 0.3)
DAYS_TO_REVERSAL = (420, 0.5)
WHY_REVERSED = {"RD1": 0.25, "RD3": 0.45, "RD4": 0.30}
ADOPTERS = {("2", "MF", "L11"): 0.70, ("2", "MF", "L3"): 0.08, ("2", "MM", "L12"): 0.05, ("2", "FF", "L12"): 0.05,
            ("2", "MM", "L2"): 0.01, ("2", "FF", "L4"): 0.01, ("1", "F1", "L0"): 0.09, ("1", "M1", "L0"): 0.01}  # fmt: skip
