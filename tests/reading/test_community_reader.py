"""Whole projects: what files may look like, in three languages, whole, broken, or not there at all."""

from __future__ import annotations

import gc
import shutil
from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path

import pytest

from seurantalo.model.channel import Delivery
from seurantalo.model.channel_plan import ChannelChoice
from seurantalo.model.event import Event, EventStatus, Weight
from seurantalo.model.fields.choices import CHOICES
from seurantalo.model.fields.field import Name, Part
from seurantalo.model.fields.repetition import REPEATS
from seurantalo.model.fields.words import every_word, fold_word, words_for
from seurantalo.model.kinds import KINDS, RECORDS, every_field, field_word
from seurantalo.model.problem import Severity
from seurantalo.model.record import Kind, Origin
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.reading import Memory, Reading, read_community
from seurantalo.reading.file_scope import Known

BASE = Path(__file__).parent / "base"
TODAY = date(2027, 1, 4)

FINNISH = """otsikko: {fi: Kyläilta, sv: Byafton}
alkaa: la 1.5.2027 klo 18
päättyy: klo 20
järjestäjä: vimpelin-martat
paikka: seurantalo
tila: Iso sali
muoto: juhla
painoarvo: suuri
kenelle: Kaikki
teemat: [musiikki]
tilanne: vahvistettu
toistuu: {joka: viikko, päivinä: [la], asti: 29.5.2027, paitsi: [8.5.2027]}
muutokset:
  - {päivä: 15.5.2027, alkaa: klo 19}
  - {päivä: 22.5.2027, tilanne: peruttu}
"""
SWEDISH = """titel: {suomi: Kyläilta, ruotsi: Byafton}
börjar: lör 1.5.2027 kl. 18
slutar: kl. 20
arrangör: vimpelin-martat
plats: seurantalo
rum: sali
form: fest
vikt: stor
målgrupp: alla
teman: musiikki
läge: bekräftad
upprepas: {varje: vecka, på: lör, till: 29.5.2027, utom: 8.5.2027}
ändringar:
  - {datum: 15.5.2027, börjar: 15.5.2027 kl. 19}
  - {dag: 22.5.2027, läge: inställd}
"""
ENGLISH = """title: {fi: Kyläilta, sv: Byafton}
starts: 2027-05-01 18:00
ends: 2027-05-01T20:00
organisers: [vimpelin-martat]
venue: seurantalo
room: SALI
format: party
weight: major
audience: [kaikki]
themes: [musiikki]
status: confirmed
repeats: {every: week, "on": [sat], until: 2027-05-29, except: [2027-05-08]}
changes:
  - {date: 2027-05-15, starts: 2027-05-15 19:00}
  - {date: 2027-05-22, status: cancelled}
"""


def project(root: Path, **files: str) -> Path:
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for name, text in files.items():
        (root / "events" / f"{name}.yml").write_text(text, encoding="utf-8", newline="")
    return root


def read(root: Path, memory: Memory | None = None) -> Reading:
    return read_community(root, root / "content", Settings(), TODAY, memory=memory)


def event(root: Path, name: str) -> Event:
    reading = read(root)
    assert reading.problems == ()
    assert reading.community is not None
    return reading.community.events[name]


@pytest.mark.parametrize("broken", [b"musiikki: {nimi: Musiikki\n", b"musiikki: {nimi: J\xe4rvi}\n"])
def test_a_broken_vocabulary_is_told_and_not_each_of_its_words(tmp_path: Path, broken: bytes) -> None:
    root = project(tmp_path, kylailta=FINNISH.replace("[musiikki]", "[musiikki, jorinat]"), koe=ENGLISH)
    themes = root / "content/vocabulary/themes.yml"
    memory = Memory()
    whole = themes.read_bytes()
    for content, told in ((broken, themes), (whole, root / "events/kylailta.yml"), (b"", root / "events/koe.yml")):
        themes.write_bytes(content)
        reading = read(root, memory)
        assert reading.community is None
        assert str(told.relative_to(root)) in {error.path for error in reading.errors}
        assert len({error.path for error in reading.errors}) == (1 if content else 2)


