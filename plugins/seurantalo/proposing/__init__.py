"""What somebody proposes, and how it becomes the text of a file: acts, values, links. Touches no disk."""

from __future__ import annotations

from seurantalo.proposing.acts import FORM, asked, groups_of, input_names
from seurantalo.proposing.asking import Act, ActForm, Ask, Control, Group, control_of
from seurantalo.proposing.canonical import Value
from seurantalo.proposing.forge import (
    Address,
    Forge,
    ForgeKind,
    forge_data,
    forge_of,
    issue_address,
    new_file_address,
)
from seurantalo.proposing.mail import mail_address
from seurantalo.proposing.new_file import file_text, new_file
from seurantalo.proposing.slug import new_path
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
    "Address",
    "Ask",
    "BrokenLinkError",
    "Control",
    "Forge",
    "ForgeKind",
    "Group",
    "Proposal",
    "ProposedFile",
    "Sender",
    "TextTables",
    "Value",
    "asked",
    "control_of",
    "file_text",
    "forge_data",
    "forge_of",
    "groups_of",
    "input_names",
    "issue_address",
    "json_of",
    "mail_address",
    "new_file",
    "new_file_address",
    "new_path",
    "pack",
    "proposal_of",
    "text_tables",
    "unpack",
    "values_of",
]
