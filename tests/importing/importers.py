"""A small project to import into, and the import as the tests ask for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from seurantalo.importing import Defaults, Import, Request, import_calendar
from seurantalo.model.community import Community
from seurantalo.model.event import External
from seurantalo.model.settings import Settings
from seurantalo.planner import Calendar, make_calendar
from seurantalo.reading import read_community

BASE = Path(__file__).parents[1] / "reading" / "base"
SETTINGS = Settings()
TODAY = date(2027, 1, 4)


@cache
def project() -> tuple[Community, Calendar]:
    """The small project of the tests of reading."""
    community = read_community(BASE, BASE / "content", SETTINGS, TODAY).community
    assert community is not None
    return community, make_calendar(community, SETTINGS, TODAY)


def imported(content: bytes, **options: Any) -> Import:
    """Import into the small project; options are those of Defaults and Request, and the site's language."""
    community, calendar = project()
    settings = replace(SETTINGS, language=options.pop("language", "fi"))
    external = options.pop("external", None)
    defaults = Defaults(
        organisation=options.pop("organisation", "vimpelin-martat"),
        external=External(**external) if external else None,
    )
    request = Request(path="kalenteri.ics", defaults=defaults, **options)
    return import_calendar(content, request, community, calendar, settings)
