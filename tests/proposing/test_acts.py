"""The table of what forms ask follows the schema, and keeps its names."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from seurantalo.model.fields.field import Field, named, text
from seurantalo.model.kinds import RECORDS
from seurantalo.model.record import Kind
from seurantalo.proposing import FORM, Act, acts, asked, groups_of, input_names
from seurantalo.proposing.acts import LEFT_OUT, RESERVED, REST, fields_of
from seurantalo.proposing.asking import ActForm, Ask, Control, control_of, inside_of


def offences(form: ActForm) -> list[str]:
    """What a form says of fields that are not there."""
    fields = fields_of(form.kind)
    found = [ask.field for group in form.groups for ask in group.asks if ask.field not in fields]
    found += sorted((set(form.given) | LEFT_OUT[form.kind]) - set(fields))
    for group in form.groups:
        for ask in group.asks:
            part = fields[ask.field].part if ask.field in fields else None
            inside = {one.name for one in part.fields} if part else set()
            found += [f"{ask.field}.{one.field}" for one in ask.inside if one.field not in inside]
    return found


@pytest.mark.parametrize("act", Act)
def test_a_form_names_fields_of_the_schema_only(act: Act) -> None:
    assert offences(FORM[act]) == []


def test_a_form_that_names_a_field_that_is_not_there_is_found() -> None:
    form = FORM[Act.VENUE]
    wrong = replace(form.groups[0], asks=(Ask(field="colour"), Ask(field="rooms", inside=(Ask(field="age"),))))
    assert offences(replace(form, groups=(wrong,))) == ["colour", "rooms.age"]


@pytest.mark.parametrize("act", [act for act in Act if not FORM[act].changes])
def test_what_a_file_must_say_is_asked_or_given(act: Act) -> None:
    form = FORM[act]
    known = {ask.field for ask, _ in asked(form)} | set(form.given)
    assert [field.name for field in RECORDS[form.kind] if field.required and field.name not in known] == []
    assert [ask.field for ask, field in asked(form) if field.required and not ask.needed] == []


@pytest.mark.parametrize("act", Act)
def test_names_of_inputs_are_unique_and_not_those_of_a_forge(act: Act) -> None:
    names = [name for ask, field in asked(FORM[act]) for name in input_names(ask, field)]
    assert len(names) == len(set(names))
    assert not set(names) & RESERVED
    assert all(name.replace("_", "").isalnum() for name in names)


def test_the_first_screen_of_an_event_asks_seven_things_and_the_rest_is_folded() -> None:
    first, *others = groups_of(FORM[Act.EVENT])
    assert [input_names(ask, fields_of(Kind.EVENT)[ask.field]) for ask in first.asks] == [
        ("name",),
        ("organisers",),
        ("venue",),
        ("starts_day", "starts_time"),
        ("ends_day", "ends_time"),
        ("description",),
        ("audience",),
    ]
    assert not first.folded
    assert all(group.folded for group in others)


def test_a_field_that_is_new_in_the_schema_is_asked_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    new: Field = text(named("parking", fi="pysäköinti", sv="parkering"))
    schema = {**RECORDS, Kind.EVENT: (*RECORDS[Kind.EVENT], new)}
    monkeypatch.setattr(acts, "RECORDS", MappingProxyType(schema))
    last = groups_of(FORM[Act.EVENT])[-1]
    assert last.heading == REST
    assert "parking" in {ask.field for ask in last.asks}


def test_every_shape_has_its_control() -> None:
    event, organisation = fields_of(Kind.EVENT), fields_of(Kind.ORGANISATION)
    found = {
        name: control_of(event[name]).value for name in ("title", "description", "starts", "hold_until", "repeats")
    }
    assert found == {
        "title": "line",
        "description": "prose",
        "starts": "moment",
        "hold_until": "day",
        "repeats": "repeats",
    }
    assert control_of(event["organisers"]) is Control.NAME
    assert control_of(event["audience"]) is Control.BOXES
    assert control_of(event["municipality"]) is Control.LIST
    assert control_of(event["weight"]) is Control.BUTTONS
    assert control_of(event["format"]) is Control.LIST
    assert control_of(event["agenda"]) is Control.ROWS
    assert control_of(organisation["contact"]) is Control.PART
    contact = next(pair for pair in asked(FORM[Act.ORGANISATION]) if pair[0].field == "contact")
    assert [one.field for one, _ in inside_of(*contact)] == ["role", "email", "phone", "url"]
