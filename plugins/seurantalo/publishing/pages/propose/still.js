// @ts-check

/** What is told late pushes nobody away: what has the focus stays where it stands on the screen. @param {HTMLFormElement} form */
export function holdStill(form) {
  const stands = () => document.activeElement?.getBoundingClientRect().top ?? 0;
  let stood = stands();
  const note = () => void (stood = stands());
  addEventListener("scroll", note);
  form.addEventListener("focusin", note);
  // Who has scrolled away from where the focus is looks at something else.
  const isSeen = () => form.contains(document.activeElement) && stood > 0 && stood < innerHeight;
  new ResizeObserver(() => isSeen() && scrollBy({ top: stands() - stood, behavior: "instant" })).observe(form);
}