def test_of_a_reading_nothing_stays_but_what_was_found() -> None:
    def known() -> int:
        gc.unfreeze()
        return sum(isinstance(one, Known) for one in gc.get_objects())

    gc.collect()
    before = known()
    reading = read_community(BASE, BASE / "content", Settings(), TODAY)
    # Without the collector, which never looks at what was there when a build began.
    assert known() == before
    assert reading.records


def test_three_languages_make_one_record(tmp_path: Path) -> None:
    project(tmp_path, fi=FINNISH, sv=SWEDISH, en=ENGLISH)
    found = [replace(event(tmp_path, name), id="x", origin=Origin("x")) for name in ("fi", "sv", "en")]
    assert found[0] == found[1] == found[2]
    made = found[0]
    assert made.title == Text((("fi", "Kyläilta"), ("sv", "Byafton")))
    assert (made.starts, made.ends) == (datetime(2027, 5, 1, 18), datetime(2027, 5, 1, 20))
    assert (made.venue, made.room, made.municipality) == ("seurantalo", "sali", "vimpeli")
    assert made.weight is Weight.MAJOR
    assert [change.starts for change in made.changes] == [datetime(2027, 5, 15, 19), None]
    assert made.changes[1].status is EventStatus.CANCELLED


@pytest.mark.parametrize("name", ["uusi.yml", "uusi.md"])
def test_no_break_spaces_of_word_processors_are_spaces(tmp_path: Path, name: str) -> None:
    text = "otsikko:\xa0Ilta\nalkaa: \xa01.5.2027 klo\xa018\njärjestäjä:\xa0vimpelin-martat\n"
    text += "yhteystieto:\n\xa0 rooli:\xa0Sihteeri\n"
    project(tmp_path)
    (tmp_path / "events" / name).write_text(f"---\n{text}---\n" if name.endswith("md") else text, encoding="utf-8")
    made = event(tmp_path, "uusi")
    assert (made.title, made.starts) == (Text.plain("Ilta"), datetime(2027, 5, 1, 18))
    assert made.contact is not None
    assert made.contact.role == Text.plain("Sihteeri")


def changed(root: Path, *changes: str, starts: str = "ti 2.3.2027 klo 18") -> Reading:
    lines = "\n".join(f"  - {{{change}}}" for change in changes)
    series = f"toistuu: viikko\nmuutokset:\n{lines}\n"
    project(root, uusi=f"otsikko: Kerho\nalkaa: {starts}\njärjestäjä: vimpelin-martat\n{series}")
    return read(root)


@pytest.mark.parametrize(
    ("change", "ends"),
    [
        ("päättyy: klo 21", datetime(2027, 3, 9, 21)),
        ("päättyy: klo 1", datetime(2027, 3, 10, 1)),
        ("päättyy: 10.3.2027 klo 12", datetime(2027, 3, 10, 12)),
        ("alkaa: klo 0, päättyy: klo 2", datetime(2027, 3, 9, 2)),
        ("alkaa: klo 20, päättyy: klo 19", datetime(2027, 3, 10, 19)),
        ("alkaa: 11.3.2027, päättyy: klo 21", datetime(2027, 3, 11, 21)),
        ("alkaa: 11.3.2027, päättyy: 11.3.2027 klo 21", datetime(2027, 3, 11, 21)),
    ],
)
def test_one_date_may_end_at_another_time(tmp_path: Path, change: str, ends: datetime) -> None:
    reading = changed(tmp_path, f"päivä: 9.3.2027, {change}")
    assert reading.problems == ()
    assert reading.community is not None
    assert [each.ends for each in reading.community.events["uusi"].changes] == [ends]


