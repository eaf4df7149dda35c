"""What a region's repository installs."""

from __future__ import annotations

import re
from pathlib import Path

from seurantalo.founding.program import Program, pinned_needs

LOCK = (Path(__file__).resolve().parents[2] / "requirements.lock").read_text(encoding="utf-8")


def names(text: str) -> set[str]:
    return set(re.findall(r"(?m)^([A-Za-z0-9._-]+)==", text))


def test_a_site_installs_what_the_program_needs_and_not_what_builds_it() -> None:
    needs = pinned_needs(LOCK)
    assert names(LOCK) - names(needs) == {"hatchling", "pluggy", "tomlkit", "trove-classifiers"}
    assert {"mkdocs", "mkdocs-material", "packaging", "pathspec", "urllib3"} <= names(needs)


def test_every_pin_keeps_its_hashes_and_nothing_else() -> None:
    lines = pinned_needs(LOCK).splitlines()
    assert all(
        re.fullmatch(r"\S+==\S+(?: ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}(?: \\)?", line) for line in lines
    )
    pins = "\n".join(lines).split("==")[1:]
    assert all("--hash=" in pin for pin in pins)


def test_a_program_that_does_not_know_its_commit_is_called_by_its_tag() -> None:
    program = Program(version="1.2.0", repository="https://github.com/example/seurantalo", lock="")
    assert program.revision == "v1.2.0"
    assert program.wheel.endswith("/releases/download/v1.2.0/seurantalo-1.2.0-py3-none-any.whl")
    assert program.slug == "example/seurantalo"
    assert Program(version="1.2.0", repository="", lock="", commit="0" * 40).revision == "0" * 40
