"""What an event's file says of channels, in every way in which people may write it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.proposing.test_new_file import read, reader

from seurantalo.model.channel_plan import USUAL_CHANNELS, ChannelChoice, ChannelPlan, Doer
from seurantalo.model.text import Text

PAPER, RADIO = ChannelChoice(channel="paikallislehti"), ChannelChoice(channel="radio-jarvituuli")
SENT = ChannelChoice(channel="radio-jarvituuli", sent=date(2026, 12, 30))
FULL = ChannelChoice(channel="radio-jarvituuli", skipped=True, why="numero on täynnä")
NOWHERE = ChannelPlan(defaults=False)


def exactly(*choices: ChannelChoice) -> ChannelPlan:
    return ChannelPlan(defaults=False, choices=choices)


def besides(*choices: ChannelChoice) -> ChannelPlan:
    return ChannelPlan(defaults=True, choices=choices)


WRITTEN = {
    "": USUAL_CHANNELS,
    "kanavat:": USUAL_CHANNELS,
    "kanavat: oletus": USUAL_CHANNELS,
    "kanaler: standard": USUAL_CHANNELS,
    "kanavat: kyllä": USUAL_CHANNELS,
    "kanavat: ei": NOWHERE,
    "kanaler: nej": NOWHERE,
    "channels: no": NOWHERE,
    "kanavat: [ei]": NOWHERE,
    "kanavat: ei, hallituksen kokous": NOWHERE,
    "kanavat: {oletus: ei}": NOWHERE,
    "kanavat: paikallislehti": exactly(PAPER),
    "kanavat: Paikallislehti ja radio järvituuli": exactly(PAPER, RADIO),
    "kanavat: [radio-jarvituuli, paikallislehti, radio-jarvituuli]": exactly(RADIO, PAPER),
    "kanavat: [oletus, Radio Järvituuli]": besides(RADIO),
    "kanavat: tavalliset, radio-jarvituuli": besides(RADIO),
    "kanavat:\n  oletus:\n  radio-jarvituuli: lähetetty 30.12.2026": besides(SENT),
    "kanavat:\n  - oletus\n  - Radio Järvituuli: lähetetty 30.12.2026": besides(SENT),
    "kanavat:\n  oletus:\n  radio-jarvituuli: kerrottu ke 30.12.2026": besides(SENT),
    "kanaler:\n  standard:\n  radio-jarvituuli: skickat 30.12.2026": besides(SENT),
    "channels:\n  default:\n  radio-jarvituuli: sent 2026-12-30": besides(SENT),
    "kanavat:\n  oletus:\n  radio-jarvituuli: ei, numero on täynnä": besides(FULL),
    "kanavat:\n  oletus:\n  radio-jarvituuli: ei (numero on täynnä)": besides(FULL),
    "kanavat:\n  oletus:\n  radio-jarvituuli: {ohita: numero on täynnä}": besides(FULL),
    "kanavat:\n  paikallislehti:\n  radio-jarvituuli: ei": exactly(
        PAPER, ChannelChoice(channel="radio-jarvituuli", skipped=True)
    ),
    "kanavat:\n  paikallislehti: lähetetty 30.12.2026 klo 9.12, korjattu 2.1.2027": exactly(
        ChannelChoice(
            channel="paikallislehti", sent=datetime(2026, 12, 30, 9, 12), corrected=date(2027, 1, 2)
        )
    ),
    "kanavat:\n  paikallislehti: järjestäjä": exactly(ChannelChoice(channel="paikallislehti", doer=Doer.ORGANISER)),
    "kanavat:\n  oletus:\n  paikallislehti: {kuka: järjestäjä, virke: Tule soutamaan.}": besides(
        ChannelChoice(
            channel="paikallislehti", doer=Doer.ORGANISER, sentence=Text.plain("Tule soutamaan.")
        )
    ),
}  # fmt: skip


@pytest.mark.parametrize("written", WRITTEN)
def test_a_plan_is_read_as_it_is_meant(written: str) -> None:
    event, said = read(f"otsikko: Tanssit\nalkaa: 12.6.2027\njärjestäjä: vimpelin-martat\n{written}\n")
    assert not said
    assert event.channel_plan == WRITTEN[written]
    assert event.channels == tuple(one.channel for one in WRITTEN[written].choices if not one.skipped)


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("radio-jarvituli: lähetetty 30.12.2026", "missing-target-near", 3),
        ("radio-jarvituuli: lähetetty 31.2.2026", "no-such-day", 21),
        ("radio-jarvituuli: lähetetty 30.12.2027", "day-to-come", 21),
        ("radio-jarvituuli: {kuka: sihteeri}", "not-a-choice", 28),
        ("radio-jarvituuli: {virke: Soita 040 123 4567}", "phone-outside-contact", 35),
        ("radio-jarvituuli: ei, soita 040 123 4567", "phone-outside-contact", 31),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(line: str, code: str, column: int) -> None:
    text = f"otsikko: Tanssit\nalkaa: 12.6.2027\njärjestäjä: vimpelin-martat\nkanavat:\n  oletus:\n  {line}\n"
    _, said = reader().read("juhla", "events/2027/06/juhla.yml", text)
    assert [(one.code, one.line, one.column) for one in said] == [(code, 6, column)]


@pytest.mark.parametrize(
    ("said", "right"),
    {
        "järjestäjä lähettää": "radio-jarvituuli: järjestäjä",
        "lähetetään 30.12.2026": "radio-jarvituuli: lähetetty 30.12.2026",
        "tulossa pian": "",
        "Tule mukaan kaikki": "radio-jarvituuli: {virke: Tule mukaan kaikki}",
    }.items(),
)
def test_a_note_is_not_proposed_as_the_text_of_a_channel(said: str, right: str) -> None:
    text = "otsikko: Tanssit\nalkaa: 12.6.2027\njärjestäjä: vimpelin-martat\nkanavat:\n  oletus:\n"
    _, problems = reader().read("juhla", "events/2027/06/juhla.yml", f"{text}  radio-jarvituuli: {said}\n")
    assert [one.mend.text.strip() if one.mend else "" for one in problems] == [right]


def test_who_decided_on_nowhere_is_told_from_who_said_nothing() -> None:
    assert NOWHERE.nowhere
    assert not USUAL_CHANNELS.nowhere
    assert exactly(FULL).nowhere
    assert not besides(FULL).nowhere
