"""The plugin: translates the events of MkDocs into steps of a build, and does nothing else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import jinja2
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from seurantalo.garbage_collector import collector_paused
from seurantalo.language.catalogue import language
from seurantalo.mkdocs_plugin import composing, failures, introduction, theme, tongues
from seurantalo.mkdocs_plugin.build import Build
from seurantalo.mkdocs_plugin.composed_names import composed
from seurantalo.mkdocs_plugin.config import SeurantaloConfig
from seurantalo.mkdocs_plugin.host_site import docs_folder, has_warnings, project_root, site_of
from seurantalo.mkdocs_plugin.lean import finished
from seurantalo.mkdocs_plugin.live import Live, Tongue, files_besides_records
from seurantalo.mkdocs_plugin.live_build import LiveBuild, obstacle
from seurantalo.mkdocs_plugin.neighbours import refusal
from seurantalo.mkdocs_plugin.pages import ComposedPage
from seurantalo.mkdocs_plugin.serving import Serving, is_reloading, nothing_but_the_theme
from seurantalo.model.settings import Settings
from seurantalo.processes import available
from seurantalo.publishing.publication import Publication
from seurantalo.staging import Staging
from seurantalo.template_cache import beside_modules

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("seurantalo")

# What MkDocs recommends for "early" and "last" among plugins (mkdocs.plugins.event_priority); most have 0.
EARLY = 50
LATE = -75  # After privacy (-50) has altered pages, before offline (-100) packs the search index.
LAST = -100
VERY_LAST = -1000  # After all that others write.


class SeurantaloPlugin(BasePlugin[SeurantaloConfig]):
    """Seurantalo in a MkDocs build: what ``plugins: [seurantalo]`` in ``mkdocs.yml`` names.

    >>> plugin = SeurantaloPlugin()
    >>> plugin.load_config({"language": "sv", "horison_days": 90})
    ([('horison_days', ValidationError('...horizon_days...'))], [])
    >>> plugin.config.settings().language
    'sv'
    """

    def __init__(self) -> None:
        self._opened = composing.Opened()
        self._settings = Settings()
        self._build: Build | None = None
        self._tell_notices: Callable[[], None] = lambda: None
        self._staging: Staging | None = None
        self._processes = 1
        self._serving = Serving()
        self._live: Live | None = None
        #: What the build of the main language has handed over, where this is one of another.
        self._translation: tongues.Translation | None = None

    def translate(self, given: tongues.Translation) -> None:
        """Become part of the build of the main language, whose Publication this one makes in another."""
        self._translation, self._staging, self._processes = given, given.staging, given.processes
        self._live = given.live

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Be there: MkDocs keeps a plugin that has this event, and what it remembers, between rebuilds."""
        self._processes = 1 if command == "serve" else available()  # a process with threads should not be forked
        self._opened = composing.Opened(is_traced=command != "serve")
        self._serving = Serving(is_starting=command == "serve")
        self._live = Live() if command == "serve" and is_reloading() else None

    @event_priority(EARLY)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take the options, and prepare the theme."""
        self.on_shutdown()
        self._settings = self._translation.settings if self._translation else self.config.settings()
        self._build = None
        composing.today(self._settings)
        self._refuse(config)
        theme.add_overrides(config)
        if self._staging is None or config.site_dir != str(self._staging.path):
            self._staging = Staging(Path(config.site_dir))
            # MkDocs empties this folder, and every plugin may write into it: nobody reads it until all is done.
            config.site_dir = str(self._staging.path)
        if self._translation is None:
            theme.speak(config, self._settings.language)
        theme.choose_search(config, self._settings)
        return config

    @event_priority(LAST)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Compose the site, and make room for it when no file holds a mistake."""
        # Once more: a plugin after ours may have changed an option that is not its own.
        self._refuse(config)
        if self._live is not None and self._translation is None:
            # Before anything is read: what changes meanwhile is seen the next time.
            look = partial(files_besides_records, config, self._settings)
            self._live.begin(look, introduction.place(docs_folder(config)), obstacle(config, self._settings))
        with self._told(), collector_paused():
            self._build = self._begun(config)

    def _refuse(self, config: MkDocsConfig) -> None:
        wrong = refusal(config, language(self._settings.language))
        if wrong:
            raise PluginError(wrong)

    def _begun(self, config: MkDocsConfig) -> Build:
        code = self._settings.language
        intro = introduction.place(docs_folder(config))
        publication, problems = composing.published(self._project(config), intro, self._processes)
        composing.stop_at_errors(problems, code)
        if publication is None:
            raise PluginError(language(code).say("The site could not be made, and no reason was given."))
        if self._translation is not None:
            # The main language's build has told what there was to tell.
            self._build_place.open()
            return self._made_of(publication, config)
        self._tell_notices = partial(composing.tell_notices, problems, publication, code)
        if not (self._settings.editor_email or self._settings.proposal_endpoint or site_of(config).edit_url):
            log.info(language(code).say("What is proposed in forms goes nowhere: set editor_email, or repo_url."))
        self._build_place.open(partial(log.info, language(code).say("Another build writes this site; waiting.")))
        return self._made_of(publication, config)

    def _made_of(self, publication: Publication, config: MkDocsConfig) -> Build:
        kind = LiveBuild if self._live is not None and self._live.is_on else Build
        return kind(publication, self._settings, config, self._build_place, self._processes)

    @event_priority(EARLY)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put composed pages in the place of records, before other plugins look at the files."""
        if self._build is None and self._serving.told:
            nothing_but_the_theme(files, config)
        else:
            with self._told(), collector_paused():
                self._take_own_versions(files, config)
                self._current.give_files(files)
                self._tell_notices()
        return files

    def _take_own_versions(self, files: Files, config: MkDocsConfig) -> None:
        given = self._translation
        others = given.tongues[1:] if given else self._settings.other_languages
        if others:
            spoken = tongues.take_own_versions(files, config, frozenset(others), self._settings.language)
            if given is not None:
                given.spoken = spoken

    @event_priority(LAST)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation, and add what must not stand in any."""
        if self._build is not None:
            self._build.nav = nav
            self._build.give_unlisted(files)
        return nav

    @event_priority(LAST)
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Keep the theme's compiled templates, lend the theme our words, and give every page one date."""
        env.bytecode_cache = beside_modules(env)
        theme.lend(env, site_of(config), self._settings, is_translation=self._translation is not None)
        env.globals["seurantalo_tongues"] = self._tongues(config)
        today = composing.today(self._settings).isoformat()
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.update_date = today
        if self._build is not None:
            self._build.env = env
        return env

    @event_priority(EARLY)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Turn the typed wiki links of an ordinary page into plain ones."""
        path = page.file.abs_src_path
        if isinstance(page, ComposedPage):
            return markdown
        markdown = composed(markdown)
        if path is None or "[[" not in markdown:
            return markdown
        root = project_root(config)
        name = Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else page.file.src_uri
        linked, problems = self._begun_project(config).with_links(markdown, page.url, name)
        with self._told():
            composing.stop_at_errors(problems, self._settings.language)
        if self._build is not None:
            self._build.linked[page.file.src_uri] = ((markdown, page.url, name), linked)
        return linked

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the project's own front page into ours."""
        ours, given = self._current.front_around(page.file.src_uri), self._translation
        if given and not isinstance(page, ComposedPage) and page.file.src_uri not in given.spoken:
            html = tongues.told_apart(
                html, given.main, language(self._settings.language), ours.body if ours else None
            )
        if ours is not None:
            html = introduction.surround(html, ours, page)
        self._current.take_ordinary(page, html)
        return html

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Hide the clock from templates."""
        context["build_date_utc"] = self._midnight()
        return context

    @event_priority(EARLY)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Take away what no reader sees, and give the head what a template of the site's own has left out."""
        return finished(output, page, config, self._current.modules) if "seurantalo_head" in page.meta else output

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Hide the clock, and give the words of the page that is shown for an address that leads nowhere."""
        own: dict[str, Any] = {
            "build_date_utc": self._midnight(),
            "seurantalo": theme.not_found_words(self._settings, composing.today(self._settings)),
        }
        context.update(own)  # type: ignore[typeddict-item]  # a template may be given more than MkDocs lists
        return context

    @event_priority(LATE)
    def _finish(self, *, config: MkDocsConfig) -> None:
        """Write the many pages and all that depends on them."""
        if not self._serving.is_broken:
            with self._told():
                with collector_paused():
                    self._current.finish(self._begun_project(config).progress)
                self._build_others(config)
                if self._translation is None:
                    self._current.write_sitemap()

    def _build_others(self, config: MkDocsConfig) -> None:
        """Build the site in its other languages."""
        if not self._settings.other_languages or self._translation is not None:
            return
        given = (
            config,
            self._settings,
            self._begun_project(config),
            site_of(config),
            self._build_place,
            self._processes,
            self._live,
        )
        for folder, other, translation in tongues.translations(*given):
            plugin = next(each for each in other.plugins.values() if isinstance(each, SeurantaloPlugin))
            plugin.translate(translation)
            build(other)
            self._current.take(folder, translation)

    def _tongues(self, config: MkDocsConfig) -> tuple[tongues.Address, ...]:
        code, given = self._settings.language, self._translation
        if given is not None:
            return tongues.addresses(code, given.main, given.tongues, given.main_url)
        return tongues.addresses(code, code, (code, *self._settings.other_languages), site_of(config).url)

    @event_priority(VERY_LAST)
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Let the site show what was built, unless MkDocs is about to end a strict build because of warnings."""
        staging = self._build_place
        if self._translation is not None:
            self._current.hand_over(self._translation)
            self._hand_over(config)
            return
        with self._told():
            if self._serving.is_broken:
                self._serving.publish(staging, language(self._settings.language))
            elif not (config.strict and has_warnings()):
                self._current.publish()
                self._hand_over(config)
        staging.close()
        config.site_dir = str(staging.target)

    def _hand_over(self, config: MkDocsConfig) -> None:
        """Let a server make of this build what it is asked for."""
        given, build = self._translation, self._build
        if self._live is None or not isinstance(build, LiveBuild):
            return
        folder = f"{self._settings.language}/" if given else ""
        site = given.site if given else site_of(config)
        self._live.take(Tongue(folder, build, self._begun_project(config), site, partial(setattr, self, "_build")))

    on_post_build = CombinedEvent(_finish, _publish)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the site folder whole, and tell in a sentence what the machine has failed."""
        self.on_shutdown()
        told = failures.sentence(error, language(self._settings.language))
        if told and not isinstance(error, BuildError):
            # Raised by MkDocs itself or by another plugin, it would come out as a traceback.
            raise Abort(told) from error

    def on_shutdown(self) -> None:
        """Leave nothing half done, also where Ctrl+C has ended the build."""
        if self._build is not None:
            self._build.stop()
        if self._staging is not None:
            self._staging.close()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Rebuild when an event file or one of the site's own templates changes, and show errors in the browser."""
        # From now on there are threads, also where MkDocs has said that it would only build (`serve --clean`).
        self._processes = 1
        self._live = self._live or Live()
        self._serving.begin(server, config, self._settings, self._live, lambda: language(self._settings.language))
        return server

    def _told(self) -> AbstractContextManager[None]:
        return self._serving.telling(language(self._settings.language))

    @property
    def _current(self) -> Build:
        if self._build is None:
            raise PluginError("MkDocs sends on_pre_build before all events of pages and files")
        return self._build

    @property
    def _build_place(self) -> Staging:
        if self._staging is None:
            raise PluginError("MkDocs sends on_config before all other events of a build")
        return self._staging

    def _project(self, config: MkDocsConfig) -> composing.Project:
        if self._translation is not None:
            return self._translation.project
        return self._opened.at(project_root(config), docs_folder(config), self._settings, site_of(config))

    def _begun_project(self, config: MkDocsConfig) -> composing.Project:
        """Return the project of this build: since it began, our own style sheets stand in the configuration too."""
        return (None if self._translation else self._opened.project) or self._project(config)

    def _midnight(self) -> datetime:
        return datetime.combine(composing.today(self._settings), time.min, UTC)
