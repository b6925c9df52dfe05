"""Covers where a child can be found in whatever leaves the desk: known answers, and anything like a postcode."""

import re

from sufficiency.web.placements.models import SearchRequest
from sufficiency.web.placements.questions import QUESTIONS

COVERED = "[covered]"
POSTCODE = re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b")


def secrets_of(request: SearchRequest) -> list[str]:
    """What must not leave: every answer, ever given, that tells where someone is."""
    keys = [key for key, question in QUESTIONS.items() if question.is_address]
    values = request.answers.filter(question__in=keys).exclude(value=None).values_list("value", flat=True)
    found = {str(value).strip() for value in values}
    return sorted((one for one in found if len(one) > 3), key=len, reverse=True)


def covered(text: str, secrets: list[str]) -> str:
    """The text with every secret and every postcode covered."""
    for secret in secrets:
        text = re.sub(re.escape(secret).replace(r"\ ", r"\s*"), COVERED, text, flags=re.IGNORECASE)
    return POSTCODE.sub(COVERED, text)


def sector(postcode: str) -> str:
    """The sector of a postcode, such as PE28 9: an area, not an address. Blank where it is none."""
    plain = postcode.upper().replace(" ", "")
    return f"{plain[:-3]} {plain[-3]}" if len(plain) >= 5 else ""
