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
  preview.addEventListener("signpost-height", sayIfCut);
  addEventListener("resize", sayIfCut);
  addEventListener("beforeprint", () => unfold(true));
  addEventListener("afterprint", () => unfold(false));
  warn();
  say();
  // Where a policy or the network lets nothing be asked, nothing is known.
  ask().catch(() => {});
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

function outOfReach({ value, min, max, disabled }) {
  if (disabled || !value) return "";
  if (Number(value) < Number(min)) return `${min} is the least.`;
  return Number(value) > Number(max) ? `${max} is the most.` : "";
}

function say() {
  const choice = chosen();
  const says = made(choice);
  for (const place of document.querySelectorAll("[data-says]")) place.textContent = says[place.dataset.says];
  for (const status of document.querySelectorAll("[role=status]")) status.textContent = "";
  find("reach").textContent = outOfReach(maker.elements.pixels);
  show(choice, says.address);
  sayIfCut();
}

function made({ site, theme, height }) {
  const address = site ? `${folder}${site}/` : folder;
  const attributes = tag("parent-signpost", { site, theme, "fixed-height": height });
  const element = `${attributes}<a href="${escaped(address)}">${WORDS}</a></parent-signpost>`;
  const line = `${tag("script", { type: "module", src: `${folder}embed.js` })}</script>\n${element}`;
  const checked = { type: "module", src: folder + version, integrity, crossorigin: "anonymous" };
  const pinned = `${tag("script", checked)}</script>\n${element}`;
  const size = { width: "100%", height: height || "900", frameborder: "0" };
  const below = `<p><a href="${escaped(address)}">Open it in a page of its own</a></p>`;
  const frame = `${tag("iframe", { src: address, title: WORDS, ...size })}</iframe>\n${below}`;
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

/** How a name is typed by whoever remembers only how it sounds: without dots, apostrophes, accents and capitals. */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{Pd}/gu, " ").replace(/[^\p{L}\p{N}\s]/gu, "").toLowerCase();
}

/** Those whose name has all the words, in any order. What is chosen stays, so that typing never chooses. */
function narrow(words) {
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

/** The preview is no higher than a screen, and then scrolls where the page of the website would not. */
function sayIfCut() {
  const fits = maker.elements.height.value === "fit";
  find("cut").hidden = !fits || preview.scrollHeight <= preview.clientHeight;
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

/** Everything works here without the headers that other websites need: so the server is asked whether it sends them. */
async function ask() {
  const answers = await Promise.all(["embed.js", ""].map((file) => fetch(folder + file, { cache: "no-cache" })));
  if (!answers.every(({ ok }) => ok)) return;
  const [script, page] = answers.map(({ headers }) => headers);
  const wrong = [...unshared(script), ...unframed(page)];
  const lists = restrictions(page);
  if (!wrong.length && !lists.length) return;
  find("unsent-why").textContent = wrong.length || lists.some(isClosed)
    ? "This place does not send what websites need, so the code will not work there yet. Send this to whoever looks after the server:"
    : "This place lets only some websites show it. If yours is not among them, send this to whoever looks after the server:";
  find("headers").textContent = request([...wrong, ...lists.map(tooNarrow)]);
  find("unsent").hidden = false;
}

function unshared(headers) {
  const name = "Access-Control-Allow-Origin";
  if (headers.get(name) === "*") return [];
  return [`Missing, with every .js, .wasm, .txt and .css file:\n${name}: *`];
}

function unframed(headers) {
  const name = "X-Frame-Options";
  return headers.has(name) ? [`Too much, with every page:\n${name}: ${headers.get(name)}`] : [];
}

/** What a policy says about who may frame, where that is not everybody. Of several policies each one counts. */
function restrictions(headers) {
  const said = (headers.get("Content-Security-Policy") ?? "").split(/[;,]/).map((directive) => directive.trim());
  return said.filter((it) => /^frame-ancestors(\s|$)/i.test(it) && !it.split(/\s+/).includes("*"));
}

/** Whether no other website is named. */
function isClosed(directive) {
  return directive.split(/\s+/).slice(1).every((source) => source.startsWith("'"));
}

function tooNarrow(directive) {
  const name = "Content-Security-Policy";
  return `Too narrow, with every page:\n${name}: ${directive}\nIt needs, or the names of the websites in place of *:\n${name}: frame-ancestors *`;
}

function request(changes) {
  const help = "The folder docs/hosting of Parent Signpost has these headers ready for nginx, Apache, Caddy, Netlify, S3 and IIS.";
  return [`What the server sends for ${folder} has to change, or no other website can show it.`, ...changes, help].join("\n\n");
}

/** What is folded away is on paper, too. */
function unfold(all) {
  for (const part of document.querySelectorAll(all ? "details:not([open])" : "details[data-printed]")) {
    part.open = all;
    part.toggleAttribute("data-printed", all);
  }
}
