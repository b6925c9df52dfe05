"""Returns below a folder, as the files that someone would upload."""

from dataclasses import dataclass
from pathlib import Path

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.files import given_files
from sufficiency.analytics.returns.fingerprint import fingerprint
from sufficiency.analytics.returns.reading import read_returns, return_of
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.web.access.models import Authority
from sufficiency.web.returns.packing import Given, given


@dataclass(frozen=True)
class Upload:
    """The files of one collection year, and the fingerprint of what they say."""

    year: CollectionYear
    fingerprint: str
    files: tuple[Given, ...]


def uploads_in(folder: Path, *, authority: Authority) -> list[Upload]:
    """The returns below a folder, the oldest first. Raises ReadingError where one cannot be read."""
    years = {found.year for found in read_returns(folder, authority=authority.code)}
    uploads = []
    for place, files in given_files(folder).items():
        try:
            found = return_of(files, where=place, authority=authority.code)
        except ReadingError:  # beside the returns there may be other files; a return was refused above
            continue
        if found.year in years:
            kept = tuple(given(file.name, file.content) for file in files)
            uploads.append(Upload(found.year, fingerprint([found]), kept))
    return sorted(uploads, key=lambda upload: upload.year)
