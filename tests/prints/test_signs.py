"""Signs: all that are let through can be printed, and what can't be leaves no hole."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import replace

import pytest
from tests.prints.week_posters import poster, words_of

from seurantalo.publishing.prints import Format, sheet
from seurantalo.publishing.prints.signs import breakable, printable, unprintable


def test_every_sign_that_is_let_through_is_in_the_fonts() -> None:
    """A reader that is promised accessible text (PDF/UA) refuses a sheet with an empty box in it."""
    known = [sign for sign in map(chr, range(0x21, sys.maxunicode)) if printable(sign) == sign]
    assert len(known) > 1_500
    for start in range(0, len(known), 400):
        some = "a".join(known[start : start + 400])
        made = sheet(replace(poster("kraaterin-polkujuoksu"), facts=((some, ""),)), Format.PDF)
        assert b"<pdfuaid:part>1<" in made


def test_the_letters_of_the_region_are_printed() -> None:
    words = "ÅÄÖåäö ÉéŠšŽž ÁáČčĐđŊŋŦŧ Üü Øø Õõ – — € £ ½ ° × ” › ’ … ы Ж λ"
    assert printable(words) == words
    assert words in words_of(sheet(replace(poster("kraaterin-polkujuoksu"), sentences=(words,)), Format.PDF))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Kesäkirppis 🎉 – tule!", "Kesäkirppis – tule!"),
        ("🎉🎊", ""),
        ("ve\u00adne\u200b ja\u202ensoutu", "vene jansoutu"),
        ("❤️ Ystävät", "Ystävät"),
        ("a\u00a0b", "a\u00a0b"),
        ("Ja\u0308rvi", "Järvi"),
        ("perhe 👨‍👩‍👧‍👦 päivä", "perhe päivä"),
    ],
)
def test_what_has_no_sign_falls_away(written: str, printed: str) -> None:
    assert printable(written) == printed


def test_letters_that_fall_away_are_named() -> None:
    assert unprintable("Kesä 🎉 春祭り 春") == "春祭り"
    assert unprintable("Kevätkonsertti") == ""


def test_words_of_a_language_are_left_to_its_syllables() -> None:
    longest = "lentokonesuihkuturbiinimoottoriapumekaanikko"
    assert breakable(longest) == longest
    assert unicodedata.normalize("NFC", breakable("x" * 61)).count("\u200b") == 6
