"""Questions about risks to a child and others, what keeps everyone safe, and whom not to live with."""

from sufficiency.analytics.matching.vocabulary import Mix
from sufficiency.web.placements.questions.declaring import RISK, YES_NO_NOT, Kind, Question, Step

RISKS = Step(
    key="risks",
    label="Risks and what keeps everyone safe",
    by_child=True,
    hint="Risks say which skill and plan is needed. They never put a child lower in any list.",
)

_RISKS = (
    ("self_harm", "Risk to child: Self-harm"),
    ("sexual_exploitation", "Risk to child: Sexual exploitation"),
    ("criminal_exploitation", "Risk to child: Criminal exploitation"),
    ("substances", "Risk to child: Drug and alcohol use"),
    ("eating", "Risk to child: Eating disorder"),
    ("missing", "Risk to child: Going missing"),
    ("physical_harm", "Risk to others or property: Physical harm"),
    ("sexual_harm", "Risk to others or property: Sexual harm"),
    ("fire", "Risk to others or property: Fire-setting"),
    ("animals_harm", "Risk to others or property: Harm to animals"),
    ("criminal_to_others", "Risk to others or property: Criminal exploitation"),
)
MIXES = {
    Mix.YOUNGER_CHILDREN: "Younger children",
    Mix.OLDER_CHILDREN: "Older children",
    Mix.ANY_CHILDREN: "Any other children",
    Mix.ANIMALS: "Animals",
}

OF_RISKS = (
    *(
        Question(key=f"risk_{key}", step="risks", label=label, kind=Kind.CHOICE, options=RISK, standard=label)
        for key, label in _RISKS
    ),
    Question(
        key="risk_other",
        step="risks",
        label="Risk to child: Other (text)",
        kind=Kind.TEXT,
        standard="Risk to child: Other (text)",
    ),
    Question(
        key="harm_other",
        step="risks",
        label="Risk to others or property: Other (text)",
        kind=Kind.TEXT,
        standard="Risk to others or property: Other (text)",
    ),
    Question(
        key="keeps_safe", step="risks", label="What keeps the child and others safe", kind=Kind.LONG_TEXT
    ),
    Question(
        key="apart_from",
        step="risks",
        label="Should not live with",
        kind=Kind.SEVERAL,
        options=tuple(MIXES.values()),
    ),
    Question(
        key="alongside",
        step="risks",
        label="Cared for alongside whom",
        kind=Kind.CHOICE,
        options=(
            "Solo placement recommended",
            "With other children recommended",
            "Only with other older children",
            "Only with other younger children",
            "No preference",
        ),
        standard="cared for alongside whom",
    ),
    Question(
        key="animals",
        step="risks",
        label="Can live with animals",
        kind=Kind.CHOICE,
        options=("Yes", "No", "Don't know"),
        standard="can live with animals",
    ),
    Question(
        key="avoid",
        step="risks",
        label="Are there places to avoid?",
        kind=Kind.CHOICE,
        options=YES_NO_NOT,
        standard="places to avoid",
    ),
    Question(
        key="avoid_which",
        step="risks",
        label="Which places, and why",
        kind=Kind.TEXT,
        standard="which places to avoid",
        in_referral=False,
        is_address=True,
    ),
    Question(
        key="avoid_postcode",
        step="risks",
        label="Middle of an area that is not safe (postcode)",
        kind=Kind.POSTCODE,
        is_address=True,
        in_referral=False,
    ),
    Question(
        key="avoid_miles", step="risks", label="How many miles around it", kind=Kind.NUMBER, in_referral=False
    ),
)
