// @ts-check
/**
 * Inside the frame: takes the size from the address, and tells the page around how high the list is.
 *
 * The height is all that is told, to whatever page there is: it is no secret, and that page is not known here.
 */

document.documentElement.classList.toggle("small", new URLSearchParams(location.search).get("koko") === "pieni");

const tell = () => {
  const height = document.body.getBoundingClientRect().height;
  parent.postMessage({ seurantaloHeight: height }, "*");
};

if (parent !== window) {
  new ResizeObserver(tell).observe(document.body);
  // The script around may have come later than this page.
  addEventListener("load", () => setTimeout(tell, 300));
}
