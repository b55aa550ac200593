// Starts the questions, or leaves the page that already stands; and leaves the page when the parent wants to.
// Everything is checked against its hash before it runs, nothing is waited for without end, and whatever goes wrong
// ends on a page that helps. Exit is here, and not in WebAssembly, because it must work before that has come, while it
// is dead, and over everything that is on the screen.
// `__wbg_get_imports` and `__wbg_finalize_init` come from the WebAssembly glue, and where Exit leads from exit.js: both are
// joined in front of this file.

/** By then the questions work or the page says that they cannot start, in milliseconds since the page was asked for. */
const LATE = 14_000;
/** How long one try to fetch a file may take. */
const TRY = 45_000;
const CRASH_LOOP = 60_000;
/** How long a new screen takes no pointer, in milliseconds: longer than a double-click, shorter than reading. */
const REST = 350;

const KEPT_KEY = "parent-signpost";
const CRASHED_KEY = "parent-signpost-crashed";
const CLEAN_KEY = "parent-signpost-starts-clean";

const root = document.documentElement;
const find = (id) => document.getElementById(id);
const hide = (id, hidden) => { const element = find(id); if (element) element.hidden = hidden; };
const write = (id, words) => { const element = find(id); if (element) element.textContent = words; };
/** The addresses of the parts, and what the site says. */
const { dataset: page } = document.querySelector('meta[name="signpost"]');
/** The parts of the content that the list is made of. */
const OFFERED = ["offered", "offeredTexts", ...page.site ? ["site"] : []];
/** A phone that read a list from a shared screen is none: nobody shares it. kiosk.js and code.js go by this. */
const isKiosk = "kiosk" in page && screen.width >= 600;
/** A shared screen says nothing to whoever comes next. */
const farewell = isKiosk ? "" : find("exited")?.textContent ?? "";

/** What the widget reads once and calls, and what it lets us call: `arrived`, `missing`, `left`, `hid`, `shown`,
 * `forgotten`, `notPrinted`, `notOpened`. The parts of the content are laid here as they come, and
 * `whole` says that all of them have; until `rests`, by the clock of the page, a pointer does nothing. */
const signpost = { list: takeBrought(), waiting: false, clean: false, reloaded: isReloaded(), crashed, texts: textsOfThePage(), nowhere: page.keeping === "nowhere", kiosk: isKiosk, leave, openPlan: isKiosk && "openPlan" in page, printsAtDesk: page.printing === "ask", printsHere: page.printing === "on", failed: giveUp, tellOthers, rest, rests: 0, reload: () => location.reload(), print: printPage, openTab };
window.signpost = signpost;

let over = false;
let early = false;
let paperTab;
const others = channel();

leaveOnPress();
onThreeTaps(leave);
for (const name of ["pointerdown", "mousedown", "click", "auxclick"]) addEventListener(name, takeNoEarlyPress, true);
watchThePage();
begin().then(ready, giveUp);

// ---------------------------------------------------------------------------------------------------- start

async function begin() {
  hide("start-unsure", true);
  find("start")?.addEventListener("click", wait);
  takeEarlyPress();
  setTimeout(late, Math.max(0, LATE - performance.now()));
  // The smallest module there is: where WebAssembly is switched off or forbidden, this throws.
  await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  const [wasm, ...asked] = await Promise.all(["wasm", "asked", "askedTexts"].map(fetchPart));
  Object.assign(signpost, lay(["asked", "askedTexts"], asked));
  const fetched = fetchOffered();
  const { instance } = await WebAssembly.instantiate(wasm, __wbg_get_imports());
  const offered = joinTo(instance, fetched).then(() => "arrived", () => "missing");
  // What is kept here, or a link brought, may speak of what is offered, so it is not read before that has come.
  if ((keepsSomething() || signpost.list != null) && await offered === "missing") throw new Error("what is offered has not come");
  if (over) return;
  signpost.clean = startsClean();
  __wbg_finalize_init(instance);
  offered.then((how) => {
    signpost.whole = how === "arrived";
    return over || signpost[how]?.();
  });
}

