"""Where a principle is worded twice, and whether the second wording says something else."""

import re
from difflib import SequenceMatcher
from typing import Final

from sufficiency.analytics.strategy.plan import Principle

ELLIPSIS: Final = "…"
MATERIAL_WORDS: Final = 3  # words of weight dropped or added; fewer is another way to say the same
STEM: Final = 5  # letters: "Preventative" and "Prevention" are one word here
_WITHOUT_WEIGHT: Final = frozenset(
    ("a", "an", "and", "are", "as", "at", "be", "been", "by", "can", "could", "for", "from", "if", "in", "into", "is",
     "it", "of", "on", "or", "should", "that", "the", "their", "them", "they", "this", "to", "was", "were", "which",
     "who", "will", "with", "would")
)  # fmt: skip


def differs_materially(principle: Principle) -> bool:
    """Whether the variant drops or adds words of weight; an ellipsis stands for words left as they are."""
    return bool(principle.variant) and len(changed_words(principle)) >= MATERIAL_WORDS


def changed_words(principle: Principle) -> tuple[str, ...]:
    """The words of weight that one wording has and the other lacks, in the order of the text."""
    ours, theirs = _words(principle.wording), _words(principle.variant)
    changed: list[str] = []
    for step, a, b, c, d in SequenceMatcher(a=_stems(ours), b=_stems(theirs), autojunk=False).get_opcodes():
        if step == "equal" or ELLIPSIS in theirs[max(c - 1, 0) : d + 1]:
            continue
        changed += [word for word in ours[a:b] + theirs[c:d] if _has_weight(word)]
    return tuple(changed)


def _words(text: str) -> list[str]:
    return re.findall(rf"[\w’'-]+|{ELLIPSIS}", text)


def _stems(words: list[str]) -> list[str]:
    return [word.lower()[:STEM] for word in words]


def _has_weight(word: str) -> bool:
    return word != ELLIPSIS and word.lower() not in _WITHOUT_WEIGHT
