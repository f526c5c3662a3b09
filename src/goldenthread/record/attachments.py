"""What a file is, by its content and not by its name; and where it is kept.

A file is kept under its SHA-256: the same file twice is kept once. Nothing of its name is on the disk.
"""

import hashlib
import io
import os
import re
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.conf import settings

from goldenthread.errors import UserError

LARGEST = 20 * 1024 * 1024
"""Bytes of one file."""


@dataclass(frozen=True)
class Type:
    """A type of file that may be kept: how it is called, its MIME type, how its name ends, how its content is known."""

    words: str
    mime: str
    endings: tuple[str, ...]
    fits: Callable[[bytes], bool]


def _starts(*with_: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(with_)


def _office(folder: str) -> Callable[[bytes], bool]:
    """Whether it is an Office document of this folder, without macros."""

    def fits(data: bytes) -> bool:
        names = _names(data)
        inside = "[Content_Types].xml" in names and any(name.startswith(f"{folder}/") for name in names)
        return inside and not any(name.endswith("vbaProject.bin") for name in names)

    return fits


def _names(data: bytes) -> list[str]:
    if not data.startswith(b"PK\x03\x04"):
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return []


def _is_text(data: bytes) -> bool:
    """Whether it is plain text: no byte that text does not have."""
    if re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", data):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return not re.search(rb"[\x81\x8d\x8f\x90\x9d]", data)  # what Windows-1252 does not have
    return True


def _is_mail(data: bytes) -> bool:
    head = data[:4000]
    return _is_text(data) and bool(re.match(rb"[A-Za-z][A-Za-z0-9-]*:[^\n]*\n", head)) and bool(
        re.search(rb"^(From|Date|Received|Message-ID|MIME-Version|Subject):", head, re.MULTILINE | re.IGNORECASE)
    )


def _is_outlook(data: bytes) -> bool:
    return data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") and "__properties_version1.0".encode("utf-16-le") in data


def _is_mp3(data: bytes) -> bool:
    return data.startswith(b"ID3") or (len(data) > 1 and data[0] == 0xFF and data[1] & 0xE6 == 0xE2)


HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")

TYPES = (
    Type("a PDF", "application/pdf", ("pdf",), _starts(b"%PDF-")),
    Type("a Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",),
         _office("word")),
    Type("an Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",), _office("xl")),
    Type("a PNG picture", "image/png", ("png",), _starts(b"\x89PNG\r\n\x1a\n")),
    Type("a JPEG picture", "image/jpeg", ("jpg", "jpeg"), _starts(b"\xff\xd8\xff")),
    Type("an HEIC picture", "image/heic", ("heic", "heif"), lambda data: data[4:8] == b"ftyp" and data[8:12] in HEIC),
    Type("a recording (M4A)", "audio/mp4", ("m4a",), lambda data: data[4:8] == b"ftyp" and data[8:11] == b"M4A"),
    Type("a film (MP4)", "video/mp4", ("mp4", "m4v"),
         lambda data: data[4:8] == b"ftyp" and data[8:12] not in HEIC and data[8:11] not in (b"M4A", b"qt ")),
    Type("a WAV recording", "audio/wav", ("wav",), lambda data: data[:4] == b"RIFF" and data[8:12] == b"WAVE"),
    Type("an MP3 recording", "audio/mpeg", ("mp3",), _is_mp3),
    Type("an Outlook message", "application/vnd.ms-outlook", ("msg",), _is_outlook),
    Type("an e-mail", "message/rfc822", ("eml",), _is_mail),
    Type("plain text", "text/plain", ("txt",), _is_text),
)  # fmt: skip

PROGRAM = _starts(b"MZ", b"\x7fELF", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"#!")

NOT_TAKEN = (
    ("a program", PROGRAM),
    ("a document with macros", lambda data: any(name.endswith("vbaProject.bin") for name in _names(data))),
    ("a web page", lambda data: bool(re.match(rb"\s*(<!doctype html|<html|<svg|<script)", data[:512], re.IGNORECASE))),
    ("an archive", _starts(b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")),
    ("an older Office document", _starts(b"\xd0\xcf\x11\xe0")),
)
"""What is often met and not taken, so that the refusal can say what it is."""

TAKEN = "PDF, Word (docx), Excel (xlsx), pictures (png, jpg, heic), text, e-mails (eml, msg), recordings (mp3, m4a, wav, mp4)"


class NotTaken(UserError):
    """A file that is not kept, and why, in words."""


@dataclass(frozen=True)
class File:
    """A file that may be kept: its name without folders, its content, and its type."""

    name: str
    data: bytes
    type: Type


def examine(name: str, data: bytes) -> File:
    """The file, as what it is; NotTaken where it may not be kept, or is not what its name says."""
    name = clean_name(name)
    ending = PurePosixPath(name).suffix.lower().lstrip(".")
    if not data:
        raise NotTaken(f"“{name}” is empty.")
    if len(data) > LARGEST:
        raise NotTaken(f"“{name}” is larger than {LARGEST // 1024 // 1024} MB.")
    found = next((each for each in TYPES if ending in each.endings and each.fits(data)), None)
    if found is None or PROGRAM(data):
        raise NotTaken(_why(name, ending, data))
    return File(name, data, found)


def _why(name: str, ending: str, data: bytes) -> str:
    """Why a file is not taken: of another content than its name says, or of a type that is not."""
    said = next((each for each in TYPES if ending in each.endings), None)
    known = [*NOT_TAKEN[:3], *((each.words, each.fits) for each in TYPES), *NOT_TAKEN[3:]]
    is_ = next((words for words, fits in known if fits(data)), None)
    if said and is_:
        return f"“{name}” is not what its name says: it is {is_}."
    if said:
        return f"“{name}” is not what its name says: it is not {said.words}."
    kind = f"“{name}” is {is_}. That" if is_ else f"“{name}”"
    return f"{kind} is not of a type that can be kept. These are: {TAKEN}."


def clean_name(name: str) -> str:
    """The name without folders, line breaks and other characters that are not shown; at most 200 characters."""
    name = re.split(r"[\\/]", name)[-1]
    name = "".join(each for each in name if each.isprintable()).strip(". ") or "file"
    stem, dot, ending = name.rpartition(".")
    return name if len(name) <= 200 else f"{stem[: 199 - len(ending)]}{dot}{ending[:10]}"


def path_of(sha256: str) -> Path:
    """Where a file with this hash is kept."""
    return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256


def keep(data: bytes) -> str:
    """Keep the content; its SHA-256. Never half a file: it is written beside and then moved."""
    sha256 = hashlib.sha256(data).hexdigest()
    path = path_of(sha256)
    if path.exists():
        return sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as beside:
        beside.write(data)
        beside.flush()
        os.fsync(beside.fileno())
    os.replace(beside.name, path)
    return sha256
