// Starts the questions, or leaves the page that already stands. Everything is checked against its hash before it
// runs, nothing is waited for without end, and whatever goes wrong ends on a page that helps.
// `__wbg_init` comes from the WebAssembly glue, which is joined in front of this file.

const TIME_LIMIT = 15_000;
const CRASH_LOOP = 60_000;
const CRASHED_KEY = "parent-signpost-crashed";
const CLEAN_KEY = "parent-signpost-starts-clean";

const parts = document.querySelector('meta[name="signpost"]').dataset;
const root = document.documentElement;
const start = document.getElementById("start");

/** What the widget reads once, and calls when it cannot go on. */
const signpost = { pack: "", waiting: false, clean: false, crashed };
window.signpost = signpost;

start.addEventListener("click", wait);
// A panic ends in a trap: the one way to hear of every kind of crash, also of those that Rust cannot report.
addEventListener("error", (event) => event.error instanceof WebAssembly.RuntimeError && crashed());
addEventListener("unhandledrejection", (event) => event.reason instanceof WebAssembly.RuntimeError && crashed());
begin().catch(giveUp);

async function begin() {
  // The smallest module there is: where WebAssembly is switched off or forbidden, this throws.
  await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  const [wasm, pack] = await Promise.all([
    fetchChecked(parts.wasm, parts.wasmIntegrity, (response) => response.arrayBuffer()),
    fetchChecked(parts.pack, parts.packIntegrity, (response) => response.text()),
  ]);
  signpost.pack = pack;
  signpost.clean = startsClean();
  await __wbg_init({ module_or_path: wasm });
  start.removeEventListener("click", wait);
  root.dataset.signpost = "ready";
}

/** Fetches a file that must have this hash; tries once more after a failure, all within the time limit. */
async function fetchChecked(address, integrity, read) {
  const signal = AbortSignal.timeout(TIME_LIMIT);
  try {
    return await fetchOnce(address, { integrity, signal, cache: "default" }, read);
  } catch {
    return await fetchOnce(address, { integrity, signal, cache: "reload" }, read);
  }
}

async function fetchOnce(address, options, read) {
  const response = await fetch(address, { credentials: "same-origin", ...options });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return read(response);
}

/** Start was pressed before everything had come: say so, and go on as soon as it has. */
function wait(event) {
  event.preventDefault();
  signpost.waiting = true;
  root.dataset.signpost = "waiting";
}

/** The static page stands: say that the questions could not start. */
function giveUp() {
  start.removeEventListener("click", wait);
  root.dataset.signpost = "failed";
  document.getElementById("start-failed").hidden = false;
  document.getElementById("start-print").addEventListener("click", () => print());
  for (const closed of document.querySelectorAll("#start-page details")) closed.open = true;
}

/** The widget panicked. It is dead now: hide it, say so kindly, and start afresh. */
function crashed() {
  document.getElementById("app").hidden = true;
  document.getElementById("start-page").hidden = true;
  const panel = document.getElementById("crash");
  if (!panel.hidden) return;
  panel.hidden = false;
  panel.querySelector("h1").focus();
  panel.querySelector("button").addEventListener("click", () => location.reload());
  rememberCrash();
}

/** Two crashes within a minute: the kept answers may be what breaks it, so the next start leaves them alone. */
function rememberCrash() {
  try {
    const before = Number(sessionStorage.getItem(CRASHED_KEY) ?? 0);
    sessionStorage.setItem(CRASHED_KEY, String(Date.now()));
    if (Date.now() - before < CRASH_LOOP) sessionStorage.setItem(CLEAN_KEY, "yes");
  } catch {
    // Storage is blocked: then nothing was kept either, and a reload starts clean.
  }
}

function startsClean() {
  try {
    const clean = sessionStorage.getItem(CLEAN_KEY) === "yes";
    sessionStorage.removeItem(CLEAN_KEY);
    return clean;
  } catch {
    return false;
  }
}
