"""A small region of our own, built once, and pages of a phone and of a desktop to walk it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests import small
from tests.once import built, once

import _site

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
#: A Monday.
TODAY = "2027-01-04"
FILES = {
    "mkdocs.yml": small.MKDOCS_YML,
    "events/talvirieha.yml": """\
otsikko: Talvirieha
alkaa: 9.1.2027 klo 12
päättyy: klo 15
järjestäjä: vimpelin-martat
paikka: seurantalo
kenelle: [lapset]
hinta: Vapaa pääsy
""",
    "events/satutunti.yml": """\
otsikko: Satutunti
alkaa: 13.1.2027 klo 10
päättyy: klo 11
järjestäjä: vimpelin-martat
paikka: seurantalo
kenelle: [lapset]
hinta: Vapaa pääsy
""",
    "events/kirjoituskurssi.yml": """\
otsikko: Kirjoituskurssi
alkaa: 14.1.2027 klo 18
päättyy: klo 20
järjestäjä: vimpelin-martat
paikka: seurantalo
kenelle: [kaikki]
hinta: 20 €
""",
    "content/practices/ruokarinki.md": """\
---
otsikko: Ruokarinki
lajit: toimintamalli
vaihe: käynnissä
kunnat: [vimpeli]
tiivistelmä: Kylä ostaa ruokansa yhdessä.
miksi: Kaupalle on pitkä matka.
miten: Tilaus tehdään kerran kuussa.
teemat: [musiikki]
katselmoitu: 2.1.2027
yhteystieto: {rooli: Tilaaja, sähköposti: tilaaja@koe.example}
---
""",
    "content/organisations/vimpelin-martat.md": """\
---
nimi: Vimpelin Martat
tyyppi: yhdistys
kunta: vimpeli
yhteystieto: {rooli: Sihteeri, sähköposti: martat@koe.example}
---
""",
}


@pytest.fixture(scope="session")
def errands_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_site.Site]:
    with _site.served(once(tmp_path_factory, "errands", partial(built, today=TODAY, files=FILES)) / "site") as site:
        yield site
