"""The pages of well-being trees and the forest: words, links, gaps, and that they are whole."""

from __future__ import annotations

from typing import Any

import pytest
from tests.pages.small_region import common, context, event, places, text
from tests.pages.test_year import Balance

from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.participation import Branch, Fruit, Leaf, WellbeingTree
from seurantalo.model.place import Municipality
from seurantalo.model.record import Record
from seurantalo.publishing.pages.people.municipality import municipality_pages
from seurantalo.publishing.pages.wiki.wellbeing.forest import forest_page, forest_view
from seurantalo.publishing.pages.wiki.wellbeing.page import tree_sentences, tree_view, wellbeing_pages
from seurantalo.publishing.prose import ProseContext, render_prose

EVIL = "<script>alert(1)</script>\"'&"


def tree(name: str = "vimpeli", actors: int = 2, **more: Any) -> WellbeingTree:
    fields: dict[str, Any] = {
        "branches": (
            Branch(
                factor=text("Liikunta"),
                actors=(Leaf(organisation="kylaseura", service=text("Latutalkoot")), Leaf(name="Uimahalli"))[:actors],
            ),
            Branch(factor=text("Turva")),
        ),
        "fruits": (
            Fruit(text=text("Puu esiteltiin."), practice="aamiainen"),
            Fruit(text=text("Latu syntyi."), event="hiihto"),
            Fruit(text=text("Naapurit tutustuivat.")),
        ),
        "municipality": name,
    }
    return WellbeingTree(**{**common(name, "content/wellbeing"), **fields, **more})


def records(*trees: WellbeingTree) -> tuple[Record, ...]:
    return (*places(), event("hiihto", None), *trees)


def test_a_tree_in_words() -> None:
    assert tree_sentences(context(*records(tree())), tree()) == (
        "Puussa on 2 oksaa ja 2 tekijää.",
        "1 oksa on paljas.",
        "Yhteistyöstä on kypsynyt 3 omenaa.",
    )
    swedish = tree_sentences(context(*records(tree()), lang="sv"), tree(actors=1))
    assert swedish[0] == "Trädet har 2 grenar och 1 aktör."


def test_leaves_and_apples_lead_to_what_they_are() -> None:
    view = tree_view(context(*records(tree())), tree())
    assert view.frame.title == "Hyvinvointipuu: Vimpeli"
    assert [(one.text, one.href) for one in view.fruits] == [
        ("Puu esiteltiin.", "../../kaytannot/aamiainen/"),
        ("Latu syntyi.", "../../tapahtumat/hiihto/"),
        ("Naapurit tutustuivat.", ""),
    ]
    assert [(one.link.text, one.link.href, one.service) for one in view.branches[0].actors] == [
        ("Kylän & järven seura ry", "../../yhdistykset/kylaseura/", "Latutalkoot"),
        ("Uimahalli", "", ""),
    ]
    for picture in (view.wide, view.narrow):
        assert 'href="../../yhdistykset/kylaseura/"' in picture
        assert 'href="../../kaytannot/aamiainen/"' in picture
        assert "Paljas oksa." in picture


def test_a_bare_branch_invites_to_its_file() -> None:
    (page,) = wellbeing_pages(context(*records(tree())))
    assert page.address == "hyvinvointi/vimpeli/"
    edit = "https://git.example.org/edit/main/content/wellbeing/vimpeli.md"
    assert f'<a href="{edit}">Kirjoita itsenne oksalle</a>' in page.body


def test_a_link_to_a_tree_is_called_by_its_municipality_and_told_at_its_other_end() -> None:
    words = "Katso [[puu:vimpeli]] ja [[Hyvinvointipuu:vimpeli|puu]]."
    speaking = event("ilta", None, description=text(words))
    ctx = context(*records(tree()), speaking)
    link = '<a href="../../hyvinvointi/vimpeli/">{}</a>'
    shown = render_prose(words, ProseContext(ctx.community, "fi", "../../"))
    assert shown == f"<p>Katso {link.format('Vimpeli')} ja {link.format('puu')}.</p>"
    (page,) = wellbeing_pages(ctx)
    assert '<h2 id="viittaukset">Tähän viitataan</h2>' in page.body
    assert '<a href="../../tapahtumat/ilta/">Ilta</a>' in page.body


def test_the_forest_compares_branch_by_branch() -> None:
    soini = tree("soini", branches=(Branch(factor=text("turva"), actors=(Leaf(name="VPK"),)),), fruits=())
    view = forest_view(context(*records(tree(), soini)))
    assert [(one.title, one.numbers, one.bare) for one in view.trees] == [
        ("Soini", ("1 oksa", "1 tekijä", "0 omenaa"), ""),
        ("Vimpeli", ("2 oksaa", "2 tekijää", "3 omenaa"), "1 oksa on paljas."),
    ]
    rows = [
        (one.factor, [leaf.text for leaf in one.leaves], [bare.text for bare in one.bare]) for one in view.branches
    ]
    assert rows == [("turva", ["Soini"], ["Vimpeli"]), ("Liikunta", ["Vimpeli"], [])]
    assert view.missing == ()


def test_municipalities_with_events_and_no_tree_are_named() -> None:
    extra = event("ilta", None, municipality="soini")
    assert forest_view(context(*records(tree()), extra)).missing == ("Soini",)
    assert "Vielä istuttamatta: Soini." in forest_page(context(*records(tree()), extra)).body


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("trees", [(), (tree(),), (tree(branches=(), fruits=()),)], ids=["none", "one", "empty"])
def test_every_page_is_whole_with_one_h1(lang: str, trees: tuple[WellbeingTree, ...]) -> None:
    ctx = context(*records(*trees), lang=lang)
    for page in (forest_page(ctx), *wellbeing_pages(ctx)):
        balance = Balance()
        balance.feed(page.body)
        assert balance.open == []
        assert page.body.count("<h1") == 1
        assert len(set(balance.ids)) == len(balance.ids)
        assert {heading.id for heading in page.headings} <= set(balance.ids)


def test_hostile_names_stay_words() -> None:
    evil = tree(
        branches=(
            Branch(factor=text(EVIL), actors=(Leaf(name=EVIL, service=text(EVIL)),)),
            Branch(factor=text(EVIL)),
        ),
        fruits=(Fruit(text=text(EVIL)),),
    )
    ctx = context(*records(evil))
    for page in (forest_page(ctx), *wellbeing_pages(ctx)):
        assert "<script" not in page.body


def test_three_hundred_trees_make_a_forest_of_bounded_size() -> None:
    names = [f"kunta-{n}" for n in range(300)]
    people = Organisation(
        **common("vpk"), name=text("VPK"), organisation_type=OrganisationType.ASSOCIATION, municipality="vimpeli"
    )
    towns = [Municipality(**common(name), name=text(name), locative=text(name)) for name in names]
    body = forest_page(context(*records(*(tree(name) for name in names)), people, *towns)).body
    assert len(body) < 400_000
    assert body.count('class="st-tree__small"') == 60


def test_the_tree_is_one_click_from_its_municipality() -> None:
    pages = {page.address: page.body for page in municipality_pages(context(*records(tree())))}
    assert 'href="../../hyvinvointi/vimpeli/"' in pages["kunnat/vimpeli/"]
    assert "hyvinvointi/" not in pages["kunnat/soini/"]
