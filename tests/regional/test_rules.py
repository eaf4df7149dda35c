"""Every rule of a regional calendar speaks where it should, and is silent where all is well."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pages.small_region import text
from tests.regional.regional_site import ADDRESS, channel, concert, only, report, service

from seurantalo.language import language
from seurantalo.model.parts import Image, WebLink
from seurantalo.publishing.api.regional.checks import (
    EVENT_FIELDS,
    faults_of_event,
    faults_of_picture,
    faults_of_place,
)
from seurantalo.publishing.api.regional.report import LOST
from seurantalo.publishing.api.regional.rules import WORDS, Rule
from seurantalo.publishing.api.regional.same import differing
from seurantalo.publishing.api.regional.terms import Standing, Terms

Json = dict[str, Any]


def good() -> tuple[Json, Terms]:
    found = report(concert(links=(WebLink(url="https://example.org/kuoro", title=text("Kuoro")),)))
    return deepcopy(dict(only("kesakonsertti", found).body)), found.terms


def there(body: Json, **more: Any) -> Json:
    """An event as the calendar has it."""
    return {**body, "has_start_time": True, "has_end_time": True, "deleted": False, **more}


def put(body: Json, name: str, value: Any) -> None:
    """Put a value into a field; `a.b` is the field `b` of the field `a`."""
    *above, last = name.split(".")
    found: Any = body
    for part in above:
        found = found[int(part)] if isinstance(found, list) else found[part]
    found[last] = value


#: What is changed in an event that is taken, and the rule that then speaks.
BAD: list[tuple[Rule, str, Any]] = [
    (Rule.AUDIENCE, "audience", [{"@id": "https://muu.example/1/"}]),
    (Rule.DESCRIPTION, "description", {"sv": "<p>x</p>"}),
    (Rule.DESCRIPTION, "description", None),
    (Rule.END, "end_time", "2027-03-02T15:00:00Z"),
    (Rule.ID, "id", "muu:kesakonsertti"),
    (Rule.ID, "id", f"jarviseutu:{'k' * 100}"),
    (Rule.KEYWORD, "keywords", []),
    (Rule.KEYWORD_GONE, "keywords", [{"@id": f"{ADDRESS}keyword/ep:vanha/"}]),
    (Rule.KEYWORD_UNKNOWN, "keywords", [{"@id": "https://seurantalo.example.org/api/keyword/id/teema-kyla.json"}]),
    (Rule.LINK, "external_links.0.link", f"https://example.org/{'a' * 190}"),
    (Rule.LOCATION, "location", None),
    (Rule.LOCATION_UNKNOWN, "location", {"@id": f"{ADDRESS}place/jarviseutu:paikka-x/"}),
    (Rule.LONG, "name", {"fi": "a" * 256}),
    (Rule.LONG, "provider", {"fi": "a" * 513}),
    (Rule.LONG, "location_extra_info", {"fi": "a" * 401}),
    (Rule.LONG, "offers.0.price", {"fi": "a" * 1001}),
    (Rule.LONG, "info_url", {"fi": f"https://example.org/{'a' * 1000}"}),
    (Rule.LONG, "external_links.0.name", "a" * 101),
    (Rule.MARKUP, "name", {"fi": "<b>Kesäkonsertti</b>"}),
    (Rule.MARKUP, "offers.0.price", {"fi": "<3 €"}),
    (Rule.NAME, "name", {"se": "Konsearta"}),
    (Rule.NAME, "name", None),
    (Rule.NEVER_TOLD, "event_status", "EventCancelled"),
    (Rule.NEVER_TOLD, "event_status", "EventRescheduled"),
    (Rule.NOT_CHECKED, "keywords", [{"@id": f"{ADDRESS}keyword/ep:uusi/"}]),
    (Rule.NOT_CHECKED, "location", {"@id": f"{ADDRESS}place/tprek:9/"}),
    (Rule.PARENT, "super_event", {"@id": f"{ADDRESS}event/jarviseutu:muu/"}),
    (Rule.PICTURE, "images", [{"@id": f"{ADDRESS}image/7/"}]),
    (Rule.PRICE, "offers", []),
    (Rule.PRICE, "offers", [{"price": {"fi": "5 €"}}]),
    (Rule.PUBLISHER, "publisher", "muu:yhteinen"),
    (Rule.SHAPE, "name", "Kesäkonsertti"),
    (Rule.SHAPE, "audience_min_age", -1),
    (Rule.SHAPE, "offers.0.is_free", "kyllä"),
    (Rule.SHORT, "short_description", {"sv": "x"}),
    (Rule.SHORT_LONG, "short_description.fi", "a" * 161),
    (Rule.SOURCE, "data_source", "toinen"),
    (Rule.START, "start_time", None),
    (Rule.TIME, "start_time", "ensi viikolla"),
    (Rule.TIME, "enrolment_end_time", "2027-02-26"),
]


def refused(body: Json, *, method: str = "POST", before: Json | None = None) -> bool:
    """Whether the calendar refuses it, or has something else of it than was said."""
    calendar = service()
    if before is not None:
        name = before["id"]
        assert (
            calendar.answer("POST", "/v1/event/", "salainen-avain", json.dumps(body | {"id": name}).encode())[0]
            == 201
        )
        calendar.state.events[name]["event_status"] = before["event_status"]
        calendar.state.events[name]["deleted"] = before["deleted"]
    path = "/v1/event/" if method == "POST" else f"/v1/event/{body['id']}/"
    status, told = calendar.answer(method, path, "salainen-avain", json.dumps(body).encode())
    return status >= 400 or bool(differing(body, told))


def test_an_event_with_all_that_is_asked_for_is_taken() -> None:
    body, terms = good()
    assert faults_of_event(body, terms) == ()
    assert not refused(body)


@pytest.mark.parametrize(
    ("rule", "name", "value"), BAD, ids=[f"{one[0].value}-{one[1]}-{n}" for n, one in enumerate(BAD)]
)
def test_each_rule_speaks_where_the_calendar_refuses_or_changes_it(rule: Rule, name: str, value: Any) -> None:
    body, terms = good()
    gone = {**terms.snapshot.keywords, "ep:vanha": Standing.GONE}
    terms = replace(terms, snapshot=replace(terms.snapshot, keywords=gone))
    put(body, name, value)
    assert rule in {fault.rule for fault in faults_of_event(body, terms)}
    assert refused(body)


def test_the_same_link_twice_is_refused_whatever_its_capitals() -> None:
    body, terms = good()
    body["external_links"].append(body["external_links"][0] | {"name": "KUORO"})
    assert [fault.rule for fault in faults_of_event(body, terms)] == [Rule.LINK_TWICE]
    assert refused(body)


def test_a_field_that_is_left_out_keeps_what_stood_there() -> None:
    body, terms = good()
    for name in EVENT_FIELDS:
        less = {one: value for one, value in body.items() if one != name}
        assert Rule.FIELD in {fault.rule for fault in faults_of_event(less, terms)}, name


def test_what_is_over_is_refused() -> None:
    body, terms = good()
    body["start_time"], body["end_time"] = "2027-01-09T16:00:00Z", "2027-01-09T18:00:00Z"
    assert [fault.rule for fault in faults_of_event(body, terms)] == [Rule.PAST]
    assert refused(body)
    body["start_time"], body["end_time"] = "2027-01-11", "2027-01-11"
    assert faults_of_event(body, terms) == ()
    assert not refused(body)


#: Status there, status sent, and whether the start is another: the rule that speaks, or None.
STATUSES: list[tuple[str, str | None, bool, Rule | None]] = [
    ("EventScheduled", "EventScheduled", False, None),
    ("EventScheduled", "EventScheduled", True, None),
    ("EventScheduled", "EventCancelled", False, None),
    ("EventScheduled", "EventRescheduled", True, Rule.STATUS_SET),
    ("EventScheduled", "EventPostponed", False, Rule.STATUS_SET),
    ("EventRescheduled", "EventScheduled", False, Rule.STATUS_BACK),
    ("EventCancelled", "EventScheduled", False, Rule.STATUS_BACK),
    ("EventCancelled", "EventScheduled", True, Rule.STATUS_BACK),
    ("EventRescheduled", "EventRescheduled", False, None),
    ("EventRescheduled", "EventRescheduled", True, None),
    ("EventPostponed", "EventPostponed", True, None),
    ("EventCancelled", None, True, None),
]


@pytest.mark.parametrize(("before", "sent", "moved", "rule"), STATUSES)
def test_a_status_that_cannot_be_set_is_told(before: str, sent: str | None, moved: bool, rule: Rule | None) -> None:
    body, terms = good()
    held = there(body, event_status=before)
    terms = terms.with_events({body["id"]: held})
    changed = dict(body)
    if moved:
        changed["start_time"], changed["end_time"] = "2027-03-03T16:00:00Z", "2027-03-03T18:00:00Z"
    changed.pop("event_status")
    if sent is not None:
        changed["event_status"] = sent
    assert [fault.rule for fault in faults_of_event(changed, terms)] == ([] if rule is None else [rule])
    calendar = service()
    calendar.answer("POST", "/v1/event/", "salainen-avain", json.dumps(body).encode())
    calendar.state.events[body["id"]]["event_status"] = before
    status, _ = calendar.answer("PUT", f"/v1/event/{body['id']}/", "salainen-avain", json.dumps(changed).encode())
    assert (status >= 400) is (rule is not None)


def test_what_was_deleted_there_never_comes_back_under_its_id() -> None:
    body, terms = good()
    terms = terms.with_events({body["id"]: there(body, deleted=True)})
    assert Rule.DELETED in {fault.rule for fault in faults_of_event(body, terms)}
    assert refused(body, method="PUT", before=there(body, deleted=True))
    assert refused(body, before=there(body, deleted=True))


def test_a_place_needs_a_name_and_a_position_of_two_decimal_numbers() -> None:
    found = report(concert(venue="halli"))
    (place,) = [dict(one) for one in found.places if one["id"] == "jarviseutu:paikka-halli"]
    assert faults_of_place(place, found.terms) == ()
    bad: list[tuple[Rule, Callable[[Json], Any]]] = [
        (Rule.PLACE_NAME, lambda one: one.update(name={})),
        (Rule.POSITION, lambda one: one["position"].update(coordinates=[23, 62])),
        (Rule.FIELD, lambda one: one.pop("position")),
        (Rule.LONG, lambda one: one.update(street_address={"fi": "a" * 256})),
        (Rule.SOURCE, lambda one: one.update(data_source="toinen")),
    ]
    for rule, change in bad:
        changed = deepcopy(place)
        change(changed)
        assert rule in {fault.rule for fault in faults_of_place(changed, found.terms)}, rule
        assert service().answer("POST", "/v1/place/", "salainen-avain", json.dumps(changed).encode())[0] >= 400, rule
    assert service().answer("POST", "/v1/place/", "salainen-avain", json.dumps(place).encode())[0] == 201


def test_the_words_for_who_does_not_see_a_picture_fit() -> None:
    found = report(concert(image=Image(file="kuvat/kuoro.jpg", alt=text("Kuoro " * 60))))
    (kept,) = [one for one in found.kept if one.draft.event == "kesakonsertti"]
    assert [fault.rule for fault in kept.faults] == [Rule.LONG]
    assert faults_of_picture({"alt_text": "a" * 320}) == ()


@pytest.mark.parametrize("code", ["fi", "sv"])
def test_every_rule_speaks_the_languages_of_the_site(code: str) -> None:
    for words in (*(one.sentence for one in WORDS.values()), *LOST.values()):
        blanks = {"at": "name.fi", "found": "x", "limit": "1"}
        assert language(code).say(words, **blanks) != language("en").say(words, **blanks), words


def test_every_rule_has_words_and_is_tried_here() -> None:
    assert set(WORDS) == set(Rule)
    tried = {one[0] for one in BAD} | {one[3] for one in STATUSES}
    besides = {Rule.DELETED, Rule.FIELD, Rule.LINK_TWICE, Rule.PAST, Rule.PLACE_NAME, Rule.POSITION}
    assert tried | besides >= set(Rule)


TEXTS = st.one_of(
    st.none(),
    st.dictionaries(
        st.sampled_from(["fi", "sv", "en", "se"]),
        st.one_of(
            st.just(""), st.text("aä <&.", max_size=8), st.sampled_from(["a" * 160, "a" * 161, "a" * 256, "a" * 600])
        ),
        max_size=2,
    ),
)
TIMES = st.sampled_from(
    [
        None,
        "2027-03-02T16:00:00Z",
        "2027-03-02",
        "2027-01-01",
        "2026-12-30T10:00:00Z",
        "2028-01-01T10:00:00+02:00",
        "x",
    ]
)
CHANGES: dict[str, st.SearchStrategy[Any]] = {
    "name": TEXTS,
    "short_description": TEXTS,
    "description": TEXTS.map(
        lambda told: (
            told and {code: f"<p>{escape(words, quote=False)}</p>" if words else "" for code, words in told.items()}
        )
    ),
    "provider": TEXTS,
    "location_extra_info": TEXTS,
    "start_time": TIMES,
    "end_time": TIMES,
    "enrolment_end_time": TIMES,
    "event_status": st.sampled_from(["EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled"]),
    "keywords": st.lists(
        st.sampled_from(["ep:muu", "ep:vanha", "yso:p1808", "ep:x"]).map(
            lambda one: {"@id": f"{ADDRESS}keyword/{one}/"}
        ),
        max_size=2,
    ),
    "location": st.sampled_from([None, {"@id": f"{ADDRESS}place/tprek:1234/"}, {"@id": f"{ADDRESS}place/x:1/"}]),
    "offers": st.lists(st.fixed_dictionaries({}, optional={"is_free": st.booleans(), "price": TEXTS}), max_size=2),
    "external_links": st.lists(
        st.fixed_dictionaries(
            {
                "name": st.sampled_from(["", "a", "A", "a" * 101]),
                "link": st.sampled_from(["https://example.org/", f"https://example.org/{'b' * 190}"]),
                "language": st.just("fi"),
            }
        ),
        max_size=2,
    ),
    "audience_min_age": st.sampled_from([None, 0, 18, 40_000]),
}


@given(
    st.dictionaries(st.sampled_from(sorted(CHANGES)), st.none(), max_size=4).flatmap(
        lambda names: st.fixed_dictionaries({name: CHANGES[name] for name in names})
    )
)
def test_what_the_checker_passes_the_calendar_takes_and_what_it_refuses_the_checker_tells(changes: Json) -> None:
    body, terms = GOOD
    gone = {**terms.snapshot.keywords, "ep:vanha": Standing.GONE, "ep:x": Standing.UNKNOWN}
    terms = replace(terms, snapshot=replace(terms.snapshot, keywords=gone))
    changed = {**body, **changes}
    assert bool(faults_of_event(changed, terms)) is refused(changed)


GOOD = good()
assert channel().regional is not None
