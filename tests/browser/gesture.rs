//! What a person's hands do: a real pointer and real keys, sent by the driver. `press` and `write` of a visit only
//! pretend, by script.

use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};
use xtask::tools::Engine;

use crate::page;
use crate::visit::Visit;

/// Keys that are no letters, as WebDriver writes them.
#[allow(dead_code, reason = "a list of keys is no shorter for lacking the one that the next test wants")]
pub(crate) mod keys {
    pub(crate) const TAB: &str = "\u{e004}";
    pub(crate) const ENTER: &str = "\u{e007}";
    pub(crate) const SHIFT: &str = "\u{e008}";
    pub(crate) const CONTROL: &str = "\u{e009}";
    pub(crate) const ESCAPE: &str = "\u{e00c}";
    pub(crate) const SPACE: &str = " ";
    pub(crate) const END: &str = "\u{e010}";
    pub(crate) const HOME: &str = "\u{e011}";
    pub(crate) const UP: &str = "\u{e013}";
    pub(crate) const DOWN: &str = "\u{e015}";
}

/// What presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pointer {
    /// A mouse, in every engine.
    Mouse,
    /// A finger, where the engine's driver has one.
    Finger,
}

/// The time between two presses of a double press, in milliseconds: a quick hand's.
const BETWEEN: u32 = 80;

/// How long a press lasts, in milliseconds.
const PRESSED: u32 = 20;

/// How often to look where something stands, and how long to wait in between.
const MOST_LOOKS: usize = 50;
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Answers when the page has been drawn.
const DRAWN: &str = "const done = arguments[arguments.length - 1];
    requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";

/// The most presses of Tab on the way to something.
const MOST_TABS: usize = 150;

impl Visit {
    /// Presses what has this role and label with a mouse, when the screen takes presses.
    pub(crate) fn tap(&mut self, role: &str, label: &str) -> &mut Self {
        self.rested().tap_at_once(role, label)
    }

    /// The same without waiting for a new screen to take presses.
    pub(crate) fn tap_at_once(&mut self, role: &str, label: &str) -> &mut Self {
        self.taps(Pointer::Mouse, role, label, 1)
    }

    /// Presses twice at the same place, as quickly as a double click.
    pub(crate) fn double_tap(&mut self, role: &str, label: &str) -> &mut Self {
        self.rested().taps(Pointer::Mouse, role, label, 2)
    }

    /// Presses with a finger.
    pub(crate) fn touch(&mut self, role: &str, label: &str) -> &mut Self {
        self.rested().taps(Pointer::Finger, role, label, 1)
    }

    /// Presses so many times at the same place, whatever comes to stand there in between.
    pub(crate) fn taps(&mut self, with: Pointer, role: &str, label: &str, times: usize) -> &mut Self {
        let spot = self.aim(role, label);
        self.session().act(with.presses(spot, times));
        self
    }

    /// Presses in the middle of what stands in the page itself, by its style: also in a shadow.
    pub(crate) fn tap_on(&mut self, css: &str) -> &mut Self {
        let middle = "const found = deep(arguments[0]);\
            found.scrollIntoView({ block: 'nearest', behavior: 'instant' });\
            const box = found.getBoundingClientRect();\
            return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];";
        let spot = Spot::of(&self.in_top().script_with(middle, json!([css]))).expect("a place");
        self.session().act(Pointer::Mouse.presses(spot, 1));
        self
    }

    /// Waits until the screen takes presses: a new one ignores them for a moment, since they were meant for the
    /// old one.
    pub(crate) fn rested(&mut self) -> &mut Self {
        let rests = "return window.signpost?.rests > performance.now()";
        self.until("the screen to take presses", |visit| visit.look(rests) == json!(false))
    }

