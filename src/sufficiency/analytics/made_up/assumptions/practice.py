"""What is done for children in care and care leavers, and how they fare.

Shares marked with a year are England’s, from the Department for Education’s statistics on children looked after
(Open Government Licence v3.0).
"""

# Days from the start to the first review, to the second and between later ones: inside 20 working days, three
# months and six (Care Planning Regulations 2010, regulation 33). A few are held late.
REVIEW_DAYS = ((12, 26), (60, 88), (140, 178))
REVIEW_LATE = 0.03
REVIEW_LATE_DAYS = (4, 45)
PARTICIPATION = {"PN1": 0.50, "PN2": 0.03, "PN3": 0.02, "PN4": 0.03, "PN5": 0.05, "PN6": 0.28, "PN7": 0.09}

# Health of those looked after all year, England 2025.
SDQ_RETURNED = 0.78
SDQ_SCORE = (14.7, 7.3)  # mean and standard deviation before rounding into 0 to 40
SDQ_REASONS = {"SDQ2": 0.35, "SDQ5": 0.25, "SDQ3": 0.12, "SDQ4": 0.28}
CONVICTED = 0.02
DEVELOPMENT_CHECKED = 0.88
IMMUNISED = 0.84
TEETH_CHECKED = 0.81
HEALTH_ASSESSED = 0.90
SUBSTANCE_MISUSE_FROM = 11
SUBSTANCE_MISUSE = 0.045  # of those aged 11 or over; 3% of all
INTERVENTION_RECEIVED = 0.42
INTERVENTION_OFFERED = 0.78  # of those who received none

# Missing: 11% of those looked after in 2024, 6.5 times each on average, mostly for a day or two.
MISSING_FROM = 11  # years of age
EVER_MISSING = 0.27  # of those of that age
TIMES_MISSING_A_YEAR = (7.0, 0.7)  # mean and shape of the spread between children
MISSING_DAYS = {0: 0.33, 1: 0.40, 2: 0.165, 4: 0.06, 7: 0.02, 10: 0.012, 18: 0.008, 35: 0.005}
AWAY_NOT_MISSING = 0.08

# Social workers: 27% of children had three or more in 2023-24.
WORKER_CHANGES_A_YEAR = 1.3
CHILDREN_A_WORKER = 15
WORKER_REASONS = {
    "LEFTRL": 0.34, "TSPROC": 0.28, "MANAGE": 0.14, "ORGRST": 0.08, "ABSENC": 0.08, "CHCHAN": 0.03, "PCCHAN": 0.02,
    "OTHERS": 0.03,
}  # fmt: skip

# Permanence before this care, starts in 2024: 78% none, 20% not known.
PREVIOUS_PERMANENCE = {"Z1": 0.78, "P4": 0.20, "P1": 0.006, "P2": 0.011, "P3": 0.003}


SHORT_BREAKS_PER_CHILD = 0.012  # children with series of short breaks for each child looked after
BREAK_SERIES_YEARS = (1, 5)
BREAKS_A_YEAR = (6, 16)
BREAK_DAYS = (1, 3)  # so that nobody comes near 75 days in a year
BREAKS_UNRECORDED = 0.12  # V4: only the agreement is returned

DEPRIVED_OF_LIBERTY = 0.06  # of stays in children's homes in the year, ours
DEPRIVED_DAYS = (21, 90)

# Care leavers, England 2024 and 2025: by age 17 to 18, and 19 to 21.
IN_TOUCH = ({"YES": 0.94, "NO": 0.04, "NREQ": 0.012, "REFU": 0.004, "RHOM": 0.004},
            {"YES": 0.92, "NO": 0.045, "NREQ": 0.02, "REFU": 0.009, "RHOM": 0.006})  # fmt: skip
ACTIVITIES = (
    {"F2": 0.44, "P2": 0.06, "F1": 0.03, "F4": 0.02, "F5": 0.08, "P5": 0.03, "G5": 0.27, "G4": 0.04, "G6": 0.03},
    {"F2": 0.18, "P2": 0.04, "F1": 0.06, "P1": 0.003, "F4": 0.018, "P4": 0.002, "F5": 0.20, "P5": 0.06, "G5": 0.29,
     "G4": 0.095, "G6": 0.05},
)  # fmt: skip
# Of those who stayed with their carers at 18: still there at each birthday. England 2025: about a third at 19 and 20.
STILL_WITH_CARERS = {18: 0.0, 19: 0.58, 20: 0.40, 21: 0.12}
ACCOMMODATION = (
    {"B1": 0.34, "D1": 0.33, "E1": 0.07, "C1": 0.08, "U1": 0.08, "K1": 0.03, "X2": 0.02, "S2": 0.008, "B2": 0.01,
     "D2": 0.01, "Y1": 0.02},
    {"U1": 0.40, "D1": 0.19, "B1": 0.12, "Z1": 0.02, "K1": 0.06, "E1": 0.05, "C1": 0.04, "T1": 0.01, "X2": 0.03,
     "S2": 0.012, "U2": 0.01, "W2": 0.003, "Y1": 0.02, "G1": 0.005, "R2": 0.01},
)  # fmt: skip
