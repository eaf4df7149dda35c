// @ts-check
// The search as people see it: in a dialog over any page, and on the page haku/. Its words come with the index.

import {today} from "./today.js";
import {indexOf} from "./search-index.js";
import {search} from "./search.js";

/** @typedef {import("./search.js").Hit} Hit */

const GROUPS = ["event", "practice", "organisation", "venue", "other", "past"];
const MOST = 30;
const PAUSE = 120;
const FIELD = "st-search-field";
/** Where a browser keeps that the key is off; on-demand.js reads it. */
const KEY = "seurantalo:haku-nappain";

/**
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} [inside]
 */
const made = (tag, attributes = {}, inside = []) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inside);
    return element;
};

const style = () => {
    const {href} = new URL("search.css", import.meta.url);
    if (!document.querySelector("link[data-search-style]")) {
        document.head.append(made("link", {rel: "stylesheet", href, "data-search-style": ""}));
    }
};

/** What is over goes below, whatever the site thought when it was built. @type {(hit: Hit, now: string) => string} */
const groupOf = (hit, now) => {
    if (hit.kind === "past" || (hit.kind === "event" && hit.last && hit.last < now)) return "past";
    return hit.kind === "overview" ? "other" : hit.kind;
};

/** Coming events by date: those that fit as well as the best, then the others. @type {(hits: Hit[]) => Hit[]} */
const byDate = (hits) => {
    const best = Math.max(...hits.map((hit) => hit.weight));
    const far = (/** @type {Hit} */ hit) => (hit.weight * 2 < best ? 1 : 0);
    return [...hits].sort((a, b) => far(a) - far(b) || (a.first || "9").localeCompare(b.first || "9"));
};

const row = (/** @type {Hit} */ hit, /** @type {string} */ base) => {
    const parts = [made("span", {class: "st-search__title"}, [hit.title])];
    const note = [hit.when, hit.place].filter(Boolean).join(" · ");
    if (note) parts.push(made("span", {class: "st-search__note"}, [note]));
    return made("li", {}, [made("a", {href: `${base}${hit.address}`}, parts)]);
};

const groups = (/** @type {Hit[]} */ hits, /** @type {Record<string, string>} */ say, /** @type {string} */ base) => {
    const now = today(undefined);
    return GROUPS.flatMap((name) => {
        const found = hits.filter((hit) => groupOf(hit, now) === name);
        const sorted = name === "event" && found.length ? byDate(found) : found;
        return found.length
            ? [made("section", {}, [made("h2", {}, [say[name]]), made("ul", {class: "st-search__list"}, sorted.map((hit) => row(hit, base)))])] : [];
    });
};

/**
 * The form with its results, named `label` until the words are there. `changed` hears of every question that was answered.
 * @param {string} base
 * @param {string} label
 * @param {(query: string) => void} changed
 */
const parts = (base, label, changed) => {
    const field = /** @type {HTMLInputElement} */ (made("input", {
        type: "search", name: "q", id: FIELD, autocomplete: "off", enterkeyhint: "search", maxlength: "200",
    }));
    const name = made("label", {for: FIELD}, [label]);
    const form = made("form", {role: "search", action: `${base}haku/`, class: "st-search__form"}, [name, field]);
    const status = made("p", {role: "status", class: "st-search__status"});
    const results = made("div", {class: "st-search__results"});
    /** @type {Record<string, string>} */
    let say = {};
    let asked = 0;
    let timer = 0;
    const answer = async () => {
        clearTimeout(timer);
        const query = field.value.trim();
        asked += 1;
        const mine = asked;
        if (query.length < 2) {
            results.replaceChildren();
            status.textContent = "";
            changed(query);
            return;
        }
        try {
            const hits = await search(query, {base, limit: MOST});
            if (mine !== asked) return;
            const links = () => [.../** @type {NodeListOf<HTMLElement>} */ (results.querySelectorAll("a"))];
            const at = links().indexOf(/** @type {HTMLElement} */ (document.activeElement));
            results.replaceChildren(...groups(hits, say, base));
            // Who has gone on to a result while this was sought stays there.
            if (at >= 0) (links()[at] ?? field).focus();
            const told = hits.length === 1 ? say.one : hits.length < MOST ? say.some : say.most;
            status.textContent = (hits.length ? told : say.none).replace("{n}", String(hits.length)).replace("{words}", () => query);
            changed(query);
        } catch {
            if (mine === asked) status.textContent = say.failed ?? "";
        }
    };
    field.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(answer, PAUSE);
    });
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        // The keyboard of a phone would cover what was found.
        if (matchMedia("(hover: none)").matches) field.blur();
        void answer();
    });
    const ready = async () => {
        ({say} = (await indexOf(base)).head);
        name.textContent = say.field;
        return say;
    };
    return {field, form, status, results, answer, ready};
};

