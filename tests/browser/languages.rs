//! Every kind of screen in two languages that are made of English: nothing is left in English, nothing is cut, and
//! nothing faces the wrong way. What holds here needs nothing but words in any other language.

use std::fs;

use serde_json::{Value, json};
use signpost_author::languages::{ACCENTED, Language, MIRRORED};
use xtask::tools::Engine;

use crate::accessibility::fits;
use crate::pages::{CONTENT, pages_in_order};
use crate::visit::Visit;
use crate::{Case, case, workspace};

pub(crate) const CASES: &[Case] = &[
    case("in a language that is longer, no screen is left in English or cut", |visit| every_screen(visit, ACCENTED))
        .daily_in(Engine::Chromium),
    case(
        "in a language that begins on the right, no screen is left in English, cut or facing the wrong way",
        |visit| {
            every_screen(visit, MIRRORED);
        },
    )
    .daily_in(Engine::WebKit),
    case("in other languages, nothing that goes wrong is told in English", |visit| {
        troubles(visit, ACCENTED);
        troubles(visit, MIRRORED);
    }),
    case("in other languages, the pages without script are not in English either", |visit| {
        every_page(visit, ACCENTED);
        every_page(visit, MIRRORED);
    })
    .daily_in(Engine::Firefox),
    case("what is answered in one language can be read in another", changed_language),
];

/// What the tests type, in one direction and the other.
const NAMES: [&str; 2] = ["Ada", "ليلى"];
const NOTE: &str = "Please speak slowly.";

/// The most screens that the questions may have.
const MOST_SCREENS: usize = 160;

/// What is wrong with what can be seen: words in English, words that are cut, elements that face the wrong way.
const WRONG: &str = r#"
const [direction, own] = arguments;
const visible = (element) => shown(element) && !element.closest('.paper-words, script, style, title');
const foreign = (words) => own.reduce((rest, one) => rest.split(one).join(' '), words)
  .replace(/[\w-]+(\.[\w-]+)+\S*|\S+@\S+/g, ' ');
const english = (words) => /[A-Za-z]/.test(foreign(words));
const wrong = [];
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const { data, parentElement } = walk.currentNode;
  const seen = parentElement.tagName === 'OPTION' ? visible(parentElement.parentElement) : visible(parentElement);
  // Another language is called by its own name.
  if (seen && !parentElement.closest('[hreflang]') && english(data)) wrong.push(`English: ${data.trim().slice(0, 80)}`);
}
for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    const words = element.getAttribute(name) ?? '';
    if (shown(element) && english(words)) wrong.push(`English in ${name}: ${words.slice(0, 80)}`);
  }
}
if (english(document.title)) wrong.push(`English: ${document.title}`);
const width = document.documentElement.clientWidth;
for (const element of [...document.querySelectorAll('body *')].filter(shown)) {
  const [style, box] = [getComputedStyle(element), element.getBoundingClientRect()];
  if (box.width <= 1 || box.bottom <= 0 || element.closest('.shell-skip, .skip-link, svg')) continue;
  const what = `${element.tagName}.${element.className} ${text(element).slice(0, 60)}`;
  if (/hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth) wrong.push(`cut: ${what}`);
  if (box.right > width + 0.5 || box.left < -0.5) wrong.push(`off the screen: ${what}`);
  if (!element.closest('[dir=auto], [hreflang]') && style.direction !== direction) wrong.push(`faces ${style.direction}: ${what}`);
}
const comesFirst = (one, other) => direction === 'rtl' ? one.right > other.right : one.left < other.left;
const boxes = (elements) => elements.filter(shown).map((it) => it.getBoundingClientRect());
for (const row of [...document.querySelectorAll('.ways, .list-next, .start-go, .start-bar, .marks, .shell-bar, .shell-foot-row, nav ul')].filter(shown)) {
  const [first, second] = boxes([...row.children]);
  const beside = first && second && Math.abs(first.top + first.height / 2 - second.top - second.height / 2) < 4;
  if (beside && !comesFirst(first, second)) wrong.push(`in the wrong order: ${row.className}`);
}
for (const choice of document.querySelectorAll('.choice')) {
  const [box, label] = boxes([...choice.children]);
  if (box && label && !comesFirst(box, label)) wrong.push(`a box on the wrong side: ${text(choice).slice(0, 60)}`);
}
return [...new Set(wrong)].slice(0, 8);
"#;

/// Opens all that is folded away, also what comes when it is opened.
const UNFOLD: &str = "document.querySelectorAll('details').forEach((it) => { it.open = true; });";

