"""The program as it is installed here: for a region's repository, which installs the same."""

from __future__ import annotations

import json
import re
from importlib.metadata import Distribution, distribution
from importlib.resources import files
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import seurantalo
from seurantalo import __version__
from seurantalo.cli.usage_error import UsageError
from seurantalo.founding.program import Program

_PACKAGE: Final = "seurantalo"
#: What a wheel has beside the code (see ``scripts/hatch_build.py``): its lock, and the commit that it was built from.
_LOCK: Final = "requirements.lock"
_COMMIT: Final = "commit.txt"
_CHANGELOG: Final = "CHANGELOG.md"
_NAMED: Final = re.compile(r"(https://\S+/[^/\s#]+\.whl)#sha256=([0-9a-f]{64})")


def own_program(named: str = "") -> Program:
    """Return this program, as another machine can install it; ``named`` is its wheel, ``ADDRESS#sha256=DIGEST``.

    Without that, what pip wrote down when it installed the program counts (PEP 610): a wheel from an address is
    installed from there again, one from a file from where releases are. Raises UsageError.
    """
    found = distribution(_PACKAGE)
    address, sha256 = _named(named) if named else _installed_from(found)
    return Program(
        version=_version(address) or __version__,
        repository=_repository(found),
        lock=_own_file(_LOCK),
        address=address,
        sha256=sha256,
        commit=_beside(_COMMIT).strip(),
    )


def _named(named: str) -> tuple[str, str]:
    parts = _NAMED.fullmatch(named.strip())
    if parts is None:
        right = "https://example.org/seurantalo-1.2.0-py3-none-any.whl#sha256=…"
        raise UsageError(
            "{option}: “{found}” can't be used. Write it so: {right}", option="--program", found=named, right=right
        )
    return parts[1], parts[2]


def _version(address: str) -> str:
    found = re.search(r"/seurantalo-([^-/]+)-[^/]+\.whl$", address)
    return found[1] if found else ""


def _installed_from(found: Distribution) -> tuple[str, str]:
    """Return the address and the digest of the wheel that was installed, ``""`` for what pip did not write down."""
    try:
        told = json.loads(found.read_text("direct_url.json") or "{}")
        url, archive = str(told.get("url", "")), told.get("archive_info", {})
        digests = archive.get("hashes", {}) | dict([archive["hash"].split("=", 1)] if "hash" in archive else [])
    except (AttributeError, TypeError, ValueError):
        return "", ""
    sha256 = str(digests.get("sha256", ""))
    if not url.endswith(".whl") or not re.fullmatch(r"[0-9a-f]{64}", sha256):
        return "", ""
    return (url if urlsplit(url).scheme == "https" else ""), sha256


def _repository(found: Distribution) -> str:
    """Return the web address of the program's source, as the package's own metadata have it."""
    for line in found.metadata.get_all("Project-URL") or ():
        label, _, address = line.partition(", ")
        if label == "Repository":
            return str(address).rstrip("/")
    raise LookupError("Project-URL: Repository")


def changelog() -> str:
    """Return what the program tells of its versions."""
    return _own_file(_CHANGELOG)


def _beside(name: str) -> str:
    """Return a file that the wheel has in its package; ``""`` in a checkout."""
    file = files("seurantalo.founding").joinpath(name)
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _own_file(name: str) -> str:
    """Return a file of the project, which the wheel has in its package and a checkout at its top."""
    return _beside(name) or Path(seurantalo.__file__).parents[2].joinpath(name).read_text(encoding="utf-8")
