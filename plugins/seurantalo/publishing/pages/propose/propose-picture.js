// @ts-check
/** Takes the picture that somebody has chosen; fetched when one is. */

import { smallPicture } from "./picture.js";
import { element, say } from "./propose-names.js";

/** @param {import("./propose.js").Page} page @param {HTMLInputElement} input */
export async function choose(page, input) {
  const told = /** @type {HTMLElement} */ (input.closest("[data-field]")?.querySelector("[data-picture-told]"));
  const file = input.files?.[0];
  page.picture = undefined;
  if (!file) return void (told.textContent = "");
  const made = await smallPicture(file);
  // Another one was chosen meanwhile.
  if (input.files?.[0] !== file) return;
  const { picture: words } = page.config;
  if ("broken" in made) {
    input.value = "";
    told.textContent = words[made.broken];
    return;
  }
  page.picture = made;
  const save = Object.assign(element("a", made.name), { href: URL.createObjectURL(made.blob), download: made.name });
  told.replaceChildren(`${say(words.small, { name: made.name, size: String(Math.ceil(made.blob.size / 1_000)) })} ${words.apart} `, save);
}
