"""One word for one thing: what the site's own sentences do not say, in any catalogue, and what they say instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from seurantalo.language import LANGUAGES, language
from seurantalo.model.fields.choices import CHOICES
from seurantalo.model.fields.words import words_for

LOCALES = Path(__file__).parents[2] / "plugins" / "seurantalo" / "language" / "locale"

#: A pattern that no text of the language has, and the word of the house for it.
STRAYS = {
    "fi": {
        r"\b(hankkeen|projektin) kansio": "sivuston kansio",
        r"\bprojekt": "sivuston kansio; hanke, kun puhutaan rahoitetusta työstä",
        r"\bjärjestö(?!n? jäsen)|\bmuu järjestäjä|\byhteisö": "yhdistys tai muu toimija",
        r"\btoimittaj|\btoimitu(s\b|kse)": "ylläpito",
        r"\bavoinna\b|[Pp]äivä(määrä)? (on )?(vielä |yhä )?auki": "ei tiedossa",
        r"varmistama": "alustava, ei vahvistettu",
        r"siirretty myöhemmäksi|\bSiirretty: uutta": "lykätty",
        r"samat ihmiset|samoille ihmisille": "sama väki",
        r"suuri päivä|päätapahtuma": "suurtapahtuma",
        r"kerhokert|viikkokerho|viikoittaiset ryhm": "viikkoryhmä",
        r"[Hh]yvä tietää|\bhuomio\b(?=.)": "tiedoksi",
        r"\bhylättyksi|\bhylätyksi|ei toteudu": "luovuttu",
        r"[Tt]uore yhteystieto": "ajantasainen yhteystieto",
        r"\bsaakka\b": "asti, päivän jälkeen",
        r"\bkelpaa|\bsallittu|\barvo\b": "käy; valitse jokin näistä; kirjoita",
        r"virheelli|kelvot|kelvolli|syntaksi|merkkijono|\bYAML|ole hyvä": "mitä löytyi ja mitä kirjoitetaan",
        r"\bkello (\d|\{)": "klo",
        r"\bJätä (niistä |vain )?(toinen|yksi)\b(?! pois)": "säilytä",
    },
    "sv": {
        r"\bpå kommande\b": "på gång, kommande",
        r"\b([Nn]ågon|[Ii]ngen|[Vv]ar)dera\b": "en av, ingen av, var sin",
        r"\bibruk|\bta(r)? (det |den )?(här )?i bruk|\binför(a|are|ande)\b": "börja använda, användning",
        r"[Vv]älfärdsträd": "välmåendeträd",
        r"[Vv]ägvisare": "föregångare",
        r"[Bb]yahus": "byagård",
        r"[Dd]eltagande budgetering": "medborgarbudget",
        r"[Dd]elaktighetsprocess": "deltagandeprocess",
        r"[Ss]amma människor": "samma publik",
        r"[Ss]tor dag\b|[Ss]tort? evenemang": "storevenemang",
        r"gruppträff|grupper varje vecka": "veckogrupp",
        r"[Bb]ra att veta|[Pp]åpekande|prata om": "för kännedom; värt att tala om",
        r"\b[Ff]ärsk": "kontrollerad",
        r"\b[Rr]edaktör": "redaktionen",
        r"\bprojektets?\b": "webbplatsens mapp",
        r"\bpreliminärt bokad|\bbokad(e)? tid": "reserverad",
        r"\b(hållen|inställd|planerad|uppskjuten)\b": "evenemanget är neutrum: hållet, inställt",
        r"\bpraxisens\b|\bden här praxisen\b": "den goda praxisens: säg sidan, filen, exemplet",
        r"under helgen\b": "veckoslut",
        r"\b[Dd]atum öppet|\bordet öppet": "okänt",
        r"\bnedlag[dt]\b|\bblir inte av\b(?!\.)": "struken",
        r"\b[Ee]nligt (kommun|bokstav|tema|plats|arrangör|målgrupp|praxis|vem|vad)\b": "efter",
        r"\bvar \{n\}:e|\bvart \{n\}:e": "med {n} dagars mellanrum",
        r"\bmöjligt värde|\bvärdet\b": "välj något av; skriv",
        r"i en blick|på en blick": "i överblick",
        r"\btis\b|\bsön\b": "ti, sö",
        r"\bklockan (\d|\{)": "kl.",
        r"\bannan arrangör": "förening eller annan aktör",
    },
    "en": {
        r"\b[Mm]end(s|ed)?\b|\banew\b|\b[Aa]kin\b": "correct, again, related",
        r"\bgreat day": "major event",
        r"\b[Gg]ood to know|\bworth a talk|\b[Ww]orth a talk|\ba remark": "for information; worth talking about",
        r"\bonly held\b|\bis held until|\bheld until|\bHeld dates|\bheld tentatively|\bthe hold\b": "reserved",
        r"\bdate pending|\bDate pending": "date not known",
        r"\b[Ff]resh contact": "checked contact",
        r"\b[Ee]ditor('s)?\b": "the editors",
        r"\bthe project('s)? (folder|file)|\bout of the project": "the site's folder",
        r"\b(rest|rests) on\b": "refers to, is based on",
        r"\b[Tt]ake (this |it )?up\b|\b[Tt]aken up\b|\btakes it up": "start using",
        r"\b[Tt]ell (how|that|what|why|more|in)\b": "tell us; say",
        r"\b[Vv]illage house": "village hall",
        r"\bpossible value|\bPossible are": "choose one of",
        r"\bweighed\b": "compared",
        r"\bsyntax\b|\bYAML\b|\bplease\b": "what was found, and what to write",
    },
}

#: “ännu” means both “yet” and “still”: it stands beside a negation only, or beside what was expected long ago.
NEGATED = re.compile(r"\b(inte|ingen|inget|inga|ingenting)\b", re.IGNORECASE)


def texts(code: str) -> list[str]:
    """All that the site itself says in a language; in English that is what the messages are called."""
    found: list[str] = []
    for path in sorted((LOCALES / ("fi" if code == "en" else code)).glob("*.po")):
        with path.open("rb") as stream:
            for message in read_po(stream):
                said = message.id if code == "en" else message.string
                found += [said] if isinstance(said, str) else list(said or ())
    return [text for text in found if text]


@pytest.mark.parametrize("code", STRAYS)
def test_each_thing_has_its_one_word(code: str) -> None:
    said = texts(code)
    assert len(said) > 1_000
    found = {
        (text, better)
        for stray, better in STRAYS[code].items()
        for text in said
        if re.search(stray, text) is not None
    }
    assert found == set()


def test_swedish_says_still_and_yet_by_two_words() -> None:
    assert [
        text for text in texts("sv") if re.search(r"\bännu\b", text, re.IGNORECASE) and not NEGATED.search(text)
    ] == []


@pytest.mark.parametrize("code", ["fi", "sv"])
def test_quotation_marks_are_those_of_the_language(code: str) -> None:
    # Straight ones stand where files are quoted, in which they are typed.
    assert [text for text in texts(code) if re.search(r"[“„«»]|(?<![\[:{ ])\"[^\"]*\"(?![\]}])", text)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_choices_of_a_kind_are_printed_alike(code: str) -> None:
    for choices in CHOICES:
        printed = [word for _, word in words_for(choices, code)]
        assert len(set(printed)) == len(printed), choices


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_days_or_months_are_printed_alike(code: str) -> None:
    lang = language(code)
    for names in (
        lang.weekdays,
        lang.weekdays_short,
        lang.months,
        lang.tongue.weekdays_in_dates,
        lang.tongue.months_short,
    ):
        assert len(set(names)) == len(names)
