//! Twelve themes of websites that reach for everything on the page: the element stays whole, as high as what is in it, in
//! reach of a pointer, and with its Exit over everything.

use std::thread::sleep;

use serde_json::{Value, json};
use xtask::tools::Engine;

use crate::embedded::{FRAME, Website};
use crate::heights::{is_fitting, is_high_enough};
use crate::matrix::{Row, daily, every, row};
use crate::presses::DOUBLE;
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] =
    &[case("under twelve hostile themes the line is whole, as high as its screen and in reach", themes)];

/// A theme, and whether it leaves sizes as they are: a hand does not find its way through a page that is stretched.
struct Theme {
    styles: &'static str,
    is_plain: bool,
}

const fn plain(styles: &'static str) -> Theme {
    Theme { styles, is_plain: true }
}

const fn stretched(styles: &'static str) -> Theme {
    Theme { styles, is_plain: false }
}

const THEMES: [Row<Theme>; 12] = [
    daily("everything unset", plain("* { all: unset }")),
    row("big fonts", plain("* { font: 64px/3 serif !important; letter-spacing: .3em !important; text-indent: 2em }")),
    row(
        "from right to left",
        plain("html { direction: rtl } * { text-align: right !important; unicode-bidi: isolate }"),
    ),
    daily("no boxes", plain("body *:not(script) { display: contents }")),
    row(
        "moved and stretched",
        stretched(
            "body > * { transform: translate(4px, 6px) scale(.9); perspective: 500px; filter: contrast(1); contain: paint }",
        ),
    ),
    row("zoomed", stretched("body { zoom: 1.5 }")),
    row(
        "a sticky header",
        plain(
            "h1 { position: sticky; inset-block-start: 0; z-index: 2147483647; margin: 0; padding: 20px; background: #fff }",
        ),
    ),
    daily(
        "a cookie banner",
        plain(
            "label { position: fixed; inset: 0 0 auto 0; z-index: 2147483647; padding: 20px; background: #000; color: #fff }",
        ),
    ),
    daily(
        "small frames and boxes",
        plain(
            "iframe { max-width: 50%; height: 150px !important; display: none !important }\
             parent-signpost { max-height: 150px !important; height: 150px; overflow: hidden !important }",
        ),
    ),
    row(
        "nothing runs over",
        plain("body, body * { overflow: hidden !important; text-overflow: ellipsis; white-space: nowrap }"),
    ),
    row(
        "dark",
        plain(
            "html { color-scheme: dark } * { background: #000 !important; color: #fff !important; border: 3px solid #fff !important }",
        ),
    ),
    daily(
        "in the middle, and dead to pointers",
        plain(
            "* { pointer-events: none; user-select: none; cursor: wait; visibility: visible }\
             body { display: flex; flex-flow: column; align-items: center } div { display: grid; place-items: center }",
        ),
    ),
];

/// All in one page: the theme changes around what is open.
fn themes(visit: &mut Visit) {
    visit.open_questions(&Website::plain().with_head("<style id=\"theme\"></style>"));
    every(&THEMES, |theme| is_whole(visit, theme));
}

const DRESS: &str = "document.querySelector('#theme').textContent = arguments[0];\
    document.querySelector('parent-signpost').shadowRoot.querySelector('iframe')\
      .scrollIntoView({ behavior: 'instant', block: 'start' });\
    scrollBy({ top: -150, behavior: 'instant' });";

/// What is wrong around the frame: too narrow, or covered where it should be in reach; and the same of Exit, which is
/// looked for at every place at the top: no engine says of a page that is zoomed where a thing stands on the screen.
const AMISS: &str = r#"
const host = document.querySelector('parent-signpost');
const [frame, exit] = ['iframe', 'button'].map((it) => host.shadowRoot.querySelector(it));
const box = frame.getBoundingClientRect();
const ours = (x, y) => document.elementFromPoint(x, y) === host;
const amiss = [];
if (!shown(frame) || box.width < 280 || box.right < 100 || box.left > innerWidth - 100) amiss.push(`the frame is at ${JSON.stringify(box)}`);
const y = (Math.max(box.top, 130) + Math.min(box.bottom, innerHeight)) / 2;
for (const part of [.25, .5, .75]) {
  const x = box.left + box.width * part;
  const isOnScreen = x > 20 && x < innerWidth - 20;
  if (isOnScreen && !ours(x, y)) amiss.push(`at ${[x, y]} of ${[innerWidth, innerHeight]} is ${document.elementFromPoint(x, y)?.outerHTML.slice(0, 80)}`);
}
const across = Array.from({ length: innerWidth / 8 }, (_, place) => place * 8);
const isExit = (x, y) => ours(x, y) && host.shadowRoot.elementFromPoint(x, y) === exit;
const rows = Array.from({ length: 30 }, (_, place) => place * 4).filter((y) => across.some((x) => isExit(x, y)));
if (rows.length < 9) amiss.push(`Exit can be pressed only at ${rows}`);
const { backgroundColor, fontFamily } = getComputedStyle(exit);
if (backgroundColor !== 'rgb(255, 253, 250)' || !fontFamily.includes('system-ui')) amiss.push(`Exit looks ${backgroundColor} ${fontFamily}`);
return amiss;
"#;

/// WebKit stretches a frame with the page around it and not what is in it: there a page that is zoomed shows space below.
fn is_whole(visit: &mut Visit, theme: &Theme) {
    visit.in_top().script_with(DRESS, json!([theme.styles]));
    let fits = if theme.is_plain || visit.engine != Engine::WebKit { is_fitting } else { is_high_enough };
    visit.until_none(AMISS).in_frame(FRAME).until("the frame to fit", fits);
    let press = if theme.is_plain { tapped } else { pressed };
    press(visit, "Next");
    visit.see("What does your child enjoy").until("the frame to fit", fits);
    press(visit, "Back");
    visit.see("Who is your list for?").until("the frame to fit", fits);
}

/// Not so soon after the press before that WebKit takes both for one double-click, which does once what a click does.
fn tapped(visit: &mut Visit, label: &str) {
    if visit.engine == Engine::WebKit {
        sleep(DOUBLE);
    }
    visit.tap("button", label);
}

fn pressed(visit: &mut Visit, label: &str) {
    visit.rested().press(label);
}

impl Visit {
    /// Waits until a script finds nothing amiss, and fails with the last that it found.
    pub(crate) fn until_none(&mut self, script: &str) -> &mut Self {
        let amiss = |visit: &Self| visit.look(script);
        for _ in 0..MOST_LOOKS {
            if amiss(self) == json!([]) {
                return self;
            }
            self.breathe();
        }
        let found: Value = amiss(self);
        assert_eq!(found, json!([]));
        self
    }
}

const MOST_LOOKS: usize = 100;
