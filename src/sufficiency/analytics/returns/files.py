"""The files behind a return: a folder or a zip, opened with limits that no honest return meets."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sufficiency.analytics.returns.returned import ReadingError

MEBIBYTE = 1024 * 1024
MAX_FILE_BYTES = 200 * MEBIBYTE  # England's whole episode file would be about 30
MAX_ARCHIVE_BYTES = 1024 * MEBIBYTE  # unpacked
READABLE = {".csv", ".txt", ".xml"}
FOREIGN = {".xlsx", ".xls", ".ods", ".pdf", ".docx"}


@dataclass(frozen=True)
class GivenFile:
    """One file of a return: the folder it stood in, its name and its bytes."""

    folder: str
    name: str
    content: bytes

    @property
    def place(self) -> str:
        """Folder and name, as shown to the user."""
        return f"{self.folder}/{self.name}" if self.folder not in ("", ".") else self.name

    @property
    def is_xml(self) -> bool:
        """Whether it is XML by its ending or its first character."""
        return self.name.lower().endswith(".xml") or self.content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def given_files(path: Path) -> dict[str, list[GivenFile]]:
    """The readable files under a folder, in a zip or the single file itself, grouped by their folder.

    Raises ReadingError where the path is missing, holds nothing readable or is too large.
    """
    if not path.exists():
        raise ReadingError("There is no such file or folder.", where=str(path), what_next="Check the path.")
    zipped = path.is_file() and _is_zip(path)
    opened = (
        _of_folder(path) if path.is_dir() else _of_zip(path, where=str(path)) if zipped else _single(path)
    )
    groups: dict[str, list[GivenFile]] = {}
    for file in opened:
        groups.setdefault(file.folder, []).append(file)
    if not groups:
        raise ReadingError(
            "There are no CSV or XML files here.",
            where=str(path),
            what_next="Give the folder (or a zip of it) that holds the return’s CSV files, such as episodes.csv.",
        )
    return groups


def files_in_upload(name: str, content: bytes) -> list[GivenFile]:
    """The readable files in one uploaded file: those inside a zip, else the file itself.

    Raises ReadingError where the upload is too large, damaged or of a kind that is not read.
    """
    if len(content) > MAX_FILE_BYTES:
        raise _too_large(name, len(content))
    ending = PurePosixPath(name).suffix.lower()
    if ending in FOREIGN:
        raise _foreign(name, ending)
    if zipfile.is_zipfile(io.BytesIO(content)):
        return list(_of_zip(io.BytesIO(content), where=name))
    return [GivenFile("", PurePosixPath(name).name, content)]


def _is_readable(name: str) -> bool:
    pure = PurePosixPath(name)
    return pure.suffix.lower() in READABLE and not pure.name.startswith((".", "~"))


def _of_folder(path: Path) -> Iterator[GivenFile]:
    for file in sorted(path.rglob("*")):
        if file.is_file() and _is_readable(file.name):
            yield GivenFile(file.parent.relative_to(path).as_posix(), file.name, _bytes_of(file))


def _single(path: Path) -> Iterator[GivenFile]:
    if path.suffix.lower() in FOREIGN:
        raise _foreign(str(path), path.suffix.lower())
    yield GivenFile("", path.name, _bytes_of(path))


def _foreign(where: str, ending: str) -> ReadingError:
    return ReadingError(
        f"A {ending} file cannot be read as a return.",
        where=where,
        what_next="Save each sheet as CSV (UTF-8) in one folder and give that folder.",
    )


def _bytes_of(file: Path) -> bytes:
    size = file.stat().st_size
    if size > MAX_FILE_BYTES:
        raise _too_large(str(file), size)
    return file.read_bytes()


def _too_large(where: str, size: int) -> ReadingError:
    return ReadingError(
        f"The file is {size // MEBIBYTE:,} MB; more than {MAX_FILE_BYTES // MEBIBYTE} MB is not read.",
        where=where,
        what_next="A return of 80,000 children is about 30 MB. Check that this is the right file.",
    )


def _is_zip(path: Path) -> bool:
    # A workbook is a zip too; it is told apart by its ending so that the message can say what to do.
    return path.suffix.lower() not in FOREIGN and zipfile.is_zipfile(path)


def _of_zip(source: Path | io.BytesIO, *, where: str) -> Iterator[GivenFile]:
    with _opened(source, where) as archive:
        members = [m for m in archive.infolist() if not m.is_dir() and _is_readable(m.filename)]
        _refuse_bombs(where, members)
        for member in sorted(members, key=lambda m: m.filename):
            pure = PurePosixPath(member.filename)
            yield GivenFile(pure.parent.as_posix(), pure.name, _unpacked(where, archive, member))


def _opened(source: Path | io.BytesIO, where: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(source)
    except zipfile.BadZipFile as problem:
        raise ReadingError(
            f"The zip is damaged ({problem}).", where=where, what_next="Zip the files again."
        ) from problem


def _refuse_bombs(where: str, members: list[zipfile.ZipInfo]) -> None:
    for member in members:
        if member.file_size > MAX_FILE_BYTES:
            raise _too_large(f"{where}: {member.filename}", member.file_size)
    if sum(m.file_size for m in members) > MAX_ARCHIVE_BYTES:
        raise ReadingError(
            f"The zip unpacks to more than {MAX_ARCHIVE_BYTES // MEBIBYTE:,} MB.",
            where=where,
            what_next="Zip only the return’s CSV files.",
        )


def _unpacked(where: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(member) as stream:
            # The size in the directory may lie, so that no more than the limit is ever unpacked.
            content = stream.read(MAX_FILE_BYTES + 1)
    except (RuntimeError, zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as problem:
        raise ReadingError(
            f"This part of the zip cannot be opened ({problem}).",
            where=f"{where}: {member.filename}",
            what_next="Zip the files again, without a password.",
        ) from problem
    if len(content) > MAX_FILE_BYTES:
        raise _too_large(f"{where}: {member.filename}", len(content))
    return content