@pytest.mark.parametrize(
    ("starts", "change", "code"),
    [
        ("2.3.2027 klo 18", "päättyy: 9.3.2027 klo 17", "ends-before-start"),
        ("2.3.2027 klo 18", "päättyy: 8.3.2027", "ends-before-start"),
        ("2.3.2027 klo 18", "alkaa: 11.3.2027, päättyy: 11.3.2027 klo 17", "ends-before-start"),
        ("2.3.2027 klo 18", "päättyy: klo 25", "no-such-time"),
        ("2.3.2027 klo 18", "päättyy: iltaan asti", "not-a-moment"),
        ("2.3.2027", "päättyy: klo 21", "start-without-time"),
        ("2.3.2027", "päättyy: 9.3.2027 klo 21", "start-without-time"),
    ],
)
def test_an_end_that_fits_no_start_is_told_once_in_its_place(
    tmp_path: Path, starts: str, change: str, code: str
) -> None:
    (problem,) = changed(tmp_path, f"päivä: 9.3.2027, {change}", starts=starts).problems
    column = f"  - {{päivä: 9.3.2027, {change}}}".index("päättyy: ") + len("päättyy: ") + 1
    assert (problem.code, problem.line, problem.column) == (code, 6, column)


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ("piti alkaa: ti 23.2.2027 klo 18", EventStatus.MOVED),
        ("piti alkaa: ti 2.3.2027 klo 18", EventStatus.CONFIRMED),
        ("piti alkaa: ti 23.2.2027 klo 18\ntilanne: vahvistettu", EventStatus.CONFIRMED),
        ("piti alkaa: ti 23.2.2027 klo 18\ntilanne: peruttu", EventStatus.CANCELLED),
    ],
)
def test_what_only_says_when_it_was_to_be_is_moved(tmp_path: Path, lines: str, status: EventStatus) -> None:
    root = project(tmp_path, uusi=f"otsikko: A\nalkaa: ti 2.3.2027 klo 18\njärjestäjä: vimpelin-martat\n{lines}\n")
    assert event(root, "uusi").status is status


def test_changes_of_a_broken_series_are_no_further_problem(tmp_path: Path) -> None:
    text = "otsikko: Kerho\nalkaa: 2.3.2027 klo 18\njärjestäjä: vimpelin-martat\ntoistuu: usein\n"
    project(tmp_path, uusi=f"{text}muutokset: [{{päivä: 3.3.2027, päättyy: klo 21}}]\n")
    assert [problem.line for problem in read(tmp_path).problems] == [4]


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_byte_order_marks_do_not_matter(tmp_path: Path, breaks: str, mark: str) -> None:
    project(tmp_path, uusi=mark + FINNISH.replace("\n", breaks), vanha=FINNISH)
    assert replace(event(tmp_path, "uusi"), id="vanha", origin=Origin("x")) == replace(
        event(tmp_path, "vanha"), origin=Origin("x")
    )


def test_words_may_be_mixed_and_written_in_any_case(tmp_path: Path) -> None:
    mixed = "OTSIKKO: Ilta\nstarts: 1.5.2027\nArrangör: vimpelin-martat\nplanned-starts: 30.4.2027\nläge: Siirretty\n"
    project(tmp_path, uusi=mixed)
    assert event(tmp_path, "uusi").status is EventStatus.MOVED


def test_an_empty_project_is_a_community_without_records(tmp_path: Path) -> None:
    reading = read(tmp_path)
    assert reading.problems == ()
    assert reading.community is not None
    assert not any(reading.community.by_kind.values())


def test_markdown_after_the_fields_is_the_description(tmp_path: Path) -> None:
    project(tmp_path)
    text = "---\notsikko: Ilta\nalkaa: 1.5.2027\njärjestäjä: vimpelin-martat\n---\n\nKahvia *ja* pullaa.\n"
    (tmp_path / "events" / "ilta.md").write_text(text, encoding="utf-8")
    assert event(tmp_path, "ilta").description == Text.plain("Kahvia *ja* pullaa.")


def test_the_origin_is_the_line_of_the_start(tmp_path: Path) -> None:
    project(tmp_path, uusi=FINNISH)
    assert event(tmp_path, "uusi").origin == Origin("events/uusi.yml", 2, 1)


def test_links_lead_both_ways(tmp_path: Path) -> None:
    project(tmp_path, uusi=FINNISH)
    community = read(tmp_path).community
    assert community is not None
    martat = community.organisations["vimpelin-martat"]
    assert [found.id for found in community.events_linking(martat, "organisers")] == ["kevatkonsertti", "uusi"]
    assert {link.record.id for link in community.backlinks(community.venues["seurantalo"])} == {"uusi"}


def test_reading_leaves_nothing_in_the_project(tmp_path: Path) -> None:
    """What a build kept between the files could be committed by a stranger, and be believed by the next one."""
    project(tmp_path, uusi=FINNISH)
    before = sorted(tmp_path.rglob("*"))
    assert read(tmp_path).problems == ()
    assert sorted(tmp_path.rglob("*")) == before


