// Only in the page of a site that opens without a network, and not while that stands in a frame: asks the browser for
// sw.js in the folder of the site, before the page locks its own network. A new version is taken between two sittings
// and at no other time: where the start page is open, has all that it needs, and nobody has begun.

const EVERY_HOUR = 3_600_000;
const SOON = 500;
/** The script itself is always asked for anew. */
const NO_CACHE = { updateViaCache: "none" };

const app = document.getElementById("app");
/** The way to the folder of the site, from a page of it in another language. */
const { first = "" } = document.querySelector('meta[name="signpost"]').dataset;

if (window.top === window && navigator.serviceWorker) {
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
}

/** Where the browser refuses, the page opens with a network, as every other. A page that came by it asks for nothing: that
 * would call back what has just been switched off. */
async function begin() {
  const { serviceWorker } = navigator;
  try {
    const asked = serviceWorker.controller ? serviceWorker.getRegistration() : serviceWorker.register(`${first}sw.js`, NO_CACHE);
    const kept = await asked;
    if (kept) mind(kept);
  } catch {
    // Storage is blocked, or the page has locked its network already.
  }
}

function mind(kept) {
  const take = () => {
    if (!kept.waiting || !app.hidden) return;
    if (isBetween()) kept.waiting.postMessage("take");
    else setTimeout(take, SOON);
  };
  const look = () => isBetween() && kept.update().catch(() => undefined);
  kept.addEventListener("updatefound", () => kept.installing?.addEventListener("statechange", take));
  // A screen in a corridor may show the start page for days.
  setInterval(look, EVERY_HOUR);
  // The first version of all takes the place of none.
  if (navigator.serviceWorker.controller) {
    navigator.serviceWorker.addEventListener("controllerchange", () => isBetween() && location.reload());
  }
  take();
}

/** Nothing is on its way that only the old version has, and no questions are open. */
function isBetween() {
  return document.documentElement.dataset.signpost === "ready" && window.signpost.whole === true && app.hidden;
}
