"""Where children live: first placements, moves, changes within a placement, and why placements end.

Shares marked with a year are England’s, from the Department for Education’s statistics on children looked after
(Open Government Licence v3.0).
"""

from sufficiency.analytics.made_up.states import AgeGroup as Age, Setting, courses, settings

# First placements of those who started in 2024, by age.
FIRST_SETTINGS = {
    Age.NEWBORN: settings(hospital=26, family_centre=12, own_carer=34, agency_carer=16, kin=10, parents=9),
    Age.UNDER_5: settings(own_carer=36, agency_carer=25, kin=20, parents=16, family_centre=4),
    Age.UNDER_10: settings(own_carer=31, agency_carer=30, kin=21, parents=18, home=2, care_home=0.5),
    Age.UNDER_16: settings(
        own_carer=26, agency_carer=28, kin=16, parents=14, home=14, care_home=1, unregistered=6, secure=0.4,
        school=0.6,
    ),
    Age.OLDEST: settings(
        own_carer=14, agency_carer=14, kin=8, parents=2, home=11, supported=42, unregistered=7, custody=1,
        secure=0.4,
    ),
    Age.ALONE_UNDER_16: settings(own_carer=24, agency_carer=60, unregistered=12, kin=4),
    Age.ALONE_OLDEST: settings(own_carer=4, agency_carer=14, supported=72, unregistered=9, kin=1),
}  # fmt: skip
FIRST_ON_REMAND = settings(custody=50, secure=12, own_carer=14, agency_carer=10, home=14)
FIRST_FOR_ORDER = settings(kin=56, own_carer=26, agency_carer=18)
FIRST_FOR_ADOPTION = settings(own_carer=60, agency_carer=15, hospital=19, family_centre=6)

# Where a child who moves goes next, before what MOVING_FROM changes.
NEXT_SETTINGS = {
    Age.UNDER_5: settings(own_carer=42, agency_carer=28, kin=20, parents=10),
    Age.UNDER_10: settings(own_carer=28, agency_carer=38, kin=13, parents=8, home=8, care_home=0.3, school=0.2),
    Age.UNDER_16: settings(
        own_carer=18, agency_carer=31, kin=7, parents=6, home=30, care_home=1.0, unregistered=7, school=0.3,
        secure=0.6,
    ),
    Age.OLDEST: settings(
        own_carer=7, agency_carer=11, kin=3, parents=5, home=15, supported=70, care_home=1, unregistered=9,
        secure=0.4, custody=1.5,
    ),
}  # fmt: skip
MOVING_FROM = {  # times as likely, by the setting that is left
    Setting.KIN: settings(kin=0.6),
    Setting.OWN_CARER: settings(own_carer=1.3),
    Setting.AGENCY_CARER: settings(agency_carer=1.5),
    Setting.HOME: settings(home=4.0, own_carer=0.35, agency_carer=0.5, kin=0.4),
    Setting.SUPPORTED: settings(supported=3.0, own_carer=0.3, agency_carer=0.3),
    Setting.PARENTS: settings(parents=0.0),
    Setting.UNREGISTERED: settings(home=2.5, unregistered=1.5),
    Setting.CARE_HOME: settings(care_home=0.0),
    Setting.SCHOOL: settings(school=0.0),
    Setting.SECURE: settings(home=4.0, secure=0.0),
    Setting.CUSTODY: settings(custody=0.0),
}
# Times as likely with each year after 2024 (and less before): England's mix since 2018.
SETTING_TREND = settings(
    kin=1.035, own_carer=0.985, home=1.045, supported=1.03, unregistered=1.02, parents=0.99,
)  # fmt: skip

# Typical days until a move (the scale of a Weibull time) and how strongly the risk falls as a placement settles.
# 2025: 69% of children had one placement in the year, 21% two, 10% three or more.
DAYS_TO_MOVE = settings(
    kin=1600, own_carer=620, agency_carer=700, home=620, secure=140, supported=520, parents=1000, school=1500,
    care_home=500, hospital=12, family_centre=110, custody=120, unregistered=160, adopters=9000,
)  # fmt: skip
SETTLING = 0.62
SETTLED_FOR_COURSE = courses(long=1.45, teen=1.0, alone=0.9)  # times as long until a move
RESTLESSNESS = 1.3  # shape of the spread between children: a few move often
MOVE_WITH_PROTECTION_END = 0.4  # of police protection and emergency orders: the child moves as they end

# Where the last placement is planned: share, and how far through the period it begins.
HOME_BEFORE_DISCHARGE = (0.7, 0.4, 0.7)  # with parents under a care order first
KIN_BEFORE_ORDER = (0.7, 0.15, 0.5)

LONG_TERM_MATCH = 0.65  # of carers of children in long courses, made long-term carers after these days:
LONG_TERM_MATCH_DAYS = (200, 450)
MATCH_WITH_ORDER = (
    0.4  # of those: on the day of the full care order, where it is made while the child lives there
)
CARERS_MOVE_HOUSE = 0.025  # a year
INDEPENDENT_LIVING = 0.18  # of supported accommodation while the return still had P2
STAYS_AWAY = 0.03  # a year
# Share of stays, days from and to.
STAYS = {
    "T1": (0.2, 1, 20),
    "T2": (0.1, 5, 14),
    "T3": (0.3, 5, 18),
    "T4": (0.4, 1, 6),
}  # share, days from and to

# Reasons for moves in 2024, changes of status left out.
REASONS = {
    "CARPL": 0.414, "CREQB": 0.106, "CREQO": 0.084, "CHILD": 0.041, "LAREQ": 0.019, "STAND": 0.013, "CLOSE": 0.011,
    "ALLEG": 0.009, "APPRR": 0.004, "OTHER": 0.299,
}  # fmt: skip

# How those who turn 18 leave, by where they live. 2024: 16% of all stayed put, 13% and 3% to independent living.
AT_EIGHTEEN = {
    Setting.KIN: {"E17": 0.90, "E8": 0.05, "E5": 0.03, "E6": 0.02},
    Setting.OWN_CARER: {"E17": 0.85, "E5": 0.09, "E6": 0.02, "E8": 0.04},
    Setting.AGENCY_CARER: {"E17": 0.80, "E5": 0.13, "E6": 0.02, "E8": 0.05},
    Setting.HOME: {"E5": 0.50, "E6": 0.08, "E7": 0.09, "E8": 0.18, "E17": 0.15},
    Setting.SUPPORTED: {"E5": 0.52, "E6": 0.15, "E8": 0.17, "E7": 0.02, "E17": 0.14},
    Setting.PARENTS: {"E8": 0.7, "E6": 0.3},
    Setting.CUSTODY: {"E9": 0.8, "E8": 0.2},
    Setting.CARE_HOME: {"E7": 0.8, "E8": 0.2},
    Setting.SCHOOL: {"E7": 0.8, "E8": 0.2},
}
AT_EIGHTEEN_ELSEWHERE = {"E5": 0.45, "E6": 0.2, "E8": 0.35}
INDEPENDENT_WITH_SUPPORT = 0.75  # E5 rather than E6 before 18
CONSENT_DISPENSED = 0.87  # of adoption orders: E12 rather than E11
