// @ts-check
/**
 * On the page about embedding: what is chosen stands in the line to copy, and is shown below it.
 */

/**
 * @param {HTMLFormElement} form
 * @returns {void}
 */
function start(form) {
  const code = document.getElementById(form.dataset.embedCode ?? "");
  const frame = /** @type {HTMLIFrameElement | null} */ (document.getElementById(form.dataset.embedFrame ?? ""));
  const what = /** @type {HTMLSelectElement | null} */ (form.querySelector("select[name=mika]"));
  const look = /** @type {HTMLSelectElement | null} */ (form.querySelector("select[name=varit]"));
  const small = /** @type {HTMLInputElement | null} */ (form.querySelector("input[name=koko]"));
  if (!code || !frame || !what || !look || !small) {
    return;
  }
  const whose = new URLSearchParams(location.search).get("kunta") ?? "";
  const asked = [...what.options].find((one) => whose && one.value.endsWith(`/kunnat/${whose}/`));
  let shown = form.dataset.embedPath ?? "";
  let title = form.dataset.embedTitle ?? "";
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const path = `${what.value}${small.checked ? "?koko=pieni" : ""}${look.value}`;
    const name = what.selectedOptions[0]?.dataset.title ?? "";
    code.textContent = (code.textContent ?? "").replace(`${shown}"`, () => `${path}"`).replace(`"${title}"`, () => `"${name}"`);
    // A new frame: the same one would keep its page where only what follows # has changed.
    const next = /** @type {HTMLIFrameElement} */ (frame.cloneNode());
    next.src = `${form.dataset.embedRoot ?? ""}${path}`;
    next.title = what.selectedOptions[0]?.text ?? "";
    document.getElementById(frame.id)?.replaceWith(next);
    shown = path;
    title = name;
  });
  if (asked && !asked.selected) {
    asked.selected = true;
    form.dispatchEvent(new Event("change"));
  }
}

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-embed-code]"))) {
  start(form);
}
