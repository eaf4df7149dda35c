"""A channel gets its text in the languages that it names, and who sends it is asked in the site's own."""

from __future__ import annotations

from dataclasses import replace

from tests.announcing.telling import channel, issue_of, week

from seurantalo.announcing.texts import text_to_paste
from seurantalo.language import language

FINNISH, SWEDISH = language("fi"), language("sv")


def test_a_swedish_channel_of_a_finnish_site_gets_swedish() -> None:
    found = text_to_paste(week(), issue_of(channel("paikallislehti", languages=("sv",))), FINNISH)
    assert "Måndag 24.5\n" in found.text
    assert "Lauantai" not in found.text


def test_a_channel_of_two_languages_gets_one_below_the_other() -> None:
    both = text_to_paste(week(), issue_of(channel("paikallislehti", languages=("fi", "sv"))), FINNISH)
    finnish, swedish = (
        text_to_paste(week(), issue_of(channel("paikallislehti", languages=(code,))), FINNISH)
        for code in ("fi", "sv")
    )
    assert both.text == f"{finnish.text}\n\n{swedish.text}"
    assert finnish.html in both.html
    assert swedish.html in both.html
    assert [entry.key for entry, _ in both.entries] == [entry.key for entry, _ in finnish.entries]
    assert all(
        whole.over == max(one.over, two.over)
        for (_, whole), (_, one), (_, two) in zip(both.entries, finnish.entries, swedish.entries, strict=True)
    )


def test_a_channel_that_names_no_language_gets_that_of_who_asks() -> None:
    issue = issue_of(channel("paikallislehti"))
    assert text_to_paste(week(), issue, SWEDISH).text.startswith("Måndag 24.5\n")
    assert text_to_paste(week(), replace(issue), FINNISH).text.startswith("Maanantai 24.5.\n")
