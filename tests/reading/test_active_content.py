"""What a browser runs is found however it is written."""

from __future__ import annotations

import pytest

from seurantalo.reading.pages.active_content import active_in_drawing, active_parts


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('<a href="java\tscript:a()">x</a>', [(0, "javascript:")]),
        ('teksti <a href="java\nscript:a()">x</a>', [(7, "javascript:")]),
        ('<a href="j&#97;vascript&colon;a()">x</a>', [(0, "javascript:")]),
        ("[a][x]\n\n[x]: JavaScript:a()", [(13, "javascript:")]),
        ("![a](x.png){ onerror=a() }", [(13, "onerror")]),
        ('a\n{: onclick="a()" }', [(5, "onclick")]),
        ("{:onclick=a()}", [(2, "onclick")]),
        ("<img src=x OnError\n=a()>", [(11, "onerror")]),
        ("<x:script>", [(0, "<script>")]),
    ],
)
def test_what_is_active_is_found(written: str, told: list[tuple[int, str]]) -> None:
    assert list(active_parts(written)) == told


@pytest.mark.parametrize(
    "written",
    [
        "Kirjoita: javascript on kieli.",
        "{: .onnea }",
        "{ #onni = 3 }",
        "Hinta <5 € ja one = 1",
        "`<script>`",
        "<p\ntitle='a: b'>",
    ],
)
def test_what_only_looks_so_is_left_alone(written: str) -> None:
    assert list(active_parts(written)) == []


@pytest.mark.parametrize(
    ("drawing", "told"),
    [
        ('<!DOCTYPE svg [<!ENTITY x "&#60;script>">]><svg>&x;</svg>', "<!entity>"),
        ('<?xml-stylesheet href="a.xsl"?><a/>', "<?xml-stylesheet>"),
        ('<h:script xmlns:h="http://www.w3.org/1999/xhtml">a()</h:script>', "<script>"),
        ("<svg><title>Talo</title><rect/></svg>", ""),
    ],
)
def test_a_drawing_tells_what_it_hides(drawing: str, told: str) -> None:
    assert active_in_drawing(drawing) == told
