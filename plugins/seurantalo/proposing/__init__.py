"""What somebody proposes, and how it becomes the text of a file: acts, values, links. Touches no disk."""

from __future__ import annotations

from seurantalo.proposing.acts import FORM, asked, groups_of, input_names
from seurantalo.proposing.asking import Act, ActForm, Ask, Control, Group, control_of
from seurantalo.proposing.canonical import Value
from seurantalo.proposing.new_file import file_text, new_file
from seurantalo.proposing.tables import TextTables, text_tables
from seurantalo.proposing.values import values_of
from seurantalo.proposing.wire import (
    BrokenLinkError,
    Proposal,
    ProposedFile,
    Sender,
    json_of,
    pack,
    proposal_of,
    unpack,
)

__all__ = [
    "FORM",
    "Act",
    "ActForm",
    "Ask",
    "BrokenLinkError",
    "Control",
    "Group",
    "Proposal",
    "ProposedFile",
    "Sender",
    "TextTables",
    "Value",
    "asked",
    "control_of",
    "file_text",
    "groups_of",
    "input_names",
    "json_of",
    "new_file",
    "pack",
    "proposal_of",
    "text_tables",
    "unpack",
    "values_of",
]
