"""Calls to GitHub by its own program ``gh``, which knows the token of the run. What is written goes as data."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from shutil import which
from typing import Any, Final

from seurantalo.cli.usage_error import UsageError

#: Seconds for one call.
TIME_LIMIT: Final = 60.0
_REPOSITORY: Final = re.compile(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+\Z")


def repository() -> str:
    """Return ``owner/name`` of the repository that a run is in; raise UsageError outside of one."""
    name = os.environ.get("GITHUB_REPOSITORY", "")
    if not _REPOSITORY.match(name):
        raise UsageError("{name} is not set: the command runs in a workflow.", name="GITHUB_REPOSITORY")
    return name


def server() -> str:
    """Return the address of the forge."""
    return os.environ.get("GITHUB_SERVER_URL", "https://github.com").rstrip("/")


def call(path: str, method: str = "GET", given: Mapping[str, object] | None = None) -> Any:  # noqa: ANN401 (JSON)
    """Return what the forge answers; raise UsageError where it refuses or is not there."""
    pages = list(_answers(path, method, given))
    return pages[0] if pages else None


def call_all(path: str) -> Iterator[Any]:
    """Yield the items of a list that comes in pages."""
    for page in _answers(path, "GET", None, "--paginate"):
        yield from page if isinstance(page, list) else ()


def _answers(path: str, method: str, given: Mapping[str, object] | None, *more: str) -> Iterator[Any]:
    program = which("gh")
    if program is None:
        raise UsageError("{program} is not installed.", program="gh")
    words = [program, "api", "--method", method, path, *more]
    if given is not None:
        words += ["--input", "-"]
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program; numbers and names that have been looked at)
            words,
            input=json.dumps(given) if given is not None else "",
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
            timeout=TIME_LIMIT,
        )
    except subprocess.CalledProcessError as error:
        raise UsageError("The forge refuses: {why}", why=(error.stderr or "").strip()[:300]) from error
    except (OSError, subprocess.SubprocessError) as error:
        raise UsageError("The forge does not answer.") from error
    yield from _values(done.stdout)


def _values(text: str) -> Iterator[Any]:
    """Yield the values of JSON that stand one after another: ``gh`` joins pages so."""
    decoder, at = json.JSONDecoder(), 0
    text = text.strip()
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except ValueError as error:
            raise UsageError("The forge does not answer.") from error
        yield value
        while at < len(text) and text[at].isspace():
            at += 1
