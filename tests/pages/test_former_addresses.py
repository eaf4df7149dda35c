"""The addresses that an event had before: a page that leads on, and its calendar file where it was."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.pages.small_region import context, event, places, rich_records

from seurantalo.model.text import Text
from seurantalo.publishing import publish
from seurantalo.publishing.parts import Parts
from seurantalo.publishing.publication import Site


def files(parts: Parts) -> dict[str, bytes]:
    return {file.path: file.content for kind in publish(parts).bulk_files for file in kind}


PAGE = """\
<!doctype html>
<html lang="fi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=../tori/">
<link rel="canonical" href="https://jarviseutu.example/tapahtumat/tori/">
<title>Tori</title>
</head>
<body>
<main>
<h1>Tori</h1>
<p>Tapahtuman sivun osoite on vaihtunut: <a href="../tori/">Tori</a></p>
</main>
</body>
</html>
"""


def without_style(html: bytes) -> str:
    return re.sub("<style>.*?</style>\n", "", html.decode(), flags=re.DOTALL)


def test_each_former_address_leads_to_the_page() -> None:
    parts = replace(context(*rich_records()), site=Site(name="Järviseutu", url="https://jarviseutu.example/"))
    written = files(parts)
    assert without_style(written["tapahtumat/kirppis/index.html"]) == PAGE
    assert written["tapahtumat/vanha-tori/index.html"] == written["tapahtumat/kirppis/index.html"]
    # Nothing that lists pages knows of them.
    addresses = {page.address for page in publish(parts).pages}
    addresses |= {address for bulk in publish(parts).bulk for address in bulk.addresses}
    assert not {"tapahtumat/kirppis/", "tapahtumat/vanha-tori/"} & addresses


def test_whoever_subscribed_to_the_event_alone_still_gets_it() -> None:
    written = files(context(*rich_records()))
    own = written["tapahtumat/tori/tori.ics"]
    assert b"SUMMARY:Tori" in own
    assert written["tapahtumat/kirppis/kirppis.ics"] == written["tapahtumat/vanha-tori/vanha-tori.ics"] == own


def test_an_event_without_a_date_has_no_calendar_file_under_any_name() -> None:
    one = event("auki", None, former_ids=("ennen",), title=Text.plain('"><script>'))
    written = files(replace(context(*places(), one), site=Site(name="Koe")))
    assert [path for path in written if path.startswith("tapahtumat/")] == ["tapahtumat/ennen/index.html"]
    html = written["tapahtumat/ennen/index.html"].decode()
    assert "<script" not in html
    assert "canonical" not in html  # the site does not know where it stands
