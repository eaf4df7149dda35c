"""Whole weeks in odd conditions: events and ledgers in, every text out, as each receiver gets it.

A new week is a file in ``weeks/``: files beside those of ``week/``, changes of these, and the issues that tell of it.
``pytest --update-golden`` writes what came out beside it; read it aloud.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.announcing.reading_week import SETTINGS, SITE_URL, WEEK

from seurantalo.announcing import Announcing, Issue, issue_by_id
from seurantalo.announcing.facts import Means
from seurantalo.announcing.texts import issue_text
from seurantalo.language import Language, language
from seurantalo.model import Community
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import find_clashes
from seurantalo.publishing.plain_words import words_by_lines
from seurantalo.publishing.prose import ProseContext, render_prose
from seurantalo.reading import read_community

WEEKS = Path(__file__).parent / "weeks"


def read_case(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def announcing_of(case: dict[str, Any], root: Path) -> Announcing:
    """Return the plan of a case, whose files are written into a folder."""
    shutil.copytree(WEEK, root, ignore=shutil.ignore_patterns("golden"), dirs_exist_ok=True)
    for path, changes in case.get("change", {}).items():
        text = (root / path).read_text(encoding="utf-8")
        for old, new in changes.items():
            assert old in text, (path, old)
            text = text.replace(old, new)
        (root / path).write_text(text, encoding="utf-8")
    for path in case.get("without", ()):
        (root / path).unlink()
    for path, text in case.get("files", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    today = case["today"]
    reading = read_community(root, root / "content", SETTINGS, today)
    community = reading.community
    assert community is not None, [problem for problem in reading.problems if problem.severity == "error"]
    calendar = make_calendar(community, SETTINGS, today)
    clashes = find_clashes(community, calendar, SETTINGS)
    return Announcing(
        community, calendar, clashes, SETTINGS, today, means=Means(site_url=SITE_URL, plain=as_on_pages(community))
    )


def as_on_pages(community: Community) -> Any:
    def plain(words: str, code: str) -> str:
        return words_by_lines(str(render_prose(words, ProseContext(community, code))))

    return plain


def issues(announcing: Announcing, channel: str, told: str | date) -> Iterator[Issue]:
    """Yield an issue by its id, or those of single dates between two days."""
    one = announcing.community.channels[channel]
    if " – " not in str(told):
        issue = issue_by_id(one, str(told))
        assert issue is not None
        yield issue
        return
    first, last = map(date.fromisoformat, str(told).split(" – "))
    yield from (entry.issue for entry in announcing.between(channel, first, last))


def told(announcing: Announcing, case: dict[str, Any], lang: Language) -> Iterator[str]:
    for channel, wanted in case["tells"].items():
        for issue in issues(announcing, channel, wanted):
            found = issue_text(announcing, issue, lang)
            yield f"== {channel} {issue.id}: {found.subject}"
            yield found.text
            lengths = [f"{one.length}{f' (+{one.over})' if one.over else ''}" for _, one in found.entries]
            yield f"-- {', '.join(lengths)}"
            yield from (f"-- {one.occurrence.event.id}: {why}" for one, why in found.left_out)
            yield from (f"?? {one}" for one in found.questions)
            assert [one.lost for _, one in found.entries if one.lost] == []
            assert not re.search(r"  |\.\.(?!\.)|\( |\[\]|\(\)| [,.](?= |$)", found.text), found.text


CASES = [(path, code) for path in sorted(WEEKS.glob("*.yml")) for code in read_case(path).get("languages", ["fi"])]


@pytest.mark.parametrize(("path", "code"), CASES, ids=[f"{path.stem}-{code}" for path, code in CASES])
def test_a_week_in_every_channel(path: Path, code: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    case = read_case(path)
    text = "\n".join(told(announcing_of(case, tmp_path), case, language(code))) + "\n"
    golden = path.with_name(f"{path.stem}.{code}.txt")
    if request.config.getoption("--update-golden"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
