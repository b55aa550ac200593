// Only in frames: talks with embed.js in the page around this one, over a channel that nobody else has. It tells how high
// the page is, where a new heading stands, whether the questions are open, and that the parent has left. Never what a
// parent said. A bare frame is never greeted, and nothing here does anything.

/** How soon after one height the next is told, in milliseconds. */
const REST = 80;

const page = document.documentElement;
let channel;
let fits = false;
let told;
let rest;

addEventListener("message", ({ source, data, ports }) => {
  if (source === parent && data?.signpost === "hello" && ports.length === 1) meet(data, ports[0]);
});

/** The element greets after every load, and once more when its website changes the theme. */
function meet({ fit, theme }, port) {
  if (!channel) watch();
  channel?.close();
  channel = port;
  channel.onmessage = ({ data }) => data === "exit" && leave();
  fits = fit === true;
  page.dataset.hosted = fits ? "fit" : "fixed";
  dress(theme);
  told = undefined;
  tellHeight();
  tell("ready", [exit()?.textContent.trim(), page.lang, page.dir]);
  tellOpen();
}

function tell(signpost, value) {
  channel.postMessage({ signpost, value });
}

function watch() {
  fit();
  new ResizeObserver(follow).observe(page);
  new MutationObserver(tellOpen).observe(document.getElementById("app"), { attributeFilter: ["hidden"] });
  addEventListener("focusin", ({ target }) => bring(target.closest("h1, dialog, .notice")));
  addEventListener("click", rememberPress, true);
  window.signpostLeft = () => {
    tell("gone");
    return true;
  };
}

/** What is as high as the page around it lets it be must not be as high as a part of itself. A dialog opens where the
 * press was, not in the middle of a long frame. Where the Exit over the page around it is surely on the screen, the one at
 * the top of the frame would be a second one. */
const FITTING = `@media screen {
  [data-hosted=fit] { overflow-y: hidden }
  [data-hosted=fit] .shell-main { min-block-size: 0 }
  [data-hosted=fit] dialog { margin-block: max(1em, var(--pressed, 0px) - 9em) auto }
  @supports selector(:popover-open) { [data-hosted] .shell-bar .exit { visibility: hidden } }
}`;

function fit() {
  const styles = new CSSStyleSheet();
  styles.replaceSync(FITTING);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];
}

function rememberPress({ target }) {
  if (!target.closest?.("dialog")) page.style.setProperty("--pressed", `${target.getBoundingClientRect().top}px`);
}

/** At once, and then not again for a moment: a screen that comes in pieces is told once or twice. */
function follow() {
  if (rest) return;
  rest = tellHeight() && setTimeout(() => { rest = 0; follow(); }, REST);
}

/** Says whether it was another. */
function tellHeight() {
  const height = Math.ceil(page.getBoundingClientRect().height);
  if (!fits || height === told) return false;
  told = height;
  tell("height", height);
  return true;
}

function tellOpen() {
  tell("open", !document.getElementById("app").hidden);
}

/** Once the page is as high as the new screen. */
function bring(place) {
  if (!place) return;
  requestAnimationFrame(() => {
    const { top, bottom } = place.getBoundingClientRect();
    tell("heading", [top, bottom]);
  });
}

/** Light or dark as the website says, or as the device. */
function dress(theme) {
  const of = theme === "dark" ? "(min-width: 0)" : theme === "light" ? "(max-width: 0)" : "";
  page.style.colorScheme = of ? theme : "";
  for (const { media } of [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])) {
    const text = dark.get(media) ?? media?.mediaText;
    if (!text?.includes(DARK)) continue;
    dark.set(media, text);
    media.mediaText = of ? text.replace(DARK, of) : text;
  }
}

/** The rules for the dark, and when they hold: a rule for the screen alone never reaches paper, whatever the theme. */
const DARK = "(prefers-color-scheme: dark)";
const dark = new WeakMap();

function exit() {
  return document.querySelector("[data-exit]");
}

/** As by a press on the page's own Exit: blank, wiped, and then told. */
function leave() {
  exit()?.click();
  tell("gone");
}
