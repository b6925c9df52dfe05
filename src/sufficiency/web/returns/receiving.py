"""From files to a stored return: begin, read, check, store; or the reason why not."""

import logging
from collections.abc import Sequence

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.checking import CheckResult
from sufficiency.analytics.returns.returned import ReadingError, Return
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.children.analytics import return_of
from sufficiency.web.returns import actions, analytics, queries
from sufficiency.web.returns.models import ProviderList, Upload
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
    result, listed = _checked(upload.authority, source)
    return actions.renew_findings(upload, result, providers=listed, by=by)


def give_providers(file: Given, *, by: Actor) -> ProviderList:
    """Keep a list of providers, with which returns are checked from then on. Raises ReadingError."""
    return actions.keep_providers(file, numbers=analytics.providers(file).height, by=by)


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
    result, listed = _checked(upload.authority, source)
    return actions.store(upload, result, files, providers=listed, by=by)


def _checked(authority: Authority, source: Return) -> tuple[CheckResult, ProviderList | None]:
    """The check of a return beside what is there, and the list of providers that was."""
    listed = queries.provider_list(authority)
    providers = analytics.providers(Given(listed.file, bytes(listed.content))) if listed else None
    previous = return_of(authority, source.year.previous)
    return analytics.checked(source, previous=previous, providers=providers), listed


def _our_fault() -> ReadingError:
    return ReadingError(
        "The files could not be checked, and the fault is ours.",
        where="",
        what_next="Try once more. If it stays so, tell whoever runs this site when it happened.",
    )
