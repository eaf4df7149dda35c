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
from seurantalo.publishing.parts import Part

_PROCESSES: Final = FOLDERS[Kind.PROCESS]
_IDEAS: Final = FOLDERS[Kind.IDEA]
_CAMPAIGNS: Final = FOLDERS[Kind.CAMPAIGN]

KINDS: Final = (
    PageKind(
        name="participation",
        folder=_PROCESSES,
        pages=alone(participation_page),
        reads={Kind.IDEA, Kind.PROCESS, Part.LINKS, Part.NAMES},
        order=180,
    ),
    PageKind(
        name="process",
        folder=_PROCESSES,
        pages=process_pages,
        reads={Kind.PROCESS, Part.LINKS, Part.MENTIONS, Part.NAMES},
        order=370,
        bulk=True,
    ),
    PageKind(name="idea-index", folder=_IDEAS, pages=alone(idea_index), reads={Kind.IDEA, Part.NAMES}, order=190),
    PageKind(
        name="idea",
        folder=_IDEAS,
        pages=idea_pages,
        reads={Kind.IDEA, Kind.THEME, Part.LINKS, Part.MENTIONS, Part.NAMES},
        order=360,
        bulk=True,
    ),
    PageKind(
        name="idea-outcomes-index",
        folder=IDEA_OUTCOMES,
        pages=alone(idea_outcomes_index),
        reads={Kind.IDEA, Part.NAMES},
        order=200,
    ),
    PageKind(
        name="idea-outcomes",
        folder=IDEA_OUTCOMES,
        pages=idea_outcomes_pages,
        reads={Kind.IDEA, Kind.MUNICIPALITY, Part.NAMES},
        order=380,
        bulk=True,
    ),
    PageKind(
        name="budgeting",
        folder=BUDGETING,
        pages=alone(budgeting_page),
        reads={Kind.IDEA, Part.NAMES},
        order=210,
    ),
    PageKind(
        name="campaign-index",
        folder=_CAMPAIGNS,
        pages=alone(campaign_index),
        reads={Kind.CAMPAIGN, Part.NAMES},
        order=220,
    ),
    PageKind(
        name="campaign",
        folder=_CAMPAIGNS,
        pages=campaign_pages,
        reads={Kind.CAMPAIGN, Kind.ORGANISATION, Part.LINKS, Part.MENTIONS, Part.NAMES},
        order=440,
        bulk=True,
    ),
)