/** What the list is made of, while the parent reads: the other half of the WebAssembly, then the content. */
function fetchOffered() {
  return Promise.all(["later", ...OFFERED].map(fetchPart));
}

/** Lays the content down once the half that reads it works on the memory of the first. */
async function joinTo({ exports: first }, fetched) {
  const [later, ...parts] = await fetched;
  await WebAssembly.instantiate(later, { first });
  Object.assign(signpost, lay(OFFERED, parts));
}

function lay(names, parts) {
  return Object.fromEntries(names.map((name, place) => [name, new Uint8Array(parts[place])]));
}

/** Fetches a part that the page names. */
function fetchPart(name) {
  return fetchChecked(page[name], page[`${name}Integrity`], (response) => response.arrayBuffer());
}

/** Texts of the content that stand in the page do not travel a second time. They are read before anybody, or a browser
 * that translates, can change them. */
function textsOfThePage() {
  return [...document.querySelectorAll("[data-says]")].map((element) => element.textContent);
}

function keepsSomething() {
  return ["sessionStorage", "localStorage"].some((name) => quietly(() => window[name].getItem(KEPT_KEY)) != null);
}

/** Fetches a file that must have this hash; tries once more, past every cache, after a failure. */
async function fetchChecked(address, integrity, read) {
  try {
    return await fetchOnce(address, integrity, "default", read);
  } catch {
    return await fetchOnce(address, integrity, "reload", read);
  }
}

/** An old browser without AbortController waits for as long as the network does. */
async function fetchOnce(address, integrity, cache, read) {
  const stop = typeof AbortController === "function" ? new AbortController() : undefined;
  const timer = setTimeout(() => stop?.abort(), TRY);
  try {
    const ask = () => fetch(address, { credentials: "same-origin", integrity, cache, signal: stop?.signal });
    const response = await (asked(address, stop?.signal) ?? ask());
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await read(response);
  } finally {
    clearTimeout(timer);
  }
}

/** What ask.js asked for already: once, and for as long as one try may take. */
function asked(address, signal) {
  const early = window.signpostAsked?.[address];
  if (!early) return undefined;
  delete window.signpostAsked[address];
  const tooLong = new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
  return Promise.race([early, tooLong]);
}

function ready() {
  if (over || root.dataset.signpost === "gone") return;
  find("start")?.removeEventListener("click", wait);
  hide("start-failed", true);
  if (signpost.waiting) write("start-note", "");
  root.dataset.signpost = "ready";
}

/** Start was pressed before everything had come: say so, and go on as soon as it has. */
function wait(event) {
  if (root.dataset.signpost === "failed") return;
  event.preventDefault();
  signpost.waiting = true;
  root.dataset.signpost = "waiting";
  write("start-note", find("start-waiting")?.textContent ?? "");
}

/** Before this script ran, Start was a link down the page: whoever followed it wants to start. */
function takeEarlyPress() {
  if (location.hash !== "#instead") return;
  signpost.waiting = true;
  write("start-note", find("start-waiting")?.textContent ?? "");
  history.replaceState(history.state, "", location.pathname + location.search);
}

/** What a link brought: the widget finds the list in it. It leaves the address at once: ask.js does that before anything
 * is shown, where it may run. A link that is opened over this page begins it anew. `unescape` also reads what was cut in
 * the middle of a letter. */
function takeBrought() {
  const brings = () => /list/i.test(location.hash);
  addEventListener("hashchange", () => brings() && location.reload());
  const link = brings() ? location.hash : window.signpostList;
  if (brings()) history.replaceState(history.state, "", location.pathname + location.search);
  return link && unescape(link);
}

