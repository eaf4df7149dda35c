"""The channels of a new site: what stands there, and the example in its comment, is read without a word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from seurantalo.founding.templates import rendered
from seurantalo.language import LANGUAGES, language
from seurantalo.model.channel import Before, Channel, InWeek
from seurantalo.model.settings import Settings
from seurantalo.reading import read_community


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_channels_of_a_new_site_are_read_without_a_word(code: str, tmp_path: Path) -> None:
    text = rendered(language(code), "records/channels.yml", {"ids": ["vimpeli"]})
    example = [line.removeprefix("# ") for line in text.split("\n") if line.startswith(("#   ", "# lo", "# pai"))]
    file = tmp_path / "content" / "vocabulary" / "channels.yml"
    file.parent.mkdir(parents=True)
    (tmp_path / "content" / "municipalities").mkdir()
    (tmp_path / "content" / "municipalities" / "vimpeli.md").write_text(
        "---\nnimi: Vimpeli\nmissä: Vimpelissä\n---\n", encoding="utf-8"
    )
    file.write_text(text + "\n" + "\n".join(example) + "\n", encoding="utf-8")
    reading = read_community(tmp_path, tmp_path / "content", Settings(), date(2027, 1, 4))
    assert reading.problems == ()
    board, _, paper = [one for one in reading.records if isinstance(one, Channel)]
    assert board.deadline is not None
    assert isinstance(board.deadline.day, Before)
    assert paper.appears == (2,)
    assert paper.deadline is not None
    assert paper.deadline.day == InWeek(4, 1)
