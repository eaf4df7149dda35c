"""What a price in words says of money: free, voluntary, sums, or nothing that is certain."""

from __future__ import annotations

from typing import Final

import pytest

from seurantalo.language.prices import Admission, Price, read_price

#: A price as people write it, and what it says: the admission, then the sums from the cheapest to the dearest.
FINNISH: Final = """
Vapaa pääsy | free
vapaa pääsy! | free
Pääsy vapaa | free
Vapaa sisäänpääsy | free
Ilmainen | free
ILMAINEN | free
Ilmaiseksi | free
Maksuton | free
Maksuton tapahtuma | free
Tilaisuus on maksuton ja kaikille avoin. | free
Kaikille avoin ja maksuton konsertti | free
Osallistuminen on maksutonta | free
Pääsymaksuton | free
Maksutta | free
Ilmaistapahtuma! | free
Tapahtuma ei ole maksullinen | free
Alle kouluikäiset maksutta | unknown
Ei ilmaistapahtuma | unknown
Ei pääsymaksua | free
Ei maksua | free
Ei maksa mitään | free
0 € | free
0 euroa | free
0,00 € | free
Vapaa pääsy, kahvi 3 € | free
Vapaa pääsy, myyntipöytä 15 € | free
Vapaa pääsy (narikka 2 €) | free
Vapaa pääsy – väliajalla kahvia 2 € | free
Vapaa pääsy, kolehti uruille | free
Maksuton, makkara 2 € | free
Maksuton, poniratsastus 4 € | free
Maksuton, omat eväät | free
Maksuton, ilmoittautuminen pakollinen | free
Maksuton. Kahvio auki, käteinen mukaan. | free
Maksuton mutta kahvi ja pulla 3 € | free
Maksuton, ei ikärajaa | free
Vapaa pääsy, alle 12-vuotiaat vain aikuisen seurassa | free
3 €, lapset ilmaiseksi | paid 3
Aikuiset 5 €, lapset ilmaiseksi | paid 5
Aikuiset 5 €, lapset ilmaiseksi. Kahvi 2 €. | paid 5
5 € (lapset ilmaiseksi) | paid 5
5 euroa, alle 7-v. ilmaiseksi | paid 5
5 €, alle 7-vuotiaat ilmaiseksi aikuisen seurassa | paid 5
Alle 7 v. ilmaiseksi, muut 6 € | paid 6
Eläkeläiset (65+) ilmaiseksi, muilta 4 € | paid 4
5 €, jäsenille maksuton | paid 5
Jäsenille vapaa pääsy, muille 10 € | paid 10
Maksuton jäsenille, muut 5 € | paid 5
Maksuton lapsille, aikuiset 5 € | paid 5
Maksuton, aikuiset 5 € | paid 5
Lapset alle 7 v, opiskelijat ja työttömät ilmaiseksi; muut 12 € | paid 12
Jäsenmaksu 40 € kaudessa, ensimmäinen kerta ilmainen | paid 40
Ensimmäinen kerta maksuton, sitten 5 € kerta | paid 5
Matka 95 €, etänä maksuton | paid 95
Kokko maksuton, tanssit 12 € | paid 12
Äidit ja mummut ilmaiseksi, muut 12 € | paid 12
10 € koira, katsojat ilmaiseksi | paid 10
5 € lapset ilmaiseksi | paid 5
Ilmainen klo 18 saakka, sen jälkeen 10 € | paid 10
10 € | paid 10
10€ | paid 10
10 e | paid 10
10e | paid 10
12,50 euroa | paid 12.5
12.50 € | paid 12.5
3,- | paid 3
3,– € | paid 3
viisi euroa | paid 5
50 senttiä | paid 0.5
1 200 € | paid 1200
Lippu 15 euroa | paid 15
Liput: 15 €/12 €/5 € | paid 5 12 15
5–10 € | paid 5 10
5-10 euroa | paid 5 10
alk. 5 € | paid 5
Alkaen 12,90 € | paid 12.9
5 € alkaen | paid 5
5/3 € | paid 3 5
10 € / perhe 25 € | paid 10 25
Aikuiset 10, lapset 5 € | paid 5 10
Aikuiset 10 € ja lapset 5 € | paid 5 10
Aikuiset 10 €, eläkeläiset ja opiskelijat 7 €, lapset ilmaiseksi | paid 7 10
Ennakkoon 15 €, ovelta 18 € | paid 15 18
6 km 15 €, 23 km 30 € | paid 15 30
22 €, alle 16-vuotiaat 12 € | paid 12 22
20 €, jäsenille 5 € alennus | paid 20
15 € hlö, sis. kahvin | paid 15
5 €, kahvi kuuluu hintaan | paid 5
10 € + kahvi 2 € | paid 10
40 €/kausi | paid 40
10 | paid 10
Vapaaehtoinen maksu | voluntary
Vapaaehtoinen kahviraha | voluntary
Vapaaehtoinen maksu, suositus 5 € | voluntary
Vapaaehtoinen pääsymaksu 5 € | voluntary
Kolehti | voluntary
Kahviraha 2 € | voluntary
Oman kukkaron mukaan | voluntary
Maksa mitä haluat | voluntary
10 €, vapaaehtoinen kahviraha | paid 10
Jäsenille maksuton | unknown
Maksuton yli 65-vuotiaille | unknown
Ilmainen (jäsenille) | unknown
Maksuton, vain jäsenille | unknown
Maksuton, jos ilmoittaudut ennakkoon | unknown
Lapset ilmaiseksi | unknown
Lapset – ilmaiseksi | unknown
Vapaaehtoiset ilmaiseksi | unknown
Ensimmäinen kerta ilmainen | unknown
Ohjelma pääosin maksutonta | unknown
Osittain maksuton | unknown
Ei ilmainen | unknown
Tapahtuma ei ole maksuton | unknown
Ilmainen pysäköinti | unknown
Ilmainen kahvitarjoilu | unknown
Kahvi 2 € | unknown
Kahvi ja mehu 1 €, makkara 2 € | unknown
Autopaikka 8 € | unknown
Maksuton tai 5 € | unknown
Hinta ovelta | unknown
Hinta ilmoitetaan myöhemmin | unknown
Kausi 2027 | unknown
Talkooruoka kaikille | unknown
Ilmaisutaidon kurssi | unknown
50 % alennus opiskelijoille | unknown
"""
SWEDISH: Final = """
Gratisevenemang | free
Fritt inträde | free
Fri entré | free
Inträdet är fritt | free
Gratis | free
Avgiftsfritt | free
Kostnadsfritt evenemang | free
Ingen inträdesavgift | free
Fritt inträde, kaffe 2 € | free
Gratis för alla | free
Fritt inträde, kollekt för orgeln | free
Barn gratis, vuxna 5 € | paid 5
5 €, barn gratis | paid 5
5 €, barn under 7 år gratis | paid 5
Gratis för medlemmar, övriga 8 € | paid 8
Inträde 5 euro | paid 5
Biljetter 15/12 € | paid 12 15
Från 10 € | paid 10
fr. 10 € | paid 10
20:- | paid 20
Vuxna 10 € och barn 5 € | paid 5 10
Fem euro | paid 5
Frivillig avgift | voluntary
Frivillig kaffeavgift | voluntary
Kollekt | voluntary
Medlemmar gratis | unknown
Inte gratis | unknown
Gratis kaffe | unknown
Pris vid dörren | unknown
100 kr | unknown
"""
ENGLISH: Final = """
Free | free
Free entry | free
Free admission, coffee €2 | free
Admission is free | free
Free of charge | free
No entrance fee | free
Free for everyone | free
Free, donations welcome | free
€5, children free | paid 5
Adults €10, children €5, under 7s free | paid 5 10
Free for members, others €5 | paid 5
EUR 5 | paid 5
5 euros | paid 5
From €5 | paid 5
Free before 8 pm, then €10 | paid 10
€10–15 | paid 10 15
Pay what you want | voluntary
Voluntary donation | voluntary
Suggested donation €5 | voluntary
Kids go free | unknown
Free for members | unknown
Not free | unknown
Free parking | unknown
Alcohol-free evening | unknown
Tickets at the door | unknown
"""


