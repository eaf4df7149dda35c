"""Typed wiki links in ordinary Markdown pages."""

from __future__ import annotations

import pytest

from seurantalo.model.community import Community
from seurantalo.model.place import Municipality
from seurantalo.model.record import Origin
from seurantalo.model.text import Text
from seurantalo.publishing.ordinary_page import with_plain_links
from seurantalo.publishing.prose import ProseContext

PLACE = Municipality(
    id="vimpeli", origin=Origin("x"), name=Text.plain("Vimpeli & <b>"), locative=Text.plain("Vimpelissä")
)
CONTEXT = ProseContext(Community([PLACE]), "fi", "../")


@pytest.mark.parametrize(
    ("markdown", "linked"),
    [
        ("[[kunta:vimpeli]]", '<a href="../kunnat/vimpeli/">Vimpeli &amp; &lt;b&gt;</a>'),
        ("Katso [[kommun:vimpeli|tänne]]!", 'Katso <a href="../kunnat/vimpeli/">tänne</a>!'),
        ("[[kunta:vimpeli|<script>]]", '<a href="../kunnat/vimpeli/">&lt;script&gt;</a>'),
        ("`[[kunta:vimpeli]]`", "`[[kunta:vimpeli]]`"),
        ("``a ` [[kunta:vimpeli]]`` b", "``a ` [[kunta:vimpeli]]`` b"),
        ("```\n[[kunta:vimpeli]]\n```\n", "```\n[[kunta:vimpeli]]\n```\n"),
        ("````\n```\n[[kunta:vimpeli]]\n`````\n", "````\n```\n[[kunta:vimpeli]]\n`````\n"),
        ("~~~ yaml\n[[kunta:vimpeli]]\n", "~~~ yaml\n[[kunta:vimpeli]]\n"),
        ("    [[kunta:vimpeli]]\n", "    [[kunta:vimpeli]]\n"),
        ("- a\n    - [[kunta:vimpeli|b]]\n", '- a\n    - <a href="../kunnat/vimpeli/">b</a>\n'),
        ("1. a\n\t2) [[kunta:vimpeli|b]]\n", '1. a\n\t2) <a href="../kunnat/vimpeli/">b</a>\n'),
        ("a ` b [[kunta:vimpeli|c]] `` d", 'a ` b <a href="../kunnat/vimpeli/">c</a> `` d'),
        ("```a``` [[kunta:vimpeli|b]]", '```a``` <a href="../kunnat/vimpeli/">b</a>'),
        ("ei linkkiä [x](y) `koodi`", "ei linkkiä [x](y) `koodi`"),
    ],
)
def test_links_become_html_and_code_stays(markdown: str, linked: str) -> None:
    assert with_plain_links(markdown, CONTEXT) == (linked, ())


@pytest.mark.parametrize(
    "hostile",
    [
        " ".join("`" * number for number in range(1, 700)),
        "\n".join("~" * number for number in range(700, 3, -1)),
        "`" * 200_000,
        "``` x\n" * 40_000,
        "`a``b" * 40_000,
    ],
    ids=["runs of all lengths", "fences of all lengths", "one long run", "open fences", "spans"],
)
def test_code_is_found_in_one_pass_over_hostile_text(hostile: str) -> None:
    """Pairs that are looked for again from every run of backticks would take minutes here."""
    assert with_plain_links(hostile, CONTEXT) == (hostile, ())


def test_links_that_lead_nowhere_are_told_with_their_place() -> None:
    markdown = "`[[kunta:x]]`\n[[kunta:vimpeli]] [[kunta:vimpel]] [[juttu:a]]"
    linked, missing = with_plain_links(markdown, CONTEXT)
    assert missing == (
        (markdown.index("[[kunta:vimpel]]"), "kunta", "vimpel"),
        (markdown.index("[[juttu:a]]"), "juttu", "a"),
    )
    assert linked.endswith("[[kunta:vimpel]] [[juttu:a]]")
