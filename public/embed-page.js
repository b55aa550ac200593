// The page that makes the line for a website (embed.html): what is chosen there becomes the code to copy and the preview.
// Nothing is sent and nothing is kept. On a disk most browsers run no module, and none should make a line there: what
// stands on the page without this says where to open it.

/** From so many sites on, they can be found by their name. */
const MANY = 12;
const WORDS = "Find help that fits your family";

const find = (id) => document.getElementById(id);
const [maker, sites, preview] = [find("maker"), find("site"), find("preview")];
const { script: version, integrity } = find("main").dataset;
/** The folder of the release, where this page stands. */
const folder = new URL("./", location.href).href;
const everySite = [...sites.options];

if (location.protocol.startsWith("http")) begin();

function begin() {
  find("not-here").hidden = true;
  maker.hidden = find("mail").hidden = false;
  find("narrow").hidden = everySite.length <= MANY;
  maker.addEventListener("submit", (event) => event.preventDefault());
  maker.addEventListener("input", ({ target }) => target.id === "filter" ? narrow(target.value) : say());
  document.addEventListener("click", ({ target }) => press(target.closest("button")?.dataset));
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective: broken }) => {
    if (broken === "frame-src") find("blocked").hidden = false;
  });
  addEventListener("beforeprint", () => unfold(true));
  addEventListener("afterprint", () => unfold(false));
  warn();
  say();
}

function press({ wide, copies } = {}) {
  if (wide) widen(wide);
  if (copies) copy(find(copies));
}

// ---------------------------------------------------------------- what was chosen, and what it makes

function chosen() {
  const { theme, height, pixels } = maker.elements;
  pixels.disabled = height.value !== "fixed";
  return { site: sites.value, theme: theme.value, height: pixels.disabled ? "" : inReach(pixels) };
}

/** A height that was not written in full, or is out of reach, is the nearest that is in reach. */
function inReach({ value, min, max, defaultValue }) {
  return String(Math.min(Math.max(Math.round(Number(value)) || defaultValue, min), max));
}

function say() {
  const choice = chosen();
  const says = made(choice);
  for (const place of document.querySelectorAll("[data-says]")) place.textContent = says[place.dataset.says];
  for (const status of document.querySelectorAll("[role=status]")) status.textContent = "";
  show(choice, says.address);
}

function made({ site, theme, height }) {
  const address = site ? `${folder}${site}/` : folder;
  const attributes = tag("parent-signpost", { site, theme, "fixed-height": height });
  const element = `${attributes}<a href="${escaped(address)}">${WORDS}</a></parent-signpost>`;
  const line = `${tag("script", { type: "module", src: `${folder}embed.js` })}</script>\n${element}`;
  const checked = { type: "module", src: folder + version, integrity, crossorigin: "anonymous" };
  const pinned = `${tag("script", checked)}</script>\n${element}`;
  const size = { width: "100%", height: height || "900", frameborder: "0" };
  const frame = `${tag("iframe", { src: address, title: WORDS, ...size })}</iframe>`;
  const { origin } = location;
  return { address, line, pinned, frame, origin, message: message({ line, frame, address, origin }) };
}

/** The beginning of an element, with the attributes that say something. */
function tag(name, attributes) {
  const said = Object.entries(attributes).filter(([, value]) => value);
  return `<${[name, ...said.map(([key, value]) => `${key}="${escaped(value)}"`)].join(" ")}>`;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function message({ line, frame, address, origin }) {
  return `Subject: Please add this to our website

Hello,

We would like to show "${WORDS}" on a page of our website. Could you please paste this into it, where it should stand:

${line}

If the website cannot take a script, please paste this frame instead:

${frame}

If it can take neither, please make a link to: ${address}

Where our website sends a Content-Security-Policy, it needs script-src ${origin} and frame-src ${origin}. Nothing else is needed: no plugin, no account, no cookie. The script draws a frame and changes nothing else on the page. What families answer stays in their own browser.

More about it: ${folder}embed.html

Thank you.`;
}

// ---------------------------------------------------------------- the list of sites, and the preview

/** Those whose name has all the words, in any order. What is chosen stays, so that typing never chooses. */
function narrow(words) {
  const plain = (text) => text.toLowerCase();
  const wanted = plain(words).split(/\s+/);
  const fits = (option) => wanted.every((word) => plain(option.text).includes(word));
  const { value } = sites;
  sites.replaceChildren(...everySite.filter((option) => !option.value || option.value === value || fits(option)));
  sites.value = value;
  const found = everySite.filter((option) => option.value && fits(option)).length;
  find("found").textContent = found === 1 ? "1 name fits." : `${found} names fit.`;
}

function show({ site, theme, height }, address) {
  const element = preview.querySelector("parent-signpost");
  element.querySelector("a").href = address;
  for (const [name, value] of Object.entries({ site, theme, "fixed-height": height })) {
    if (value && element.getAttribute(name) !== value) element.setAttribute(name, value);
    if (!value) element.removeAttribute(name);
  }
  preview.dataset.theme = theme;
}

function widen(wide) {
  preview.dataset.wide = wide;
  for (const button of document.querySelectorAll("button[data-wide]")) {
    button.setAttribute("aria-pressed", String(button.dataset.wide === wide));
  }
}

// ---------------------------------------------------------------- copying

/** Where a browser lets no script copy, the text is selected, and two keys copy it. */
async function copy(text) {
  const status = text.parentElement.querySelector("[role=status]");
  status.textContent = "";
  const done = await written(text);
  status.textContent = done
    ? "Copied. Now paste it."
    : "It is selected. Press Ctrl and C to copy it, on a Mac Command and C.";
}

async function written(text) {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(text);
    return document.execCommand("copy");
  }
}

// ---------------------------------------------------------------- where this page stands, and paper

function warn() {
  const { protocol, hostname } = location;
  const here = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  const place = find("place");
  place.hidden = !here && protocol === "https:";
  place.textContent = here
    ? "This is a copy on your own computer, so the code works only here. To make the code for your website, open this page from the place where the folder was uploaded."
    : "This address begins with http, and a website that begins with https shows nothing from there. Ask whoever looks after the server for an address that begins with https.";
}

/** What is folded away is on paper, too. */
function unfold(all) {
  for (const part of document.querySelectorAll(all ? "details:not([open])" : "details[data-printed]")) {
    part.open = all;
    part.toggleAttribute("data-printed", all);
  }
}
