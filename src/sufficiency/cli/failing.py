"""What a user is told when a command cannot be done."""

DONE_WITH_FINDINGS = 1
CANNOT_BE_DONE = 2


# The part of the program that brings each package; a plain installation is small and has none of them.
PART_WITH = {
    **dict.fromkeys(("altair", "vl_convert", "jinja2"), "report"),
    **dict.fromkeys(("django", "allauth", "waitress", "whitenoise", "csp"), "web"),
    **dict.fromkeys(("pyspark", "pyarrow"), "spark"),
}


def explained(problem: Exception) -> str | None:
    """The message for a problem that the user can mend; None for a fault of ours."""
    if isinstance(problem, ModuleNotFoundError) and problem.name in PART_WITH:
        part = PART_WITH[problem.name]
        return (
            f"Could not be done.\n  what       This needs the part “{part}”, which is not installed.\n"
            f"  what next  pip install 'sufficiency[{part}]'\n"
        )
    what_next = getattr(problem, "what_next", None)
    if what_next is not None:
        where = getattr(problem, "where", "")
        place = f"\n  where      {where}" if where else ""
        return f"Could not be done.\n  what       {getattr(problem, 'what', problem)}{place}\n  what next  {what_next}\n"
    if type(problem).__module__.startswith("sufficiency."):
        return f"Could not be done.\n  what       {problem}\n"
    return None
