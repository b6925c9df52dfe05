"""From files to a stored return: begin, read, check, store; or the reason why not."""

import logging
from collections.abc import Sequence

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.web.access.acting import Actor
from sufficiency.web.children.analytics import return_of
from sufficiency.web.returns import actions, analytics, queries
from sufficiency.web.returns.models import Upload
from sufficiency.web.returns.packing import Given, unpacked

log = logging.getLogger(__name__)


def receive(files: Sequence[Given], *, by: Actor, year: CollectionYear | None = None) -> Upload:
    """Check uploaded files and store them as a return; where its year is stored already, wait for an answer.

    Raises BusyError where another upload is being checked.
    """
    upload = actions.begin(by.here, files, by=by)
    return _settled(upload, files, by=by, year=year, may_replace=False)


def replace(upload: Upload, *, by: Actor) -> Upload:
    """Check a waiting upload and put it in the place of what is stored. Raises BusyError, MovedOnError."""
    files = unpacked(bytes(upload.original.content))
    return _settled(actions.go_on(upload, by=by), files, by=by, year=upload.collection_year, may_replace=True)


def keep_what_is_stored(upload: Upload, *, by: Actor) -> Upload:
    """Leave what is stored, and let the waiting upload go. Raises MovedOnError."""
    problem = ReadingError(
        f"{by.name} chose to keep the return that was stored before.", where="", what_next=""
    )
    return actions.refuse(upload, problem, by=by)


def check_again(upload: Upload, *, by: Actor) -> Upload:
    """Check a stored return once more, beside what is stored of the year before by now."""
    year = upload.collection_year
    source = return_of(upload.authority, year) if year else None
    if year is None or source is None:
        raise actions.MovedOnError("Nothing is stored of this upload.")
    previous = return_of(upload.authority, year.previous)
    return actions.renew_findings(upload, analytics.checked(source, previous=previous), by=by)


def _settled(
    upload: Upload, files: Sequence[Given], *, by: Actor, year: CollectionYear | None, may_replace: bool
) -> Upload:
    try:
        return _stored(upload, files, by=by, year=year, may_replace=may_replace)
    except ReadingError as problem:
        return actions.refuse(upload, problem, by=by)
    except actions.MovedOnError:  # released meanwhile, or replaced by someone quicker
        upload.refresh_from_db()
        return upload
    except Exception:
        # Whatever it was, nothing is half stored, and the next upload need not wait for this one.
        log.exception("Upload %s could not be checked", upload.pk)
        return actions.refuse(upload, _our_fault(), by=by)


def _stored(
    upload: Upload, files: Sequence[Given], *, by: Actor, year: CollectionYear | None, may_replace: bool
) -> Upload:
    source = analytics.read(files, authority=upload.authority, year=year)
    if not may_replace and queries.stored_upload(upload.authority, source.year):
        return actions.wait(upload, source, files, by=by)
    previous = return_of(upload.authority, source.year.previous)
    return actions.store(upload, analytics.checked(source, previous=previous), files, by=by)


def _our_fault() -> ReadingError:
    return ReadingError(
        "The files could not be checked, and the fault is ours.",
        where="",
        what_next="Try once more. If it stays so, tell whoever runs this site when it happened.",
    )
