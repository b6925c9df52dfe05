"""The files of an upload in one zip, and out of it again, so that what was given can be given back."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import NamedTuple


class Given(NamedTuple):
    """A file as someone gave it."""

    name: str
    content: bytes


def given(name: str, content: bytes) -> Given:
    """A file under a name that can be written anywhere."""
    plain = "".join(letter for letter in PurePosixPath(name).name if letter.isprintable())
    return Given(plain or "file", content)


def packed(files: Iterable[Given]) -> bytes:
    """The files as one zip; a name that comes again gets a number."""
    out = io.BytesIO()
    names: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, file in enumerate(files, start=1):
            name = f"{place}-{file.name}" if file.name in names else file.name
            names.add(name)
            archive.writestr(zipfile.ZipInfo(name), file.content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def unpacked(content: bytes) -> list[Given]:
    """The files that were packed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [Given(member.filename, archive.read(member)) for member in archive.infolist()]
