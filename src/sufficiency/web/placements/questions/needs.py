"""Questions about one child: needs, voice, people and places."""

from sufficiency.analytics.matching.vocabulary import DOMAINS, ESSENTIALS, FEATURES, OF_WISHES
from sufficiency.web.placements.questions.declaring import (
    LEVELS,
    YES_NO,
    Kind,
    Question,
    Step,
)

NEEDS = Step(
    key="needs",
    label="Needs",
    by_child=True,
    hint="Say what the child needs, not what kind of home. 0 is none, 3 is very high. Leave what is not known yet.",
)
VOICE = Step(
    key="voice", label="The child’s own words", by_child=True, hint="As the child said it, in their words."
)
PLACES = Step(key="places", label="Family, school and health", by_child=True)
_DOMAINS = [
    Question(
        key=f"need_{domain}",
        step="needs",
        label=label,
        kind=Kind.CHOICE,
        options=LEVELS,
        standard="Communication, language and learning needs" if domain == "communication" else "",
    )
    for domain, label in DOMAINS.items()
]
OF_A_CHILD = (
    *_DOMAINS,
    Question(
        key="essentials",
        step="needs",
        label="What the child cannot do without",
        kind=Kind.SEVERAL,
        options=tuple(ESSENTIALS.values()),
        hint="Sparingly: each rules homes out.",
    ),
    Question(
        key="strengths", step="needs", label="Strengths, and what the child enjoys", kind=Kind.LONG_TEXT
    ),
    Question(key="skills_wanted", step="needs", label="Skills and support wanted", kind=Kind.LONG_TEXT),
    Question(
        key="words",
        step="voice",
        label="What the child says",
        kind=Kind.LONG_TEXT,
        hint="Their own words come first on every page about this request.",
    ),
    Question(
        key="no_words_because",
        step="voice",
        label="If the child has not been asked, why not yet",
        kind=Kind.TEXT,
    ),
    Question(
        key="wishes",
        step="voice",
        label="What the child wishes for",
        kind=Kind.SEVERAL,
        options=tuple(FEATURES[f] for f in OF_WISHES),
    ),
    Question(
        key="wishes_not",
        step="voice",
        label="What the child does not want",
        kind=Kind.SEVERAL,
        options=tuple(FEATURES[f] for f in OF_WISHES),
    ),
    Question(
        key="residential_wish",
        step="voice",
        label="Does the child expressly wish to live in a children’s home?",
        kind=Kind.CHOICE,
        options=YES_NO,
    ),
    Question(
        key="identity",
        step="voice",
        label="Identity, language, faith and culture needs",
        kind=Kind.TEXT,
        hint="In the child’s own terms, with commas between.",
        standard="Cultural needs (e.g. place of worship)",
    ),
    Question(
        key="languages",
        step="voice",
        label="Communication and language that is needed",
        kind=Kind.CHOICE,
        options=("ESOL", "BSL", "Makaton", "Other", "None"),
        standard="Specific communication and language requirements",
    ),
    Question(
        key="family_postcode",
        step="places",
        label="Family’s postcode",
        kind=Kind.POSTCODE,
        is_address=True,
        standard="family's area (postcode sector)",
    ),
    Question(
        key="near_family",
        step="places",
        label="Is living near the family advised?",
        kind=Kind.CHOICE,
        options=YES_NO,
        standard="near the family advised",
    ),
    Question(
        key="family_time",
        step="places",
        label="Family time: with whom, how often, where",
        kind=Kind.LONG_TEXT,
    ),
    Question(
        key="key_people", step="places", label="Others who matter and must be kept close", kind=Kind.TEXT
    ),
    Question(
        key="at_school",
        step="places",
        label="Goes to school now",
        kind=Kind.CHOICE,
        options=("Yes", "No", "Not applicable"),
        standard="attends school now",
    ),
    Question(
        key="school_postcode",
        step="places",
        label="School’s postcode",
        kind=Kind.POSTCODE,
        is_address=True,
        standard="school's area (postcode sector)",
    ),
    Question(
        key="keep_school",
        step="places",
        label="Should the school stay the same?",
        kind=Kind.CHOICE,
        options=YES_NO,
        standard="must stay at this school",
    ),
    Question(
        key="regular_places",
        step="places",
        label="Other places visited regularly",
        kind=Kind.CHOICE,
        options=YES_NO,
        standard="other places visited regularly",
    ),
    Question(
        key="which_places",
        step="places",
        label="Which places",
        kind=Kind.TEXT,
        standard="which places",
        in_referral=False,
        is_address=True,
    ),
    Question(
        key="places_often",
        step="places",
        label="How often",
        kind=Kind.CHOICE,
        options=("daily", "few times a week", "weekly", "every two weeks", "monthly", "other"),
        standard="how often",
    ),
    Question(key="health", step="places", label="Health care that must go on, and where", kind=Kind.TEXT),
)
CHILD_STEPS = (NEEDS, VOICE, PLACES)
