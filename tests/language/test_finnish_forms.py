"""Forms of Finnish names: every case in which notices have them leads to the name."""

from __future__ import annotations

import pytest

from seurantalo.language.finnish_forms import forms
from seurantalo.language.stems import stem_key

CASES = {
    "tupa": "tuvassa tuvalla tupaan tuvan tupana",
    "kirkko": "kirkossa kirkolla kirkkoon kirkon kirkolle",
    "kenttä": "kentällä kentän kentälle kenttää kentältä",
    "raitti": "raitilla raitin raittia raitissa",
    "järvi": "järvellä järven järvestä järveen",
    "lahti": "lahdessa lahden lahdelta",
    "mäki": "mäellä mäen mäelle",
    "selkä": "selällä selän selkää",
    "kärki": "kärjen kärjessä kärkeen",
    "huone": "huoneessa huoneen huoneella huoneeseen",
    "kerhonen": "kerhosen kerhosella",
    "yhdistys": "yhdistyksen yhdistykselle yhdistyksessä",
    "martat": "martoille marttojen martoilla marttoja marttoihin",
    "yrittäjät": "yrittäjien yrittäjille yrittäjillä",
    "eläkeläiset": "eläkeläisten eläkeläisille eläkeläisiä",
    "pelimannit": "pelimannien pelimanneille",
    "stadion": "stadionilla stadionin stadionille",
    "koti": "kodissa kodin kotiin",
    "satama": "satamassa sataman satamaan",
}


@pytest.mark.parametrize("name", CASES)
def test_a_form_has_a_key_of_the_name(name: str) -> None:
    keys = {stem_key(form, "fi") for form in forms(name)}

    assert [form for form in CASES[name].split() if stem_key(form, "fi") not in keys] == []
