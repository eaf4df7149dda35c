"""A chosen picture is made small before it is sent, and rid of all that the camera wrote into it."""

from __future__ import annotations

import base64
import random
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import ExifTags, Image

from seurantalo.language import language
from seurantalo.publishing.assets import asset_files
from seurantalo.publishing.pages.propose.picture_words import picture_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)

# No machine has this name: the test answers for it.
HOST = "https://picture.example.org/"
READ = """async ([data, name, size]) => {
    const {smallPicture} = await import("/picture.js");
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const file = new File(size ? [new Uint8Array(size)] : [bytes], name);
    const {blob, ...found} = await smallPicture(file);
    if (blob) {
        const read = new FileReader();
        await new Promise((done) => { read.onload = done; read.readAsDataURL(blob); });
        found.type = blob.type;
        found.data = read.result.split(",")[1];
    }
    return found;
}"""
SHARE = """async ([takes, shared]) => {
    const {withPicture} = await import("/picture.js");
    const picture = {blob: new Blob(["x"], {type: "image/jpeg"}), name: "kuva.jpg"};
    navigator.canShare = (all) => takes && all.files.every((one) => one.type === "image/jpeg");
    const {files = [], ...found} = withPicture(shared, picture);
    return {...found, files: files.map((one) => one.name)};
}"""
SECRET = b"Konekaupungin kamera"


@pytest.fixture
def blank(page: Page) -> Iterator[Page]:
    (module,) = (file.content for file in asset_files() if file.path.endswith("/picture.js"))
    page.route(f"{HOST}**", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.route(f"{HOST}picture.js", lambda route: route.fulfill(body=module, content_type="text/javascript"))
    page.goto(HOST)
    yield page
    page.unroute_all()


def small(page: Page, content: bytes, name: str = "IMG 2034 Kesäjuhla.JPG", size: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(READ, [base64.b64encode(content).decode(), name, size])
    return found


def photo(width: int, height: int, *, orientation: int = 1, noise: bool = False, kind: str = "JPEG") -> bytes:
    """A picture whose upper left quarter is red, with the place, the day and the device in its EXIF."""
    if noise:
        image = Image.frombytes("RGB", (width, height), random.Random(1).randbytes(3 * width * height))
    else:
        image = Image.new("RGB", (width, height), "#1565c0")
        image.paste("#c62828", (0, 0, width // 2, height // 2))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = SECRET.decode()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (63.0, 9.0, 0.0), 3: "E", 4: (23.0, 49.0, 0.0)})
    written = BytesIO()
    image.save(written, kind, exif=exif, quality=95)
    assert SECRET in written.getvalue()
    return written.getvalue()


def opened(found: dict[str, Any]) -> Image.Image:
    return Image.open(BytesIO(base64.b64decode(found["data"])))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_comes_out_small_and_without_its_place(blank: Page, kind: str) -> None:
    found = small(blank, photo(2_400, 1_200, kind=kind))
    assert {**found, "data": ""} == {
        "name": "img-2034-kesajuhla.jpg", "type": "image/jpeg", "width": 1_600, "height": 800, "data": "",
    }  # fmt: skip
    picture = opened(found)
    assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (1_600, 800), {})
    assert SECRET not in base64.b64decode(found["data"])


def test_a_photo_that_was_taken_upright_stands_upright(blank: Page) -> None:
    """Orientation 6: the camera lay on its side, so what it saw left below is above left."""
    picture = opened(small(blank, photo(800, 400, orientation=6)))
    assert picture.size == (400, 800)
    red = [picture.getpixel(at) for at in ((300, 100), (100, 100), (300, 600))]
    assert [isinstance(one, tuple) and one[0] > 150 for one in red] == [True, False, False]


def test_what_is_hard_to_press_together_is_sent_in_400_kilobytes(blank: Page) -> None:
    found = small(blank, photo(1_700, 1_500, noise=True))
    assert len(base64.b64decode(found["data"])) <= 400_000
    assert max(found["width"], found["height"]) >= 640


def test_what_is_small_stays_as_large_as_it_is_and_lets_paper_through(blank: Page) -> None:
    written = BytesIO()
    Image.new("RGBA", (30, 20), (0, 0, 0, 0)).save(written, "PNG")
    picture = opened(small(blank, written.getvalue(), "🎉.png"))
    assert (picture.size, picture.getpixel((5, 5))) == ((30, 20), (255, 255, 255))


@pytest.mark.parametrize(
    ("content", "size", "why"),
    [
        (b"\x00\x00\x00\x18ftypheic\x00\x00", 0, "heic"),
        (b"%PDF-1.7 ...", 0, "pdf"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", 0, "unreadable"),
        (b"", 0, "unreadable"),
        (b"\xff\xd8\xff\xe0 cut", 0, "unreadable"),
        (b"", 50_000_001, "large"),
    ],
)
def test_what_is_no_picture_gets_a_sentence(blank: Page, content: bytes, size: int, why: str) -> None:
    assert small(blank, content, size=size) == {"broken": why}
    assert picture_words(language("fi"))[why].endswith(".")


def test_the_share_sheet_takes_the_picture_where_it_can(blank: Page) -> None:
    shared = {"title": "Kesäjuhla", "text": "la 12.6.2027", "url": f"{HOST}#e1.x"}
    with_file = {"title": "Kesäjuhla", "text": f"la 12.6.2027\n{HOST}#e1.x", "files": ["kuva.jpg"]}
    assert blank.evaluate(SHARE, [True, shared]) == with_file
    assert blank.evaluate(SHARE, [False, shared]) == {**shared, "files": []}


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        ("IMG_2034.HEIC", "img-2034.jpg"),
        ("Älä  sulje!.png", "ala-sulje.jpg"),
        ("..", "kuva.jpg"),
        ("a" * 90, "a" * 60 + ".jpg"),
    ],
)
def test_a_name_is_one_of_a_site(blank: Page, chosen: str, name: str) -> None:
    assert blank.evaluate("async (chosen) => (await import('/picture.js')).pictureName(chosen)", chosen) == name
