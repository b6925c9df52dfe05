"""Who comes into care, how long they stay and how they leave.

Shares marked with a year are England’s, from the Department for Education’s statistics on children looked after
(Open Government Licence v3.0).
"""

from sufficiency.analytics.made_up.states import AgeGroup as Age, Course, Exit, courses

WARM_UP_YEARS = 18  # a baby of the first warm-up year has left care before the first return is written
SPARE_ENTRANTS = (
    1.12  # so many more are drawn than are needed; whom chance leaves out sets the number exactly
)
TREND_YEAR = 2024  # trends count years from here

# First entries in a year for each child looked after at the end; 2024: 33,050 starts to 83,630 children.
ENTRIES_PER_CHILD = 0.293
# Entries of children who are not unaccompanied, against 2024: England's starts by year.
ENTRIES_TREND = {2000: 0.78, 2008: 0.84, 2012: 0.96, 2018: 1.03, 2020: 1.0, 2021: 0.96, 2023: 1.0, 2030: 1.02}
# Unaccompanied children for each other child who comes: 2 in 10 starts in 2024, few before 2015, a dip in 2021.
ALONE_TREND = {2000: 0.05, 2012: 0.06, 2016: 0.11, 2020: 0.11, 2021: 0.09, 2023: 0.30, 2024: 0.29, 2026: 0.23}

# Age on starting in 2024, unaccompanied children left out (nearly all of theirs are 16 or 17).
ENTRY_AGES = {(0, 1): 0.235, (1, 5): 0.19, (5, 10): 0.18, (10, 16): 0.28, (16, 18): 0.115}
NEWBORN_OF_BABIES = 0.45  # of those under one: in the first fortnight
ENTRY_AGES_ALONE = {(13, 15): 0.07, (15, 16): 0.15, (16, 17): 0.36, (17, 18): 0.42}
MALE = 0.545  # 2024: 57% of all, of whom the unaccompanied are nearly all male
MALE_ALONE = 0.94

NEEDS = {
    "N1": 0.70,
    "N2": 0.025,
    "N3": 0.025,
    "N4": 0.085,
    "N5": 0.135,
    "N6": 0.014,
    "N7": 0.001,
    "N8": 0.015,
}
NEEDS_ALONE = {"N8": 0.96, "N4": 0.02, "N1": 0.02}
ETHNICITIES = {
    "WBRI": 0.735, "WIRI": 0.002, "WIRT": 0.003, "WROM": 0.008, "WOTH": 0.045, "MWBC": 0.036, "MWBA": 0.014,
    "MWAS": 0.022, "MOTH": 0.040, "AIND": 0.004, "APKN": 0.013, "ABAN": 0.004, "AOTH": 0.009, "BCRB": 0.014,
    "BAFR": 0.020, "BOTH": 0.012, "CHNE": 0.001, "OOTH": 0.010, "REFU": 0.002, "NOBT": 0.006,
}  # fmt: skip
ETHNICITIES_ALONE = {"OOTH": 0.40, "BAFR": 0.29, "AOTH": 0.22, "WOTH": 0.05, "BOTH": 0.03, "NOBT": 0.01}

MOTHERS_A_YEAR = 0.012  # of girls in care aged 15 or over; 200 mothers among 83,630 children in 2024
MOTHER_FROM = 15
NO_PUPIL_NUMBER_ALONE = 0.4  # of the unaccompanied, who never went to a state school here

COURSES = {
    Age.NEWBORN: courses(short=0.08, home=0.12, order=0.21, adoption=0.47, long=0.12),
    Age.UNDER_5: courses(short=0.18, home=0.17, order=0.25, adoption=0.16, long=0.24),
    Age.UNDER_10: courses(short=0.22, home=0.17, order=0.16, adoption=0.02, long=0.43),
    Age.UNDER_16: courses(short=0.26, home=0.08, order=0.04, teen=0.60, remand=0.02),
    Age.OLDEST: courses(short=0.25, teen=0.69, remand=0.06),
    Age.ALONE_UNDER_16: courses(alone=1.0),
    Age.ALONE_OLDEST: courses(alone=1.0),
}  # fmt: skip
LONGER_EACH_YEAR = 0.012  # the share of long courses grows: stays have lengthened since 2018
SETTLED_COURSES = (Course.LONG, Course.TEEN)

