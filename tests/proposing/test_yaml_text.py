"""Texts of strangers as pieces of a file."""

from __future__ import annotations

import pytest

from seurantalo.proposing.yaml_text import clean_text, one_line, prose_lines, scalar


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Kevätjuhla 2027", "Kevätjuhla 2027"),
        ("Pöytä: avaus", '"Pöytä: avaus"'),
        ("klo 12:30", "klo 12:30"),
        ("no", '"no"'),
        ('Sano "hei" # nyt', '"Sano \\"hei\\" # nyt"'),
        ("[[käytäntö:x]]", '"[[käytäntö:x]]"'),
        ("rivi\nkaksi", "rivi kaksi"),
        ("x", "x"),
        ("", ""),
        ("Kahvia, pullaa", "Kahvia, pullaa"),
        ("ж", '"ж"'),
        ("https://example.org/#a", "https://example.org/#a"),
    ],
)
def test_words_that_could_be_misread_stand_between_quotation_marks(words: str, written: str) -> None:
    """What YAML or another program would take for something else; all that lies outside our letters."""
    assert scalar(words) == written


def test_a_list_keeps_its_items_apart() -> None:
    """A comma inside an item is a part of it."""
    assert scalar("Kahvia, pullaa", inside_list=True) == '"Kahvia, pullaa"'
    assert scalar("https://example.org/a,b", inside_list=True) == '"https://example.org/a,b"'


def test_what_the_eye_does_not_see_is_left_out() -> None:
    """Signs that turn directions, control signs, halves of signs; line ends of every system are ours."""
    assert clean_text("a\u202eb\u0000c\ud800\ufeff\r\nd\re\u2028f") == "abc\nd\ne\nf"
    assert one_line("\u00a0a\u3000 b\n") == "a b"
    assert prose_lines("\n \u00a0a  \n\t\n  b \t\n\n") == ["a  ", "", "  b"]
    assert prose_lines("a\n\tb") == ["a", "    b"]
    assert prose_lines(" \n\u00a0") == []