/** It takes too long: the page says that it cannot start. Should it come all the same, the questions start to work. */
function late() {
  if (root.dataset.signpost === "ready" || over) return;
  signpost.waiting = false;
  sayThatItFailed();
}

/** The static page stands: say that the questions could not start. */
function giveUp() {
  if (over || root.dataset.signpost === "gone") return;
  find("start")?.removeEventListener("click", wait);
  sayThatItFailed();
  root.dataset.signpost = "gone";
}

function sayThatItFailed() {
  if (root.dataset.signpost === "failed") return;
  root.dataset.signpost = "failed";
  hide("app", true);
  hide("start-page", false);
  write("start-note", "");
  hide("start-failed", false);
  if (!find("start-failed")) hide("start-unsure", false);
  find("start-print")?.addEventListener("click", () => print());
  for (const closed of document.querySelectorAll("#start-page details")) closed.open = true;
}

function isReloaded() {
  const [entry] = performance.getEntriesByType?.("navigation") ?? [];
  return entry?.type === "reload";
}

// ---------------------------------------------------------------------------------------------------- presses

/** A new screen takes no press that was meant for the one before, nor the second half of a double-click. */
function rest() {
  signpost.rests = performance.now() + REST;
}

/** What counts is when a press began, also where the page was busy and heard of it late. Keys are never early, and Exit
 * takes every press. No style says so: that would have all of the page styled twice for each screen. */
function takeNoEarlyPress(event) {
  if (event.type === "pointerdown") early = event.timeStamp < signpost.rests;
  else if (early && event.detail > 0 && !event.target.closest?.("[data-exit]")) {
    event.preventDefault();
    event.stopPropagation();
    // A click ends the press; one that comes without a pointer, as from a voice, is another.
    early = event.type === "mousedown";
  }
}

// ---------------------------------------------------------------------------------------------------- exit

