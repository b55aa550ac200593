// Keeps the page of one site with all that it needs, so that it opens where there is no network. Each release makes this
// file for each such site, with a list of exactly its files and their hashes: where one of them changes, this changes, and
// the browser fetches the new version beside the old one. A version is whole or it is not used. It listens to one word,
// knows nothing that a parent says, and frames never come to it.

const KEPT = "parent-signpost/signpost-site/";
const VERSION = `${KEPT}signpost-version`;
/** The digest of each file, by its address. */
const files = new Map("signpost-files".map(([path, integrity]) => [new URL(path, location).href, integrity]));
const FRAMES = ["iframe", "frame", "embed", "object"];
let mending;

addEventListener("install", (event) => event.waitUntil(keepAll().catch(giveUp)));
addEventListener("activate", (event) => event.waitUntil(dropOthers()));
addEventListener("message", (event) => event.data === "take" && event.waitUntil(take()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const address = plain(request.url);
  if (files.has(address) && !FRAMES.includes(request.destination) && !isAskedAgain(request)) {
    event.respondWith(answer(event, address));
  }
});

/** Every file is here, and is what the release says, before the first one is kept. */
async function keepAll() {
  const all = await Promise.all([...files].map(fetchChecked));
  const cache = await caches.open(VERSION);
  await Promise.all(all.map(([address, response]) => cache.put(address, response)));
}

/** Past every cache: a half of an earlier release may lie there. */
async function fetchChecked([address, integrity]) {
  const response = await fetch(address, { cache: "reload", credentials: "same-origin", integrity });
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  // It came unpacked; and one that says that it was redirected opens no page.
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  return [address, new Response(await response.arrayBuffer(), { headers })];
}

/** The version before goes on. */
async function giveUp(error) {
  await caches.delete(VERSION);
  throw error;
}

async function dropOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(KEPT) && name !== VERSION);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** Between two sittings, as the page says; but not while the site is open elsewhere, too. */
async function take() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const here = open.filter(({ url }) => url.startsWith(registration.scope));
  if (here.length < 2) await skipWaiting();
}

/** The folder is its page, whatever was asked of it. */
function plain(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/index\.html$/, "/");
}

/** The page asks once more, past every cache, for a file that was not what it should be. */
function isAskedAgain({ cache, mode }) {
  return cache === "reload" && mode !== "navigate";
}

/** What is kept; or, where a browser threw it away or a disk spoiled it, what the network has. */
async function answer(event, address) {
  const found = await caches.match(address, { cacheName: VERSION, ignoreVary: true }).catch(() => undefined);
  if (found && await isWhole(found.clone(), address)) return found;
  // Once for each time that the page is opened: where the network has another release by now, this one cannot be mended.
  if (event.request.mode === "navigate") mending = undefined;
  mending ??= keepAll().catch(() => undefined);
  event.waitUntil(mending);
  return fetch(event.request);
}

async function isWhole(response, address) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", await response.arrayBuffer()));
  return files.get(address) === `sha384-${btoa(String.fromCharCode(...digest))}`;
}
