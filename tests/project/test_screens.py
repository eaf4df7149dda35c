"""One page of every kind is looked at, and none twice."""

from __future__ import annotations

from screens import kinds


def test_members_of_a_large_folder_are_one_kind_and_the_longest_is_shown() -> None:
    sizes = {f"kunnat/{name}/": size for name, size in (("a", 3), ("b", 9), ("c", 4))}
    assert kinds({"": 1, "kunnat/": 2, **sizes}) == {"front": "", "kunnat": "kunnat/", "kunnat.x": "kunnat/b/"}


def test_a_page_below_members_is_a_kind_of_its_own() -> None:
    sizes = {f"kaytannot/{name}/": 1 for name in "abc"} | {f"kaytannot/{name}/ota/": 1 for name in "abc"}
    assert kinds(sizes) == {"kaytannot.x": "kaytannot/a/", "kaytannot.x.ota": "kaytannot/a/ota/"}


def test_pages_of_a_small_folder_differ() -> None:
    assert list(kinds({"kampanjat/kevat/": 1, "kampanjat/syksy/": 1})) == ["kampanjat.kevat", "kampanjat.syksy"]
