"""What was read of events is kept from process to process, and never believed where anything else has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from shutil import copytree, ignore_patterns
from zlib import crc32

import orjson
import pytest

from seurantalo.kept_bytes import store_of
from seurantalo.model.event import Event
from seurantalo.model.settings import Settings
from seurantalo.processes import begun
from seurantalo.reading import Memory, Reading, ahead, read_community
from seurantalo.reading import memory as memories
from seurantalo.reading.ahead import Spread
from seurantalo.reading.kept import store
from seurantalo.reading.kept.forms import as_plain, maker
from seurantalo.reading.kept.store import Store
from seurantalo.reading.surroundings import Surroundings

REGION = Path(__file__).parents[2]
TODAY = date(2027, 5, 17)


def events_of(root: Path, memory: Memory | None = None, today: date = TODAY) -> dict[str, Event]:
    reading = read_community(root, root / "content", Settings(), today, dict, memory)
    return {one.id: one for one in reading.records if isinstance(one, Event)}


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("region")
    for name in ("content", "events"):
        copytree(REGION / name, folder / name, ignore=ignore_patterns("*.jpg", "*.png", "*.webp"))
    return folder


@pytest.fixture(scope="module")
def found(region: Path) -> dict[str, Event]:
    return events_of(region)


@pytest.fixture(scope="module")
def content(region: Path) -> bytes:
    """Give what is kept of the region's events."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memories, "_MANY", 10)
        file = region / "kept"
        memory = Memory(Store(file))
        events_of(region, memory)
        memory.save()
        return file.read_bytes()


@pytest.fixture(autouse=True)
def _let_go(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    stores: list[Store] = []
    usual = Store.open

    def opened(self: Store, ground: bytes) -> None:
        stores.append(self)
        usual(self, ground)

    monkeypatch.setattr(Store, "open", opened)
    yield
    for one in stores:
        one.close()


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, content: bytes, tmp_path: Path) -> Path:
    """Give the file in which the region's events are kept."""
    monkeypatch.setattr(memories, "_MANY", 10)
    file = tmp_path / "events"
    file.write_bytes(content)
    return file


def test_records_come_back_as_they_were(found: dict[str, Event]) -> None:
    assert len(found) > 200
    for event in found.values():
        made = maker(Event)(orjson.loads(orjson.dumps(as_plain(event, frozenset({"revision"})))))
        assert repr(replace(made, revision=event.revision)) == repr(event)


def test_the_next_process_reads_no_file_anew(
    region: Path, kept: Path, found: dict[str, Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []
    get = Store.get

    def counted(self: Store, key: bytes, *rest: object) -> object:
        one = get(self, key, *rest)  # type: ignore[arg-type]
        if one is not None:
            asked.append(key)
        return one

    monkeypatch.setattr(Store, "get", counted)
    assert repr(events_of(region, Memory(Store(kept)))) == repr(found)
    # Those with notices or pictures are read each time.
    assert len(asked) > 0.7 * len(found)


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"tapahtuma", b"tapahtume").replace(b"kello", b"hello"),
        lambda content: b"",
        lambda content: b"\xff" * 1_000,
        lambda content: content.replace(b'{"id"', b'["id"'),
        lambda content: content.replace(b"\n", b"\n\n"),
    ],
)
def test_what_is_damaged_is_not_there(
    region: Path, kept: Path, found: dict[str, Event], damage: Callable[[bytes], bytes]
) -> None:
    kept.write_bytes(damage(kept.read_bytes()))
    assert repr(events_of(region, Memory(Store(kept)))) == repr(found)


def test_strange_records_with_a_right_sum_are_not_there(region: Path, kept: Path, found: dict[str, Event]) -> None:
    head, *lines = kept.read_bytes().split(b"\n")
    strange = (b'[{"id":"x"},[],[]]', b"[1,2]", b"null", b'[{"starts":"2027"},[],[]]', b'[{"zzz":1},[],[]]')
    made = [line[8:40] + strange[number % len(strange)] for number, line in enumerate(lines)]
    kept.write_bytes(b"\n".join([head, *(b"%08x" % crc32(body) + body for body in made)]))
    assert repr(events_of(region, Memory(Store(kept)))) == repr(found)