/** Also with the middle button, which would open the weather page beside this one and leave this one as it is. */
function leaveOnPress() {
  const pressed = (event) => {
    if (!event.target.closest?.("[data-exit]") || event.button === 2) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
  addEventListener("click", pressed, true);
  addEventListener("auxclick", pressed, true);
}

/** Blank first, then wipe, then leave; from then on nothing does anything any more. */
function leave() {
  if (over) return;
  over = true;
  document.body.textContent = farewell;
  closePaper();
  wipe();
  quietly(() => signpost.left?.());
  tellOthers();
  go();
}

function wipe() {
  for (const name of ["sessionStorage", "localStorage"]) {
    for (const key of [KEPT_KEY, CRASHED_KEY, CLEAN_KEY]) quietly(() => window[name].removeItem(key));
  }
}

/** A shared screen begins afresh, in its usual language. Out of a frame by framed.js, which asks the host, or else if the host lets us. A frame that may not leave stays blank. */
function go() {
  if (isKiosk) return location.replace(page.first ?? location.pathname);
  if (window.top === window) return location.replace(ELSEWHERE);
  if (quietly(() => window.signpostLeft?.())) return;
  quietly(() => window.top.location.replace(ELSEWHERE));
}

/** What throws here has nobody left to tell. */
function quietly(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

// ---------------------------------------------------------------------------------------------------- the page's life

/** A page that Back finds again is no longer the one that was left. */
function watchThePage() {
  addEventListener("pagehide", () => {
    quietly(() => find("forget").close());
    quietly(() => signpost.hid?.());
    if (isKiosk) document.body.textContent = "";
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    if (over || isKiosk) return location.reload();
    quietly(() => signpost.shown?.());
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && !over) quietly(() => signpost.shown?.());
  });
  // A panic ends in a trap: the one way to hear of every kind of crash, also of those that Rust cannot report.
  addEventListener("error", (event) => isFatal(event.error) && crashed());
  addEventListener("unhandledrejection", (event) => isFatal(event.reason) && crashed());
}

/** A trap, or a stack that ran over: no engine calls that by the same name. */
function isFatal(error) {
  return error instanceof WebAssembly.RuntimeError || ["RangeError", "InternalError"].includes(error?.name);
}

/** What is deleted in one tab is deleted in all. */
function channel() {
  return quietly(() => {
    const others = new BroadcastChannel(KEPT_KEY);
    others.onmessage = forgotten;
    return others;
  });
}

/** Where no widget listens, because it crashed or has not come yet, this tab is forgotten all the same. */
function forgotten() {
  closePaper();
  forgetCrashes();
  const listens = signpost.forgotten && find("crash")?.hidden;
  quietly(listens ? signpost.forgotten : () => sessionStorage.removeItem(KEPT_KEY));
}

/** Everything was deleted here: what lies beside the answers goes, too, and other tabs hear of it. */
function tellOthers() {
  closePaper();
  forgetCrashes();
  quietly(() => others?.postMessage("forgotten"));
}

/** The widget panicked. It is dead now: hide it, say so kindly, and start afresh. */
function crashed() {
  const panel = find("crash");
  if (over || !panel?.hidden) return;
  hide("app", true);
  hide("start-page", true);
  quietly(() => find("forget").close());
  panel.hidden = false;
  panel.querySelector("h1").focus();
  find("crash-again").addEventListener("click", () => location.reload());
  rememberCrash();
}

/** Two crashes within a minute: the kept answers may be what breaks it, so the next start leaves them alone. Where
 * nothing is kept there is nothing to leave alone, and nothing is written. */
function rememberCrash() {
  quietly(() => {
    if (![sessionStorage, localStorage].some((storage) => storage.getItem(KEPT_KEY) !== null)) return;
    const before = sessionStorage.getItem(CRASHED_KEY);
    const since = before === null ? Infinity : Date.now() - Number(before);
    sessionStorage.setItem(CRASHED_KEY, String(Date.now()));
    if (since >= 0 && since < CRASH_LOOP) sessionStorage.setItem(CLEAN_KEY, "yes");
  });
}

function forgetCrashes() {
  for (const key of [CRASHED_KEY, CLEAN_KEY]) quietly(() => sessionStorage.removeItem(key));
}

/** Where storage is blocked nothing was kept, and a reload starts clean anyway. */
function startsClean() {
  return quietly(() => {
    const clean = sessionStorage.getItem(CLEAN_KEY) === "yes";
    sessionStorage.removeItem(CLEAN_KEY);
    return clean;
  }) ?? false;
}

// ---------------------------------------------------------------------------------------------------- paper

/** A frame without the right to print ignores it in silence: where no printing begins, say so. */
function printPage() {
  let printed = false;
  addEventListener("beforeprint", () => { printed = true; }, { once: true });
  quietly(() => window.print());
  setTimeout(() => printed || signpost.notPrinted?.(), 1_000);
}

/** A frame may have no right to a tab, or get one that it may not write in: then say so. */
function openTab() {
  closePaper();
  paperTab = quietly(() => window.open("", "_blank"));
  if (quietly(() => fill(paperTab))) return;
  closePaper();
  signpost.notOpened?.();
}

/** The paper goes when the answers go. */
function closePaper() {
  quietly(() => { paperTab.document.body.textContent = ""; });
  quietly(() => paperTab.close());
}

/** The sheet alone. Nothing is fetched there: it looks as the sheet of styles in this page says. */
function fill(tab) {
  const styles = new tab.CSSStyleSheet();
  const rules = [...document.styleSheets].flatMap((sheet) => quietly(() => [...sheet.cssRules]) ?? []);
  styles.replaceSync(rules.map((rule) => rule.cssText).join("\n"));
  tab.document.adoptedStyleSheets = [styles];
  tab.document.title = document.title;
  Object.assign(tab.document.documentElement, { lang: root.lang, dir: root.dir });
  tab.document.body.append(tab.document.importNode(document.querySelector("article"), true));
  return true;
}