# How each course ends: share, median days and spread. An end after the 18th birthday becomes leaving at 18.
# Of those who ceased in 2024: 7% within two weeks, 14% within eight, 28% within six months, half within a year.
FATES = {
    Course.SHORT: (
        (Exit.HOME_PLANNED, 0.40, 75, 1.3), (Exit.HOME_UNPLANNED, 0.10, 20, 1.3), (Exit.RELATIVE, 0.20, 35, 1.3),
        (Exit.OTHER, 0.28, 20, 1.4), (Exit.TRANSFER, 0.02, 40, 1.0),
    ),
    Course.HOME: (
        (Exit.HOME_PLANNED, 0.76, 300, 0.65), (Exit.HOME_UNPLANNED, 0.07, 200, 0.7), (Exit.RELATIVE, 0.07, 230, 0.7),
        (Exit.ARRANGEMENTS, 0.05, 330, 0.5), (Exit.OTHER, 0.05, 250, 0.7),
    ),
    Course.ORDER: ((Exit.GUARDIANSHIP, 0.78, 400, 0.45), (Exit.ARRANGEMENTS, 0.22, 350, 0.5)),
    Course.ADOPTION: ((Exit.ADOPTED, 1.0, 800, 0.3),),
    Course.LONG: (
        (Exit.EIGHTEEN, 0.53, 9000, 0.0), (Exit.HOME_PLANNED, 0.16, 1500, 0.7), (Exit.GUARDIANSHIP, 0.15, 1300, 0.6),
        (Exit.ARRANGEMENTS, 0.03, 1000, 0.6), (Exit.RELATIVE, 0.04, 1800, 0.8), (Exit.OTHER, 0.05, 2200, 0.8),
        (Exit.HOME_UNPLANNED, 0.025, 2500, 0.6), (Exit.TRANSFER, 0.02, 900, 0.8), (Exit.INDEPENDENT, 0.01, 3000, 0.5),
        (Exit.DIED, 0.004, 1500, 0.8), (Exit.ABROAD, 0.001, 900, 0.5),
    ),
    Course.TEEN: (
        (Exit.EIGHTEEN, 0.68, 9000, 0.0), (Exit.HOME_PLANNED, 0.10, 420, 0.8), (Exit.HOME_UNPLANNED, 0.05, 250, 0.8),
        (Exit.RELATIVE, 0.05, 260, 0.8), (Exit.INDEPENDENT, 0.04, 420, 0.8), (Exit.OTHER, 0.06, 300, 0.9),
        (Exit.TRANSFER, 0.02, 200, 0.8), (Exit.GUARDIANSHIP, 0.02, 500, 0.5), (Exit.DIED, 0.004, 500, 0.8),
        (Exit.SENTENCED, 0.006, 400, 0.8),
    ),
    Course.REMAND: (
        (Exit.REMAND_ENDED, 0.55, 45, 0.8), (Exit.SENTENCED, 0.30, 60, 0.7), (Exit.HOME_PLANNED, 0.15, 40, 0.8),
    ),
    Course.ALONE: (
        (Exit.EIGHTEEN, 0.71, 9000, 0.0), (Exit.TRANSFER, 0.14, 25, 0.7), (Exit.AGE_ASSESSED, 0.05, 60, 0.7),
        (Exit.OTHER, 0.07, 120, 1.0), (Exit.INDEPENDENT, 0.01, 300, 0.5), (Exit.RELATIVE, 0.02, 90, 0.8),
    ),
}  # fmt: skip
LEAST_DAYS = courses(adoption=330, long=200, order=90)
REMAND_FROM = 12  # years of age
INDEPENDENT_FROM = 16  # leaving for independent living earlier becomes going home

# Chance of coming back within about five years, median days and spread, least days.
# One in five returns within a year of going home (McGrath-Lone 2017, Goldacre 2022).
RETURNS = {
    Exit.HOME_PLANNED: (0.29, 210, 1.2, 2), Exit.HOME_UNPLANNED: (0.38, 120, 1.2, 2), Exit.RELATIVE: (0.24, 180, 1.2, 2),
    Exit.OTHER: (0.14, 150, 1.2, 2), Exit.REMAND_ENDED: (0.20, 120, 1.0, 2),
    # After an order a return comes later than a year, as an earlier permanence order in the return's terms.
    Exit.GUARDIANSHIP: (0.035, 1100, 0.5, 367), Exit.ARRANGEMENTS: (0.04, 900, 0.5, 367),
}  # fmt: skip
MOST_PERIODS = 6
