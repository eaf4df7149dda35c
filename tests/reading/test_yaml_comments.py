"""Comments of YAML texts: what stands after a number sign, where that is no part of a text."""

from __future__ import annotations

import pytest

from seurantalo.reading.yaml.comments import comments_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hinta: 5 € # ovelta", [("# ovelta", 1, 12, True)]),
        ("# alku\notsikko: Ilta", [("# alku", 1, 1, False)]),
        ("otsikko: 'Talkoot #1'  # varma", [("# varma", 1, 24, True)]),
        ("linkki: https://example.org/#ohjelma", []),
        (
            "kuvaus: | # lohko\n  # teksti\n  rivi # sekin\n# loppu",
            [("# lohko", 1, 11, True), ("# loppu", 4, 1, False)],
        ),
        ("kenelle: [a, # yksi\n  b]", [("# yksi", 1, 14, True)]),
        ("otsikko: Ilta: tanssit # varma\n# loppu", [("# varma", 1, 24, True), ("# loppu", 2, 1, False)]),
    ],
)
def test_comments_are_found_where_they_stand(text: str, found: list[tuple[str, int, int, bool]]) -> None:
    assert [tuple(each) for each in comments_in(text)] == found
