"""The kinds of pages of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import BUDGETING, FOLDERS, IDEA_OUTCOMES
from seurantalo.publishing.page_kinds import PageKind, alone
from seurantalo.publishing.pages.participation.campaign import campaign_index, campaign_pages
from seurantalo.publishing.pages.participation.idea import idea_index, idea_pages
from seurantalo.publishing.pages.participation.idea_outcomes import idea_outcomes_index, idea_outcomes_pages
from seurantalo.publishing.pages.participation.overview import budgeting_page, participation_page
from seurantalo.publishing.pages.participation.process import process_pages
from seurantalo.publishing.parts import OF_RECORD, Part

_PROCESSES: Final = FOLDERS[Kind.PROCESS]
_IDEAS: Final = FOLDERS[Kind.IDEA]
_CAMPAIGNS: Final = FOLDERS[Kind.CAMPAIGN]

KINDS: Final = (
    PageKind(
        "participation",
        _PROCESSES,
        alone(participation_page),
        reads={Kind.IDEA, Kind.PROCESS, Part.LINKS, Part.NAMES},
        order=180,
    ),
    PageKind("process", _PROCESSES, process_pages, reads={Kind.PROCESS, *OF_RECORD}, order=370, bulk=True),
    PageKind("idea-index", _IDEAS, alone(idea_index), reads={Kind.IDEA, Part.NAMES}, order=190),
    PageKind("idea", _IDEAS, idea_pages, reads={Kind.IDEA, Kind.THEME, *OF_RECORD}, order=360, bulk=True),
    PageKind(
        "idea-outcomes-index", IDEA_OUTCOMES, alone(idea_outcomes_index), reads={Kind.IDEA, Part.NAMES}, order=200
    ),
    PageKind(
        "idea-outcomes",
        IDEA_OUTCOMES,
        idea_outcomes_pages,
        reads={Kind.IDEA, Kind.MUNICIPALITY, Part.NAMES},
        order=380,
        bulk=True,
    ),
    PageKind("budgeting", BUDGETING, alone(budgeting_page), reads={Kind.IDEA, Part.NAMES}, order=210),
    PageKind("campaign-index", _CAMPAIGNS, alone(campaign_index), reads={Kind.CAMPAIGN, Part.NAMES}, order=220),
    PageKind(
        "campaign",
        _CAMPAIGNS,
        campaign_pages,
        reads={Kind.CAMPAIGN, Kind.ORGANISATION, *OF_RECORD},
        order=440,
        bulk=True,
    ),
)
