// Only on screens that many people share: the next family finds nothing of the last one, and nothing leads out of the page.
// It needs no WebAssembly, so that it clears the screen also where that crashed or never came. What clears the screen is
// Exit (boot.js): blank first, then wiped, then a fresh document.

/** How long somebody is asked whether they are still there, in milliseconds. */
const ASKED = 30_000;
/** A screen reader hears the seconds that are left no more often than this. */
const SAID = 20_000;
/** "I need more time" makes the time so many times as long. */
const LONGER = 10;
/** Keys that do something in the dialog itself. */
const IN_DIALOG = ["Tab", "Shift", "Enter", " "];

const { dataset } = document.querySelector('meta[name="signpost"]');
const dialog = document.getElementById("still");
const seconds = document.getElementById("still-seconds");
const said = document.getElementById("still-said");
/** Three digits to say at the desk: of this sitting, and of no use to anybody after it. */
const number = String(100 + crypto.getRandomValues(new Uint16Array(1))[0] % 900);

let patience = Number(dataset.kiosk) * 1_000;
/** The clock on the wall when somebody last did something; none before anybody has. Whoever sees the page in another
 * language than the usual one chose that. */
let touched = dataset.first && Date.now();
let saidAt = 0;

history.scrollRestoration = "manual";
// On a phone that read a list from this screen the page is one like any other, as boot.js says. Where that never came
// nobody knows, and the screen is cleared for its next family.
if (window.signpost?.kiosk ?? true) {
  // What an aid for switches or voices presses is a click and nothing else.
  for (const name of ["pointerdown", "click", "wheel", "scroll", "input"]) hear(name, touch, name !== "wheel");
  hear("keydown", press);
  for (const name of ["visibilitychange", "focus", "pageshow", "resume"]) hear(name, look);
  setInterval(look, 1_000);
  // Any press on the dialog, or beside it, says that somebody is there; Escape does, too.
  dialog.addEventListener("click", stay);
  dialog.addEventListener("cancel", stay);
  document.getElementById("still-longer").addEventListener("click", () => { patience = Number(dataset.kiosk) * 1_000 * LONGER; });
  keepInside();
  new MutationObserver(showNumber).observe(document.getElementById("app"), { childList: true, subtree: true });
} else {
  for (const place of document.querySelectorAll("[data-alone]")) place.textContent = place.dataset.alone;
}

function hear(name, heard, passive = false) {
  addEventListener(name, heard, { capture: true, passive });
  if (name === "visibilitychange") document.addEventListener(name, heard);
}

/** A hand on the dialog begins its seconds again. */
function touch(event) {
  if (event.type === "wheel" && event.ctrlKey) event.preventDefault();
  touched = Date.now() - (dialog.open ? patience : 0);
}

function stay() {
  touched = Date.now();
  close();
}

function close() {
  said.textContent = "";
  dialog.close();
}

/** A key in the dialog begins its seconds again; one that means nothing there says that somebody is there. */
function press(event) {
  if (isOfTheBrowser(event)) event.preventDefault();
  if (dialog.open && !IN_DIALOG.includes(event.key)) return stay();
  touch(event);
}

/** Keys by which a browser does something of its own: opens, searches, shows help or tools. */
function isOfTheBrowser({ target, key, ctrlKey, metaKey, altKey, shiftKey }) {
  const types = target.matches?.("input, textarea");
  const together = ctrlKey || metaKey || altKey;
  const edits = types && ctrlKey && !metaKey && !altKey && !shiftKey && ["a", "z"].includes(key.toLowerCase());
  return together ? !edits : /^(F\d+|ContextMenu|Browser.*|Launch.*)$/.test(key) || !types && ["/", "'"].includes(key);
}

/** By the clock on the wall, so that time in which the computer slept counts. One that was set back begins again. */
function look() {
  // Whatever else than the start page came up, somebody was there.
  if (touched === undefined && !document.getElementById("app").hidden) touched = Date.now();
  if (touched === undefined) return;
  const idle = Date.now() - touched;
  if (idle < 0) touched = Date.now();
  if (idle >= patience + ASKED) return clear();
  if (idle >= patience) ask(patience + ASKED - idle);
  else if (dialog.open) close();
}

/** Where boot.js never came, nothing was told, and a fresh document is enough. */
function clear() {
  const { leave } = window.signpost ?? {};
  if (leave) leave();
  else location.replace(dataset.first ?? location.pathname);
}

function ask(left) {
  const now = String(Math.ceil(left / 1_000));
  seconds.textContent = now;
  if (!dialog.open) {
    dialog.showModal();
    saidAt = -Infinity;
  }
  if (performance.now() - saidAt < SAID) return;
  saidAt = performance.now();
  said.textContent = seconds.parentElement.textContent;
}

function showNumber() {
  for (const place of document.querySelectorAll("[data-desk]:empty")) place.textContent = number;
}

/** What a finger or a mouse could do beside pressing: menus, other pages, windows, files. From the start page the other
 * languages of the site can be had: each is a fresh document in the place of this one. */
function keepInside() {
  for (const name of ["contextmenu", "dragstart", "dragover", "drop", "copy", "cut", "paste"]) hear(name, (event) => event.preventDefault());
  for (const name of ["click", "auxclick"]) {
    hear(name, (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || name === "click" && link.getAttribute("href").startsWith("#")) return;
      event.preventDefault();
      if (name === "click" && link.hreflang && !document.getElementById("start-page").hidden) location.replace(link.href);
    });
  }
  hear("submit", (event) => event.preventDefault());
}
