"""The API, tables, maps and cards, read by other people's parsers and held to the schemas published beside them."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import geojson
import pytest
import vobject
from jsonschema import Draft202012Validator, FormatChecker
from tests.open_data.region import FOREIGN, SETTINGS, community, items, news, open_data
from tests.pages.small_region import SITE, TODAY, context

from seurantalo.language import language
from seurantalo.planner import make_calendar
from seurantalo.publishing.api import SCHEMAS
from seurantalo.publishing.api.schemas import RECORDS, schema
from seurantalo.publishing.api.table import COLUMNS
from seurantalo.publishing.pages.people.directory_files import directory_files
from seurantalo.publishing.pages.site.open_data import open_data_view
from seurantalo.publishing.vcard import vcard

API = "api/v1/"


def listings() -> dict[str, Any]:
    """Every file that names a schema, by path."""
    files = {path: json.loads(content) for path, content in open_data().items() if path.endswith(".json")}
    return {path: found for path, found in files.items() if found.get("$schema", "").startswith(("schema/", "../"))}


def schema_of(path: str, found: dict[str, Any]) -> str:
    name: str = found["$schema"].rpartition("/")[2].removesuffix(".json")
    assert found["$schema"] == "../" * path.removeprefix(API).count("/") + f"schema/{name}.json"
    return name


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_and_describes_every_property(name: str) -> None:
    published = json.loads(open_data()[f"{API}schema/{name}.json"])
    assert published == schema(name)
    Draft202012Validator.check_schema(published)
    _, properties, required = RECORDS[name]
    assert set(required) <= set(properties)
    assert [name for name, about in properties.items() if not about.get("description")] == []


def test_all_that_is_published_keeps_its_schema() -> None:
    found = listings()
    assert {schema_of(path, content) for path, content in found.items()} == set(SCHEMAS)
    for path, content in found.items():
        checker = Draft202012Validator(schema(schema_of(path, content)), format_checker=FormatChecker())
        assert [f"{path}: {error.json_path} {error.message}" for error in checker.iter_errors(content)] == []


def test_a_site_in_more_languages_labels_texts_with_the_one_they_are_written_in() -> None:
    """Only the main site's texts may leave their language unsaid, and it is the main one in all of them."""
    main, swedish = open_data(), open_data(settings=replace(SETTINGS, language="sv"), unsaid=SETTINGS.language)
    for path in ("coming.json", "practices.json", "organisations.json"):
        ours, theirs = (json.loads(files[API + path])["items"] for files in (main, swedish))
        names = [[one.get("title") or one.get("name") for one in records] for records in (ours, theirs)]
        assert names[0] == names[1]
        assert names[0]
    titles = [
        [one["name"] for one in json.loads(files["api/linkedevents/v1/event/1.json"])["data"]]
        for files in (main, swedish)
    ]
    assert titles[0] == titles[1]


def test_every_property_of_a_schema_is_used() -> None:
    used: dict[str, set[str]] = {name: set() for name in SCHEMAS}
    for path, content in listings().items():
        for record in content["items"]:
            used[schema_of(path, content)] |= set(record)
    # "ends" and the like differ from event to event; together the region's records fill everything.
    assert {name: set(RECORDS[name][1]) - found for name, found in used.items() if set(RECORDS[name][1]) - found} == {
        "terms": {"demo"},
        "organisations": {"demo"},
        "venues": {"demo"},
        "municipalities": {"demo"},
        "practices": {"demo"},
    }


def test_a_schema_refuses_what_is_wrong() -> None:
    checker = Draft202012Validator(schema("events"))
    right = json.loads(open_data()[f"{API}events/2027-01.json"])
    for field, value in (("starts", "12.1.2027 18.00"), ("status", "perhaps"), ("organisers", []), ("secret", "x")):
        wrong = {**right, "items": [{**right["items"][0], field: value}]}
        assert not checker.is_valid(wrong), field


