// @ts-nocheck - a service worker, whose globals are not those of a page
/** Takes the place of a worker that the site once had: empties its stores and goes. Pages that are open stay as they are. */

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const mine = `seurantalo:${new URL("./", location.href).pathname}:`;
  for (const name of await caches.keys()) {
    if (name.startsWith(mine)) {
      await caches.delete(name);
    }
  }
  await registration.unregister();
}
