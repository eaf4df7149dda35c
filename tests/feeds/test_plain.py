from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publishing.test_prose import HERE

from seurantalo.publishing.feeds.plain import plain


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("Vain tekstiä.", "Vain tekstiä."),
        ("rivi\nrivi\n\nkappale", "rivi rivi\n\nkappale"),
        ("rivi  \nrivi\\\nrivi", "rivi\nrivi\nrivi"),
        ("kappale\\\n\nkappale", "kappale\\\n\nkappale"),
        ("kappale\n\n kappale \n\nkappale", "kappale\n\nkappale\n\nkappale"),
        ("kappale\n\n\n\nkappale", "kappale\n\nkappale"),
        ("# Otsikko\nteksti", "Otsikko\n\nteksti"),
        ("teksti\n## Otsikko ##\n\n\nteksti", "teksti\n\nOtsikko\n\nteksti"),
        ("- yksi\n* kaksi\n  jatkuu\n+ kolme", "- yksi\n- kaksi jatkuu\n- kolme"),
        ("1. yksi\n2) kaksi", "1. yksi\n2. kaksi"),
        ("a **b** *c* __d__ _e_ `f` ***g***", "a b c d e f g"),
        ("snake_case_name 5 * 6", "snake_case_name 5 * 6"),
        ("[teksti](https://example.org/a_b_c)", "teksti (https://example.org/a_b_c)"),
        ("[teksti](https://example.org 'title')", "teksti (https://example.org)"),
        ("[https://example.org](https://example.org)", "https://example.org"),
        ("[x](javascript:alert) [y](../sivu/)", "x y"),
        ("[posti](mailto:info@example.org)", "posti (info@example.org)"),
        ("<https://example.org/?a=1&b=2> <mailto:info@example.org>", "https://example.org/?a=1&b=2 info@example.org"),
        ("![kuva kylästä](kuva.jpg) teksti", "kuva kylästä teksti"),
        ("[[käytäntö:elpo]] ja [[practice:x|nimi]]", "ELPO <työryhmä> ja nimi"),
        ("<b>lihava</b> 1 < 2 > 0 <script>alert(1)</script><!-- huomio -->x", "lihava 1 < 2 > 0 alert(1) x"),
        ("&auml; &amp;amp; \\*ei korostus\\*", "ä &amp; *ei korostus*"),
        ("> lainaus\n> jatkuu", "lainaus jatkuu"),
        ("ennen\n\n---\n\njälkeen", "ennen\n\njälkeen"),
        ("Otsikko\n=====\nteksti", "Otsikko\n\nteksti"),
        (
            "Aika:\n\n| klo | mitä |\n|:--|---|\n| 12 | **ruoka** |\n| 13 | |\n\nTule!",
            "Aika:\n\nklo – mitä\n12 – ruoka\n13\n\nTule!",
        ),
        ("klo | mitä\n--- | ---\n12 | ruoka\nsitten koti", "klo – mitä\n12 – ruoka\nsitten koti"),
        ("auki | kiinni\nja niin edelleen", "auki | kiinni ja niin edelleen"),
        ("```\nkoodi\n```", "koodi"),
        ("&#7;&#1;a&#8238;b", "ab"),
    ],
)
def test_markup_becomes_words(markdown: str, words: str) -> None:
    assert plain(markdown, 1_000, HERE) == words


def test_long_texts_are_cut_at_a_word() -> None:
    assert plain("yksi kaksi kolme", 12) == "yksi kaksi…"
    assert plain("yksi\n\nkaksi **kolme** neljä", 18) == "yksi\n\nkaksi kolme…"


@given(st.text(alphabet="*_`[]()<>!&#\\|-=~ \n\tab1.:/ä\x00", max_size=400), st.integers(20, 200))
def test_any_text_is_cleaned_and_kept_short(markdown: str, limit: int) -> None:
    words = plain(markdown, limit)
    assert len(words) <= limit
    assert "\x00" not in words
    assert words == words.strip()


@pytest.mark.parametrize("piece", ["[", "![", "*a ", "_", "<a ", "[[a:", "&", "`", "[a](", "<!--", "<script>", "> "])
def test_no_text_takes_long(piece: str) -> None:
    started = time.process_time()
    plain(piece * (50_000 // len(piece)), 2_000)
    assert time.process_time() - started < 2
