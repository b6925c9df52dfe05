"""The parts of a division as people say them: codes become their meaning."""

from textwrap import shorten

from django.utils.text import capfirst

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.returns.codes import code_sets

ROOM = 23  # letters that fit before a bar, the brackets of a code not counted
CODES = {
    "legal_status": "LS",
    "need": "CIN",
    "ethnicity": "ETHNIC",
    "provider": "PLACE_PROVIDER",
    "reason": "REC",
}
PLAIN = {
    "sex": {"M": "Boys", "F": "Girls"},
    "uasc": {"yes": "Unaccompanied", "no": "Not unaccompanied"},
    "type": {"M": "Missing", "A": "Away without authorisation"},
}


def of(dimension: str, value: str) -> str:
    """One part's name, such as "Full care order (C2)" or "Kinship fostering"."""
    if dimension == "kind" and value in set(Kind):
        return Kind(value).label
    if dimension == "age":
        return f"Aged {value.replace('-', '–')}" if value[:1].isdigit() else value.capitalize()
    meaning = _meaning(dimension, value)
    return f"{meaning} ({value})" if meaning else capfirst(PLAIN.get(dimension, {}).get(value, value))


def short(dimension: str, value: str) -> str:
    """The same where there is little room, such as before a bar; the code stays whole."""
    meaning = _meaning(dimension, value)
    if not meaning:
        return of(dimension, value)
    return f"{shorten(meaning, ROOM - len(value), placeholder='…')} ({value})"


def _meaning(dimension: str, value: str) -> str | None:
    meaning = code_sets()[CODES[dimension]].meaning(value) if dimension in CODES else None
    # What stands in brackets explains the code to who fills it in; the code itself is enough here.
    return meaning.split(" (")[0] if meaning else None
