// @ts-nocheck - a service worker, whose globals are not those of a page; SITE is put before it, once per site
/**
 * Keeps some pages for where there is no coverage. The network is always asked first, so that nothing old ever stays;
 * what comes from the store says when it was kept, and what is older than four weeks is not shown at all.
 */

const HERE = new URL("./", location.href);
// Other sites may live on this origin: each has stores by its own path, and touches no others.
const MINE = `seurantalo:${HERE.pathname}:`;
const STORE = `${MINE}1`;
const KEPT_AT = "x-kept-at";
const HOUR = 3600_000;
const OLDEST = 28 * 24 * HOUR;
const RENEWED = 6 * HOUR;
const PATIENCE = 4000;
const MOST_PAGES = 150;
const MOST_BYTES = 8_000_000;
const PARTS = new Set(["style", "script", "image", "font"]);

/** Pages that were shown from the store: their parts come from there too, as they were then. */
const shownOld = new Set();
/** Wishes, one after the other. */
let queue = Promise.resolve();

addEventListener("install", (event) => event.waitUntil(Promise.all([skipWaiting(), keepOffline().catch(() => undefined)])));

addEventListener("activate", (event) => event.waitUntil(begin()));

addEventListener("message", (event) => {
  const { root, kunta } = event.data ?? {};
  if (typeof root === "string" && root in SITE.tongues) {
    // Where the network is gone, all stays as it was.
    queue = queue.then(() => keep(root, /^[a-z0-9-]+$/.test(kunta) ? kunta : "")).catch(() => undefined);
    event.waitUntil(queue.then(() => event.source.postMessage("kept")));
  }
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== HERE.origin || !url.pathname.startsWith(HERE.pathname)) {
    return;
  }
  // A frame on somebody's page is a navigation with another destination; feeds and files end otherwise.
  if (request.mode === "navigate" && request.destination === "document" && /(\/|\.html)$/.test(url.pathname)) {
    event.respondWith(page(event, url));
  } else if (PARTS.has(request.destination)) {
    event.respondWith(part(event));
  }
});

async function begin() {
  for (const name of await caches.keys()) {
    if (name.startsWith(MINE) && name !== STORE) {
      await caches.delete(name);
    }
  }
  await clients.claim();
}

async function page(event, url) {
  const kept = await fresh(url);
  // What the browser's own cache has would be shown without its age: it is to ask whether that still holds.
  const asked = fetch(event.request, { cache: "no-cache" });
  const stored = asked.then(async (response) => {
    if (kept && response.ok && !response.redirected && isHtml(response)) {
      // Before anything is waited for: the page takes the response itself.
      const copy = response.clone();
      await put(await caches.open(STORE), bare(url), copy);
    }
  });
  event.waitUntil(stored.catch(() => undefined));
  try {
    return await (kept ? inTime(asked) : asked);
  } catch {
    const tongue = tongueOf(url);
    if (kept) {
      shownOld.add(event.resultingClientId);
      return isOffline(url) ? missing(kept, url) : told(kept, tongue);
    }
    const instead = isOffline(url) ? undefined : await offline(tongue, url);
    return instead ? Response.redirect(instead) : Response.error();
  }
}

async function part(event) {
  const kept = shownOld.has(event.clientId) ? await inStore(event.request) : undefined;
  if (kept) {
    return kept;
  }
  try {
    return await fetch(event.request);
  } catch (error) {
    const last = await inStore(event.request);
    if (last) {
      return last;
    }
    throw error;
  }
}

/** The language whose pages stand around an address, by its folder. */
function tongueOf(url) {
  const first = `${url.pathname.slice(HERE.pathname.length).split("/")[0]}/`;
  return first in SITE.tongues ? first : "";
}

function isOffline(url) {
  return bare(url) === bare(new URL(`${tongueOf(url)}${SITE.page}`, HERE));
}

/** The page that is shown instead: in the language asked for, or in the one that is kept. */
async function offline(tongue, url) {
  for (const each of [tongue, ...Object.keys(SITE.tongues)]) {
    const address = new URL(`${each}${SITE.page}`, HERE);
    if (await inStore(bare(address))) {
      address.searchParams.set("sivu", url.pathname + url.search);
      return address;
    }
  }
}

/** An address as it is kept by: choices in a list are made in the page. */
function bare(url) {
  return url.origin + url.pathname;
}

function inTime(asked) {
  return Promise.race([asked, new Promise((_, no) => setTimeout(() => no(new Error("slow")), PATIENCE))]);
}

/** It makes no store where there is none: a reader may have removed all. */
function inStore(what) {
  return caches.match(what, { cacheName: STORE });
}

async function fresh(url) {
  const kept = await inStore(bare(url));
  return kept && (isOffline(url) || age(kept) < OLDEST) ? kept : undefined;
}

function age(response) {
  return Date.now() - Number(response.headers.get(KEPT_AT));
}

function isHtml(response) {
  return (response.headers.get("content-type") ?? "").startsWith("text/html");
}

/** The page about all this, which says why it is shown where another one was asked for. */
async function missing(kept, url) {
  if (!url.searchParams.has("sivu")) {
    return kept;
  }
  return html((await kept.text()).replace(/(<div [^>]*data-offline="missing") hidden/, "$1"));
}

function html(text) {
  return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
}