def test_the_index_names_every_file_and_counts_its_records() -> None:
    files = open_data()
    listed = {f"{API}{row['path']}": row for row in items(files, "index")}
    ours = {path for path in files if path.startswith(API) and "/schema/" not in path}
    assert set(listed) == ours - {f"{API}index.json"}
    for path, row in listed.items():
        if row["type"] == "application/json":
            assert row["records"] == len(json.loads(files[path])["items"]), path
            assert f"{API}{row['schema']}" in files


def test_events_stand_in_the_month_of_their_first_date_and_open_ones_apart() -> None:
    files = open_data()
    assert [one["id"] for one in items(files, "events/open")] == ["auki", "lykatty"]
    assert "kuoro" in [one["id"] for one in items(files, "events/2027-01")]
    months = [path for path in files if path.startswith(f"{API}events/")]
    ids = [one["id"] for path in months for one in json.loads(files[path])["items"]]
    assert sorted(ids) == sorted(community().events)


def test_an_event_says_what_its_file_says() -> None:
    choir = next(one for one in items(open_data(), "events/2027-01") if one["id"] == "kuoro")
    assert choir["title"] == {"fi": "Kuoro", "sv": "Kör"}
    assert (choir["starts"], choir["ends"]) == ("2027-01-12T18:00:00+02:00", "2027-01-12T20:00:00+02:00")
    assert choir["repeats"] == "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270406"
    assert (choir["modified"], choir["sequence"]) == ("2026-12-20T07:08:09Z", 14184428)


def test_dates_know_their_offset_their_move_and_their_cancellation() -> None:
    files = open_data()
    january = [one for one in items(files, "occurrences/2027-01") if one["event"] == "kuoro"]
    moved = next(one for one in january if "planned_starts" in one)
    assert (moved["planned_starts"], moved["starts"]) == ("2027-01-19T18:00:00+02:00", "2027-01-20T19:00:00+02:00")
    assert (moved["venue"], moved["note"]) == ("halli", {"fi": "Muualla"})
    assert [one["starts"][:10] for one in january if one["status"] == "cancelled"] == ["2027-01-26"]
    march = [one["starts"] for one in items(files, "occurrences/2027-03") if one["event"] == "kuoro"]
    assert march[-1] == "2027-03-30T18:00:00+03:00"  # the clock has changed


def test_of_what_is_over_for_more_than_a_year_the_record_or_the_page_has_the_rest() -> None:
    """The record of a date that is as its event, the page of a description."""
    in_short = {"event", "starts", "status"}
    for day, dates_are_short, is_described in (
        (date(2026, 11, 30), [False, False], True),
        (date(2026, 12, 31), [True, False], True),
        (date(2027, 1, 1), [True, False], False),
    ):
        files = open_data(today=day)
        dates = [*items(files, "occurrences/2025-11"), *items(files, "occurrences/2025-12")]
        assert [set(one) == in_short for one in dates] == dates_are_short
        assert (dates[1]["title"], dates[1]["note"]) == ({"fi": "Kauan-sitten"}, {"fi": "Muualla"})
        [event] = items(files, "events/2025-11")
        assert event.get("description") == ({"fi": "Pitkä puhe."} if is_described else None)
        assert event.get("left_out") == (None if is_described else ["description"])
        assert {"calendar", "sequence"} & set(event) == ({"calendar", "sequence"} if is_described else set())


def test_the_dates_are_the_calendars() -> None:
    files = open_data()
    paths = sorted(path for path in files if path.startswith(f"{API}occurrences/") and path.endswith(".json"))
    told = [one for path in paths if "csv" not in path for one in json.loads(files[path])["items"]]
    region = community()
    known = make_calendar(region, SETTINGS, TODAY).occurrences
    moments = [datetime.fromisoformat(one["starts"]) for one in told if "T" in one["starts"]]
    assert sorted(moment.timestamp() for moment in moments) == sorted(
        one.starts_at for one in known if not one.whole_day
    )
    assert len(told) == len(known)