def test_memory_keeps_what_is_unchanged_and_sees_every_change(tmp_path: Path) -> None:
    project(tmp_path, uusi=FINNISH)
    memory = Memory()
    first, second = read(tmp_path, memory), read(tmp_path, memory)
    assert first.community is not None
    assert second.community is not None
    assert second.community.events["uusi"] is first.community.events["uusi"]

    project(tmp_path, uusi=FINNISH.replace("Kyläilta", "Kyläyö"))
    third = read(tmp_path, memory)
    assert third.community is not None
    assert third.community.events["uusi"].title.in_language("fi") == "Kyläyö"
    assert third.community.events["kevatkonsertti"] is first.community.events["kevatkonsertti"]


def test_memory_forgets_when_what_events_lean_on_changes(tmp_path: Path) -> None:
    project(tmp_path, uusi=FINNISH)
    memory = Memory()
    assert read(tmp_path, memory).problems == ()
    (tmp_path / "content" / "organisations" / "vimpelin-martat.md").unlink()
    assert {problem.code for problem in read(tmp_path, memory).problems} == {"organisation-to-add"}


def test_memory_forgets_when_an_event_that_others_name_goes(tmp_path: Path) -> None:
    project(tmp_path, uusi=FINNISH + "osa: kevatkonsertti\n")
    memory = Memory()
    assert read(tmp_path, memory).problems == ()
    (tmp_path / "events" / "kevatkonsertti.yml").unlink()
    assert [problem.code for problem in read(tmp_path, memory).problems] == ["missing-target"]


def test_the_schema_and_the_model_agree() -> None:
    given_by_reading = {"id", "origin", "revision"}
    computed = {"pending_month", "on_practice", "on_question", "demo", "municipality", "further", "channels"}
    of_ledger = {"channel", "issue", "reason", "sent_at"}
    for kind, described in RECORDS.items():
        attributes = {field.name for field in fields(KINDS[kind].record)} - given_by_reading
        named = {field.target_attribute for field in described}
        if kind is Kind.EVENT:
            # They become `pending_month`, `starts`, `ends`, `repeats` and `changes`, or nothing.
            named -= {"date", "month", "dates", "time", "duration", "cancelled"}
        assert named - attributes == set(), kind
        assert attributes - named <= (computed | of_ledger if kind is Kind.ANNOUNCEMENT else computed), kind
    for part in parts_of_records():
        attributes = {field.name for field in fields(part.becomes)}  # type: ignore[arg-type]  # all are dataclasses
        if part.becomes is ChannelChoice:
            # One field says both: `no`, or why not.
            attributes = attributes - {"skipped", "why"} | {"skip"}
        assert {field.target_attribute for field in part.fields} == attributes, part.becomes


def parts_of_records() -> list[Part]:
    return [field.part for field in every_field() if field.part is not None]


def test_no_two_fields_of_a_kind_share_a_word() -> None:
    for described in (*RECORDS.values(), *(part.fields for part in parts_of_records()), REPEATS):
        words = [{fold_word(word) for word in every_word(field.called)} for field in described]
        assert len(set().union(*words)) == sum(map(len, words)), [field.name for field in described]


def test_every_field_and_value_has_a_word_in_every_language() -> None:
    choices = {field.choices for field in every_field() if field.choices}
    # What a ledger says of its sending stands in one line with the reason.
    assert set(CHOICES) == choices | {Delivery}
    for choice in choices:
        assert set(CHOICES[choice]) == set(choice)
    for name in (
        *(field.called for field in every_field()),
        *(name for one in CHOICES.values() for name in one.values()),
    ):
        assert set(name.words) >= {"fi", "sv"}, name


def test_fields_of_one_name_have_the_same_words() -> None:
    """A problem names its field by the English name alone, and says it in the reader's words."""
    words: dict[str, Name] = {}
    for field in every_field():
        assert words.setdefault(field.name, field.called) == field.called


def test_a_language_without_words_of_its_own_has_the_english_ones() -> None:
    assert field_word("price", "et") == "price"
    assert dict(words_for(EventStatus, "et"))[EventStatus.MOVED] == "moved"