def phrases(table: str) -> list[tuple[str, str]]:
    """The rows of a table: a price, and what it says."""
    return [
        (words.strip(), says.strip()) for words, _, says in (row.rpartition("|") for row in table.split("\n")[1:-1])
    ]


def in_short(price: Price) -> str:
    """What a price says, in the form of the tables."""
    return " ".join([price.admission, *(f"{one:g}" for one in price.sums)])


@pytest.mark.parametrize(("words", "says"), [*phrases(FINNISH), *phrases(SWEDISH), *phrases(ENGLISH)], ids=str)
def test_a_price_in_words(words: str, says: str) -> None:
    assert in_short(read_price(words)) == says


def test_sums_know_for_whom_they_are() -> None:
    price = read_price("Aikuiset 10 €, lapset 2,50–5 €, alle 7-v. ilmaiseksi")
    assert price.admission is Admission.PAID
    assert [(fee.whom, fee.least, fee.most) for fee in price.fees] == [("Aikuiset", 10, 10), ("lapset", 2.5, 5)]
    assert [(fee.whom, fee.least) for fee in read_price("5 € jäsenille, 8 € muille").fees] == [
        ("jäsenille", 5),
        ("muille", 8),
    ]
    assert [fee.whom for fee in read_price("10 €").fees] == [""]


def test_a_sum_from_which_on_it_begins_has_no_end() -> None:
    assert [(fee.least, fee.most) for fee in read_price("Alk. 5 €").fees] == [(5, None)]


def test_any_text_has_an_answer_at_once() -> None:
    for words in (
        "",
        " ",
        ",",
        "€",
        "e",
        "5",
        "-",
        "1 " * 500,
        "ilmainen " * 500,
        "5 €, " * 500,
        "a" * 5000,
        "((((" * 500,
    ):
        assert read_price(words).admission in Admission
