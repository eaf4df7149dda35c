"""The pages of organisations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.pages.small_region import common, context, text
from tests.pages.wiki_region import region

from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.parts import Period
from seurantalo.publishing.pages.people.organisation import OrganisationView, organisation_pages, organisation_view
from seurantalo.publishing.pages.people.organisation_list import organisations_view
from seurantalo.publishing.pages.shared.view import Link


def shown(name: str = "kylaseura", today: date = date(2027, 1, 11)) -> OrganisationView:
    ctx = context(*region(), today=today)
    return organisation_view(ctx, ctx.community.organisations[name])


def test_an_invented_association_says_so() -> None:
    (notice,) = shown().frame.notices
    assert f"{notice.title} {notice.text}" == (
        "Keksitty esimerkki. Tätä yhdistystä ei ole olemassa. "
        "Esimerkkiyhdistys tapahtumineen näyttää, millainen sivu voi olla."
    )
    assert shown("kunta").frame.notices == ()


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2027, 1, 11), "Seuraava tapahtuma: ti 12.1.2027."),
        (date(2027, 9, 1), "Viimeisin tapahtuma: 25.5.2027. Juuri nyt kalenterissa ei ole uusia."),
        (date(2029, 1, 1), "Kalenterissa on ollut hiljaista 25.5.2027 jälkeen."),
    ],
)
def test_activity_is_told_in_a_sentence(today: date, words: str) -> None:
    assert shown(today=today).activity == words


def test_who_never_had_an_event_is_not_called_quiet() -> None:
    assert shown("liitto").activity == ""


def test_links_that_are_no_web_addresses_are_left_out() -> None:
    elsewhere = next(fact for fact in shown().facts if fact.term == "Muualla verkossa")
    assert elsewhere.links == (Link("example.org", "https://example.org/"),)


def test_an_old_contact_is_marked() -> None:
    contact = shown().contact
    assert contact is not None
    assert (contact.checked, contact.old) == ("tarkistettu 1.1.2024", True)
    assert contact.links == (Link("info@example.org", "mailto:info@example.org"), Link("06 123 456", "tel:06123456"))


def test_practices_members_venues_and_what_is_taken_up() -> None:
    assert shown("kunta").practices == (Link("Kumppanuusaamiainen", "../../kaytannot/aamiainen/", "toteuttajana"),)
    assert shown("liitto").practices[0].note == "rahoittajana"
    assert shown("liitto").members == (Link("Kylän & järven seura ry", "../../yhdistykset/kylaseura/"),)
    assert shown().venues == (Link("Seurala", "../../paikat/seurala/"),)
    assert shown().adoptions == (Link("Kumppanuusaamiainen", "../../kaytannot/aamiainen/", "kokeilee"),)


def association(n: int, name: str) -> Organisation:
    kind = OrganisationType.ASSOCIATION
    return Organisation(**common(f"y{n}"), name=text(name), organisation_type=kind, municipality="soini")


def test_hundreds_of_organisations_stand_by_letter_with_jumps() -> None:
    letters = "ÖÄÅZABC"
    many = [association(n, f"{letters[n % 7]}-seura {n}") for n in range(490)]
    view = organisations_view(context(*region(*many)), "../")
    assert [letter.title for letter in view.letters] == ["A", "B", "C", "K", "M", "V", "Z", "Å", "Ä", "Ö"]
    assert [jump.text for jump in view.jumps] == [letter.title for letter in view.letters]
    assert len({letter.anchor for letter in view.letters}) == len(view.letters)
    assert sum(len(letter.items) for letter in view.letters) == 493
    assert [entry.title for entry in view.letters[0].items[:3]] == ["A-seura 4", "A-seura 11", "A-seura 18"]


def test_a_short_list_needs_no_jumps() -> None:
    view = organisations_view(context(*region()), "../")
    assert view.jumps == ()
    assert [choice.label for choice in view.choices] == ["Kunta", "Tyyppi"]


def test_of_one_that_has_ceased_nothing_is_awaited() -> None:
    gone = association(1, "Mennyt-seura")
    ceased = replace(gone, active=Period(ends=date(2018, 12, 31)))
    ended, going = (
        next(page.body for page in organisation_pages(context(*region(one))) if page.title == "Mennyt-seura")
        for one in (ceased, gone)
    )
    assert "Toiminta päättyi 31.12.2018." in ended
    awaited = ("Seuraa", "Tilaa kalenteri, niin näet heti", "Lisää tapahtuma")
    assert [words in ended for words in awaited] == [False] * 3
    assert [words in going for words in awaited] == [True] * 3
