//! Scripts that look at a page as a person does: by what is shown, by role and by label, never by class.

/// Defines `shown(element)`, `name(element)`, `find(role, label)`, `fields(label)` and `deep(css)` for the scripts below.
/// Nothing is within reach that lies under an open dialog. `a >>> b` is what `b` finds in the shadow of `a`.
pub(crate) const LOOK: &str = r#"
const deep = (css) => css.split(' >>> ').reduce((from, part) => (from?.shadowRoot ?? from)?.querySelector(part), document);
const shown = (element) => element.checkVisibility ? element.checkVisibility({ visibilityProperty: true })
  : element.getClientRects().length > 0;
const text = (element) => (element.innerText ?? '').replace(/\s+/g, ' ').trim();
const name = (element) => text(element) || element.getAttribute('aria-label') || '';
const called = (field) => [...(field.labels ?? [])].map(text).join(' ') || name(field);
const matches = (element, label) => name(element) === label || name(element).startsWith(label)
  || element.getAttribute('aria-label') === label;
const ROLES = { button: 'button, [role=button]', link: 'a[href]', summary: 'summary', choice: 'label', heading: 'h1,h2,h3' };
const find = (role, label) => {
  const reach = document.querySelector('dialog:modal') ?? document;
  const all = [...reach.querySelectorAll(ROLES[role])].filter(shown).filter((element) => matches(element, label));
  return all.find((element) => name(element) === label) ?? all[0];
};
const fields = (label) => [...document.querySelectorAll('input, textarea, select')].filter(shown)
  .filter((field) => called(field).startsWith(label));
"#;

/// The heading of what is on the screen.
pub(crate) const HEADING: &str = "return text([...document.querySelectorAll('h1')].filter(shown)[0] ?? document.body);";

/// The questions on the screen, or what else it is called.
pub(crate) const HEADINGS: &str =
    "return [...document.querySelectorAll('h1, h2.question-title')].filter(shown).map((it) => text(it));";

/// Everything that can be read on the screen.
pub(crate) const TEXT: &str = "return document.body.innerText;";

/// Presses what has this role and label; says whether there was such a thing.
pub(crate) const PRESS: &str = "const found = find(arguments[0], arguments[1]); found?.click(); return Boolean(found);";

/// Brings what has this role and label into view as a person would, no further than needed, and gives its middle. A
/// link that goes over two lines is pressed on the first.
pub(crate) const AIM: &str = r#"
const found = arguments[0] === 'field' ? fields(arguments[1])[0] : find(arguments[0], arguments[1]);
if (!found) return null;
const middle = () => {
  const box = found.getClientRects()[0];
  return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
};
const free = () => found.contains(document.elementFromPoint(...middle()));
for (const block of ['nearest', 'center']) {
  if (!free()) found.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
}
return middle();
"#;

/// Scrolls the page around a frame until what is so far down in the frame is in view; gives the frame's corner.
pub(crate) const BRING_FRAME: &str = r#"
const frame = deep(arguments[0]);
const top = () => frame.getBoundingClientRect().top + frame.clientTop;
const at = top() + arguments[1];
if (at < 10 || at > innerHeight - 10) scrollBy({ top: at - innerHeight / 2, behavior: 'instant' });
return [Math.round(frame.getBoundingClientRect().left + frame.clientLeft), Math.round(top())];
"#;

/// Whether the keyboard is at what has this label.
pub(crate) const IS_FOCUSED: &str = r#"
const at = document.activeElement ?? document.body;
return document.hasFocus() && at !== document.body && called(at).startsWith(arguments[0]);
"#;

/// Whether everything that is open holds more than its heading.
pub(crate) const UNFOLDED: &str = "return [...document.querySelectorAll('details[open]')].every((it) => it.textContent.length > it.firstElementChild.textContent.length);";

/// Types into the field with this label.
pub(crate) const TYPE: &str = r#"
const label = [...document.querySelectorAll('label')].filter(shown).filter((it) => matches(it, arguments[0]))[arguments[2]];
const field = label?.querySelector('input, textarea, select');
if (!field) return false;
const of = field.tagName === 'SELECT' ? HTMLSelectElement : field.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
let value = arguments[1];
if (field.tagName === 'SELECT') value = [...field.options].find((option) => option.text === value)?.value ?? value;
Object.getOwnPropertyDescriptor(of.prototype, 'value').set.call(field, value);
field.dispatchEvent(new Event('input', { bubbles: true }));
field.dispatchEvent(new Event('change', { bubbles: true }));
return true;
"#;

/// The labels of everything ticked on the screen.
pub(crate) const TICKED: &str = r#"
return [...document.querySelectorAll('main label')].filter(shown)
  .filter((label) => label.querySelector('input:checked')).map(name);
"#;

/// Everything in storage, as one text.
pub(crate) const STORED: &str = r#"
try { return JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage }); } catch { return 'blocked'; }
"#;
