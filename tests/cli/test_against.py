"""`check` and `clashes --against`: real repositories, exact texts, nobody's working tree touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Commit, git, seurantalo

DANCE = (
    "otsikko: Kevättanssit\nalkaa: 12.6.2027 klo 18\npäättyy: 12.6.2027 klo 21\n"
    "järjestäjä: vimpelin-martat\npaikka: seurantalo\n"
)
CONCERT = (
    "otsikko: Kuoron konsertti\njärjestäjä: kuikan-kuoro\npaikka: seurantalo\n"
    "alkaa: 12.6.2027 klo 19\npäättyy: 12.6.2027 klo 20\n"
)


BOTH = "Samaan aikaan samassa paikassa (Seurantalo): ”Kuoron konsertti” ja ”Kevättanssit”, la 12.6.2027."


def test_a_new_clash_is_told_with_whom_to_ask_and_free_days(project: Path, commit: Commit) -> None:
    before = commit({"events/tanssit.yml": DANCE})
    commit({"events/konsertti.yml": CONCERT})
    said = seurantalo("clashes", "--against", before, cwd=project)
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "events/konsertti.yml:4: Samaan aikaan samassa paikassa (Seurantalo): ”Kuoron konsertti” ja ”Kevättanssit”, "
        "la 12.6.2027.\n"
        "    Sopikaa, kumpi vaihtaa aikaa tai tilaa. Kalenterissa oli ensin ”Kevättanssit”. Jos asiasta on sovittu, "
        "kirjoittakaa se jompaankumpaan tiedostoon (päällekkäisyys sovittu).\n"
        "    Kysy: Vimpelin Martat ry, Sihteeri, sihteeri@martat.example.org\n"
        "    Lähimmät vapaat päivät: pe 11.6.2027, su 13.6.2027 ja ma 14.6.2027\n"
        "Tämä muutos lisää 1 päällekkäisyyden.\n"
    )
    # The other way round: what was there first has changed, so the newcomer is the one to ask.
    later = commit({"events/tanssit.yml": DANCE.replace("klo 18", "klo 17")})
    assert seurantalo("clashes", "--against", "HEAD~1", cwd=project).out == (
        "Tämä muutos ei lisää eikä poista päällekkäisyyksiä.\n"
    )
    commit({"events/tanssit.yml": DANCE.replace("12.6.2027 klo 18", "13.6.2027 klo 18").replace("12.6", "13.6")})
    assert seurantalo("clashes", "--against", later, cwd=project).out.splitlines() == [
        "Poistuu:",
        f"  events/tanssit.yml:2: {BOTH}",
        "Se poistaa 1 päällekkäisyyden.",
    ]
    commit({"events/tanssit.yml": DANCE})
    back = seurantalo("clashes", "--against", "HEAD~1", cwd=project).out
    assert back.startswith("events/tanssit.yml:2: ")
    assert "Kysy: Kuikan kuoro ry, Sihteeri, kuoro@kuikka.example.org" in back


def test_an_event_under_another_name_brings_no_news(project: Path, commit: Commit) -> None:
    commit({"events/tanssit.yml": DANCE, "events/konsertti.yml": CONCERT})
    commit({"events/tanssit.yml": None, "events/2027/alkukesan-tanssit.yml": f"{DANCE}entinen tunnus: tanssit\n"})
    said = seurantalo("clashes", "--against", "HEAD^", cwd=project).out
    assert said == "Tämä muutos ei lisää eikä poista päällekkäisyyksiä.\n"
    commit({"events/2027/alkukesan-tanssit.yml": DANCE})
    assert "lisää 1 päällekkäisyyden" in seurantalo("clashes", "--against", "HEAD~2", cwd=project).out


def test_annotations_stand_on_the_line_of_the_start(project: Path, commit: Commit) -> None:
    commit({"events/tanssit.yml": DANCE})
    commit({"events/konsertti.yml": CONCERT})
    said = seurantalo("clashes", "--against", "HEAD^", "--format", "github", cwd=project)
    assert said.out.count("\n") == 1
    assert said.out.startswith(
        "::warning file=events/konsertti.yml,line=4,col=1,title=Päällekkäisyydet::Samaan aikaan samassa paikassa"
    )
    assert "sihteeri@martat.example.org" in said.out


def test_markdown_is_a_summary_for_the_pull_request(project: Path, commit: Commit) -> None:
    commit({"events/tanssit.yml": DANCE})
    commit({"events/konsertti.yml": CONCERT})
    said = seurantalo("clashes", "--against", "HEAD^", "--format", "markdown", cwd=project)
    assert said.out == (
        "## Päällekkäisyydet\n\nTämä muutos lisää 1 päällekkäisyyden.\n\n### Kannattaa jutella\n\n"
        "- **Samaan aikaan samassa paikassa \\(Seurantalo\\): ”Kuoron konsertti” ja ”Kevättanssit”, la 12.6.2027.**\n"
        "  - `events/konsertti.yml:4`\n"
        "  - Sopikaa, kumpi vaihtaa aikaa tai tilaa. Kalenterissa oli ensin ”Kevättanssit”. Jos asiasta on sovittu, "
        "kirjoittakaa se jompaankumpaan tiedostoon \\(päällekkäisyys sovittu\\).\n"
        "  - Kysy: Vimpelin Martat ry, Sihteeri, sihteeri@martat.example.org\n"
        "  - Lähimmät vapaat päivät: pe 11.6.2027, su 13.6.2027 ja ma 14.6.2027\n"
    )


def test_json_tells_what_was_added_and_removed(project: Path, commit: Commit) -> None:
    commit({"events/tanssit.yml": DANCE})
    commit({"events/konsertti.yml": CONCERT})
    told = json.loads(seurantalo("clashes", "--against", "HEAD^", "--format", "json", cwd=project).out)
    assert told["removed"] == []
    (added,) = told["added"]
    assert {name: added[name] for name in ("id", "level", "file", "line", "event", "other", "first", "free")} == {
        "id": "venue.konsertti.tanssit",
        "level": "hard",
        "file": "events/konsertti.yml",
        "line": 4,
        "event": "konsertti",
        "other": "tanssit",
        "first": "tanssit",
        "free": ["2027-06-11", "2027-06-13", "2027-06-14"],
    }
    assert added["ask"] == [
        {"name": "Vimpelin Martat ry", "role": "Sihteeri", "email": "sihteeri@martat.example.org"}
    ]


def test_hostile_titles_stay_text_in_markdown(project: Path, commit: Commit) -> None:
    title = '"@ryhmä #1 [x] (https://paha.example) <img src=x www.paha.example `a **b GH-7\\n# Otsikko"'
    commit({"events/tanssit.yml": DANCE})
    commit({"events/konsertti.yml": CONCERT.replace("Kuoron konsertti", title)})
    said = seurantalo("clashes", "--against", "HEAD^", "--format", "markdown", cwd=project).out
    assert "@ryhmä" not in said
    for link in ("://", "www.", "#1", "GH-7"):
        assert link not in said
    for sign in (r"\<img src\=x", r"\[x\] \(", r"\`a", r"\*\*b"):
        assert sign in said
    assert [line for line in said.splitlines() if line.startswith("#")] == [
        "## Päällekkäisyydet",
        "### Kannattaa jutella",
    ]


def test_check_tells_new_errors_only(project: Path, commit: Commit) -> None:
    before = commit({"events/vanha.yml": "otsikko: Vanha\nalkaa: 30.2.2027\njärjestäjä: vimpelin-martat\n"})
    commit(
        {
            "events/uusi.yml": DANCE.replace("12.6.2027 klo 18", "31.6.2027 klo 18"),
            "events/vanha.yml": "# eka\n" + ("otsikko: Vanha\nalkaa: 30.2.2027\njärjestäjä: vimpelin-martat\n"),
        }
    )
    said = seurantalo("check", "--against", before, cwd=project)
    assert said.code == 1
    assert "events/vanha.yml" not in said.out  # Its line has moved; the error is the same.
    assert said.out.startswith("events/uusi.yml:2:8: virhe: ")
    assert said.out.endswith(
        "12 tiedostoa tarkistettu. Tämä muutos tuo 1 uuden virheen. "
        "Tiedostoissa on ennestään 1 virhe, jota sinun ei tarvitse korjata.\n"
    )
    github = seurantalo("check", "--against", before, "--format", "github", cwd=project).out
    assert [line.split("::")[1] for line in github.splitlines()] == ["error file=events/uusi.yml,line=2,col=8"]
    commit({"events/uusi.yml": DANCE, "events/vanha.yml": None})
    mended = seurantalo("check", "--against", "HEAD^", cwd=project)
    assert mended.code == 0
    assert mended.out.splitlines()[-1] == (
        "11 tiedostoa tarkistettu. Se korjaa 2 virhettä. "
        "Tiedostoissa oli ennen tätä muutosta virheitä, joten päivien muutoksia ei voitu verrata."
    )
    markdown = seurantalo("check", "--against", "HEAD^", "--format", "markdown", cwd=project).out
    assert markdown.startswith("## Tiedostojen tarkistus\n\n")


def test_clashes_are_told_where_the_older_files_were_broken(project: Path, commit: Commit) -> None:
    commit({"events/tanssit.yml": DANCE, "events/rikki.yml": "otsikko: A\n"})
    commit({"events/konsertti.yml": CONCERT, "events/rikki.yml": None})
    said = seurantalo("clashes", "--against", "HEAD^", cwd=project)
    assert said.out.endswith("Tämä muutos lisää 1 päällekkäisyyden.\n")


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("text", "events/rikki.yml:1:1: virhe: "),
        ("json", '"file": "events/rikki.yml"'),
        ("markdown", "Päällekkäisyydet etsitään, kun tiedostojen virheet on korjattu."),
        ("github", ""),
    ],
)
def test_clashes_of_broken_files_wait(project: Path, commit: Commit, style: str, words: str) -> None:
    commit({"events/rikki.yml": "otsikko: A\n"})
    said = seurantalo("clashes", "--against", "HEAD^", "--format", style, cwd=project)
    assert (said.code, said.err) == (1, "")
    assert words in said.out


def test_the_working_tree_is_compared_and_left_alone(project: Path, commit: Commit) -> None:
    commit({"events/tanssit.yml": DANCE})
    (project / "events/konsertti.yml").write_text(CONCERT, encoding="utf-8")
    before = git(project, "status", "--porcelain")
    assert "lisää 1" in seurantalo("clashes", "--against", "HEAD", cwd=project).out
    assert git(project, "status", "--porcelain") == before == "?? events/konsertti.yml"
    assert git(project, "worktree", "list").count("\n") == 0


def test_a_project_in_a_folder_of_a_repository_is_found(tmp_path: Path, project: Path) -> None:
    home = tmp_path / "koti"
    inside = home / "sivusto"
    home.mkdir()
    for entry in list(project.iterdir()):
        if entry != home:
            inside.mkdir(exist_ok=True)
            entry.rename(inside / entry.name)
    git(home, "init", "--quiet")
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "--message", "Alku")
    (inside / "events/tanssit.yml").write_text(DANCE, encoding="utf-8")
    said = seurantalo("check", "--against", "HEAD", cwd=inside)
    assert (said.code, said.out.splitlines()[-1]) == (
        0,
        "10 tiedostoa tarkistettu. Tämä muutos ei tuo uusia virheitä.",
    )


@pytest.mark.parametrize(
    ("revision", "words"),
    [
        ("mian", "Versiota ”mian” ei ole. Tarkoititko ”main”?"),
        ("--help", "Versiota ”--help” ei ole."),
        ("HEAD~99", "Versiota ”HEAD~99” ei ole."),
        ("HEAD:events", "Versiota ”HEAD:events” ei ole."),
        ("", ""),
    ],
)
@pytest.mark.parametrize("command", ["check", "clashes"])
def test_a_revision_that_is_not_there_is_told(
    project: Path, commit: Commit, command: str, revision: str, words: str
) -> None:
    commit({"events/tanssit.yml": DANCE})
    said = seurantalo(command, f"--against={revision}", cwd=project)
    if not words:
        assert said.code == 0
        return
    assert (said.code, said.out) == (2, "")
    assert said.err == f"seurantalo: {words}\n" or said.err.startswith(f"seurantalo: {words}")
    assert said.err.count("\n") == 1


def test_without_a_repository_or_a_project_there_is_nothing_to_compare(project: Path) -> None:
    said = seurantalo("check", "--against", "main", cwd=project)
    assert said.err == (
        "seurantalo: --against tarvitsee gitin ja sivuston, jolla on versiohistoria; tässä sellaista ei ole.\n"
    )
    git(project, "init", "--quiet")
    git(project, "commit", "--quiet", "--allow-empty", "--message", "Tyhjä")
    said = seurantalo("clashes", "--against", "HEAD", cwd=project)
    assert said.err == ("seurantalo: Versiossa ”HEAD” ei ole tiedostoa mkdocs.yml, joten vertailtavaa ei ole.\n")


MARKET = DANCE.replace("Kevättanssit", "Kirppis")
RENAMED = (
    "events/2027/suurkirppis.yml:2:1: varoitus: Tapahtuma ”Suurkirppis” näyttää samalta kuin ”kirppis”, joka on "
    "poissa. Näin kalenterisovellukset poistavat vanhan tapahtuman ja lisäävät uuden, eikä vanha osoite johda "
    "mihinkään.\n"
    "    Jos tapahtuma on sama, kirjoita tiedostoon rivi: entinen tunnus: kirppis – jos se on uusi, mitään ei "
    "tarvitse tehdä.\n"
)
CHANGED = (
    "events/2027/suurkirppis.yml:2:1: varoitus: Kalenterisovellukset pitävät tapahtumaa ”suurkirppis” uutena: "
    "tiedoston tunnuksia on muutettu.\n"
    "    Palauta kentät kalenteritunnus ja entinen tunnus ennalleen, ellei tapahtuma ole eri.\n"
)
CALENDAR = (
    "mkdocs.yml:1:1: varoitus: Kalenterin pysyvä nimi oli ”Koe” ja on nyt ”Kylät”, joten kalenterisovellukset "
    "pitävät jokaista tapahtumaa uutena.\n"
    "    Kirjoita asetukseen calendar_id taas ”Koe”, ellei kalenterin ole tarkoitus olla uusi.\n"
)
ADDRESS = (
    "events/loppis.yml:2:1: varoitus: Tapahtuman ”Kirppis” tunnus oli ennen ”tori”; vanha osoite ei enää johtaisi "
    "mihinkään.\n"
    "    Kirjoita tiedostoon tämä rivi, niin vanha osoite johtaa tänne: tidigare id: [kirppis, tori]\n"
)


def test_a_rename_is_told_with_the_line_that_keeps_the_identity(project: Path, commit: Commit) -> None:
    commit({"events/kirppis.yml": MARKET, "events/tanssit.yml": DANCE})
    great = MARKET.replace("Kirppis", "Suurkirppis").replace("12.6.", "13.6.")
    before = commit({"events/kirppis.yml": None, "events/2027/suurkirppis.yml": great, "events/tanssit.yml": None})
    said = seurantalo("check", "--against", "HEAD^", cwd=project)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(RENAMED)
    assert said.out.count("entinen tunnus") == 1  # the dances are just gone
    told = seurantalo("check", "--against", "HEAD^", "--format", "github", cwd=project).out
    assert told.startswith("::warning file=events/2027/suurkirppis.yml,line=2,col=1::")
    assert "kirjoita tiedostoon rivi: entinen tunnus: kirppis –" in told

    commit({"events/2027/suurkirppis.yml": f"{great}entinen tunnus: kirppis\n"})
    assert "varoitus" not in seurantalo("check", "--against", "HEAD^^", cwd=project).out
    # Written afterwards, the line makes what was published meanwhile another event.
    assert seurantalo("check", "--against", before, cwd=project).out.startswith(CHANGED)


def test_the_line_is_in_the_words_of_the_file_and_holds_all_older_names(project: Path, commit: Commit) -> None:
    swedish = MARKET.replace("otsikko", "titel").replace("alkaa", "börjar").replace("järjestäjä", "arrangör")
    swedish = swedish.replace("päättyy", "slutar").replace("paikka", "plats").replace(" klo ", " kl. ")
    commit({"events/tori.yml": f"{swedish}tidigare id: kirppis\n"})
    commit({"events/tori.yml": None, "events/loppis.yml": f"{swedish}tidigare id: kirppis\n"})
    assert seurantalo("check", "--against", "HEAD^", cwd=project).out.startswith(ADDRESS)


def test_next_years_event_made_of_this_years_is_another_one(project: Path, commit: Commit) -> None:
    commit({"events/kirppis.yml": MARKET})
    commit({"events/kirppis.yml": None, "events/kirppis-2028.yml": MARKET.replace("12.6.2027", "10.6.2028")})
    assert "entinen tunnus" not in seurantalo("check", "--against", "HEAD^", cwd=project).out


def test_another_name_of_the_whole_calendar_is_told_once(project: Path, commit: Commit) -> None:
    commit({"events/kirppis.yml": MARKET, "events/tanssit.yml": DANCE})
    options = (project / "mkdocs.yml").read_text(encoding="utf-8")
    commit({"mkdocs.yml": options.replace("site_name: Koe", "site_name: Kylät")})
    assert seurantalo("check", "--against", "HEAD^", cwd=project).out.startswith(CALENDAR)
    commit({"mkdocs.yml": options.replace("site_name: Koe", "site_name: Kylät") + "      calendar_id: Koe\n"})
    assert "calendar_id" not in seurantalo("check", "--against", "HEAD^^", cwd=project).out


def test_pictures_are_there_in_the_older_state_too(project: Path, commit: Commit) -> None:
    words = f"{DANCE}kuva: {{tiedosto: kuvat/talo.gif, vaihtoehtoinen teksti: Talo}}\n"
    commit({"events/tanssit.yml": words})
    commit({"events/tanssit.yml": words.replace("klo 21", "klo 22")})
    said = json.loads(seurantalo("check", "--against", "HEAD^", "--format", "json", cwd=project).out)
    assert (said["mended_errors"], said["earlier_errors"], said["problems"]) == (0, 0, [])
    assert said["summary"] == "11 tiedostoa tarkistettu. Tämä muutos ei tuo uusia virheitä."


def test_an_older_picture_counts_as_it_was(project: Path, commit: Commit) -> None:
    picture = (project / "content/kuvat/talo.gif").read_bytes()
    (project / "content/kuvat/talo.gif").write_bytes(picture[:9])
    commit({"events/tanssit.yml": f"{DANCE}kuva: {{tiedosto: kuvat/talo.gif, vaihtoehtoinen teksti: Talo}}\n"})
    (project / "content/kuvat/talo.gif").write_bytes(picture)
    commit({})
    said = json.loads(seurantalo("check", "--against", "HEAD^", "--format", "json", cwd=project).out)
    assert (said["mended_errors"], said["errors"]) == (1, 0)
