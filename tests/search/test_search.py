"""The site's own search: what people type, over a few pages, answered by the module that browsers run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.browser_modules import in_node
from tests.search.asking import TODAY, asked, firsts, written

from seurantalo.language.stems import stem_key
from seurantalo.publishing.publication import Found, Page
from seurantalo.publishing.search import index_files, page_entry
from seurantalo.publishing.search.aliases import grade_key
from seurantalo.publishing.search.entry import Entry, Group, Place
from seurantalo.publishing.search.standing import FEW, Standing
from seurantalo.publishing.search.terms import terms, words_of_text

_EVENTS = (
    ("perakonttikirppis", "Peräkonttikirppis", date(2027, 6, 5), "Torilla Vimpelissä", "kesäkuu lauantai"),
    ("kesakirppis", "Tervaniemen kesäkirppis", date(2027, 5, 22), "Kylätalolla", "toukokuu lauantai"),
    ("viime-kirppis", "Kevätkirppis", date(2027, 4, 3), "Koululla", "huhtikuu lauantai"),
    ("joulupolku", "Joulupolku", date(2027, 12, 12), "Metsässä kynttilöin", "joulukuu sunnuntai"),
    ("ruokakurssi", "Jouluruoka", date(2027, 11, 2), "Martat opettavat", "marraskuu tiistai"),
    ("pizzailta", "Nuorten ja päättäjien pizzailta", date(2027, 9, 25), "Kolossa", "syyskuu lauantai"),
    ("onkikilpailu", "Onki\xadkilpailu", date(2027, 7, 14), "Satamassa", "heinäkuu keskiviikko"),
    ("vappusoitto", "Vappusoitto", date(2028, 5, 1), "Torilla", "toukokuu maanantai"),
    ("juhannusjuhla", "Juhannusjuhla", date(2027, 6, 25), "Kokko rannassa", "kesäkuu perjantai"),
    ("paivaleiri", "Päiväleiri", date(2027, 6, 8), "Lapset uivat", "kesäkuu tiistai"),
    ("leikkipaiva", "Lasten leikkipäivä", date(2027, 8, 14), "Pihalla", "elokuu lauantai"),
    ("sienikurssi", "Sienikurssi", date(2027, 9, 4), "Metsässä", "syyskuu lauantai"),
)
_PAGES = (
    ("yhdistykset/martat/", "Ylikorven Martat", "Ruokaa ja käsitöitä", ""),
    ("teemat/ruoka/", "Ruoka", "Kaikki ruuasta", "Food Mat"),
    ("kenelle/lapset/", "Lapset", "Lapsille", "Children Barn"),
    ("kaytannot/kumppanuuspoyta/", "Kumppanuuspöytä", "Yhteinen pöytä", ""),
    ("yhdistykset/era/", "Metsästysseura Erä", "Vapaat vuorot", ""),
    ("yhdistykset/kutojat/", "Kutojat", "Kursseja talvisin", ""),
    ("saavutettavuus/", "Saavutettavuus", "Miten sivustoa voi käyttää", ""),
    ("yhdistykset/", "Yhdistykset", "Martat ja muut", ""),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = [
        Page(
            address=f"tapahtumat/{name}/",
            title=title,
            body="",
            description=about,
            found=Found(first=day, last=day, more=more),
        )
        for name, title, day, about, more in _EVENTS
    ]
    pages += [
        Page(address=address, title=title, body="", description=about, found=Found(more=more))
        for address, title, about, more in _PAGES
    ]
    return written(tmp_path_factory.mktemp("site"), pages, "fi")


def test_the_first_hit_is_what_was_meant(site: Path) -> None:
    wanted = {
        "kirppiksellä": "tapahtumat/kesakirppis/",
        "KIRPPIS": "tapahtumat/kesakirppis/",
        "perakontti": "tapahtumat/perakonttikirppis/",
        "polulla": "tapahtumat/joulupolku/",
        "juhannuksena": "tapahtumat/juhannusjuhla/",
        "juhan": "tapahtumat/juhannusjuhla/",
        "kesä kirppis": "tapahtumat/kesakirppis/",
        "kirppis vimpelissä": "tapahtumat/perakonttikirppis/",
        "ruuasta": "teemat/ruoka/",
        "lasten": "kenelle/lapset/",
        "lasten leiri": "tapahtumat/paivaleiri/",
        "leiri": "tapahtumat/paivaleiri/",
        "leirejä": "tapahtumat/paivaleiri/",
        "kursseja": "tapahtumat/sienikurssi/",
        "children": "kenelle/lapset/",
        "marttojen": "yhdistykset/martat/",
        "kumppanuuspyötä": "kaytannot/kumppanuuspoyta/",
        "saavutettavuusseloste": "saavutettavuus/",
        "joulukuussa": "tapahtumat/joulupolku/",
        "pizzai": "tapahtumat/pizzailta/",
        "onkimaan": "tapahtumat/onkikilpailu/",
        "onkikilpailuja": "tapahtumat/onkikilpailu/",
        "metsästäjille": "yhdistykset/era/",
        "vappuna": "tapahtumat/vappusoitto/",
        "mistä ruokaa": "teemat/ruoka/",
    }
    assert firsts(site, *wanted) == wanted


def test_a_part_of_a_compound_finds_all_and_what_is_over_comes_last(site: Path) -> None:
    assert asked(site, "kirppis")["kirppis"] == [
        ["tapahtumat/kesakirppis/", "event"],
        ["tapahtumat/perakonttikirppis/", "event"],
        ["tapahtumat/viime-kirppis/", "past"],
    ]


def test_compounds_of_the_word_stand_before_those_of_one_that_shares_its_key(tmp_path: Path) -> None:
    days = {"kylatalo": date(2027, 5, 20), "puutalo": date(2027, 5, 22), "pihatalkoot": date(2027, 6, 5)}
    pages = [
        Page(address=f"{name}/", title=name, body="", description="Talolla.", found=Found(first=day, last=day))
        for name, day in days.items()
    ]
    site = written(tmp_path, pages, "fi")
    wanted = {"talkot": "pihatalkoot/", "talkoissa": "pihatalkoot/", "talolla": "kylatalo/"}
    assert firsts(site, *wanted) == wanted


def test_no_guess_is_better_than_a_silly_one(site: Path) -> None:
    queries = ("ooppera", "verotoimisto", "qwertyui", "rautatieasema vimpeli", "", "a", "?!", "🎻", "__proto__")
    assert asked(site, *queries) == {query: [] for query in queries}


@given(st.lists(st.text(alphabet="aÄä\u0308Σσ\xad7., –-\n\u2003ﷺİ", max_size=12)))
def test_words_have_the_same_keys_whatever_they_stand_beside(texts: list[str]) -> None:
    alone = [key for text in texts for word in words_of_text(text) for key in terms(word, "fi")]
    assert terms(" ".join(texts), "fi") == alone


def test_same_pages_same_bytes_in_any_order() -> None:
    pages = [Page(address=address, title=title, body="", description=about) for address, title, about, _ in _PAGES]
    entries = [page_entry(page, "sv") for page in pages]
    assert list(index_files(entries, "sv", TODAY)) == list(index_files(entries[::-1], "sv", TODAY))


def test_what_was_known_before_makes_no_other_lists_than_all_pages_do() -> None:
    chance = Random(20270301)
    words = [f"sana{number}" for number in range(60)]

    def page(number: int) -> Entry:
        terms = {word: chance.choice(list(Place)) for word in chance.sample(words, chance.randint(0, 12))}
        return Entry(f"sivut/{number}/", "Sivu", Group.OTHER, terms)

    pages = [page(number) for number in range(FEW + 100)]
    known = Standing()
    known.take(pages)
    for turn in range(60):
        known = Standing(**orjson.loads(orjson.dumps(known)))
        for number in chance.sample(range(len(pages)), chance.choice((0, 1, 2, 5, FEW + 50))):
            pages[number] = page(number)
        if turn % 20 == 10:
            pages.reverse()
        anew = Standing()
        anew.take(pages)
        known.take(pages)
        assert list(known.lists.items()) == list(anew.lists.items())


def test_files_are_the_same_whatever_was_known_before() -> None:
    pages = [Page(address=address, title=title, body="", description=about) for address, title, about, _ in _PAGES]
    known, anew = Standing(), Standing()
    list(index_files([page_entry(page, "fi") for page in pages], "fi", TODAY, known))
    pages[3] = replace(pages[3], title="Lapset ja ruoka", description="Polulla kävellään.")
    entries = [page_entry(page, "fi") for page in pages]
    assert list(index_files(entries, "fi", TODAY, known)) == list(index_files(entries, "fi", TODAY, anew))
    assert known == anew


def test_of_very_many_words_those_of_titles_and_of_most_texts_are_known(tmp_path: Path) -> None:
    rare = [f"{a}{b}{c}{a}{c}" for a in "bcdfghjklm" for b in "aeiouy" for c in "npqrstvwxz"]
    pages = [
        Page(address=f"sivut/{number}/", title=f"Sivu {word}", body="", description=f"Talo {word}oks {number}{word}")
        for number, word in enumerate(rare)
    ]
    pages += [
        Page(
            address=f"muut/{number}/", title="Muu", body="", description=" ".join(f"{word}{number}q" for word in rare)
        )
        for number in range(40)
    ]
    site = written(tmp_path, pages, "fi")
    size = (site / "haku/tiedot/sanat.json").stat().st_size
    assert 35_000 < size < 45_000
    assert firsts(site, rare[7], "talossa")[rare[7]] == "sivut/7/"
    assert len(asked(site, "talossa")["talossa"]) == 20


def test_the_browser_evens_out_grades_as_python_does() -> None:
    words = (
        "kirppis kirppiksellä polku polulla ruoka ruuasta kesätyö kesätöihin penkki penkeistä lampi lammella hevonen"
    )
    stems = [stem_key(word, "fi") for word in words.split()]
    assert in_node("search-words.js", "gradeKey", [[stem] for stem in stems]) == [grade_key(stem) for stem in stems]


def test_a_site_of_more_words_than_a_phone_is_to_fetch_is_searched_too(monkeypatch: pytest.MonkeyPatch) -> None:
    titles = ("Lapset", "Yhteys", "Ruoka", "Kädet", "Taito", "Juhannus", "Vuodet", "Kesäpäivä")
    entries = [page_entry(Page(address=f"{title}/", title=title, body=f"<h1>{title}</h1>"), "fi") for title in titles]
    whole = next(iter(index_files(entries, "fi", TODAY)))
    monkeypatch.setattr("seurantalo.publishing.search.index.WORDS", 20)
    cut = next(iter(index_files(entries, "fi", TODAY)))
    assert len(cut.content) < len(whole.content)
