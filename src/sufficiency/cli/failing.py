"""What a user is told when a command cannot be done."""

DONE_WITH_FINDINGS = 1
CANNOT_BE_DONE = 2


def explained(problem: Exception) -> str | None:
    """The message for a problem that the user can mend; None for a fault of ours."""
    what_next = getattr(problem, "what_next", None)
    if what_next is not None:
        where = getattr(problem, "where", "")
        place = f"\n  where      {where}" if where else ""
        return f"Could not be done.\n  what       {getattr(problem, 'what', problem)}{place}\n  what next  {what_next}\n"
    if type(problem).__module__.startswith("sufficiency."):
        return f"Could not be done.\n  what       {problem}\n"
    return None
