"""All questions and steps, in the order asked."""

from collections.abc import Mapping

from sufficiency.web.placements.questions.declaring import Question, Step
from sufficiency.web.placements.questions.needs import CHILD_STEPS, OF_A_CHILD
from sufficiency.web.placements.questions.risks import OF_RISKS, RISKS
from sufficiency.web.placements.questions.search import OF_A_REQUEST, PLAN, SEARCH

STEPS: Mapping[str, Step] = {step.key: step for step in (*CHILD_STEPS, RISKS, PLAN, SEARCH)}
QUESTIONS: Mapping[str, Question] = {
    question.key: question for question in (*OF_A_CHILD, *OF_RISKS, *OF_A_REQUEST)
}


def questions_of(step: str) -> list[Question]:
    """The questions of a step."""
    return [question for question in QUESTIONS.values() if question.step == step]


def is_about_needs(key: str) -> bool:
    """Whether an answer says what the child needs, rather than which kind of home."""
    return key.startswith("need_") or key in ("essentials", "strengths", "skills_wanted")
