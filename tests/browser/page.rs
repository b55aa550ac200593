//! Scripts that look at a page as a person does: by what is shown, by role and by label, never by class.

/// Defines `shown(element)`, `name(element)` and `find(roles, label)` for the scripts below.
pub(crate) const LOOK: &str = r#"
const shown = (element) => element.checkVisibility ? element.checkVisibility({ visibilityProperty: true })
  : element.getClientRects().length > 0;
const text = (element) => (element.innerText ?? '').replace(/\s+/g, ' ').trim();
const name = (element) => text(element) || element.getAttribute('aria-label') || '';
const matches = (element, label) => name(element) === label || name(element).startsWith(label)
  || element.getAttribute('aria-label') === label;
const ROLES = { button: 'button, [role=button]', link: 'a[href]', summary: 'summary', choice: 'label', heading: 'h1,h2,h3' };
const find = (role, label) => {
  const all = [...document.querySelectorAll(ROLES[role])].filter(shown).filter((element) => matches(element, label));
  return all.find((element) => name(element) === label) ?? all[0];
};
"#;

/// The heading of what is on the screen.
pub(crate) const HEADING: &str = "return text([...document.querySelectorAll('h1')].filter(shown)[0] ?? document.body);";

/// Everything that can be read on the screen.
pub(crate) const TEXT: &str = "return document.body.innerText;";

/// Presses what has this role and label; says whether there was such a thing.
pub(crate) const PRESS: &str = "const found = find(arguments[0], arguments[1]); found?.click(); return Boolean(found);";

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
