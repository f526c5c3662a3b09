"""Attachments: a file is what its content is, not what its name says; and only those who see the whole entry have it."""

import hashlib
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from goldenthread.record.actions.entries import make_entry
from goldenthread.record.attachments import LARGEST, NotTaken, clean_name, examine, path_of
from goldenthread.record.models import Attachment, AuditRow, Block

PDF = b"%PDF-1.7\n1 0 obj"


def office(*names: str) -> bytes:
    """An Office document with these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("[Content_Types].xml", *names):
            archive.writestr(name, "<x/>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "mime"),
    [
        ("plan.pdf", PDF, "application/pdf"),
        ("minutes.docx", office("word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("table.XLSX", office("xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("drawing.png", b"\x89PNG\r\n\x1a\n....", "image/png"),
        ("photo.jpeg", b"\xff\xd8\xff\xe0....", "image/jpeg"),
        ("photo.heic", b"\0\0\0\x18ftypheic....", "image/heic"),
        ("call.m4a", b"\0\0\0\x18ftypM4A ....", "audio/mp4"),
        ("interview.mp4", b"\0\0\0\x18ftypisom....", "video/mp4"),
        ("call.mp3", b"ID3\x04....", "audio/mpeg"),
        ("call.wav", b"RIFF....WAVEfmt ", "audio/wav"),
        ("letter.eml", b"From: a@example.org\nSubject: x\n\nHello", "message/rfc822"),
        ("words.txt", "Zoë said: “no”".encode(), "text/plain"),
        ("words.txt", "Zoë said no".encode("cp1252"), "text/plain"),
    ],
)
def test_what_may_be_kept(name, data, mime):
    assert examine(name, data).type.mime == mime


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("report.pdf", b"MZ\x90\x00This program", "“report.pdf” is not what its name says: it is a program."),
        ("report.pdf", office("word/document.xml"), "it is a Word document."),
        ("report.docx", office("word/document.xml", "word/vbaProject.bin"), "it is a document with macros."),
        ("photo.png", b"<script>alert(1)</script>", "it is a web page."),
        ("page.html", b"<!doctype html><p>", "is not of a type that can be kept"),
        ("data.bin", b"\0\1\2", "is not of a type that can be kept"),
        ("setup.txt", b"MZ plain words", "it is a program."),
        ("nothing.pdf", b"", "is empty"),
        ("large.pdf", PDF + bytes(LARGEST), "is larger than 20 MB"),
    ],
)
def test_what_may_not(name, data, words):
    with pytest.raises(NotTaken) as refused:
        examine(name, data)
    assert words in str(refused.value)


def test_a_name_has_no_folders_and_is_not_too_long():
    assert clean_name("..\\..\\etc/passwd\n.pdf") == "passwd.pdf"
    assert clean_name("x" * 300 + ".pdf") == "x" * 196 + ".pdf"


@pytest.fixture
def entry(worker, family, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    lines = {str(child.pk): {"seen": "alone", "purpose": "need"} for child in family}
    return make_entry(by=worker, kind="visit", persons=family, body={"shared": {"visited": "2025-03-03"}, "lines": lines})


def test_a_file_is_kept_by_its_content_and_handed_out_safely(client, worker, entry):
    client.force_login(worker)
    client.post(f"/entry/{entry.pk}/attach/", {"files": [SimpleUploadedFile("Ash's plan.pdf", PDF)]})
    kept = Attachment.objects.get()
    assert kept.sha256 == hashlib.sha256(PDF).hexdigest()
    assert path_of(kept.sha256).read_bytes() == PDF
    answer = client.get(f"/entry/{entry.pk}/attachment/{kept.pk}/")
    assert answer.content == PDF
    assert answer.headers["Content-Disposition"] == 'attachment; filename="Ash\'s plan.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert AuditRow.objects.filter(deed="attachment.read", thing_id=str(kept.pk)).count() == 3


def test_a_program_named_as_a_document_is_refused_in_words(client, worker, entry):
    client.force_login(worker)
    answer = client.post(f"/entry/{entry.pk}/attach/", {"files": [SimpleUploadedFile("plan.pdf", b"MZ\x90")]})
    assert "is not what its name says: it is a program." in answer.content.decode()
    assert not Attachment.objects.exists()


def test_whoever_does_not_see_the_whole_entry_sees_no_file_and_no_name(client, worker, family, entry):
    client.force_login(worker)
    client.post(f"/entry/{entry.pk}/attach/", {"files": [SimpleUploadedFile("Ash and others.pdf", PDF)]})
    kept = Attachment.objects.get()
    Block.objects.create(person=family[0], worker=worker, reason="A cousin", given_by=worker, given_at=timezone.now())
    assert client.get(f"/entry/{entry.pk}/attachment/{kept.pk}/").status_code == 404
    shown = client.get(f"/entry/{entry.pk}/").content.decode()
    assert "Birch" in shown
    assert "Ash" not in shown
