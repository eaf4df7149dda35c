"""What an output has read of events while it was made: enough to know that it would be the same again."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING

import orjson
import pytest
from tests.examples import by_night
from tests.pages.small_region import event, rich_records, text, weekly
from tests.pages.wiki_region import region
from tests.publishing.traced import TRACED, Traced

from seurantalo.model.channel import Channel, ChannelType, RegionalMap
from seurantalo.model.event import AgreedClash, Event, EventStatus, Weight
from seurantalo.model.organisation import Organisation
from seurantalo.model.parts import AgendaItem, Contact, WebLink
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.record import Origin
from seurantalo.publishing.pages.calendar.subscribe.calendars import calendar_files
from seurantalo.publishing.pages.propose.rows import proposal_data
from seurantalo.publishing.pages.shared.context import in_language
from seurantalo.publishing.publication import Page
from seurantalo.publishing.traces.answered import Answered, Change
from seurantalo.publishing.traces.digests import TOLD, Digests, digest_of_record
from seurantalo.publishing.traces.questions import known_questions
from seurantalo.publishing.traces.recorder import ALL, OUTLINES, UNTOLD
from seurantalo.publishing.traces.told_pages import page_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from seurantalo.model.record import Record

REGIONS = {"small": (*rich_records(), weekly()), "wiki": region()}
#: Random edits with each of four seeds.
EDITS = 1_500 if by_night() else 125


def test_a_page_of_one_event_has_read_one_event() -> None:
    traced = Traced.of(*rich_records(), event("hiljainen", datetime(2027, 4, 7, 18), datetime(2027, 4, 7, 20)))
    _, read = traced.made(("event", "hiljainen"))
    assert {key for key in read if key[0] == "event"} == {("event", "hiljainen")}
    assert ALL not in read


def test_who_goes_through_the_calendar_has_read_everything() -> None:
    traced = Traced.of(*rich_records())
    ctx, recorder = in_language(traced.parts, "fi"), traced.parts.recorder
    assert recorder is not None
    for look in (
        lambda: list(ctx.community.events),
        lambda: ctx.calendar.occurrences,
        lambda: list(ctx.clashes),
        lambda: ctx.clashes.findings,
        lambda: ctx.coming,
        lambda: list(ctx.next_of),
        lambda: ctx.once(lambda ctx: ctx.calendar.pending),
    ):
        with recorder.recording() as read:
            look()
        assert read == {ALL}


def test_what_is_kept_has_been_read_by_all_who_use_it() -> None:
    traced = Traced.of(*rich_records())
    ctx, recorder = in_language(traced.parts, "fi"), traced.parts.recorder
    assert recorder is not None
    for _ in range(2):
        with recorder.recording() as read:
            ctx.keep("tori", lambda: ctx.community.events["tori"])
        assert read == {("event", "tori")}


@pytest.mark.parametrize("name", REGIONS)
def test_nothing_is_kept_between_two_outputs_but_by_the_context(name: str) -> None:
    """Made alone, an output reads nothing that was not noted when it was made after all the others."""
    warm = Traced.of(*REGIONS[name])
    for about in warm.outputs:
        warm.made(about)
    for about, made, read in warm.all():
        again, alone = Traced.of(*REGIONS[name]).made(about)
        assert again == made
        assert ALL in read or UNTOLD in read or alone <= read, about


def test_a_channel_has_a_digest() -> None:
    """What it calls our words and places lies in mappings that nobody can change."""

    def channel(**places: str) -> Channel:
        given = {"id": "maakunta", "origin": Origin("content/vocabulary/channels.yml"), "name": text("Maakunta")}
        regional = RegionalMap(places=MappingProxyType(places))
        return Channel(**given, channel_type=ChannelType.REGIONAL_CALENDAR, regional=regional)  # type: ignore[arg-type]

    one, same, other = (digest_of_record(channel(vimpeli=place)) for place in ("a:1", "a:1", "a:2"))
    assert one == same != other


def test_a_digest_is_of_values_and_not_of_objects() -> None:
    first, second = event("tanssit", datetime(2027, 3, 20, 19)), event("tanssit", datetime(2027, 3, 20, 19))
    digests, other = Digests(lambda _: None), replace(second, room="sali")
    assert digests.told(first) == digests.told(second) != digests.told(other)
    # Of one that is in the calendar its name is enough: what it says is known by itself.
    assert Digests({"tanssit": first}.get).told([first]).events == {"tanssit"}
    with pytest.raises(TypeError, match="no digest of object"):
        digests.told([object()])


def test_all_that_an_event_says_is_in_its_digest() -> None:
    one, same, other = (
        Traced.of(*rich_records(), event("ilta", datetime(2027, 4, 7, 18), None, room=room)).answers.events
        for room in (None, None, "sali")
    )
    assert one == same
    assert {name for name, digest in other.items() if digest != one[name]} == {"ilta"}


@pytest.mark.parametrize("name", REGIONS)
def test_a_page_is_the_same_when_it_was_kept(name: str) -> None:
    """As JSON and back: with its feeds, its headings and what the search knows of it."""
    pages = [made for _, made, _ in Traced.of(*REGIONS[name]).all() if isinstance(made, Page)]
    assert [page_of(orjson.loads(orjson.dumps(page))) for page in pages] == pages
    assert any(page.found for page in pages)
    assert any(page.feeds for page in pages)
    assert any(page.headings for page in pages)


@pytest.mark.parametrize("seed", range(4))
def test_what_has_read_nothing_that_changed_is_the_same(seed: int) -> None:
    """Random edits, one build after another: an output whose answers are the same has the same bytes."""
    random = Random(seed)
    records = {one.id: one for one in (*REGIONS["small"], *_more())}
    ground, known = b"", Answered()
    outputs: dict[tuple[str, str], tuple[Page | bytes, list[int]]] = {}
    facts: dict[str, tuple[object, list[int]]] = {}
    kept = made_again = edits = known_facts = 0
    while edits < EDITS:
        # Now one, now several between two builds.
        for _ in range(random.choice((1, 1, 2, 6))):
            records, edits = _edited(records, random), edits + 1
        traced = Traced.of(*records.values())
        now = traced.answers.now()
        if traced.answers.ground != ground:
            ground, known, outputs, facts = traced.answers.ground, Answered(), {}, {}
        changed, before, outputs = known.changed(now), outputs, {}
        facts = {name: one for name, one in facts.items() if changed.isdisjoint(one[1])}
        traced.parts.facts.earlier = {name: fact for name, (fact, _) in facts.items()}.get
        for about in traced.outputs:
            made, read = traced.made(about)
            if about in before and changed.isdisjoint(before[about][1]):
                assert made == before[about][0], about
                kept, outputs[about] = kept + 1, before[about]
            elif UNTOLD not in read:
                made_again, outputs[about] = made_again + (about in before), (made, known.numbers_of(read))
        known_facts += len(facts)
        for name, (fact, keys) in traced.parts.facts.found.items():
            facts[name] = orjson.loads(orjson.dumps(fact)), known.numbers_of(keys)
        used = {number for found in (outputs, facts) for _, numbers in found.values() for number in numbers}
        known, numbers = known.again(used, now)
        facts = {
            name: (fact, [numbers[one] for one in read])
            for name, (fact, read) in facts.items()
            if numbers.keys() >= {*read}
        }
        outputs = {
            about: (made, [numbers[one] for one in read])
            for about, (made, read) in outputs.items()
            if numbers.keys() >= {*read}
        }
    assert TRACED
    assert kept > made_again
    assert known_facts > edits


@pytest.mark.parametrize("seed", range(2))
def test_what_an_earlier_build_has_made_of_the_same_events_is_what_would_be_made_anew(seed: int) -> None:
    random, store, asked = Random(seed), dict[str, tuple[bytes, ...]](), Counter[bool]()

    def kept(key: str, make: Callable[[], tuple[bytes, ...]]) -> tuple[bytes, ...]:
        asked[key in store] += 1
        return store.setdefault(key, make())

    records = {one.id: one for one in (*REGIONS["small"], *_more())}
    for _ in range(EDITS // 4):
        records = _edited(records, random)
        if random.random() < 0.1:
            house = records["seurala"]
            assert isinstance(house, Venue)
            records["seurala"] = replace(house, name=text(random.choice(("Seurala", "Kisala"))))
        parts = Traced.of(*records.values()).parts
        anew, again = (in_language(one, "fi") for one in (parts, replace(parts, kept_made=kept, recorder=None)))
        for files in (calendar_files, proposal_data):
            assert list(files(again)) == list(files(anew.plain))
    assert asked[True] > asked[False] > 0


def test_what_is_only_told_of_events_chooses_none_of_them() -> None:
    """Whatever is not asked again where outlines are as they were reads nothing else while it is asked."""
    asked: set[str] = set()
    counted: set[str] = set()
    for records in REGIONS.values():
        given = (*records, *(_more() if records is REGIONS["small"] else ()))
        loud = Traced.of(*given)
        outputs = [(about, read) for about, _, read in loud.all()]
        facts = [("", keys) for _, keys in loud.parts.facts.found.values()]
        silent = Traced.of(*(_silent(one) if isinstance(one, Event) else one for one in given))
        since = silent.answers.now().since
        chosen = sorted({key for _, read in (*outputs, *facts) for key in read if since(key[0]) is Change.OUTLINE})
        asked |= {key[0] for key in chosen}
        with _silence():
            assert list(silent.answers.all(chosen))
        # Outputs are told at once what all records are called; whom they name is noted. To list them may take more.
        assert silent.outputs
        assert in_language(silent.parts, "fi").names
        counting = [
            about for about, read in outputs if OUTLINES in read and not {"all", "event"} & {key[0] for key in read}
        ]
        with _silence():
            assert all(map(silent.made, counting))
        counted |= {kind for kind, _ in counting}
    every = {one.name for one in known_questions().values() if one.since is Change.OUTLINE}
    assert asked == every | {"event", "outlines", "pointing"}
    assert counted == {"year-index"}


class _Silent(Event):
    """An event that tells nothing while it is silent."""

    is_silent = False


@contextmanager
def _silence() -> Iterator[None]:
    _Silent.is_silent = True
    try:
        yield
    finally:
        _Silent.is_silent = False


def _silent(one: Event) -> Event:
    return _Silent(**{each.name: getattr(one, each.name) for each in fields(one)})


def _silent_field(name: str) -> property:
    slot = getattr(Event, name)

    def value(one: Event) -> object:
        assert not _Silent.is_silent, f"{name} of {one.id} was read"
        return slot.__get__(one)

    return property(value, slot.__set__)


for _name in TOLD - {"origin"}:  # Where its file is belongs to the outline.
    setattr(_Silent, _name, _silent_field(_name))


def _more() -> tuple[Record, ...]:
    """Places for clashes, and events on the same days."""
    towns = (one for one in REGIONS["small"] if isinstance(one, Municipality) and one.id == "vimpeli")
    days = [datetime(2027, 1, 16 + number % 5, 10 + number) for number in range(8)]
    return (
        *(replace(one, neighbours=("soini",)) for one in towns),
        *(event(f"ilta-{n}", day, day + timedelta(hours=2), venue="seurala") for n, day in enumerate(days)),
        event("avoin", None, pending_month=(2027, 3)),
    )


def _edited(records: dict[str, Record], random: Random) -> dict[str, Record]:
    """Some records with one of their events changed, added, removed or renamed."""
    events = [one for one in records.values() if isinstance(one, Event)]
    places = {kind: [one.id for one in records.values() if isinstance(one, kind)] for kind in (Municipality, Venue)}
    seurat = [one.id for one in records.values() if isinstance(one, Organisation)]
    one = random.choice(events)
    day = datetime(2027, 1, random.randint(4, 30), random.randint(8, 20))
    name = f"uusi-{random.randrange(40)}"
    title = text(random.choice(("Tori", "Tanssit", "Ilta", name)))
    free = [each for each in events if not _is_named(each.id, events)]
    edits = {
        "title": lambda: replace(one, title=title),
        "told": lambda: _told(one, random),
        "time": lambda: replace(one, starts=day, ends=day + timedelta(hours=random.randint(1, 9))),
        "days": lambda: replace(one, starts=day.date(), ends=day.date() + timedelta(days=random.randint(0, 10))),
        "long ago": lambda: replace(one, starts=date(2025, 5, 3), ends=None),
        "open": lambda: replace(one, starts=None, ends=None, repeats=None, further=(), changes=()),
        "venue": lambda: replace(one, venue=random.choice([*places[Venue], None]), room=None),
        "town": lambda: replace(one, municipality=random.choice(places[Municipality])),
        "organiser": lambda: replace(one, organisers=(random.choice(seurat),)),
        "weight": lambda: replace(one, stated_weight=random.choice([*Weight, None])),
        "status": lambda: replace(one, status=random.choice([EventStatus.CONFIRMED, EventStatus.CANCELLED])),
        "series": lambda: replace(one, series=random.choice(("", "kylapaivat", "illat"))),
        "joint": lambda: replace(one, joint_with=(random.choice(events).id,)),
        "part of": lambda: replace(one, part_of=random.choice([None, random.choice(events).id])),
        "agreed": lambda: replace(
            one, agreed_clashes=(AgreedClash(with_event=random.choice(events).id, why=text("Sovittu")),)
        ),
        "text": lambda: replace(one, description=text(f"Tule! [[tapahtuma:{random.choice(events).id}]]")),
        "audience": lambda: replace(one, audiences=random.choice(((), ("kaikki",), ("nuoret",)))),
        "theme": lambda: replace(one, themes=random.choice(((), ("kyla",), ("musiikki",)))),
        "repeats": lambda: replace(
            weekly(one.id), origin=one.origin, title=one.title, municipality=one.municipality, changes=()
        ),
    }
    choice = random.choice(["add", "remove", "rename", "other record", *edits])
    if choice == "other record" and not random.randrange(4):
        # Not too often: everything is made anew then.
        other = random.choice([each for each in records.values() if isinstance(each, Venue | Organisation)])
        return {**records, other.id: replace(other, name=text(random.choice(("Talo", "Toinen", "Kolmas"))))}
    if choice == "add" or (choice in {"remove", "rename"} and (not free or len(events) < 10)):
        return {**records, name: event(name, day, day + timedelta(hours=2), venue=random.choice(places[Venue]))}
    if choice == "remove":
        gone = random.choice(free).id
        return {key: each for key, each in records.items() if key != gone}
    if choice == "rename":
        old = random.choice(free)
        new = replace(old, id=name, origin=replace(old.origin, path=f"events/{name}.md"), former_ids=(old.id,))
        return {**{key: each for key, each in records.items() if key not in {old.id, name}}, name: new}
    return {**records, one.id: edits[choice]()} if choice in edits else records


def _told(one: Event, random: Random) -> Event:
    """An event of which something is told otherwise, by which no list chooses."""
    words = text(random.choice(("Lyhyt", "Pidempi sana")))
    others = (
        {"description": words},
        {"price": words},
        {"accessibility": words},
        {"contact": Contact(role=words, phone="+358401234567")},
        {"links": (WebLink(url="https://seurala.example/", title=words),)},
        {"agenda": (AgendaItem(text=words),)},
        {"origin": replace(one.origin, line=random.randrange(9))},
        {"revision": replace(one.revision, modified=datetime(2027, 1, random.randint(1, 28), tzinfo=UTC))},
    )
    return replace(one, **random.choice(others))


def _is_named(name: str, events: list[Event]) -> bool:
    """Whether another event names one, or it is one of those that other records name."""
    words = f"tapahtuma:{name}]]"
    return name in {"kylapaiva", "tanssit", "tori"} or any(
        name in (one.part_of, *one.joint_with)
        or any(agreed.with_event == name for agreed in one.agreed_clashes)
        or (one.description is not None and words in one.description.in_language("fi"))
        for one in events
    )
