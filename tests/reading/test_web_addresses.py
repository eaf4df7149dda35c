"""Web addresses as people write them."""

from __future__ import annotations

import pytest
from tests.reading.test_everyday_words import read

from seurantalo.reading.names.web_addresses import links_in, web_address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org/sivu?a=1#kohta", "https://example.org/sivu?a=1#kohta"),
        ("www.example.org", "https://www.example.org"),
        ("example.org/sivu", "https://example.org/sivu"),
        ("HTTP://example.org", "http://example.org"),
        ("Https://example.org/Sivu", "https://example.org/Sivu"),
        ("https:/example.org", "https://example.org"),
        ("https//example.org", "https://example.org"),
        ("https: //example.org", "https://example.org"),
        ("<https://example.org>", "https://example.org"),
        ("www.example.org.", "https://www.example.org"),
        ("ääkköset.example.org", "https://ääkköset.example.org"),
        ("example.org:8080/a", "https://example.org:8080/a"),
        *((nothing, None) for nothing in ("ohje.pdf", "12.6.2027", "klo 18.30", "ovella", "info@example.org")),
        *((nothing, None) for nothing in ("javascript:alert(1)", "ftp://example.org", "//example.org", "localhost")),
        *(
            (nothing, None)
            for nothing in ("https://user@example.org", "https://", "a b.org", "https://a.org/<script>")
        ),
    ],
)
def test_an_address_is_read_as_browsers_take_it(written: str, address: str | None) -> None:
    assert web_address(written) == address


@pytest.mark.parametrize(
    ("written", "links"),
    [
        ("Kotisivu https://a.example.org", [("https://a.example.org", "Kotisivu")]),
        ("https://a.example.org (liput)", [("https://a.example.org", "liput")]),
        ("[Liput](https://a.example.org)", [("https://a.example.org", "Liput")]),
        (
            "www.a.example.org, www.b.example.org",
            [("https://www.a.example.org", ""), ("https://www.b.example.org", "")],
        ),
        (
            "www.a.example.org ja b.example.org/x",
            [("https://www.a.example.org", ""), ("https://b.example.org/x", "")],
        ),
        (
            "Liput: https://a.example.org; Kartta: https://b.example.org",
            [("https://a.example.org", "Liput"), ("https://b.example.org", "Kartta")],
        ),
        ("Kysy sihteeriltä", []),
        ("info@example.org", []),
    ],
)
def test_links_are_found_with_their_words(written: str, links: list[tuple[str, str]]) -> None:
    assert [(one.url, one.title) for one in links_in(written)] == links


@pytest.mark.parametrize(
    ("key", "written", "links"),
    [
        ("linkit", "www.a.example.org", {"https://www.a.example.org": ""}),
        ("linkki", "Kotisivu https://a.example.org", {"https://a.example.org": "Kotisivu"}),
        ("www", "a.example.org, b.example.org", {"https://a.example.org": "", "https://b.example.org": ""}),
        ("kotisivu", "HTTPS://a.example.org/#ohjelma", {"https://a.example.org/#ohjelma": ""}),
        ("länkar", "{Biljetter: www.a.example.org, Karta: 'https://b.example.org'}",
         {"https://www.a.example.org": "Biljetter", "https://b.example.org": "Karta"}),
        ("links", "[{url: a.example.org, title: A}, 'B: b.example.org']",
         {"https://a.example.org": "A", "https://b.example.org": "B"}),
    ],
)  # fmt: skip
def test_links_of_an_event_are_read(key: str, written: str, links: dict[str, str]) -> None:
    event, problems = read(**{key: written})
    assert problems == ()
    assert event is not None
    assert {link.url: link.title.in_language("fi") if link.title else "" for link in event.links} == links


def test_an_address_in_the_place_of_words_about_signing_up_is_where_to_do_it() -> None:
    event, _ = read(ilmoittautuminen="www.ilmo.example.org")
    assert event is not None
    assert event.registration is not None
    assert (event.registration.url, event.registration.text) == ("https://www.ilmo.example.org", None)


@pytest.mark.parametrize(
    ("written", "title", "codes"),
    [
        ("'Kylän **kesäjuhla**'", "Kylän kesäjuhla", ["markup-in-title"]),
        ("'<b>Ilta</b> `nyt`'", "Ilta nyt", ["markup-in-title"]),
        ("'[Ilta](https://example.org)'", "Ilta", ["link-in-title"]),
        *((same, same, []) for same in ("5 * 5 tanssia", "Ilta_1 ja Ilta_2", "I <3 kylä", "K*räoke", "KYLÄJUHLA")),
        *((same, same, []) for same in ("Peruttu häät", "Siirretty rakkaus")),
        *((same, same, ["status-in-title"]) for same in ("PERUTTU Ilta", "Ilta (peruttu)", "Ilta - Inställt")),
        *((same, same, ["status-in-title"]) for same in ("CANCELLED Dance", "Dance! PERUTTU!", "LYKÄTTY Ilta")),
        *((same, same, ["moved-in-title"]) for same in ("SIIRRETTY! Ilta", "Ilta – siirretty", "FLYTTAT Ilta")),
    ],
)
def test_what_is_no_part_of_a_title_is_told(written: str, title: str, codes: list[str]) -> None:
    event, problems = read(otsikko=written)
    assert event is not None
    assert (event.title.in_language("fi"), [problem.code for problem in problems]) == (title, codes)
