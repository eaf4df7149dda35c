// @ts-check
/** Leads from the address of a page that has moved to where it stands now, if it stands there. */

/** @param {HTMLElement} page what is told for an address that leads nowhere; it names what has moved */
export const lead = async (page) => {
  /** @type {[end: string, now: string][]} */
  const moved = JSON.parse(page.dataset.moved ?? "[]");
  for (const [end, now] of moved) {
    const address = location.pathname.replace(new RegExp(`/${end}(?:index\\.html)?$`), `/${now}`);
    if (address === location.pathname) {
      continue;
    }
    const found = await fetch(address, { method: "HEAD" }).catch(() => undefined);
    if (found?.ok) {
      location.replace(address);
      return;
    }
  }
};
