"""What bulk pages give to the search: short, harmless, and only to an index that can take it."""

from __future__ import annotations

import json

import pytest
from tests.mkdocs_plugin.conftest import event

from seurantalo.mkdocs_plugin.search import TEXT_LENGTH, entry, extended, without_search_attributes


def test_an_entry_holds_words_and_no_markup() -> None:
    body = (
        '<h1 id="a">Otsikko</h1><style>x{}</style><nav>valikko</nav><p>Kello&nbsp;18 &lt;b&gt; '
        '<svg><path d="M0"/></svg>laulua</p><div data-search-exclude="x"><p>piilo</p></div><p>lopuksi</p>'
    )
    assert entry(event(1, title="A & <b>", description="Kuvaus", body=body)) == {
        "location": "tapahtumat/tapahtuma-1/",
        "title": "A &amp; &lt;b&gt;",
        "text": "Kuvaus Kello 18 &lt;b&gt; laulua lopuksi",
    }


def test_an_entry_neither_glues_nor_cuts_words() -> None:
    body = "<p><strong>Kesä</strong>juhla<br>rannalla</p><ul><li>eväät</li><li>juoma</li></ul><td>a</td><td>b</td>"
    assert entry(event(1, description="", body=body))["text"] == "Kesäjuhla rannalla eväät juoma a b"


def test_a_long_text_ends_at_a_word() -> None:
    text = entry(event(1, body="<h1>a</h1><p>" + "sana " * 5000))["text"]
    assert text.endswith("sana …")
    assert len(text) <= TEXT_LENGTH + 2


def test_what_the_end_cuts_off_leaves_no_markup() -> None:
    for element in ("<style>x{}", '<a class="'):
        body = "<h1>a</h1>" + "<i></i>" * 570 + element + "q" * 5000
        assert entry(event(1, description="", body=body))["text"] == ""


def test_an_index_is_extended_in_order_and_rid_of_pages() -> None:
    index = {"config": {"lang": ["fi"]}, "docs": [{"location": "a/"}, {"location": "b/#c"}, {"location": "c/"}]}
    made = extended(json.dumps(index).encode(), [{"location": "d/", "title": "ä", "text": ""}], {"b/"})
    assert made is not None
    parsed = json.loads(made)
    assert [doc["location"] for doc in parsed["docs"]] == ["a/", "c/", "d/"]
    assert parsed["config"] == {"lang": ["fi"]}


@pytest.mark.parametrize("index", [b"", b"\xff", b"[]", b"{}", b'{"docs": 1}', b'{"docs": [], "index": {}}'])
def test_what_is_no_such_index_is_left_alone(index: bytes) -> None:
    assert extended(index, []) is None


def test_attributes_for_the_search_are_taken_out_as_material_does() -> None:
    body = '<p data-search-exclude="x" class="a">a</p><p\n data-search-boost="2">'
    assert without_search_attributes(body) == '<p class="a">a</p><p\n>'
    assert without_search_attributes("<p>a</p>") == "<p>a</p>"
