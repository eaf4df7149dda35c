"""The guide to channels of a new site: every deadline in it is read as it stands, and its list of issues too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.founding.conftest import COMMANDS, founded
from tests.reading.test_problems import TODAY

from seurantalo.model.settings import Settings
from seurantalo.reading import read_community
from seurantalo.reading.channels.deadline import read_deadline

RULES = 6


@pytest.mark.parametrize("lang", sorted(COMMANDS))
def test_each_deadline_and_the_list_of_issues_is_read(tmp_path: Path, lang: str) -> None:
    site = founded(tmp_path / "site", *COMMANDS[lang])
    guide = (site / "content/ohjeet/kanavat.md").read_text(encoding="utf-8")
    rules = re.findall(r"(?m)^\| `([^`:]+)` \|", guide)
    assert len(rules) == RULES
    for rule in rules:
        found = read_deadline(rule)
        assert (found.language, found.is_guess) == (lang, False), rule
    paper = re.findall(r"(?ms)^```yaml\n(.*?)^```$", guide)[0]
    issues = re.findall(r"(?ms)^```text\n(.*?)^```$", guide)[0]
    file = site / "content/vocabulary/channels.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{paper}{issues}", encoding="utf-8")
    reading = read_community(site, site / "content", Settings(language=lang), TODAY)
    assert [one for one in reading.problems if one.path.endswith("channels.yml")] == []
    assert reading.community is not None
    (name,) = re.findall(r"(?m)^(\S+):$", paper)[:1]
    assert len(reading.community.channels[name].issues) == 2
