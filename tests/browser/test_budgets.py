"""No kind of page grows heavier than its budget, and what is heavier is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from budgets import Weight, budgets, exceeded, heaviest, weight

if TYPE_CHECKING:
    from pathlib import Path

BUDGETS = budgets()


@pytest.mark.parametrize("kind", BUDGETS)
def test_a_page_keeps_its_budget(site_folder: Path, kind: str) -> None:
    pages, budget = BUDGETS[kind]
    assert exceeded(kind, heaviest(site_folder, pages), budget) == []


def test_what_is_too_heavy_is_told() -> None:
    found = Weight(page="a/", html=9, css=1, js=1, requests=3, elements=7)
    assert exceeded("event", found, {"html": 8, "css": 1, "elements": 7}) == ["event (a/): html 9 > 8"]


def test_a_page_is_weighed_with_what_it_names_itself(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    page = '<link rel="stylesheet" href="../s.css"><script src="../m.js"></script><p>a<br></p>'
    (tmp_path / "a" / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "s.css").write_bytes(b"p{}")
    found = weight(tmp_path, "a/")
    assert (found.requests, found.elements, found.js) == (3, 4, 0)
    assert 0 < found.css < found.html
    assert heaviest(tmp_path, "*/") == found
    with pytest.raises(LookupError, match="no page is built at b/"):
        heaviest(tmp_path, "b/")
