"""What the rules tell beside the events: names, minutes and days, chosen the same way whoever asks."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.planner.builders import (
    SETTINGS,
    TODAY,
    make_community,
    make_event,
    make_municipality,
    make_organisation,
    make_venue,
    text,
)
from tests.planner.compact import event

from seurantalo.language import language
from seurantalo.model.event import Event, Format
from seurantalo.model.organisation import OrganisationType
from seurantalo.model.record import UNKNOWN_REVISION, Revision
from seurantalo.model.settings import Settings
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import (
    Among,
    Clashes,
    Finding,
    Ground,
    Level,
    PairRule,
    advice,
    explain,
    explain_pair,
    find_clashes,
)
from seurantalo.planner.clashes.rules import PAIR_RULES, RULES
from seurantalo.planner.clashes.sweep import Budget, near_in_days, overlapping


def findings(*events: Event, settings: Settings = SETTINGS) -> dict[str, Finding]:
    community = make_community(
        make_municipality("vimpeli", neighbours=("alajarvi",), region="jarviseutu"),
        make_municipality("soini", region="jarviseutu"),
        make_venue("talo", rooms=["sali", "kahvio"]),
        make_venue("koulu"),
        *events,
    )
    clashes = find_clashes(community, make_calendar(community, settings, TODAY), settings)
    return {finding.rule: finding for finding in clashes}


def test_the_organiser_that_both_have_is_named_and_no_other() -> None:
    found = findings(
        make_event("a", organisers=("aatto", "martat", "nuoret"), venue="talo"),
        make_event("b", organisers=("nuoret", "martat"), venue="koulu"),
    )
    assert found["organiser"].fact("organiser") == "Martat"


def test_the_audience_that_both_have_is_named_and_no_other() -> None:
    found = findings(
        make_event("a", "2027-03-12 18:00", audiences=("ikaihmiset", "lapset", "nuoret")),
        make_event("b", "2027-03-13 18:00", audiences=("nuoret", "lapset", "kaikki")),
    )
    assert found["near-miss"].fact("audience") == "lapset"


def test_the_first_practice_that_both_have_is_named() -> None:
    found = findings(
        make_event("a", practices=("talkkari", "naapuriapu", "aamiainen")),
        make_event("b", practices=("talkkari", "naapuriapu"), municipality="soini"),
    )
    assert found["near-miss"].fact("practice") == "Naapuriapu"


def test_one_practice_in_one_region_is_told_with_both_places() -> None:
    found = findings(
        make_event("a", practices=("kahvila",)), make_event("b", practices=("kahvila",), municipality="soini")
    )
    assert explain(found["near-miss"], language("en")) == (
        "One practice on one day in two municipalities (Kahvila): “a” (Vimpeli) and “b” (Soini), Sat 13 March 2027."
    )


def test_minutes_between_and_needed_are_told_whichever_comes_first() -> None:
    early = make_event("b", "2027-03-13 16:00", "2027-03-13 17:45", venue="koulu")
    found = findings(make_event("a", "2027-03-13 18:00", venue="koulu"), early)["venue"]
    assert (found.fact("gap"), found.fact("margin")) == ("15", "30")


def test_a_room_is_named_where_both_name_it() -> None:
    rooms = {"a": ("sali", "sali"), "b": ("kahvio", "kahvio")}
    for x, y in rooms.values():
        found = findings(make_event("a", venue="talo", room=x), make_event("b", venue="talo", room=y))
        assert found["venue"].fact("room") == x.capitalize()
    both = findings(make_event("a", venue="talo"), make_event("b", venue="talo"))
    assert both["venue"].fact("room") == ""


@pytest.mark.parametrize("unnamed", ["a", "b"])
def test_the_one_that_does_not_name_its_room_is_told(unnamed: str) -> None:
    events = [make_event(name, venue="talo", room=None if name == unnamed else "sali") for name in "ab"]
    found = findings(*events)["venue-room-unknown"]
    assert explain(found, language("en")).endswith(f"The room of “{unnamed}” is not named.")


@pytest.mark.parametrize(
    ("rule", "a", "b", "told"),
    [
        ("venue", {"venue": "koulu"}, {"venue": "koulu"}, True),
        ("venue-room-unknown", {"venue": "talo"}, {"venue": "talo", "room": "sali"}, True),
        ("organiser", {"venue": "koulu", "organisers": "seura"}, {"venue": "talo", "organisers": "seura"}, True),
        ("audience", {"for": "lapset"}, {"for": "lapset"}, True),
        ("duplicate", {"title": "Tanssit"}, {"title": "Tanssit"}, True),
        ("major", {"weight": "major"}, {}, False),
        ("near-miss", {"format": "concert"}, {"format": "concert", "starts": "2027-03-14 18:00"}, False),
    ],
)
def test_a_guessed_end_is_mentioned_where_it_decides(
    rule: str, a: dict[str, str], b: dict[str, str], told: bool
) -> None:
    events = [event(name, {"starts": "2027-03-13 18:00", **fields}) for name, fields in (("a", a), ("b", b))]
    words = advice(findings(*events)[rule], language("en"))
    assert ("No end is given for" in words) is told


@pytest.mark.parametrize("rule", ["venue", "audience", "organiser", "major"])
def test_one_practice_is_mentioned_by_every_rule_but_the_one_that_is_about_it(rule: str) -> None:
    shared = {"practices": "kahvila", "starts": "2027-03-13 18:00"}
    sides = {
        "venue": ({"venue": "koulu"}, {"venue": "koulu"}),
        "audience": ({"for": "lapset"}, {"for": "lapset"}),
        "organiser": ({"venue": "koulu", "organisers": "s"}, {"venue": "talo", "organisers": "s"}),
        "major": ({"weight": "major"}, {}),
    }
    a, b = sides[rule]
    found = findings(event("a", {**shared, **a}), event("b", {**shared, **b}))[rule]
    assert explain(found, language("en")).endswith("Both are of one practice: Kahvila.")


def test_a_perhaps_double_asks_nobody_to_move_or_to_agree() -> None:
    found = findings(make_event("a", title="Tanssit"), make_event("b", title="Tanssit"))["duplicate"]
    assert not found.pressing
    assert "clash_ok" not in advice(found, language("en"))


def test_another_rule_says_that_it_may_be_one_event() -> None:
    """One title, one hour, one choir: the same people in two places, and perhaps one event."""
    found = findings(
        make_event("a", title="Tanssit", venue="koulu", organisers=("kosken-kuoro",)),
        make_event("b", title="Tanssit", organisers=("kosken-kuoro",)),
    )["organiser"]
    assert "Or is it one and the same event, written twice? Then one file is enough." in advice(found, language("en"))
    other = findings(*(make_event(name, title=f"Tanssit {n}", venue="koulu") for n, name in enumerate("ab")))
    assert "one file is enough" not in advice(other["venue"], language("en"))


def test_titles_are_compared_in_each_language_they_have() -> None:
    both = make_event("a", title=text({"fi": "Kevättanssit", "sv": "Vårdansen"}))
    assert "duplicate" in findings(both, make_event("b", title="Kevättanssit"))
    assert "duplicate" in findings(both, make_event("b", title="Vårdansen"))
    assert "duplicate" not in findings(both, make_event("b", title="Höstdansen"))


@pytest.mark.parametrize("venues", [("koulu", None), (None, "koulu"), (None, None), ("koulu", "koulu")])
def test_one_title_is_one_event_wherever_no_two_places_speak_against_it(
    venues: tuple[str | None, str | None],
) -> None:
    a, b = (make_event(name, title="Tanssit", venue=venue) for name, venue in zip("ab", venues, strict=True))
    found = findings(a, b)
    assert "duplicate" in found or "one file is enough" in advice(found["venue"], language("en"))


def test_the_evening_is_from_four_to_ten_to_the_second() -> None:
    starts = [
        datetime(2027, 3, 13, 15, 59, 59),
        datetime(2027, 3, 13, 16),
        datetime(2027, 3, 13, 22),
        datetime(2027, 3, 13, 22, 0, 1),
    ]
    events = [make_event(f"e{number}", each) for number, each in enumerate(starts)]
    community = make_community(*events)
    calendar = make_calendar(community, SETTINGS, TODAY)
    ground = Ground(community, SETTINGS)
    assert [ground.entry(calendar.of_event(each.id)[0]).evening for each in events] == [False, True, True, False]


def test_what_was_compared_are_the_days_that_clash_not_the_nearest() -> None:
    """The first date is an hour apart in two places, the second is in one place."""
    a = event("a", {"starts": "2027-03-02 18:00", "venue": "talo", "repeats": "weekly x2", "weight": "normal"})
    b = event(
        "b",
        {
            "starts": "2027-03-02 18:00",
            "venue": "koulu",
            "repeats": "weekly x2",
            "weight": "normal",
            "changes": [{"date": "2027-03-09", "venue": "talo"}],
        },
    )
    community = make_community(a, b)
    explanation = explain_pair(a, b, community, make_calendar(community, SETTINGS, TODAY), SETTINGS)
    assert [verdict.rule for verdict in explanation.verdicts if verdict.level] == ["venue"]
    assert explanation.dates == (date(2027, 3, 9), date(2027, 3, 9))


def test_every_group_has_the_full_number_of_pairs() -> None:
    events = [make_event(f"e{number}") for number in range(4)]
    community = make_community(*events)
    ground = Ground(community, SETTINGS)
    calendar = make_calendar(community, SETTINGS, TODAY)
    entries = [ground.entry(calendar.of_event(each.id)[0]) for each in events]
    for pairs in (overlapping, near_in_days):
        budget = Budget(5)
        assert [len(list(pairs(entries, 0, budget))) for _ in range(2)] == [5, 5]
        assert (budget.examined, budget.skipped) == (10, 2)


def test_every_rule_has_words_of_its_own() -> None:
    assert len({rule.words.advice for rule in RULES}) == len(RULES)
    assert len({rule.words.name for rule in PAIR_RULES}) == len(PAIR_RULES)


def test_a_form_of_one_kind_is_enough_to_be_alike() -> None:
    found = findings(
        make_event("a", "2027-03-12 18:00", format=Format.CONCERT), make_event("b", format=Format.CONCERT)
    )
    assert explain(found["near-miss"], language("en")) == (
        "Close together in Vimpeli, of the same kind: “a” Fri 12 March 2027 and “b” Sat 13 March 2027."
    )


def test_what_belongs_together_is_counted_in_the_order_of_ids() -> None:
    """The last one belongs to both others, which do not know of each other."""
    events = [
        event("a", {"starts": "2027-03-10 14:00", "series": "talvi"}),
        event("b", {"starts": "2027-03-10 18:00", "part_of": "u"}),
        event("u", {"starts": "2027-08-10 18:00"}),
        event("z", {"starts": "2027-03-10 09:00", "series": "talvi", "part_of": "u"}),
    ]
    found = findings(*events, settings=Settings(load_small=1))["load"]
    assert (found.fact("count"), found.fact("limit"), found.event.id) == ("2", "1", "a")
    assert found.event_ids == ("a", "b", "z")


@pytest.mark.parametrize(
    ("number", "named"),
    [(2, "“e0” and “e1”"), (3, "“e0”, “e1” and “e2”"), (4, "“e0”, “e1”, “e2” and 1 other"), (5, "2 others")],
)
def test_a_full_day_names_three_and_counts_the_others(number: int, named: str) -> None:
    events = [make_event(f"e{n}", f"2027-03-10 {8 + 2 * n:02}:00") for n in range(number)]
    words = explain(findings(*events, settings=Settings(load_small=1))["load"], language("en"))
    assert f"{number} events (" in words
    assert words.endswith(f"{named}).")
    assert ("other" in words) is (number > 3)


def test_a_sunday_alone_can_be_more_than_a_weekend_carries() -> None:
    events = [make_event(f"e{n}", f"2027-03-14 {8 + 2 * n:02}:00") for n in range(2)]
    found = findings(*events, settings=Settings(load_weekend_small=1))["load"]
    assert (found.dates, found.fact("span")) == ((date(2027, 3, 14),), "weekend")


@pytest.mark.parametrize("audiences", [("vauvat", "lapset"), ("lapset", "vauvat")])
def test_the_broader_of_two_audiences_is_what_both_share(audiences: tuple[str, str]) -> None:
    a, b = (make_event(name, audiences=(each,)) for name, each in zip("ab", audiences, strict=True))
    assert findings(a, b)["audience"].fact("audience") == "lapset"


def test_umbrellas_that_stand_under_each_other_come_to_an_end() -> None:
    events = [make_event(name, part_of=other, venue="koulu") for name, other in (("a", "b"), ("b", "a"), ("c", "a"))]
    assert "venue" not in findings(*events)


def test_a_weightier_rule_of_ones_own_is_heard_before_a_lighter_one_of_ours() -> None:
    own = PairRule("own", (Among.DAY,), lambda a, b, _: Level.HARD if a.day == b.day else None)
    events = [make_event(name, audiences=("lapset",)) for name in "ab"]
    community = make_community(*events)
    clashes = find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS, own_rules=(own,))
    assert [each.id for each in clashes.findings] == ["own.a.b"]


@pytest.mark.parametrize("apart", [7, 8])
def test_a_rule_of_ones_own_may_look_some_days_around(apart: int) -> None:
    own = PairRule("own", (Among.DAYS,), lambda a, b, _: Level.INFO if b.day - a.day == apart else None)
    events = [make_event("a", "2027-03-10 18:00"), make_event("b", f"2027-03-{10 + apart} 18:00")]
    community = make_community(*events)
    clashes = find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS, own_rules=(own,))
    assert [each.id for each in clashes.findings] == (["own.a.b"] if apart == 7 else [])


def test_remarks_are_left_out_where_both_have_enough_the_nearest_kept() -> None:
    events = [
        make_event(name, f"2027-03-{day} 18:00", format=Format.CONCERT)
        for name, day in zip("abcd", (16, 17, 18, 19), strict=True)
    ]
    community = make_community(*events)
    own = Settings(clash_notes=2)
    clashes = find_clashes(community, make_calendar(community, own, TODAY), own)
    told = {each.id.removeprefix("near-miss.") for each in clashes.findings}
    assert (told, clashes.capped) == ({"a.b", "b.c", "c.d", "a.c", "b.d"}, 1)


@pytest.mark.parametrize("known", ["a", "b", ""])
def test_who_was_first_is_unknown_where_one_history_is(known: str) -> None:
    seen = Revision(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC))
    events = [
        make_event(name, venue="koulu", revision=seen if known in (name, "") else UNKNOWN_REVISION) for name in "ab"
    ]
    assert findings(*events)["venue"].first is None


@pytest.mark.parametrize("held", ["a", "b"])
def test_a_hold_makes_no_hard_clash_when_it_is_explained(held: str) -> None:
    fields = {"starts": "2027-03-13 18:00", "venue": "koulu"}
    a, b = (event(name, {**fields, **({"status": "tentative"} if name == held else {})}) for name in "ab")
    community = make_community(a, b)
    explanation = explain_pair(a, b, community, make_calendar(community, SETTINGS, TODAY), SETTINGS)
    assert [verdict.level for verdict in explanation.verdicts if verdict.rule == "venue"] == [Level.SOFT]


@pytest.mark.parametrize("turned", [False, True])
def test_the_nearest_dates_are_compared(turned: bool) -> None:
    series = event("a", {"starts": "2027-03-02 18:00", "repeats": "weekly x4", "weight": "normal"})
    single = event("b", {"starts": "2027-03-11 18:00"})
    community = make_community(series, single)
    pair = (single, series) if turned else (series, single)
    explanation = explain_pair(*pair, community, make_calendar(community, SETTINGS, TODAY), SETTINGS)
    days = (date(2027, 3, 9), date(2027, 3, 11))
    assert explanation.dates == (days[::-1] if turned else days)


def test_what_other_rules_add_is_theirs_alone() -> None:
    """Where a perhaps double is told itself it adds nothing, and rules without an addition add nothing."""
    double = findings(*(make_event(name, title="Tanssit", audiences=("lapset",)) for name in "ab"))["duplicate"]
    assert double.beside == ()
    assert "one file is enough" not in advice(double, language("en"))
    place = findings(*(make_event(name, venue="koulu", audiences=("lapset",)) for name in "ab"))["venue"]
    assert place.beside == ()


def test_minutes_are_whole_ones_of_sixty_seconds() -> None:
    hall = make_venue("halli", setup_margin=90)
    early = make_event("a", "2027-03-13 16:00", "2027-03-13 17:01", venue="halli")
    community = make_community(hall, early, make_event("b", "2027-03-13 18:00", venue="halli"))
    (found,) = find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS).findings
    assert (found.fact("gap"), found.fact("margin")) == ("59", "90")


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Kosken kuoro", Level.HARD),
        ("Mieskuoro Louhi ry", Level.HARD),
        ("Koski-Band", Level.HARD),
        ("Kvarnby spelmän", Level.HARD),
        ("Village Choir", Level.HARD),
        ("Kuoron kannatusyhdistys", Level.SOFT),
        ("Kosken Martat ry", Level.SOFT),
    ],
)
def test_who_is_needed_as_a_whole_is_known_by_name(name: str, level: Level) -> None:
    organiser = make_organisation("jokin", title=name)
    events = [make_event(each, organisers=("jokin",), venue=venue) for each, venue in (("a", "talo"), ("b", "koulu"))]
    community = make_community(organiser, *events)
    (found, *_) = find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS).findings
    assert (found.rule, found.level) == ("organiser", level)


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (OrganisationType.MUNICIPALITY, Level.INFO),
        (OrganisationType.MUNICIPAL_UNIT, Level.INFO),
        (OrganisationType.PARISH, Level.INFO),
        (OrganisationType.NETWORK, Level.INFO),
        (OrganisationType.COMPANY, Level.SOFT),
    ],
)
def test_who_has_many_hands_is_known_by_type(kind: OrganisationType, level: Level) -> None:
    """Beside one that has few, the few decide."""
    many, few = make_organisation("kunta", kind=kind), make_organisation("seura")
    for organisers, expected in ((("kunta",), level), (("kunta", "seura"), Level.SOFT)):
        events = [
            make_event(each, organisers=organisers, venue=venue) for each, venue in (("a", "talo"), ("b", "koulu"))
        ]
        community = make_community(many, few, *events)
        (found, *_) = find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS).findings
        assert (found.rule, found.level) == ("organiser", expected)
        fewest = "Seura" if len(organisers) > 1 and level is Level.INFO else "Kunta"
        assert found.fact("organiser") == fewest


def test_nothing_is_found_where_nothing_was_looked_for() -> None:
    none = Clashes((), (), TODAY)
    assert (none.findings, none.capped, none.examined, none.rules, dict(none.counts)) == (
        (),
        0,
        0,
        (),
        {"hard": 0, "soft": 0, "info": 0},
    )
