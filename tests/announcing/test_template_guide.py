"""The guide to a site's own templates says what is true: its example is read, and every blank is in it."""

from __future__ import annotations

import re
from pathlib import Path

from seurantalo.announcing.texts.blanks import OF_CHANGE, OF_EVENT, OF_ISSUE
from seurantalo.announcing.texts.template import SECTION_NAMES, Section
from seurantalo.announcing.texts.template_reader import read_template

GUIDE = (Path(__file__).parents[2] / "content" / "ohjeet" / "kanavan-teksti.md").read_text(encoding="utf-8")


def test_the_example_is_a_template() -> None:
    (example,) = re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL)
    template, faults = read_template(example)
    assert faults == ()
    assert set(template.sections) == {Section.START, Section.GROUP, Section.EVENT, Section.END}


def test_every_blank_and_every_section_is_told() -> None:
    told = set(re.findall(r"`\{([^}`]+)\}`", GUIDE))
    blanks = {blank.names[0] for group in (OF_EVENT, OF_CHANGE, OF_ISSUE) for blank in group}
    assert told == blanks | {"KUNTA", "Hinta"}
    assert all(f"`{names[0]}`" in GUIDE for section, names in SECTION_NAMES.items() if section is not Section.SUBJECT)
