"""Options in mkdocs.yml: the same as Settings, and explained in the site's language where wrong."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

import pytest

from seurantalo.mkdocs_plugin.config import SeurantaloConfig
from seurantalo.model.settings import ExternalCalendar, Settings

ZONE = "aikavyöhyke, esimerkiksi Europe/Helsinki"


def loaded(**options: Any) -> tuple[SeurantaloConfig, list[tuple[str, str]]]:
    """The options as MkDocs loads them, and its complaints."""
    config = SeurantaloConfig()
    config.load_dict(options)
    errors, warnings = config.validate()
    assert warnings == []
    return config, [(name, str(error)) for name, error in errors]


def test_options_and_settings_agree() -> None:
    config, errors = loaded()
    assert errors == []
    assert dict(config) == asdict(Settings())
    assert config.settings() == Settings()


def test_every_option_reaches_its_setting() -> None:
    changed: dict[str, Any] = {
        name: not value if isinstance(value, bool) else value + 1 if isinstance(value, int) else value
        for name, value in asdict(Settings()).items()
    } | {"language": "sv", "timezone": "Europe/Stockholm", "today": "2027-05-01", "calendar_id": "a"}
    config, errors = loaded(**changed)
    assert errors == []
    assert asdict(config.settings()) == changed


def test_a_day_may_be_written_as_yaml_reads_it() -> None:
    config, errors = loaded(today=date(2027, 5, 1))
    assert (config.settings().today, errors) == ("2027-05-01", [])


def test_an_option_left_empty_has_its_default() -> None:
    config, errors = loaded(horizon_days=None)
    assert (config.settings(), errors) == (Settings(), [])


@pytest.mark.parametrize(
    ("options", "name", "message"),
    [
        ({"load_small": "a"}, "load_small", "tähän sopii kokonaisluku, esimerkiksi 2, mutta tässä on 'a'"),
        ({"setup_margin": True}, "setup_margin", "tähän sopii kokonaisluku, esimerkiksi 30, mutta tässä on True"),
        ({"setup_margin": -1}, "setup_margin", "tähän sopii kokonaisluku väliltä 0–1440, mutta tässä on -1"),
        ({"evening_starts": 24}, "evening_starts", "tähän sopii kokonaisluku väliltä 0–23, mutta tässä on 24"),
        ({"clash_dates": 0}, "clash_dates", "tähän sopii vähintään 1, mutta tässä on 0"),
        ({"shells": "ehkä"}, "shells", "tähän sopii true tai false, mutta tässä on 'ehkä'"),
        ({"events_folder": 7}, "events_folder", "tähän sopii teksti, mutta tässä on 7"),
        ({"language": "suomi"}, "language", "tähän sopii jokin näistä: fi, sv, en, mutta tässä on 'suomi'"),
        ({"timezone": "Helsinki"}, "timezone", f"tähän sopii {ZONE}, mutta tässä on 'Helsinki'"),
        ({"timezone": ""}, "timezone", f"tähän sopii {ZONE}, mutta tässä on ''"),
        ({"today": "1.5.2027"}, "today", "tähän sopii päivä, esimerkiksi 2027-05-01, mutta tässä on '1.5.2027'"),
        ({"today": "9999-12-31"}, "today", "tähän sopii päivä, esimerkiksi 2027-05-01, mutta tässä on '9999-12-31'"),
        ({"languages": ["fi", "sv"]}, "languages", "tähän sopii teksti, mutta tässä on ['fi', 'sv']"),
        ({"timezoen": "x"}, "timezoen", "tällaista asetusta ei ole; tarkoititko timezone?"),
        ({"language": "sv", "today": "x"}, "today", "här passar en dag, till exempel 2027-05-01, men här står 'x'"),
        (
            {"external_calendars": ["x"]},
            "external_calendars",
            "tähän sopii luettelo kalentereista nimen mukaan, mutta tässä on ['x']",
        ),
        ({"language": "en", "setup_margin": "x"}, "setup_margin", "expected a whole number such as 30, found 'x'"),
    ],
)  # fmt: skip
def test_a_wrong_option_is_explained(options: dict[str, Any], name: str, message: str) -> None:
    assert loaded(**options)[1] == [(name, message)]


def test_an_option_like_no_other_is_answered_with_the_list() -> None:
    ((name, message),) = loaded(qqq=1)[1]
    assert name == "qqq"
    assert message.startswith("tällaista asetusta ei ole; asetukset ovat language, languages, search, timezone, ")


def test_external_calendars_become_settings() -> None:
    options = {
        "martat": {"name": "Marttojen kalenteri", "url": "https://koe.example/x.ics", "organisation": "martat"}
    }
    config, errors = loaded(external_calendars=options)
    assert errors == []
    assert config.settings().external_calendars == (
        ExternalCalendar(
            key="martat", name="Marttojen kalenteri", url="https://koe.example/x.ics", organisation="martat"
        ),
    )
