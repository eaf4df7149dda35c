"""Where sentences end, as people write them: a table of sixty, with what must not be cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seurantalo.announcing.sentences import first_sentences, sentences, unwrapped
from seurantalo.language import TONGUES, language
from seurantalo.publishing.api.linked_texts import in_whole_sentences

#: Language -> texts; a stroke stands where one sentence ends and the next begins.
TABLE = {
    "fi": [
        "Tuo liika perenna, vie uusi. | Kesäkurpitsoja otetaan vain, jos lupaat ottaa elokuussa yhden takaisin.",
        "Kahvia! | Pullaa? | Laulua…",
        "Alkaa klo 18. | Tule ajoissa.",
        "Alkaa klo 18.30. | Tule ajoissa.",
        "Avoinna klo 10–14. | Kahvio on auki.",
        "Avoinna kello 9. | Ovi on sivulla.",
        "Alkaa klo 9.12. | Ovi on auki.",
        "Tarjolla on mm. Alman pullaa.",
        "Mukaan esim. Pekan eväät.",
        "Kahvia, pullaa ym. Tervetuloa.",
        "Kahvia, pullaa yms. Tervetuloa.",
        "Laulua, soittoa jne. Tervetuloa.",
        "Järjestää Vimpelin Martat ry. Tervetuloa.",
        "Puhuu srk. Evijärven väelle.",
        "Osoite on os. Kyläraitti.",
        "Matkaa on n. 20 km. | Reitti on helppo.",
        "Lue p. Eevan kirja.",
        "Puhuu A. Aalto.",
        "Juhlimme 15. Kyläpäivää.",
        "Juhlat ovat 26.5. Tervetuloa.",
        "Juhlat ovat 26.5.2027. | Tervetuloa.",
        "Viimeinen päivä on 1. Syyskuun alussa suljetaan.",
        "Seura on perustettu vuonna 1974. | Jäseniä on sata.",
        "Ikäraja on K-18. | Tervetuloa.",
        "Liput 15 €. | Lapset ilmaiseksi.",
        "Katso kylat.example.org. | Tervetuloa.",
        "Katso https://kylat.example.org/a.B ja tule.",
        "Katso www.kylat.example.org. | Tervetuloa.",
        "Osoite on Kyläraitti 5. Vimpelissä.",
        "Hän sanoi: ”Tule!” | Me tulimme.",
        "Laulamme (niin kovaa kuin osaamme). | Tervetuloa.",
        "”Mikä ilta?” kysyi Alma. | Niin minäkin.",
        "Luvassa on Hei! -yhtyeen musiikkia.",
        "Näytelmä, jossa on 42 roolia ja yksi repliikki jokaiselle. | Suvivirsi lauletaan.",
        "Mitä?! | Tervetuloa.",
        "Odota... | Nyt!",
        "tervetuloa. ovi on auki.",
        "Hinta sis. Aamupalan.",
        "Mukana tri. Virta ja prof. Joki.",
        "Kirkossa past. Koski.",
        "Kilpailu käydään 2. Kierroksen jälkeen.",
        "Nro. Viisi on tyhjä.",
        "Sarjat: T 10, P 10. Kaikille mitali.",
        "Voitto 1–0. | Hieno peli.",
        "Ohjelma ilman loppumerkkiä => Ohjelma ilman loppumerkkiä.",
        "Tervetuloa, => Tervetuloa.",
        "”Tervetuloa” => ”Tervetuloa”.",
    ],
    "sv": [
        "Börjar kl. 18. | Kom i tid.",
        "Kaffe, bulle m.m. Välkommen.",
        "T.ex. Almas bullar.",
        "Bl.a. Evas sånger hörs.",
        "Fr.o.m. Måndag är det öppet.",
        "Ring tel. Anna svarar.",
        "Festen är 26.5. Välkommen.",
        "Det är 20 km. | Leden är lätt.",
        "Arr. Vörå UF rf. Välkommen.",
    ],
    "en": [
        "It begins at 18. | Be in time.",
        "Cakes, buns etc. Welcome.",
        "Bring e.g. Anna's songs.",
        "Mr. Lake speaks. | Coffee is free.",
        "Doors at 18:00. | Coffee is free.",
        "Approx. Twenty come.",
    ],
}
ROWS = [(code, row) for code, rows in TABLE.items() for row in rows]


@pytest.mark.parametrize(("code", "row"), ROWS, ids=[row[:40] for _, row in ROWS])
def test_where_sentences_end(code: str, row: str) -> None:
    written, _, wanted = row.partition(" => ")
    found = sentences(written.replace(" | ", " "), TONGUES[code])
    assert found == tuple((wanted or written).split(" | "))


def test_the_table_is_long() -> None:
    assert len(ROWS) >= 60


def test_lines_end_sentences_and_signs_of_lists_are_left_out() -> None:
    text = unwrapped("Ohjelma\n\n- Laulua\n\n- Kahvia\nja pullaa.\n\n1. Lähtö\n\n–––")
    assert sentences(text, TONGUES["fi"]) == ("Ohjelma.", "Laulua.", "Kahvia ja pullaa.", "Lähtö.")


@given(st.text("aÄ .!?…klo189:,;\n-•*€”()") | st.text(), st.integers(-2, 60))
def test_the_first_sentences_are_those_of_the_whole_text_as_far_as_they_fit(words: str, limit: int) -> None:
    all_of_it = sentences(words, TONGUES["fi"])
    assert tuple(first_sentences(words, TONGUES["fi"])) == all_of_it
    fitting = [" ".join(all_of_it[:count]).lstrip() for count in range(len(all_of_it) + 1)]
    short = next((one for one in reversed(fitting) if len(one) <= limit), "")
    assert in_whole_sentences(words, language("fi"), limit) == short
