"""A machine that fails a build: a sentence says what to do, and the old site stays."""

from __future__ import annotations

import errno
import os
import signal

import pytest
from mkdocs import utils
from mkdocs.exceptions import Abort
from tests.mkdocs_plugin.conftest import SiteFolder, event, publication

from seurantalo import processes
from seurantalo.language.catalogue import language
from seurantalo.mkdocs_plugin import failures
from seurantalo.project import TODAY_VARIABLE
from seurantalo.publishing.publication import BulkFiles, File


def killed() -> list[File]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


@pytest.mark.skipif(processes.available() < 2, reason="work stays in one process here")
def test_a_killed_worker_ends_the_build_with_a_sentence(
    folder: SiteFolder, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Another test may have set a sheet here, after which builds stay in this one process, and that is killed.
    monkeypatch.setattr(processes, "_AT_START", 1_000)
    folder.project.publication = publication(
        event(2), bulk_files=(BulkFiles(kind="feeds", folders=("feeds",), make=killed),)
    )
    with pytest.raises(Abort):
        folder.build()
    assert "Järjestelmä lopetti sivuston teon kesken kahdesti" in caplog.text
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("given", ["huomenna", "9999-12-31"])
def test_a_day_of_the_environment_that_is_none_is_said(
    folder: SiteFolder, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv(TODAY_VARIABLE, given)
    folder.settings["today"] = ""
    with pytest.raises(Abort):
        folder.build()
    assert f"”{given}” ei käy tähän päiväksi. Kirjoita näin: 2027-05-01." in caplog.text


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "The disk is full. "),
        (errno.EROFS, "The build may not read or write here: site/a. "),
        (errno.EACCES, "The build may not read or write here: site/a. "),
        (errno.EIO, "The build could not go on because of a file: site/a (Input/output error). "),
    ],
)
def test_the_disk_is_spoken_of_in_plain_words(code: int, said: str) -> None:
    told = failures.sentence(OSError(code, os.strerror(code), "site/a"), language("en"))
    assert told.startswith(said)
    assert "The addresses of the site still show what they showed." in told


def test_of_a_copy_the_place_is_told_where_it_could_not_be_written() -> None:
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "theme/a.css", None, "site/a.css")
    assert failures.sentence(error, language("en")).endswith("build again: site/a.css")


def test_a_mistake_of_the_program_is_no_failure_of_the_machine() -> None:
    assert failures.sentence(KeyError("x"), language("en")) == ""


def test_a_page_that_is_nested_too_deep_is_spoken_of(folder: SiteFolder, caplog: pytest.LogCaptureFixture) -> None:
    folder.write("content/tahtia.md", f"{'*' * 5_000}a{'*' * 5_000}")
    with pytest.raises(Abort, match=r"^Sivun tekstissä on liian monta luetteloa, lainausta tai merkkiä sisäkkäin"):
        folder.build()
    assert "tahtia.md" in caplog.text


def test_what_the_host_can_not_write_is_told_in_a_sentence(
    folder: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(content: bytes, output_path: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), output_path)

    monkeypatch.setattr(utils, "write_file", full)
    with pytest.raises(Abort, match=r"^Levy on täynnä\. .*404\.html$"):
        folder.build()
