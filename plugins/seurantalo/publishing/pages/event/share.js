// @ts-check
/** Shares the page's address: by the phone's own menu, else by copying it. */

/** Makes the buttons work. */
export const startSharing = () => {
  for (const button of document.querySelectorAll("button[data-share]")) {
    button.addEventListener("click", () => void share(/** @type {HTMLButtonElement} */ (button)));
    button.toggleAttribute("data-ready", true);
  }
};

/** @param {HTMLButtonElement} button */
const share = async (button) => {
  const title = document.querySelector("h1")?.textContent ?? document.title;
  const url = location.href.split("#")[0];
  try {
    if (navigator.share) {
      await navigator.share({ title, url });
      return;
    }
    await navigator.clipboard.writeText(url);
  } catch {
    return; // Closed without sharing, or not allowed: the address stands in the browser's own bar.
  }
  const words = button.textContent;
  button.setAttribute("aria-live", "polite");
  button.textContent = button.dataset.share ?? "";
  setTimeout(() => (button.textContent = words), 3000);
};
