"""What evidence can support. Another app says in `evidence_subjects.py`, in a list called SUBJECTS of functions from
an authority to keys and labels, which of its things these are."""

from sufficiency.web.access.models import Authority
from sufficiency.web.ui.contributions import contributed


def choices(authority: Authority) -> list[tuple[str, str]]:
    """Everything that evidence can support at an authority: key and label."""
    return [one for source in contributed("evidence_subjects", "SUBJECTS") for one in source(authority)]
