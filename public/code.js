// Only on kiosks: draws a code for a phone, of the list or of one number or website, where somebody asks for it, and takes
// it away after a while. The words stand in the page. `leanQr` is the library of that name, joined in front of this file.

/** How long the next in the queue could scan a code, in milliseconds by the clock on the wall. */
const SHOWN = 60_000;
/** Error correction M, and no more squares than a telephone reads from a screen at arm's length: version 10. */
const MOST_SQUARES = 57;
/** The light around a code, in squares: a reader needs it. */
const QUIET = 4;

/** Where a phone finds this page. A kiosk may have it from its own computer, where no phone comes. */
const ADDRESS = document.querySelector("meta[name=signpost]").dataset.address ?? location.origin + location.pathname;

document.documentElement.dataset.codes = "";
const app = document.getElementById("app");
const [ofList, press, ofContact] = document.getElementById("codes").content.children;
/** The place for the code that each button draws. */
const places = new WeakMap();

/** The place of the last code, and since when it is on the screen, if it still is. */
let last;
let since;
let named = 0;

// A phone that read a list from this screen needs no code of it.
if (window.signpost?.kiosk) {
  new MutationObserver(offer).observe(app, { childList: true, subtree: true });
  app.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (places.has(button)) show(button);
  });
  for (const name of ["visibilitychange", "focus", "pageshow", "resume"]) addEventListener(name, look, true);
  setInterval(look, 1_000);
}

/** To whatever has no code yet. Whoever writes a message has no use for one. */
function offer() {
  for (const list of app.querySelectorAll("[data-list]")) {
    if (!list.querySelector(".code")) offerList(list);
  }
  for (const contact of app.querySelectorAll("[data-code]:not([id], [data-code^='mailto:'])")) offerContact(contact);
}

function offerList(list) {
  const place = ofList.cloneNode(true);
  places.set(place.querySelector("button"), place);
  list.append(place);
}

/** The button says to whoever does not see it which contact it is for. */
function offerContact(contact) {
  const [button, place] = [press, ofContact].map((it) => it.cloneNode(true));
  contact.id = `contact-${named += 1}`;
  button.id = `code-${named}`;
  button.setAttribute("aria-labelledby", `${button.id} ${contact.id}`);
  places.set(button, place);
  contact.after(" ", button);
  contact.closest("li").append(place);
}

function show(button) {
  takeAway("");
  const place = places.get(button);
  const figure = place.querySelector("figure");
  const list = place.contains(button) && `${ADDRESS}#list=${button.closest("[data-list]").dataset.list}`;
  draw(figure, list || button.previousElementSibling.dataset.code);
  [last, since] = [place, Date.now()];
  const says = place.querySelector(".code-says");
  says.textContent = says.dataset.shown;
  figure.scrollIntoView({ block: "nearest" });
}

/** The code, and of a list the address in letters for a phone that cannot read one: it alone where a list is too long. */
function draw(figure, text) {
  const code = leanQr.generate(text, { minCorrectionLevel: leanQr.correction.M });
  if (code.size <= MOST_SQUARES) figure.prepend(picture(code, figure.dataset.label));
  const address = figure.querySelector("figcaption span");
  if (address) address.textContent = ADDRESS;
  figure.hidden = false;
}

/** A clock that was set back has forgotten since when. */
function look() {
  const shown = Date.now() - since;
  if (shown < 0 || shown >= SHOWN) takeAway(last.querySelector(".code-says").dataset.gone);
}

function takeAway(words) {
  if (!last) return;
  const figure = last.querySelector("figure");
  figure.hidden = true;
  figure.querySelector("svg")?.remove();
  last.querySelector(".code-says").textContent = words;
  since = undefined;
}

/** One path of all dark squares, row by row. */
function picture(code, label) {
  const wide = code.size + 2 * QUIET;
  const svg = make("svg", { viewBox: `0 0 ${wide} ${wide}`, role: "img", "aria-label": label });
  svg.append(make("rect", { width: wide, height: wide, fill: "#fff" }), make("path", { d: squares(code), fill: "#000" }));
  return svg;
}

function make(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

function squares(code) {
  let path = "";
  for (let row = 0; row < code.size; row++) {
    for (let column = 0; column < code.size; column++) {
      if (code.get(column, row)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return path;
}