def _read_again(root: Path, kept: Path, today: date = TODAY) -> tuple[Reading, Reading]:
    """Return what is read with what is kept, and without."""
    with_it, without = (
        read_community(root, root / "content", Settings(), today, dict, memory)
        for memory in (Memory(Store(kept)), None)
    )
    return with_it, without


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("content/venues/*", lambda file: file.unlink()),
        ("content/organisations/*", lambda file: file.unlink()),
        ("events/2027/*/*", lambda file: file.unlink()),
        ("events/2026/*/*", lambda file: file.unlink()),
        ("events/2027/*/*", lambda file: file.write_text(file.read_text().replace("2027", "2028"))),
        ("events/2027/*/*", lambda file: file.rename(file.with_stem(f"{file.stem}-2"))),
        ("content/vocabulary/*", lambda file: file.write_text(file.read_text().replace("nimi", "name"))),
    ],
)
@pytest.mark.parametrize("number", [0, 7])
def test_after_any_change_it_is_as_if_nothing_were_kept(
    region: Path, kept: Path, tmp_path: Path, name: str, change: Callable[[Path], object], number: int
) -> None:
    root = tmp_path / "changed"
    for folder in ("content", "events"):
        copytree(region / folder, root / folder)
    files = sorted(root.glob(name))
    change(files[number % len(files)])
    with_it, without = _read_again(root, kept)
    assert with_it.problems == without.problems
    assert repr(with_it.records) == repr(without.records)


def test_another_day_reads_all_anew(region: Path, kept: Path) -> None:
    with_it, without = _read_again(region, kept, date(2031, 1, 1))
    assert with_it.problems == without.problems


def test_another_program_believes_nothing(region: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memories, "program", lambda: "another")
    monkeypatch.setattr(Store, "get", lambda *_: pytest.fail("was asked") if _[0]._places else None)
    assert events_of(region, Memory(Store(kept)))


def test_with_another_language_of_a_package_it_is_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "words.py").write_text("YES = 'igen'", encoding="utf-8")
    programs = {store.program.__wrapped__()}
    monkeypatch.setattr(store, "PLACES", (str(tmp_path), str(tmp_path / "words.py")))
    programs.add(store.program.__wrapped__())
    (tmp_path / "words.py").write_text("YES = 'jah'", encoding="utf-8")
    programs.add(store.program.__wrapped__())
    assert len(programs) == 3


def test_what_is_of_no_use_any_more_goes(region: Path, kept: Path, tmp_path: Path) -> None:
    root = tmp_path / "changed"
    for folder in ("content", "events"):
        copytree(region / folder, root / folder)
    size, sizes = kept.stat().st_size, []
    for number in range(4):
        for file in root.rglob("events/*/*/*.yml"):
            file.write_text(f"{file.read_text()}\n# {number}\n")
        memory = Memory(Store(kept))
        events_of(root, memory)
        memory.save()
        sizes.append(kept.stat().st_size)
    assert max(sizes) < 3.5 * size


def test_files_that_are_not_the_projects_own_are_not_written(region: Path, kept: Path, tmp_path: Path) -> None:
    root = tmp_path / "changed"
    for folder in ("content", "events"):
        copytree(region / folder, root / folder)
    next(root.rglob("events/2027/*/*.yml")).write_text("otsikko: Muu\nalkaa: 1.6.2027\njärjestäjä: x\n")
    before = kept.read_bytes()
    memory = Memory(Store(kept))
    events_of(root, memory)
    memory.drop_new()
    memory.save()
    assert kept.read_bytes() == before


def test_it_lies_outside_of_the_project(tmp_path: Path) -> None:
    assert not store_of(tmp_path).is_relative_to(tmp_path.resolve())
    assert store_of(tmp_path) != store_of(tmp_path / "other")


def test_all_that_an_event_holds_has_a_form() -> None:
    assert maker(Event) is not None
    assert {one.name for one in fields(Event)} > {"repeats", "changes", "outcome", "channel_plan"}


def test_very_many_files_are_read_in_several_processes(
    region: Path, found: dict[str, Event], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "_MANY", 10)
    monkeypatch.setattr(ahead, "_PIECE", 20)
    monkeypatch.setattr(memories, "_MANY", 10)
    given: list[int] = []

    def shared(piece: Callable[[int], bytes], count: int) -> Iterator[bytes]:
        for lines in begun(piece, count, 3):
            given.append(lines.count(b"\n"))
            yield lines

    memory = Memory(Store(tmp_path / "events"))
    around = Surroundings(spread=Spread(3, shared))
    alone, together, again = (
        read_community(region, region / "content", Settings(), TODAY, dict, one, "", how)
        for one, how in ((None, None), (memory, around), (memory, around))
    )
    assert together.problems == alone.problems == again.problems
    assert repr(together.records) == repr(alone.records) == repr(again.records)
    assert len(given) > 3
    assert given[0] == 0
    assert max(given) <= 20
    assert sum(given) > 0.45 * len(found)


def test_what_is_known_is_not_read_ahead(region: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_MANY", 10)
    around = Surroundings(spread=Spread(2, lambda *_: pytest.fail("was asked")))
    reading = read_community(region, region / "content", Settings(), TODAY, dict, Memory(Store(kept)), "", around)
    assert reading.records
