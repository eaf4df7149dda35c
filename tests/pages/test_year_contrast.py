"""The colours of the pictures: words keep 4.5:1, marks 3:1, in light, in dark and on paper."""

from __future__ import annotations

import re

import pytest
from tests.pages.test_contrast import SHEETS, colours, contrast

YEAR = SHEETS["year.css"]
TREE = SHEETS["wellbeing.css"]

TEXT = [
    ("--st-year-band-ink", "--st-year-band"),
    ("--st-year-band-ink", "--st-year-band-even"),
    ("--st-year-break-ink", "--st-year-break"),
    ("--st-year-great-ink", "--st-year-great"),
    ("--st-year-great", "--st-paper"),
    ("--st-paper", "--st-year-bar-2"),
    ("--st-paper", "--st-year-bar-3"),
    ("--st-muted", "--st-paper"),
    ("--st-tree-ink", "--st-tree-leafage"),
    ("--st-tree-soft", "--st-tree-leafage"),
    ("--st-tree-apple-ink", "--st-tree-apple"),
    ("--st-muted", "--st-tree-crown"),
]
MARKS = [
    ("--st-year-bar-2", "--st-wash"),
    ("--st-year-bar-3", "--st-wash"),
    ("--st-year-holiday", "--st-paper"),
    ("--st-year-break-edge", "--st-paper"),
    ("--st-year-bead", "--st-wash"),
    ("--st-tree-wood", "--st-tree-crown"),
    ("--st-tree-bare", "--st-tree-crown"),
    ("--st-tree-leaf", "--st-tree-leafage"),
    ("--st-tree-apple", "--st-tree-crown"),
]


def palette(scheme: str) -> dict[str, str]:
    found = PAPER if scheme == "paper" else colours(scheme)
    for css in (YEAR, TREE):
        start = css.index("@media print {") if scheme == "paper" else 0
        found = found | rule(css, "[data-md-color-scheme]", start)
        if scheme == "slate":
            found = found | rule(css, '[data-md-color-scheme="slate"]', 0)
    return found


#: What seurantalo.css makes of the page's own colours on paper.
PAPER = {"--st-paper": "#ffffff", "--st-muted": "#333333", "--st-wash": "#f6f8f7"}


def rule(css: str, selector: str, start: int) -> dict[str, str]:
    begin = css.index(f"{selector} {{", start)
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{3,6});", css[begin : css.index("}", begin)]))


@pytest.mark.parametrize("scheme", ["default", "slate", "paper"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_words_can_be_read(scheme: str, ink: str, ground: str) -> None:
    found = palette(scheme)
    assert contrast(found[ink], found[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["default", "slate", "paper"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_can_be_seen(scheme: str, mark: str, ground: str) -> None:
    found = palette(scheme)
    assert contrast(found[mark], found[ground]) >= 3