def test_contacts_are_roles_and_consent_is_for_one_page() -> None:
    files = open_data()
    found = {one["id"]: one for one in items(files, "organisations")}
    assert found["martat"]["contact"]["email"] == "sihteeri@martat.example.org"
    assert "contact" not in found["luvalla"]
    ctx = context(*(record for table in community().by_kind.values() for record in table.values()))
    assert b"sihteeri@martat" in b"".join(file.content for file in directory_files(ctx))
    for content in (*files.values(), *(file.content for file in directory_files(ctx))):
        assert b"etu.suku" not in content


def test_another_program_reads_the_table() -> None:
    content = open_data()[f"{API}occurrences/2027.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in content.replace(b"\r\n", b"")
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines(), delimiter=";", strict=True))
    assert list(rows[0])[:6] == ["Päivä", "Alkaa", "Viimeinen päivä", "Päättyy", "Tapahtuma", "Paikka"]
    choir = next(row for row in rows if row["Tunnus"] == "kuoro")
    assert list(choir.values()) == [
        "2027-01-12", "18:00", "2027-01-12", "20:00", "Kuoro", "Seurala, Kylätie 1, 62800 Vimpeli", "Vimpeli",
        "Kylän & järven seura ry", "", "", "https://seurantalo.example.org/tapahtumat/kuoro/", "kuoro", "", "", "",
    ]  # fmt: skip
    assert {row["Tilanne"] for row in rows} == {"", "alustava", "lykätty", "peruttu", "siirretty"}
    camp = next(row for row in rows if row["Tunnus"] == "leiri")
    assert (camp["Päivä"], camp["Alkaa"], camp["Viimeinen päivä"]) == ("2027-06-04", "", "2027-06-06")
    moved = [row for row in rows if row["Paikka"].startswith("Halli")]
    assert [row["Päivä"] for row in moved] == ["2027-01-20"]


def test_an_example_and_an_event_of_another_calendar_say_so_everywhere() -> None:
    files = open_data()
    source = {"calendar": FOREIGN.calendar, "url": FOREIGN.url, "uid": FOREIGN.uid}
    for name, field in (("events/2027-06", "id"), ("occurrences/2027-06", "event"), ("coming", "event")):
        marks = {one[field]: (one.get("external"), one.get("demo")) for one in items(files, name)}
        assert marks["vieras"] == (source, True), name
        assert marks["leiri"] == (None, None), name
    rows = files[f"{API}occurrences/2027.csv"].decode("utf-8-sig").splitlines()
    marked = {
        row["Tunnus"]: (row["Toisesta kalenterista"], row["Esimerkki"]) for row in csv.DictReader(rows, delimiter=";")
    }
    assert marked["vieras"] == (f"'{FOREIGN.calendar}", "kyllä")
    assert marked["leiri"] == ("", "")


def test_a_title_that_looks_like_a_formula_is_text() -> None:
    content = open_data()[f"{API}occurrences/2027.csv"].decode("utf-8-sig")
    rows = list(csv.reader(content.splitlines(), delimiter=";"))
    assert '\'=HYPERLINK("http://x.example")' in [row[4] for row in rows]
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))] == []


def test_the_table_tells_programs_how_to_read_it() -> None:
    files = open_data()
    about = json.loads(files[f"{API}occurrences/2027.csv-metadata.json"])
    header = files[f"{API}occurrences/2027.csv"].decode("utf-8-sig").splitlines()[0]
    columns = about["tableSchema"]["columns"]
    assert [column["titles"] for column in columns] == header.split(about["dialect"]["delimiter"])
    assert [column["name"] for column in columns] == list(COLUMNS)
    assert about["url"] == "2027.csv"


