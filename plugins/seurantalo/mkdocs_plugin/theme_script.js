// @ts-check
/**
 * What the theme's own script looks for before it begins, on pages by the thousand that leave it out: it is told to
 * them here once. TOLD, what it reads under `__config`, is put before this, once per site.
 */

/** @type {Record<string, string>} */
const names = { ".md-header": "header", ".md-header__title": "header-title", ".md-main": "main", ".md-content": "content" };
for (const [selector, name] of Object.entries(names)) {
  document.querySelector(`${selector}:not([data-md-component])`)?.setAttribute("data-md-component", name);
}

const plain = document.querySelector(".md-header__title.st-name");
if (plain) {
  const name = document.createElement("span");
  name.className = "md-ellipsis";
  name.textContent = plain.textContent;
  const topic = document.createElement("div");
  topic.className = "md-header__topic";
  topic.append(name);
  const both = document.createElement("div");
  both.className = "md-header__ellipsis";
  both.append(topic);
  plain.replaceChildren(both);
  plain.classList.remove("st-name");
}

if (!document.querySelector("[data-md-toggle=search]")) {
  const search = document.createElement("input");
  Object.assign(search, { type: "checkbox", hidden: true }).setAttribute("data-md-toggle", "search");
  document.body.append(search);
}

const root = new URL("../..", import.meta.url).href;
// @ts-ignore - TOLD stands before this
const { app, worker, ...told } = TOLD;
if (app) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "manifest", href: root + app }).dataset.worker = root + worker;
  document.head.append(link);
}

const config = document.createElement("script");
Object.assign(config, { id: "__config", type: "application/json" });
config.textContent = JSON.stringify({ ...told, base: root });
document.body.append(config);
