"""Keys of words: the same in Python and in the browser, and the same for all forms of a name."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from tests.browser_modules import in_node

import seurantalo
from seurantalo.language.stems import folded, stem_key

PACKAGE = Path(seurantalo.__file__).parent
ENDINGS = [
    "n",
    "a",
    "ä",
    "ssa",
    "ssä",
    "sta",
    "stä",
    "lla",
    "llä",
    "lle",
    "lta",
    "ltä",
    "na",
    "nä",
    "ksi",
    "en",
    "in",
    "seen",
    "hin",
    "siin",
    "iden",
    "tten",
    "oiden",
    "den",
    "kin",
    "kaan",
    "ko",
    "han",
    "si",
    "ni",
    "nsa",
    "mme",
    "ine",
    "t",
    "ja",
    "jen",
    "oja",
    "i",
    "j",
    "mpi",
    "mpaa",
    "mma",
    "impi",
    "immat",
    "eja",
    "sti",
    "ttä",
    "tta",
    "et",
    "ets",
    "en",
    "ens",
    "arna",
    "heten",
    "ade",
    "ast",
    "fullt",
    "lig",
    "ig",
    "els",
    "öst",
    "kt",
    "tt",
    "nn",
    "at",
    "or",
    "are",
    "ande",
    "s",
]


def words(count: int) -> list[str]:
    """Words of the catalogues, and others made of their beginnings and of endings."""
    chance = random.Random(8)
    texts = "".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.po")))
    real = sorted(set(re.findall(r"[^\W\d_]+", texts)))
    found = set(real)
    while len(found) < count:
        word = chance.choice(real)
        if chance.random() < 0.2:
            word = "".join(chance.choice("aeiouyäöåklmnprstvhjbdfgcxz") for _ in range(chance.randrange(1, 12)))
        word = word[: max(2, len(word) - chance.randrange(4))] + chance.choice(ENDINGS)
        found.add(word + (chance.choice(ENDINGS) if chance.random() < 0.3 else ""))
    return sorted(found)[:count] if count > len(real) else chance.sample(real, count)


@pytest.mark.parametrize("count", [4_000, pytest.param(60_000, marks=pytest.mark.nightly)])
def test_the_browser_has_the_same_keys(count: int) -> None:
    asked = [[word, language] for word in words(count) for language in ("fi", "sv", "en")]

    found = in_node("stem.js", "stemKey", asked)

    assert [one for one in zip(asked, found, strict=True) if stem_key(*one[0]) != one[1]] == []


def test_the_forms_of_a_name_have_one_key() -> None:
    forms = ["Kurkihalli", "Kurkihallilla", "Kurkihallissa", "KURKIHALLIN", "kurkihallille", "kurkihallilta"]

    assert {stem_key(one, "fi") for one in forms} == {"kurkihal"}


def test_dots_rings_and_accents_are_taken_off() -> None:
    assert folded("Äö Å é ŠÜ") == "ao a e su"
