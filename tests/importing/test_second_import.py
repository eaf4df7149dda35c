"""Any calendar and any later version of it: an update writes what the calendar says, and a third import is quiet."""

from __future__ import annotations

from hypothesis import given
from tests.examples import examples
from tests.importing.importers import SETTINGS, TODAY, imported, project
from tests.importing.test_fuzz import mutated

from seurantalo.importing import Defaults, Import, Request, import_calendar, second_import
from seurantalo.importing.memory import memory_of, values_of
from seurantalo.model.community import Community
from seurantalo.planner import Calendar, make_calendar
from seurantalo.reading.event.one_event import EventReader

NOTE = "# somebody has written this\n"


def here(texts: dict[str, str]) -> tuple[Community, Calendar]:
    """The small project with these event files."""
    community, _ = project()
    reader = EventReader(community, SETTINGS, TODAY)
    read = [reader.read(path.rpartition("/")[2].removesuffix(".yml"), path, text)[0] for path, text in texts.items()]
    others = [record for table in community.by_kind.values() for record in table.values()]
    found = Community([*others, *(event for event in read if event is not None)])
    return found, make_calendar(found, SETTINGS, TODAY)


def again(content: bytes, community: Community, calendar: Calendar) -> Import:
    uids = {event.uid: event.id for event in community.events.values() if event.uid}
    request = Request(path="kalenteri.ics", defaults=Defaults(organisation="vimpelin-martat"))
    return import_calendar(content, request, community, calendar, SETTINGS, uids=uids)


@examples(40)
@given(mutated(), mutated())
def test_an_update_says_what_the_calendar_says(first: str, later: str) -> None:
    community, calendar = project()
    made = second_import(imported(first.encode(errors="replace")), {}, community, calendar, SETTINGS)
    texts = {path: NOTE + text for path, text in made.new.items()}
    community, calendar = here(texts)
    result = again(later.encode(errors="replace"), community, calendar)
    found = second_import(result, texts, community, calendar, SETTINGS, update=True)
    assert {problem.code for problem in found.problems} <= {"import-updated", "import-gone", "import-a-part"}
    texts |= found.changed
    for text in texts.values():
        assert text.startswith(NOTE)
        assert memory_of(text) is not None
    community, calendar = here(texts)
    for known in result.known:
        # Times may be told in another way.
        said, wanted = values_of(community.events[known.event.id]), values_of(known.event)
        wanted = {**{name: said[name] for name in said.keys() & known.left_out}, **wanted}
        times = {"starts", "ends", "timezone", "repeats", "changes"}
        assert {**said, **dict.fromkeys(times)} == {**wanted, **dict.fromkeys(times)}
    third = second_import(
        again(later.encode(errors="replace"), community, calendar), texts, community, calendar, SETTINGS
    )
    assert (third.differing, third.changed) == (0, {})


def test_what_a_feed_leaves_out_of_what_is_over_stays_and_what_it_says_is_taken() -> None:
    """Our own feeds tell in brief what is over, and name the fields that they leave out."""
    calendar_text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Seurantalo//Seurantalo//FI\r\nBEGIN:VEVENT\r\nUID:a@kyla.example\r\n"
        "DTSTART:20270410T160000Z\r\nDTEND:20270410T180000Z\r\nSUMMARY:{title}\r\n{more}END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    community, calendar = project()
    told = calendar_text.format(title="Kahvit", more="DESCRIPTION:Pullaa riittää.\r\nX-SEURANTALO-PRICE:5 €\r\n")
    made = second_import(imported(told.encode()), {}, community, calendar, SETTINGS)
    texts = dict(made.new)
    community, calendar = here(texts)
    left = {"": {"description", "price"}, "X-SEURANTALO-LEFT-OUT:description,price\r\n": set[str]()}
    for more, gone in left.items():
        brief = calendar_text.format(title="Iltakahvit", more=more)
        found = second_import(
            again(brief.encode(), community, calendar), texts, community, calendar, SETTINGS, update=True
        )
        assert {problem.field for problem in found.problems} == {"title", *gone}
        ((path, text),) = found.changed.items()
        event, _ = EventReader(community, SETTINGS, TODAY).read(
            path.rpartition("/")[2].removesuffix(".yml"), path, text
        )
        assert event is not None
        assert event.title.in_language("fi") == "Iltakahvit"
        assert {name for name in ("description", "price") if name not in values_of(event)} == gone