def test_in_the_table_of_a_year_that_is_long_over_the_id_alone_leads_to_the_page() -> None:
    for day, is_over in ((date(2028, 12, 31), False), (date(2029, 1, 1), True)):
        files = open_data(today=day)
        rows = [*csv.DictReader(files[f"{API}occurrences/2027.csv"].decode("utf-8-sig").splitlines(), delimiter=";")]
        about = json.loads(files[f"{API}occurrences/2027.csv-metadata.json"])["tableSchema"]["columns"]
        (pages,) = [column.get("valueUrl", "") for column in about if column["name"] == "id"]
        addresses = {pages.replace("{id}", row["Tunnus"]) if is_over else row["Sivu"] for row in rows}
        assert bool(pages) is is_over
        assert {row["Sivu"] for row in rows} == {""} or not is_over
        assert addresses == {f"{SITE.url}tapahtumat/{row['Tunnus']}/" for row in rows}


@pytest.mark.parametrize("code", ["fi", "sv"])
def test_the_headings_of_the_table_are_translated(code: str) -> None:
    same = {heading for heading in COLUMNS.values() if language(code).say(heading) == heading}
    assert same <= {"Id", "Status"}


def test_another_program_reads_the_map() -> None:
    found = geojson.loads(open_data()[f"{API}venues.geojson"].decode())
    assert found.is_valid, found.errors()
    places = {feature["id"]: feature for feature in found["features"]}
    assert set(places) == set(community().venues)
    longitude, latitude = places["halli"]["geometry"]["coordinates"]
    assert (longitude, latitude) == (23.8161, 62.9996)
    assert places["halli"]["properties"]["accessibility"] == "Luiska ovella"


def test_another_program_reads_the_cards() -> None:
    region = community()
    martat = region.organisations["martat"]
    assert martat.contact is not None
    content = vcard(martat, martat.contact, "fi", "jarviseutu", f"{SITE.url}yhdistykset/martat/", "Alajärvi")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    (card,) = vobject.readComponents(content.decode())
    assert card.fn.value.startswith("Martat; <script>")
    assert card.org.value == [card.fn.value]
    assert (card.title.value, card.email.value, card.tel.value) == (
        "Sihteeri",
        "sihteeri@martat.example.org",
        "06 123 456",
    )
    assert card.adr.value.city == "Alajärvi"
    assert [one.value for one in card.url_list] == [
        "https://martat.example.org/%C3%A4",
        "https://seurantalo.example.org/yhdistykset/martat/",
    ]


def test_the_same_input_gives_the_same_bytes_in_the_order_of_paths() -> None:
    assert open_data() == open_data.__wrapped__()
    assert list(open_data()) == sorted(open_data())


def test_tomorrow_only_the_file_of_what_comes_next_may_differ() -> None:
    today, tomorrow = open_data(), open_data(today=date(2027, 1, 14))
    assert [path for path in today if today[path] != tomorrow[path]] == [f"{API}coming.json", f"{API}index.json"]


def test_a_site_without_an_address_has_relative_ones_and_no_linked_events() -> None:
    files = open_data(replace(SITE, url=""))
    assert not any(path.startswith("api/linkedevents/") for path in files)
    assert items(files, "events/2027-01")[0]["url"].startswith("tapahtumat/")


def test_the_page_of_open_data_links_files_that_there_are() -> None:
    ctx = context(*(record for table in community().by_kind.values() for record in table.values()))
    view = open_data_view(ctx)
    ours = set(open_data()) | set(news()) | {file.path for file in directory_files(ctx)}
    linked = [one.href for one in (*view.lists, *view.others)]
    linked += [one.form.href for one in (*view.lists, *view.others) if one.form.href.startswith("../")]
    assert len(linked) > 25
    assert sorted({link.removeprefix("../") for link in linked} - ours) == []


def test_the_page_of_open_data_of_an_empty_site_links_no_months() -> None:
    view = open_data_view(context())
    assert not any("{month}" in one.path or ".csv" in one.path for one in (*view.lists, *view.others))
