// What was announced, and the lines of what can be read in what this style finds or in the dialog that is open, in reading
// order: words, an item of a list, an element to ask the browser about, or how many more there are; `within` is the place
// of the line in which it stands. page.rs has `shown` and `text`.

/** What stands in a line of its own, and the browser is asked about. */
const TOLD = "a[href], button, summary, input, select, textarea, h1, h2, h3, h4, h5, h6, fieldset, ul, ol, header, main, "
  + "footer, nav, section, article, dialog, [role], [aria-label], [aria-labelledby], [aria-current]";
/** What is named by what it holds: it is not read a second time. */
const WHOLE = "a[href], button, input, select, textarea, h1, h2, h3, h4, h5, h6";
/** Words that are the name of something else. */
const NAMES = "label, legend, summary";
/** Of these, where many stand together, only the first few lines are read. A card is long alone. */
const ALIKE = "li, label, fieldset, details, dl > div";
const FEW_LINES = 8;
const many = (it) => it.matches(".card") ? 2 : it.matches("details") ? 8 : 4;

const lines = [];
let words = "";

const isRead = (it) => shown(it) && it.getAttribute("aria-hidden") !== "true";
const add = (line) => lines.push(line) - 1;

/** Words before this are a line. */
function say(within) {
  const says = words.replace(/\s+/g, " ").trim();
  words = "";
  if (says) add({ within, says });
}

function value(it) {
  if (it.tagName === "SELECT") return text(it.selectedOptions[0]);
  return /^(text|date|time|textarea)$/.test(it.type) ? it.value : "";
}

function described(it) {
  const ids = (it.getAttribute("aria-describedby") ?? "").split(" ");
  return [it.title, ...ids.map((id) => document.getElementById(id)).filter(Boolean).map(text)].filter(Boolean);
}

function states(it) {
  return [
    it === document.activeElement && "focus",
    it.tagName === "SUMMARY" && (it.parentElement.open ? "open" : "folded"),
    { true: "open", false: "folded" }[it.getAttribute("aria-expanded")],
    { true: "pressed", false: "not pressed" }[it.getAttribute("aria-pressed")],
    it.checked && "checked",
    it.disabled && "disabled",
    it.readOnly && "read only",
    it.required && "required",
    it.getAttribute("aria-invalid") === "true" && "invalid",
    it.hasAttribute("aria-current") && "current",
    value(it) && `says "${value(it)}"`,
    ...described(it).map((by) => `and also "${by}"`),
  ].filter(Boolean);
}

function thing(it, within) {
  const kind = it.tagName === "INPUT" ? it.type : it.tagName.toLowerCase();
  const items = [...it.children].filter((child) => child.tagName === "LI" && isRead(child)).length;
  return { within, element: it, kind, level: it.tagName[1], items, value: value(it), states: states(it) };
}

/** Says of each child whether it is one too many. */
function limit(node) {
  const alike = [...node.children].filter((it) => it.matches(ALIKE) && isRead(it));
  const begun = {};
  return (child) => {
    if (!alike.includes(child)) return false;
    begun[child.tagName] ??= lines.length;
    const together = alike.filter((it) => it.tagName === child.tagName).length;
    return together >= many(child) && lines.length - begun[child.tagName] >= FEW_LINES;
  };
}

/** What stands behind a summary stands in it. */
function readAll(node, within, unsaid) {
  const isTooMuch = limit(node);
  let more;
  for (const child of node.childNodes) {
    if (isTooMuch(child)) {
      more ??= lines[add({ within, more: 0 })];
      more.more += 1;
    } else {
      const at = read(child, within, unsaid);
      if (child.tagName === "SUMMARY") within = at;
    }
  }
}

function read(node, within, unsaid) {
  if (node.nodeType === Node.TEXT_NODE) words += unsaid ? "" : node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || !isRead(node)) return undefined;
  const isTold = node.matches(TOLD);
  const isApart = isTold || !getComputedStyle(node).display.startsWith("inline");
  if (isApart) say(within);
  const at = isTold ? add(thing(node, within)) : node.tagName === "LI" ? add({ within, item: true }) : within;
  if (!node.matches(WHOLE)) readAll(node, at, unsaid || node.matches(NAMES));
  if (isApart) say(at);
  return at;
}

const open = document.querySelectorAll("dialog:modal");
for (const it of open.length ? open : document.querySelectorAll(arguments[0])) read(it);
return [window.announced.splice(0), lines];
