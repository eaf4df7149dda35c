"""What must not stand in a file that everybody can read: passwords, tokens, and addresses that are themselves keys.

Whoever has one can write in the channel's name, and git keeps it for ever. It is told of without being shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from seurantalo.patterns import late

#: Addresses that are themselves keys, or hold one.
_ADDRESSES: Final = late(
    r"https?://(?:hooks\.slack\.com/|(?:\w+\.)?discord(?:app)?\.com/api/(?:v\d+/)?webhooks/|api\.telegram\.org/bot"
    r"|[^/\s:@]+:[^/\s@]+@"
    r"|\S+/private-[0-9a-f]{16,}"
    r"|\S+[?&](?:access_?token|api_?key|secret|password|auth_token|bot_token)=[^&\s]{6,})\S*",
    re.ASCII,
)
#: How that begins which services give out, each in a form of its own.
_BEGINNINGS: Final = (
    *("xoxa-", "xoxb-", "xoxe-", "xoxe.", "xoxo-", "xoxp-", "xoxr-", "xoxs-", "xapp-"),
    *("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "syt_", "mct_", "syr_", "eyJ"),
    *("sk-", "pk-", "key-", "SG.", "AKIA", "AIza"),
)
_TOKEN: Final = late(rf"(?<![\w-])(?:{'|'.join(map(re.escape, _BEGINNINGS))})[\w.-]{{16,}}", re.ASCII)
_BOT: Final = late(r"(?<![\w-])\d{8,10}:[\w-]{35}(?![\w-])", re.ASCII)
#: Four times four signs, some of them digits: a password for one app.
_APP: Final = late(r"(?<![\w-])[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}(?![\w-])")
#: A line that says what it holds.
_NAMED: Final = late(
    r"(?im)(?:^|[{,#])[ \t-]*[\"']?(?:salasana|lösenord|losenord|passwo?r?d|passwd|(?:bot|access)?[-_ ]?token"
    r"|api[-_ ]?(?:key|avain|nyckel)|secret|salaisuus|webhook(?:[-_ ]?url)?)[\"']?"
    r"\s*[:=]\s*[\"']?(?P<value>[^\s\"'#,}]{4,})"
)
#: A long row of signs that no person would write: small and large letters and digits, or hexadecimal digits.
_LONG: Final = late(
    r"(?<![\w/.:@=?&%-])(?:(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{32,}|(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{32,})"
    r"(?![\w/.@-])",
    re.ASCII,
)
#: The names of variables of an environment, which hold a secret and are none.
_VARIABLE: Final = late(r"\$?\{?[A-Z][A-Z0-9_]+\}?\Z")
#: No secret is shorter, but for one whose line says that it is one.
SHORTEST_SECRET: Final = 8
_ADDRESS: Final = late(r"https?://(?:[^/@]*@)?(?P<host>[\w.-]+)")
_LEFT: Final = 4


class Secret(NamedTuple):
    """A secret and where it begins in the text."""

    text: str
    start: int


def secrets_in(text: str, *, has_ids: bool = False) -> Iterator[Secret]:
    r"""Yield what looks like a secret, in order; a text that ``has_ids`` of services may hold long rows of signs.

    >>> [one.start for one in secrets_in("lähetys: slack\nwebhook: https://hooks.slack.com/services/T0/B0/x1")]
    [24]
    """
    found: dict[int, str] = {}
    # To look for a few signs costs a hundredth of any pattern, and nearly no file has them.
    patterns = [_ADDRESSES] if "://" in text else []
    patterns += [_TOKEN] if any(beginning in text for beginning in _BEGINNINGS) else []
    patterns += [_BOT, _APP]
    for pattern in patterns:
        for match in pattern.finditer(text):
            if pattern is not _APP or _is_mixed(match[0]):
                found.setdefault(match.start(), match[0])
    for match in _NAMED.finditer(text):
        if not _VARIABLE.match(match["value"]):
            found.setdefault(match.start("value"), match["value"])
    if not has_ids:
        for match in _LONG.finditer(text):
            found.setdefault(match.start(), match[0])
    end = 0
    for start in sorted(found):
        if start >= end:
            yield Secret(found[start], start)
            end = start + len(found[start])


def _is_mixed(text: str) -> bool:
    """Tell whether there are letters and digits in a text: what people write has either."""
    signs = text.replace("-", "")
    return not signs.isalpha() and not signs.isdigit()


def hidden(text: str) -> str:
    """Return how a secret is shown: its first signs, or whose address it is."""
    if address := _ADDRESS.match(text):
        return f"{address['host']}/…"
    return f"{text[:_LEFT]}…"