    /// Types with real keys into what has the focus.
    pub(crate) fn type_keys(&mut self, text: &str) -> &mut Self {
        let keys: Vec<_> = text.chars().map(String::from).collect();
        self.press_keys(&keys.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Presses these keys one after the other; see [`keys`] for those that are no letters.
    pub(crate) fn press_keys(&mut self, keys: &[&str]) -> &mut Self {
        let strokes = keys.iter().flat_map(|key| [stroke("keyDown", key), stroke("keyUp", key)]);
        self.session().act(keyboard(strokes.collect()));
        self
    }

    /// Holds a key down while something is done.
    pub(crate) fn hold(&mut self, key: &str, what: impl FnOnce(&mut Self)) -> &mut Self {
        self.session().act(keyboard(vec![stroke("keyDown", key)]));
        what(self);
        self.session().act(keyboard(vec![stroke("keyUp", key)]));
        self
    }

    /// Holds Shift for longer than a tap, and nothing else.
    pub(crate) fn long_shift(&mut self) -> &mut Self {
        self.session().act(keyboard(vec![stroke("keyDown", keys::SHIFT), pause(700), stroke("keyUp", keys::SHIFT)]));
        self
    }

    /// Goes back one stop of the keyboard.
    pub(crate) fn shift_tab(&mut self) -> &mut Self {
        self.hold(keys::SHIFT, |visit| {
            visit.press_keys(&[keys::TAB]);
        })
    }

    /// Goes on by Tab until the keyboard is at what has this label.
    pub(crate) fn tab_to(&mut self, label: &str) -> &mut Self {
        self.go_to(label, |visit| visit.press_keys(&[keys::TAB]))
    }

    /// Goes back by Shift and Tab until the keyboard is at what has this label.
    pub(crate) fn tab_back_to(&mut self, label: &str) -> &mut Self {
        self.go_to(label, Self::shift_tab)
    }

    /// A new screen takes the focus as it is drawn, and nobody presses a key on it before.
    fn drawn(&self) {
        self.session().script_later(DRAWN, json!([]));
    }

    /// Past the last stop of a page the keyboard is at the browser's own buttons: nothing is found there.
    fn go_to(&mut self, label: &str, step: fn(&mut Self) -> &mut Self) -> &mut Self {
        self.drawn();
        for _ in 0..MOST_TABS {
            if self.script_with(page::IS_FOCUSED, json!([label])) == json!(true) {
                return self;
            }
            step(self);
        }
        panic!("no press of Tab leads to \"{label}\" on the screen \"{}\"", self.heading());
    }

    /// Goes to a list of choices by Tab and chooses by typing how the choice begins.
    pub(crate) fn choose(&mut self, label: &str, choice: &str) -> &mut Self {
        self.tab_to(label).type_keys(choice);
        let chosen =
            |visit: &Self| visit.script("return text(document.activeElement.selectedOptions[0])") == json!(choice);
        self.until(&format!("\"{choice}\" to be chosen"), chosen)
    }

    /// Where to press what has this role and label, once it stands still: a new screen may still be on its way to its
    /// heading.
    fn aim(&mut self, role: &str, label: &str) -> Spot {
        let mut before = None;
        for _ in 0..MOST_LOOKS {
            let spot = self.look_for(role, label);
            if before == Some(spot) {
                return spot;
            }
            before = Some(spot);
            sleep(BETWEEN_LOOKS);
        }
        panic!("the {role} \"{label}\" does not stand still on the screen \"{}\"", self.heading());
    }

    /// The middle of what has this role and label, after bringing it into view as a person would.
    fn look_for(&mut self, role: &str, label: &str) -> Spot {
        let spot = Spot::of(&self.script_with(page::AIM, json!([role, label])));
        let spot =
            spot.unwrap_or_else(|| panic!("there is no {role} \"{label}\" on the screen \"{}\"", self.heading()));
        match self.frame() {
            Some(frame) => self.through(&frame, spot),
            None => spot,
        }
    }

    /// Brings a spot of a frame into view in the page around it, and gives it as the driver wants it: Firefox counts
    /// from the frame's own corner, as the standard says, the others from that of the page.
    fn through(&mut self, frame: &str, spot: Spot) -> Spot {
        let corner = Spot::of(&self.in_top().script_with(page::BRING_FRAME, json!([frame, spot.y])));
        let corner = corner.expect("the corner of a frame");
        self.in_frame(frame);
        if self.engine == Engine::Firefox { spot } else { Spot { x: spot.x + corner.x, y: spot.y + corner.y } }
    }
}

/// A place in the window, in CSS pixels from the top left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Spot {
    x: i64,
    y: i64,
}

impl Spot {
    /// From what a script returned; none when it found nothing.
    fn of(pair: &Value) -> Option<Self> {
        Some(Self { x: pair.get(0)?.as_i64()?, y: pair.get(1)?.as_i64()? })
    }
}

impl Pointer {
    fn presses(self, Spot { x, y }: Spot, times: usize) -> Value {
        let press = |number: usize| {
            let before = if number == 0 { 0 } else { BETWEEN };
            [pause(before), button("pointerDown"), pause(PRESSED), button("pointerUp")]
        };
        let go = json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y });
        let actions: Vec<_> = [go].into_iter().chain((0..times).flat_map(press)).collect();
        let (id, kind) = if self == Self::Mouse { ("mouse", "mouse") } else { ("finger", "touch") };
        json!({ "type": "pointer", "id": id, "parameters": { "pointerType": kind }, "actions": actions })
    }
}

fn pause(milliseconds: u32) -> Value {
    json!({ "type": "pause", "duration": milliseconds })
}

fn button(kind: &str) -> Value {
    json!({ "type": kind, "button": 0 })
}

fn stroke(kind: &str, key: &str) -> Value {
    json!({ "type": kind, "value": key })
}

fn keyboard(strokes: Vec<Value>) -> Value {
    json!({ "type": "key", "id": "keyboard", "actions": strokes })
}