/** Up and down go from the field through the results. */
const arrows = (/** @type {HTMLElement} */ around, /** @type {HTMLElement} */ field) => {
    around.addEventListener("keydown", (event) => {
        const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
        if (!step) return;
        const stops = [field, .../** @type {NodeListOf<HTMLElement>} */ (around.querySelectorAll(".st-search__results a"))];
        const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
        if (at < 0) return;
        event.preventDefault();
        stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
    });
};

/** Whether the key / opens the search on every page: who speaks to the computer may not want it (WCAG 2.1.4). */
const keyChoice = (/** @type {string} */ words) => {
    const box = /** @type {HTMLInputElement} */ (made("input", {type: "checkbox"}));
    try {
        box.checked = localStorage.getItem(KEY) !== "off";
    } catch {
        return made("span");
    }
    box.addEventListener("change", () => (box.checked ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, "off")));
    return made("label", {class: "st-search__key"}, [box, words]);
};

/** @type {HTMLDialogElement | null} */
let dialog = null;

/** @type {(address: string, base: string, label: string) => Promise<void>} */
const build = async (address, base, label) => {
    const whole = /** @type {HTMLAnchorElement} */ (made("a", {href: address, class: "st-search__all"}));
    const {field, form, status, results, ready} = parts(base, label, (query) => {
        whole.href = query ? `${address}?q=${encodeURIComponent(query)}` : address;
    });
    const close = made("button", {type: "button", class: "st-search__close"}, ["✕"]);
    const box = made("div", {class: "st-search__box md-typeset"}, [form, close, status, results, whole]);
    const opened = /** @type {HTMLDialogElement} */ (made("dialog", {class: "st-search", "aria-label": label}, [box]));
    dialog = opened;
    close.addEventListener("click", () => opened.close());
    opened.addEventListener("click", (event) => {
        if (event.target === opened || (event.target instanceof Element && event.target.closest("a"))) opened.close();
    });
    arrows(opened, field);
    document.body.append(opened);
    opened.showModal();
    const say = await ready();
    close.textContent = say.close;
    whole.textContent = say.all;
};

/**
 * Opens the search over the page. `address` is that of the page haku/, `label` what the search is called.
 * @param {string} address
 * @param {string} label
 * @returns {Promise<void>}
 */
export const openDialog = async (address, label) => {
    style();
    const known = /** @type {HTMLInputElement | null} */ (document.getElementById(FIELD));
    if (!known) {
        await build(address, new URL("../", address).href, label);
        return;
    }
    if (dialog?.isConnected && !dialog.open) dialog.showModal();
    known.focus();
    known.select();
};

/**
 * Makes the page haku/ answer what its address asks.
 * @param {HTMLElement} page
 * @returns {Promise<void>}
 */
export const startPage = async (page) => {
    style();
    const base = new URL(page.dataset.searchPage ?? "../", location.href.replace(/[?#].*$/, "")).href;
    const {field, form, status, results, answer, ready} = parts(base, document.title, (query) => {
        history.replaceState(history.state, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    });
    const say = await ready();
    page.replaceChildren(form, status, results, keyChoice(say.key));
    page.classList.add("st-search__page");
    arrows(page, field);
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    field.focus();
    await answer();
};
