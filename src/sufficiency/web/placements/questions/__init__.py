"""Every question of a request, declared once: forms, exports, imports and the referral come from here."""

from sufficiency.web.placements.questions.catalogue import QUESTIONS, STEPS, questions_of

__all__ = ["QUESTIONS", "STEPS", "questions_of"]
