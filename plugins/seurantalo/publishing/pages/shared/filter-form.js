// @ts-check
/**
 * What every form that narrows a list does, whatever it narrows: it takes its choice from the address, and keeps
 * the choice there, so that it can be sent to others. It is in the page from the start, so that nothing moves when
 * this script comes; without JavaScript the style sheet hides it, and there is only the whole list.
 */

/**
 * @typedef {object} Narrowing
 * @property {(form: HTMLFormElement, list: HTMLElement) => void} narrow hides what was not asked for
 * @property {(select: HTMLSelectElement) => string} toAddress the choice as it stands in the address; "" for none
 * @property {(select: HTMLSelectElement, asked: string) => string} fromAddress the value of what the address asks
 */

/**
 * @param {HTMLFormElement} form
 * @param {string | undefined} target the id of the list
 * @param {Narrowing} narrowing
 * @returns {void}
 */
export function startForm(form, target, narrowing) {
  const list = document.getElementById(target ?? "");
  if (!list || form.dataset.started) {
    return;
  }
  form.dataset.started = "1";
  const asked = new URL(location.href).searchParams;
  // What was chosen before this script came, is kept.
  const early = [...form.querySelectorAll("select")].some((select) => !asked.has(select.name) && narrowing.toAddress(select));
  for (const select of form.querySelectorAll("select")) {
    const value = narrowing.fromAddress(select, asked.get(select.name) ?? "");
    if (asked.has(select.name) && [...select.options].some((option) => option.value === value)) {
      select.value = value;
    }
  }
  narrowing.narrow(form, list);
  if (early) {
    remember(form, narrowing);
  }
  const renew = () => {
    list.dataset.used = "";
    narrowing.narrow(form, list);
    remember(form, narrowing);
  };
  form.addEventListener("change", renew);
  // The fields are empty only after the event.
  form.addEventListener("reset", () => setTimeout(renew));
  form.addEventListener("submit", (event) => event.preventDefault());
}

/**
 * @param {HTMLFormElement} form
 * @param {Narrowing} narrowing
 * @returns {void}
 */
function remember(form, narrowing) {
  const address = new URL(location.href);
  for (const select of form.querySelectorAll("select")) {
    const choice = narrowing.toAddress(select);
    if (choice) {
      address.searchParams.set(select.name, choice);
    } else {
      address.searchParams.delete(select.name);
    }
  }
  history.replaceState(history.state, "", address);
}

/**
 * Tells how many are shown in the form's status line; nothing while everything is.
 * @param {HTMLFormElement} form
 * @param {number} shown
 * @param {boolean} untouched
 * @returns {void}
 */
export function tell(form, shown, untouched) {
  const status = /** @type {HTMLElement | null} */ (form.querySelector("[role=status]"));
  if (status) {
    const words = shown === 0 ? status.dataset.none : status.dataset.some;
    status.textContent = untouched ? "" : (words ?? "").replace("{n}", String(shown));
  }
}
