"""The everyday form of YAML is read without libyaml, and never otherwise than libyaml would."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from seurantalo.reading.yaml.everyday import everyday_tree
from seurantalo.reading.yaml.nodes import Scalar
from seurantalo.reading.yaml.strict import strict_tree

EVENT = """\
otsikko: Kesäillan tanssit – Vimpelin torilla

alkaa: 12.6.2027 klo 18.30
päättyy: '24'
järjestäjä: [kylayhdistys, Vimpelin Veto ry]
paikka: "Seurantalo, iso sali"
hinta: 5 €, lapset ilmaiseksi
linkit: https://example.org/tanssit?a=1
kuvaus: |
  Tervetuloa!

  - kahvia
    ja pullaa
  # ei otsikko
  Paikalle pääsee: autolla

teemat: [musiikki, kyla]
toistuu: {joka: viikko, kertoja: 24, kunnes: 1.9.2027 klo 12}
"""
PIECES = [
    *("\n", " ", "  ", "\n  ", "\n\n", "\n ", "\n   ", "\t", "\xa0", "\u2028", "\x07", "😀", "ä", "–", "1"),
    *(":", ": ", "#", " #", "|", "|\n", "|-\n", ">\n", "[", "]", ",", ",,", "- ", "'", '"', "\\", "?", "? "),
    *("null", "~", "---", "\n---\n", "...", "&a ", "*a", "!", "!!str ", "%", "@", "`", "{", "}", "=", "<<: "),
    *("otsikko: ", "hinta:\n", "kuvaus: |\n", "\nkuvaus: |\n  a\n", "\nlapset: [a, b]\n"),
    *("\nosat: {a: b}\n", "{a: ", ", b: c", " }", "{ "),
]


def _with_one_more(random: Random, text: str) -> str:
    place, kind = random.randrange(len(text) + 1), random.random()
    if kind < 0.6:
        return text[:place] + random.choice(PIECES) + text[place:]
    return text[:place] + text[place + random.randint(1, 3) :]


def test_an_event_file_is_of_the_everyday_form() -> None:
    tree = everyday_tree(EVENT, 4)
    assert tree is not None
    assert (tree, ()) == strict_tree(EVENT, 4)
    assert tree.entries["kuvaus"].value.line == 12


def test_whatever_is_read_so_is_read_as_libyaml_reads_it() -> None:
    random = Random(17)
    read = 0
    for _ in range(20_000):
        text = EVENT[: random.choice((40, 200, len(EVENT)))]
        for _ in range(random.randint(1, 3)):
            text = _with_one_more(random, text)
        tree = everyday_tree(text, 2)
        if tree is not None:
            read += 1
            assert (tree, ()) == strict_tree(text, 2), text
    assert 3_000 < read < 17_000


@pytest.mark.parametrize("word", ["null", "~", "Null", "nuLL", "ei", "1e3", "12:30", "a#b", "a:b"])
@pytest.mark.parametrize(
    "shape",
    ["{}", "[a, {}]", "{{a: {}}}", "{{a: b, {}: c}}", "{{ a: {} }}", "'{}'", '"{}"', "|\n  {}\n", "|\n  {}"],
)
def test_words_mean_what_they_mean_to_libyaml(word: str, shape: str) -> None:
    text = f"kenttä: {shape.format(word)}"
    tree = everyday_tree(text)
    assert tree is None or (tree, ()) == strict_tree(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda text: text.replace("\n", "\n\n").replace("|\n\n", "|\n"),
        lambda text: text.replace("  ", "      "),
        lambda text: text.replace("kuvaus", "Kuvaus Ääni-2"),
        lambda text: f"\n\n{text}",
        lambda text: text.rstrip(),
    ],
)
def test_forms_that_many_files_have(make: Callable[[str], str]) -> None:
    text = make(EVENT)
    tree = everyday_tree(text)
    assert tree is not None
    assert (tree, ()) == strict_tree(text)
    assert isinstance(tree.entries["otsikko"].value, Scalar)
