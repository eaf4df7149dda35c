"""Colours that stand on each other keep WCAG 2.2's contrast in both schemes (1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest

from seurantalo.publishing.assets import asset_files

#: Style sheets as they are published, by name.
SHEETS = {file.path.rpartition("/")[2]: file.content.decode() for file in asset_files() if file.path.endswith(".css")}
CSS = SHEETS["seurantalo.css"]

# Material 9.8: body background and text of each scheme (palette.css), as solid colours. The text is laid over
# its background with its alpha, which `default` sets to 0.87 and `slate` to 0.82.
MATERIAL = {
    "default": {"--st-paper": "#ffffff", "--st-ink": "#212121"},
    "slate": {"--st-paper": "#1e2129", "--st-ink": "#c0c2c9"},
}

TEXT = [
    ("--st-ink", "--st-paper"),
    ("--st-ink", "--st-wash"),
    ("--st-ink", "--st-alert-wash"),
    ("--st-ink", "--st-warn-wash"),
    ("--st-ink", "--st-good-wash"),
    ("--st-ink", "--st-info-wash"),
    ("--st-link", "--st-paper"),
    ("--st-link", "--st-wash"),
    ("--st-muted", "--st-paper"),
    ("--st-muted", "--st-wash"),
    ("--st-block-ink", "--st-block"),
    ("--st-strong-ink", "--st-strong"),
    ("--st-strong", "--st-paper"),
    ("--st-alert", "--st-paper"),
    ("--st-alert", "--st-wash"),
    ("--st-alert", "--st-alert-wash"),
    ("--st-warn", "--st-warn-wash"),
    ("--st-good", "--st-good-wash"),
    ("--st-info", "--st-info-wash"),
]
EDGES = [("--st-edge", "--st-paper"), ("--st-edge", "--st-wash"), ("--st-strong", "--st-paper")]


def block(selector: str) -> dict[str, str]:
    """The custom properties of the first rule with this selector."""
    start = CSS.index(f"\n{selector} {{")
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{3,6});", CSS[start : CSS.index("}", start)]))


def colours(scheme: str) -> dict[str, str]:
    found = block("[data-md-color-scheme]") | MATERIAL[scheme]
    if scheme == "slate":
        found |= block('[data-md-color-scheme="slate"]')
    house = block(f'[data-md-color-primary="custom"][data-md-color-scheme="{scheme}"]')
    return found | {"--st-link": house["--md-typeset-a-color"]}


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(sign * 2 for sign in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_right() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize(("ink", "paper"), TEXT)
def test_text_can_be_read(scheme: str, ink: str, paper: str) -> None:
    found = colours(scheme)
    assert contrast(found[ink], found[paper]) >= 4.5


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize(("edge", "paper"), EDGES)
def test_the_edges_of_controls_can_be_seen(scheme: str, edge: str, paper: str) -> None:
    found = colours(scheme)
    assert contrast(found[edge], found[paper]) >= 3


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_the_header_can_be_read(scheme: str) -> None:
    header = block('[data-md-color-primary="custom"]')["--md-primary-fg-color"]
    assert contrast(header, "#ffffff") >= 4.5
    assert contrast(colours(scheme)["--st-link"], colours(scheme)["--st-paper"]) >= 4.5
