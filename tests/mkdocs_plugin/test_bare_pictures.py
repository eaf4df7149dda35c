"""The pictures of a site are published without the notes of cameras, its other files as they are."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from tests.mkdocs_plugin.conftest import SiteFolder


def test_pictures_are_published_without_their_notes(folder: SiteFolder) -> None:
    out = BytesIO()
    Image.linear_gradient("L").save(out, "JPEG", comment=b"Kameran muistiinpano", quality=90)
    plain = BytesIO()
    Image.linear_gradient("L").save(plain, "JPEG", quality=90)
    for name, content in (("talo.JPG", out), ("paljas.jpg", plain), ("muistio.pdf", out)):
        path = folder.root / "content" / "kuvat" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.getvalue())
    folder.write("content/tietoa.md", "# Tietoa\n\n![Talo](kuvat/talo.JPG)\n")
    files = folder.build(strict=True)
    assert 'src="../kuvat/talo.JPG"' in files["tietoa/index.html"].decode()
    assert b"Kameran" not in files["kuvat/talo.JPG"]
    assert Image.open(BytesIO(files["kuvat/talo.JPG"])).tobytes() == Image.open(plain).tobytes()
    assert files["kuvat/paljas.jpg"] == plain.getvalue()
    assert files["kuvat/muistio.pdf"] == out.getvalue()