/** The kept page with its age before its heading. */
async function told(kept, tongue) {
  const whole = await kept.text();
  const { locale, said } = SITE.tongues[tongue];
  const at = new Date(Number(kept.headers.get(KEPT_AT)));
  const day = at.toLocaleDateString(locale, { day: "numeric", month: locale.startsWith("en") ? "long" : "numeric", year: "numeric" });
  const time = at.toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" });
  const words = said.replace("{day}", () => day).replace("{time}", () => time);
  const heading = whole.search(/<h1[\s>]/);
  const article = /<article\b[^>]*>/.exec(whole.slice(0, heading));
  const place = article ? article.index + article[0].length : heading;
  const note = `<p class="st-notice st-notice--warn" data-kept="${at.toISOString()}">${words}</p>\n`;
  return html(whole.slice(0, place) + note + whole.slice(place));
}

async function put(store, address, response) {
  const body = await response.blob();
  const headers = { "content-type": response.headers.get("content-type") ?? "", [KEPT_AT]: String(Date.now()) };
  await store.put(address, new Response(body, { headers }));
  return body;
}

/** What is to be there before the first choice: the page that says that another one is not. */
async function keepOffline() {
  const keeping = new Keeping(await caches.open(STORE), "");
  await keeping.pages([new URL(SITE.page, HERE).href]);
  await keeping.parts();
}

/** Keeps the pages of a list, with what they need to look as they do, and drops all others of its language. */
async function keep(root, kunta) {
  const store = await caches.open(STORE);
  const list = new URL(`${root}${SITE.page}${kunta || "sivut"}.json`, HERE).href;
  const before = await store.match(list);
  if (before && age(before) < RENEWED) {
    return;
  }
  try {
    // The municipality's own page says which pages are to be kept.
    const response = await fetch(kunta ? new URL(`${root}${SITE.places}${kunta}/`, HERE) : list, { cache: "no-cache" });
    if (response.ok) {
      const { pages } = JSON.parse((await response.text()).replace(/.* data-kept-pages>|<\/script>.*/gs, ""));
      const keeping = new Keeping(store, root);
      const where = ([address]) => new URL(`${root}${address}`, HERE).href;
      await keeping.pages(pages.slice(0, MOST_PAGES).map(where));
      await keeping.parts();
      const kept = new Set((await store.keys()).map((request) => request.url));
      // In vain where a reader has removed the store meanwhile.
      await put(store, list, Response.json({ pages: pages.filter((page) => kept.has(where(page))) }));
      await keeping.dropOthers(list);
    } else if (kunta) {
      await keep(root, "");
    }
  } catch (error) {
    if (error.name !== "QuotaExceededError") {
      throw error;
    }
    // Half a calendar would be taken for the whole: none is kept, and that it was tried keeps from trying at every page.
    // One by one: a store that is deleted while it is in use gives its room back later.
    for (const request of await store.keys()) {
      await store.delete(request);
    }
    await put(store, list, Response.json({ pages: [] }));
    await keepOffline();
  }
}

class Keeping {
  /** Each language has its own parts, in its folder. */
  constructor(store, root) {
    this.store = store;
    this.root = root;
    this.bytes = 0;
    this.kept = new Set();
    this.needed = new Set(SITE.parts.map((path) => new URL(`${root}${path}`, HERE).href));
  }

  /** In small groups: a phone has other things to fetch too. Throws where the network is gone, and all stays as it was. */
  async pages(addresses) {
    await this.each(addresses, async (address) => {
      for (const [, found] of (await this.take(address)).matchAll(/(?:src|href)="?([^"#? >]+\.(?:css|js|svg|png|webp|jpe?g|woff2))[" >]/g)) {
        this.need(found, address);
      }
    });
  }

  async parts() {
    for (let next = [...this.needed]; next.length; next = [...this.needed].filter((address) => !this.kept.has(address))) {
      await this.each(next, async (address) => {
        const found = /\.(js|css)$/.test(address) ? await this.take(address) : void (await this.take(address));
        for (const [, one] of (found ?? "").matchAll(/(?:\bfrom ?|^import ?)["'](\.[^"']+\.js)["']/gm)) {
          this.need(one, address);
        }
      });
    }
  }

  async each(addresses, take) {
    for (let at = 0; at < addresses.length; at += 6) {
      // All of a group come to their end before one's failure is told: nothing more is put after that.
      const taken = await Promise.allSettled(addresses.slice(at, at + 6).map(take));
      const failed = taken.find(({ status }) => status === "rejected");
      if (failed) {
        throw failed.reason;
      }
    }
  }

  need(found, from) {
    const url = new URL(found, from);
    if (url.origin === HERE.origin && url.pathname.startsWith(HERE.pathname)) {
      this.needed.add(url.href);
    }
  }

  async take(address) {
    this.kept.add(address);
    if (this.bytes > MOST_BYTES) {
      return "";
    }
    const response = await fetch(address, { cache: "no-cache" });
    if (!response.ok) {
      return "";
    }
    const body = await put(this.store, address, response);
    this.bytes += body.size;
    return /text|javascript/.test(body.type) ? body.text() : "";
  }

  /** A look at a page of another language takes nothing away that is kept in the first one, unless it is too old. */
  async dropOthers(list) {
    for (const request of await this.store.keys()) {
      const isOther = tongueOf(new URL(request.url)) !== this.root && age(await this.store.match(request)) < OLDEST;
      if (!isOther && request.url !== list && !this.kept.has(request.url)) {
        await this.store.delete(request);
      }
    }
  }
}
