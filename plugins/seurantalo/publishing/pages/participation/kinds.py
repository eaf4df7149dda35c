"""The kinds of pages of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import BUDGETING, IDEA_OUTCOMES
from seurantalo.publishing.page_kinds import PageKind, alone, list_of, of_records, with_styles
from seurantalo.publishing.pages.participation.campaign import campaign_index, campaign_pages
from seurantalo.publishing.pages.participation.idea import idea_index, idea_pages
from seurantalo.publishing.pages.participation.idea_outcomes import idea_outcomes_index, idea_outcomes_pages
from seurantalo.publishing.pages.participation.overview import budgeting_page, participation_page
from seurantalo.publishing.pages.participation.process import process_pages
from seurantalo.publishing.parts import Part, Readable

_OF_IDEAS: Final[set[Readable]] = {Kind.IDEA, Kind.MUNICIPALITY, Part.NAMES}

KINDS: Final = with_styles(
    "participation.css",
    list_of(Kind.PROCESS, participation_page, Kind.IDEA, Part.LINKS, order=180),
    of_records(Kind.PROCESS, process_pages, order=370),
    list_of(Kind.IDEA, idea_index, order=190),
    of_records(Kind.IDEA, idea_pages, Kind.THEME, order=360),
    PageKind(
        "idea-outcomes-index", IDEA_OUTCOMES, alone(idea_outcomes_index), reads=_OF_IDEAS, order=200, is_traced=True
    ),
    PageKind("idea-outcomes", IDEA_OUTCOMES, idea_outcomes_pages, reads=_OF_IDEAS, order=380, bulk=True),
    PageKind("budgeting", BUDGETING, alone(budgeting_page), reads={Kind.IDEA, Part.NAMES}, order=210, is_traced=True),
    list_of(Kind.CAMPAIGN, campaign_index, order=220),
    of_records(Kind.CAMPAIGN, campaign_pages, Kind.ORGANISATION, order=440),
)
