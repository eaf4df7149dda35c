// @ts-check
/**
 * Copies a text with one press. Without this script there is no button, and the text is selected by hand.
 */

/**
 * @param {HTMLElement} text
 * @returns {void}
 */
function select(text) {
  const range = document.createRange();
  range.selectNodeContents(text);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/**
 * @param {HTMLButtonElement} button
 * @returns {void}
 */
function start(button) {
  const text = document.getElementById(button.dataset.copyFrom ?? "");
  const told = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  if (!text || !told || !button.hidden) {
    return;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    let words = button.dataset.copied ?? "";
    try {
      await navigator.clipboard.writeText(text.textContent ?? "");
    } catch {
      // A page that is no https, or a browser that asks: the keys of the system do it then.
      select(text);
      words = button.dataset.selected ?? "";
    }
    // Emptied first, so that the same words are read aloud at the second press too.
    told.textContent = "";
    setTimeout(() => {
      told.textContent = words;
    }, 50);
  });
}

/** @returns {void} */
export function startCopying() {
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button[data-copy-from]"))) {
    start(button);
  }
}