def test_the_community_knows_the_size_of_its_pictures(tmp_path: Path) -> None:
    community = read(project(tmp_path)).community
    assert community is not None
    assert community.pictures == {"kuvat/talo.gif": (640, 480)}


def test_a_comment_is_on_the_record_whose_folder_it_stands_in(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    comment = "---\npäivämäärä: 1.12.2026\nkirjoittaja: Martat\n---\nKahvi riittää.\n"
    for name, words in (
        ("practices/kumppanuusaamiainen/comments/01.md", comment),
        ("practices/kumppanuusaamiainen/comments/02.md", comment.replace("kirj", "vastaus kommenttiin: 01\nkirj")),
        ("handbook/12-vuoropuhelu/comments/01.md", comment),
    ):
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, encoding="utf-8")
    community = read_community(tmp_path, tmp_path / "content", Settings(), TODAY).community
    assert community is not None
    assert {
        name: (one.on_question, one.on_practice, one.in_reply_to) for name, one in community.comments.items()
    } == {
        "12-vuoropuhelu/01": ("12-vuoropuhelu", None, None),
        "kumppanuusaamiainen/01": (None, "kumppanuusaamiainen", None),
        "kumppanuusaamiainen/02": (None, "kumppanuusaamiainen", "kumppanuusaamiainen/01"),
    }


def test_wiki_links_may_name_a_record(tmp_path: Path) -> None:
    text = "Mukana [[yhdistys:Vimpelin martat]], [[paikka:SEURANTALO|talo]] ja [[tapahtuma:Kevätkonsertti]]."
    code = "`[[yhdistys:Vimpelin Martat]]`"
    project(tmp_path, uusi=f"{FINNISH}kuvaus: |\n  {text} {code}\n")
    made = event(tmp_path, "uusi")
    assert made.description == Text.plain(
        "Mukana [[yhdistys:vimpelin-martat|Vimpelin martat]], [[paikka:seurantalo|talo]] ja"
        f" [[tapahtuma:kevatkonsertti|Kevätkonsertti]]. {code}"
    )


def test_names_of_files_with_errors_and_of_files_to_come_are_known(tmp_path: Path) -> None:
    project(tmp_path, uusi="otsikko: Ilta\nalkaa: 1.5.2027\njärjestäjä: Marttaliitto ry\n")
    organisations = tmp_path / "content" / "organisations"
    (organisations / "liitto.md").write_text("---\nnimi: Marttaliitto\ntyyppi: zzz\n---\n", encoding="utf-8")
    (organisations / "a.md").write_text(
        "---\nnimi: Alaosasto\ntyyppi: yhdistys\nosa: Vimpelin Martat\n---\n", encoding="utf-8"
    )
    reading = read(tmp_path)
    assert [(one.path, one.code) for one in reading.errors] == [("content/organisations/liitto.md", "not-a-choice")]


def test_memory_follows_the_names_of_events(tmp_path: Path) -> None:
    project(tmp_path, uusi="otsikko: Ilta\nalkaa: 1.5.2027\njärjestäjä: vimpelin-martat\nosa: Kuoron ilta\n")
    memory = Memory()
    for title, told in (("Kuoron ilta", []), ("Syysjuhla", ["missing-target"]), ("Kuoron ilta", [])):
        file = tmp_path / "events" / "kevatkonsertti.yml"
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join([f"otsikko: {title}\n", *lines[1:]]), encoding="utf-8")
        codes = [one.code for one in read(tmp_path, memory).errors]
        assert [code.removesuffix("-near") for code in codes] == told


def test_where_nothing_leads_on_a_link_is_its_words(tmp_path: Path) -> None:
    written = """otsikko: 'Juhla [[paikka:ei-ole|torilla]]'
alkaa: 1.5.2027 klo 18
järjestäjä: vimpelin-martat
paikka: seurantalo
hinta: 'Kysy: [[yhdistys:martat]], `[[1]]`'
"""
    reading = read(project(tmp_path, juhla=written))
    assert {(one.code, one.severity) for one in reading.problems} == {("wiki-link-not-here", Severity.WARNING)}
    assert reading.community is not None
    juhla = reading.community.events["juhla"]
    assert (juhla.title, juhla.price) == (Text.plain("Juhla torilla"), Text.plain("Kysy: martat, `[[1]]`"))
