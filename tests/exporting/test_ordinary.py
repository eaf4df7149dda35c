"""Ordinary pages in an exported project, and the words of the front page."""

from __future__ import annotations

import pytest

from seurantalo.exporting import introduction, ordinary_page

LINKS = (('<link rel="stylesheet" href="{}">', "assets/seurantalo/a.css"),)


def test_front_matter_stays_and_our_styles_come_last() -> None:
    text = "---\ntitle: Meistä\n---\n# Tietoa\n\nHei.\n"
    assert ordinary_page(text, "ohjeet/", "content/ohjeet/tietoa.md", LINKS) == (
        "---\ntitle: Meistä\nsource: content/ohjeet/tietoa.md\n---\n\n# Tietoa\n\nHei.\n\n"
        '<div>\n<link rel="stylesheet" href="../assets/seurantalo/a.css">\n</div>\n'
    )


def test_a_rule_in_the_text_is_no_front_matter() -> None:
    assert ordinary_page("# A\n\n---\n\nb\n", "a/", "content/a.md", ()).count("---") == 3
    assert ordinary_page("---\n---\n# A\n", "a/", "content/a.md", ()) == "---\nsource: content/a.md\n---\n\n# A\n"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("ohjeet/uusi.md", "ohjeet/uusi/"),
        ("ohjeet/uusi.md#alku", "ohjeet/uusi/#alku"),
        ("ohjeet/index.md", "ohjeet/"),
        ("index.md", "./"),
        ("kalenteri/", "kalenteri/"),
        ("https://a.example/b.md", "https://a.example/b.md"),
        ("/b.md", "/b.md"),
    ],
)
def test_links_of_the_introduction_lead_to_pages(written: str, address: str) -> None:
    assert introduction(f"# Talo\n\n[x]({written})", {}) == f'<p><a href="{address}">x</a></p>'