/// Ticks the first choice of every group, and writes into every field for words.
const ANSWER: &str = r#"
const groups = new Set();
for (const box of document.querySelectorAll('main input[type=radio], main input[type=checkbox]')) {
  if (!box.closest('.month-bands') && !groups.has(box.name)) {
    groups.add(box.name);
    if (!box.checked) box.click();
  }
}
for (const area of document.querySelectorAll('main textarea')) put(area, arguments[0]);
"#;

/// Puts a value into a field, as somebody who types or chooses.
const PUT: &str = r#"
const put = (field, value) => {
  const of = { SELECT: HTMLSelectElement, TEXTAREA: HTMLTextAreaElement, INPUT: HTMLInputElement }[field.tagName];
  Object.getOwnPropertyDescriptor(of.prototype, 'value').set.call(field, value);
  for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
};
"#;

impl Visit {
    /// Presses what this selector finds first.
    pub(crate) fn press_first(&mut self, css: &str) -> &mut Self {
        let pressed = self.script_with(
            "const found = document.querySelector(arguments[0]); found?.click(); return Boolean(found);",
            json!([css]),
        );
        assert_eq!(pressed, json!(true), "there is no {css} on the screen \"{}\"", self.heading());
        self
    }

    /// Waits until this selector finds something that is shown.
    pub(crate) fn comes(&mut self, css: &str) -> &mut Self {
        let script = format!("return [...document.querySelectorAll('{css}')].some(shown)");
        self.until(css, |visit| visit.look(&script) == json!(true))
    }

    pub(crate) fn put(&mut self, css: &str, place: usize, value: &str) -> &mut Self {
        let script = format!("{PUT} put(document.querySelectorAll(arguments[0])[arguments[1]], arguments[2]);");
        self.script_with(&script, json!([css, place, value]));
        self
    }

    fn unfold_everything(&mut self) -> &mut Self {
        for _ in 0..3 {
            self.script(UNFOLD);
            self.breathe();
        }
        self
    }
}

/// A language, and what stays as it is in it.
struct Reader {
    language: Language,
    direction: &'static str,
    own: Vec<String>,
}

impl Reader {
    fn of(language: Language) -> Self {
        let direction = if language.right_to_left { "rtl" } else { "ltr" };
        let contacts =
            CONTENT.supports().flat_map(|(_, support)| support.contacts.iter().chain(support.also.iter().flatten()));
        let words = contacts.map(|contact| contact.word.clone()).filter(|word| !word.is_empty());
        let mut own: Vec<String> =
            words.chain(NAMES.map(str::to_owned)).chain([NOTE.to_owned()]).chain(figures()).collect();
        own.sort_by_key(|own| std::cmp::Reverse(own.len()));
        own.dedup();
        Self { language, direction, own }
    }

    fn address(&self, page: &str) -> String {
        format!("{}/{page}", self.language.name)
    }

    fn sees_nothing_wrong(&self, visit: &Visit) {
        let wrong = visit.script_with(WRONG, json!([self.direction, self.own]));
        assert_eq!(wrong, json!([]), "on the screen \"{}\"", visit.heading());
        fits(visit);
    }

    /// The same when all is unfolded.
    fn sees_nothing_wrong_in_all(&self, visit: &mut Visit) {
        visit.unfold_everything();
        self.sees_nothing_wrong(visit);
    }
}

/// Amounts and dates, as they stand in every language.
fn figures() -> Vec<String> {
    let file = fs::read_to_string(workspace().join("content/figures.toml")).expect("the figures");
    let text = |line: &str| line.strip_prefix("text = \"")?.strip_suffix('"').map(str::to_owned);
    file.lines().filter_map(text).collect()
}

fn says_which_it_is(visit: &Visit, reader: &Reader) {
    let said = visit.script("const { lang, dir } = document.documentElement; return [lang, dir]");
    assert_eq!(said, json!([reader.language.tag, reader.direction]));
}

fn every_screen(visit: &mut Visit, language: Language) {
    let reader = Reader::of(language);
    visit.open_at(&reader.address("")).ready().session().resize(360);
    says_which_it_is(visit, &reader);
    reader.sees_nothing_wrong(visit);
    reader.sees_nothing_wrong_in_all(visit);
    visit.press_first("#start").comes(".children");
    names(visit, &reader);
    questions(visit, &reader);
    the_list(visit, &reader);
    visit.session().resize(1280);
    reader.sees_nothing_wrong(visit);
    visit.press_first(".list-next .main").comes(".sheet");
    visit.put("main textarea", 0, NOTE).comes(".paper-words");
    reader.sees_nothing_wrong_in_all(visit);
    visit.session().resize(360);
    reader.sees_nothing_wrong(visit);
    everything(visit, &reader);
}

/// Two children, and a month without its year.
fn names(visit: &mut Visit, reader: &Reader) {
    visit.press_first(".children-add").comes(".children li:nth-child(2)");
    for (place, name) in NAMES.into_iter().enumerate() {
        visit.put(".child-name input", place, name);
    }
    visit.put(".month-part select", 0, "3").press_first(".ways .main").comes(".month-trouble:not(:empty)");
    reader.sees_nothing_wrong_in_all(visit);
    visit.put(".month-part select", 1, "2020").put(".month-part select", 2, "3").put(".month-part select", 3, "2025");
    let before = visit.heading();
    visit.press_first(".ways .main").until("the first question", |visit| visit.heading() != before);
}

/// Every question that these answers lead to, and every door.
fn questions(visit: &mut Visit, reader: &Reader) {
    let mut seen = 0;
    while visit.script("return Boolean(document.querySelector('.list'))") == json!(false) {
        reader.sees_nothing_wrong_in_all(visit);
        visit.script_with(&format!("{PUT}{ANSWER}"), json!([NOTE]));
        let before = (visit.heading(), visit.text());
        visit.press_first(".ways .main").until("the next screen", |visit| (visit.heading(), visit.text()) != before);
        seen += 1;
        assert!(seen < MOST_SCREENS, "the list never came");
    }
    assert!(seen > 30, "only {seen} screens");
}

fn the_list(visit: &mut Visit, reader: &Reader) {
    visit.comes(".cards");
    reader.sees_nothing_wrong(visit);
    reader.sees_nothing_wrong_in_all(visit);
    visit.press_first(".mark");
    reader.sees_nothing_wrong(visit);
}

/// All support, and the dialog over it.
fn everything(visit: &mut Visit, reader: &Reader) {
    visit.press_first(".shell-foot-row .button:nth-child(1)").comes(".everything");
    reader.sees_nothing_wrong(visit);
    reader.sees_nothing_wrong_in_all(visit);
    visit.press_first(".shell-foot-row .button:nth-child(2)").comes("#forget");
    reader.sees_nothing_wrong(visit);
    visit.press_first("#forget-no");
}

/// Objects of the page, which lie behind `wrappedJSObject` in Firefox.
const PAGE: &str = "const page = window.wrappedJSObject ?? window;";

fn troubles(visit: &mut Visit, language: Language) {
    let reader = Reader::of(language);
    visit.open_at(&reader.address("")).ready().session().resize(360);
    visit.script("sessionStorage.setItem('parent-signpost', '{{{ not a record')");
    visit.reload();
    visit.ready();
    reader.sees_nothing_wrong(visit);
    visit.press_first("#start").comes(".children").put(".child-name input", 0, NAMES[0]);
    visit.script(&format!("{PAGE} page.signpost.notPrinted(); page.signpost.notOpened(); page.signpost.missing();"));
    visit.comes(".notice + .notice");
    reader.sees_nothing_wrong(visit);
    visit.script(&format!("{PAGE} page.signpost.crashed();"));
    visit.comes("#crash");
    reader.sees_nothing_wrong(visit);
    visit.script("sessionStorage.clear()");
}

fn every_page(visit: &mut Visit, language: Language) {
    let reader = Reader::of(language);
    for name in pages_in_order() {
        visit.open_at(&reader.address(name)).session().resize(360);
        says_which_it_is(visit, &reader);
        reader.sees_nothing_wrong(visit);
        visit.session().resize(1280);
        reader.sees_nothing_wrong(visit);
    }
    let paths = visit.script("return [...document.querySelectorAll('nav a')].map((it) => new URL(it.href).pathname)");
    let inside =
        |path: &Value| path.as_str().is_some_and(|path| path.starts_with(&format!("/{}/", reader.language.name)));
    assert!(paths.as_array().is_some_and(|paths| paths.len() == 4 && paths.iter().all(inside)), "{paths}");
}

/// English that begins on the left is wrong in every way for whoever reads from the right.
fn looks_closely(visit: &Visit) {
    let reader = Reader::of(MIRRORED);
    let wrong =
        visit.script_with(&WRONG.replace(".slice(0, 8)", ""), json!([reader.direction, reader.own])).to_string();
    for found in
        ["English: Next", "English in aria-label", "faces ltr", "in the wrong order", "a box on the wrong side"]
    {
        assert!(wrong.contains(found), "{found} was not found");
    }
}

/// Answers are ids: the same in every language.
fn changed_language(visit: &mut Visit) {
    visit.start().name_child("Ada").next().answer("What does Ada enjoy", &["Music or dance"]);
    visit.unfold("Your answers").see("Music or dance");
    looks_closely(visit);
    visit.open_at(&Reader::of(MIRRORED).address("")).ready().press_first("#start").comes(".question");
    visit.script(UNFOLD);
    let label = MIRRORED.says("Music or dance");
    visit.comes(".answers-one").see(&label);
    visit.open_ready().press_link("Carry on").unfold("Your answers").see("Music or dance");
}
