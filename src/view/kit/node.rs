//! HTML, element by element. A node stands in the page's own tree from the moment that it is made: nothing is collected
//! first and drawn later, and nothing is there that draws nothing. Every element has the same type here, so that the
//! widget carries the code for one kind of element instead of one for each place where an element stands.
//!
//! What is live is a closure. All that is live in one piece of the page is looked at again when anything has changed that
//! any of it read, and goes with that piece, as do its listeners. A button passes over the second press of a double-click,
//! and every field keeps to itself what is typed into it: both are written once, here.

use std::cell::RefCell;
use std::mem::forget;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Weak};

use leptos::prelude::*;
use leptos::reactive::graph::{AnySource, AnySubscriber, ReactiveNode, Subscriber, WithObserver};
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::Element;
use send_wrapper::SendWrapper;

use crate::hear::{self, Listener};

pub use crate::hear::Happening;

/// Where the names of pictures are known.
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element of the page, by a handle.
pub struct Node(Element);

/// An element of this name.
pub fn tag(name: &'static str) -> Node {
    Node(Rndr::create_element(name, None))
}

/// An element of this name and class.
pub fn block(name: &'static str, class: &'static str) -> Node {
    tag(name).attr("class", class)
}

/// A line or a form of a picture.
pub fn shape(name: &'static str) -> Node {
    Node(Rndr::create_element(name, Some(SVG)))
}

/// A button that does something when it is pressed.
pub fn button(class: &'static str, label: impl AsRef<str>, mut pressed: impl FnMut() + 'static) -> Node {
    let press = move |happening| {
        if !hear::is_repeated(&happening) {
            pressed();
        }
    };
    block("button", class).attr("type", "button").text(label).on("click", press)
}

/// The button that leaves the page. boot.js listens to it, so that it works also where nothing else does any more.
pub fn exit(label: &str) -> Node {
    block("button", "button exit").attr("type", "button").attr("data-exit", "").text(label)
}

/// A field that a parent types or chooses in. What stands in it is nobody's business but this page's: the browser is
/// not to send it away to have its spelling checked or its sentences written, nor to remember it.
pub fn field(name: &'static str) -> Node {
    let silent =
        [("autocomplete", "off"), ("autocorrect", "off"), ("spellcheck", "false"), ("writingsuggestions", "false")];
    silent.into_iter().fold(tag(name), |field, (attribute, value)| field.attr(attribute, value))
}

impl Node {
    /// An attribute.
    pub fn attr(self, name: &'static str, value: impl AsRef<str>) -> Self {
        Rndr::set_attribute(&self.0, name, value.as_ref());
        self
    }

    /// An attribute that changes.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        self.live_words(Box::new(value), move |element, value| Rndr::set_attribute(element, name, value))
    }

    /// An attribute that says whether something is so, for whoever hears the page.
    pub fn live_flag(self, name: &'static str, is_so: impl Fn() -> bool + 'static) -> Self {
        self.live_attr(name, move || if is_so() { "true" } else { "false" }.to_owned())
    }

    /// A state that changes and is no attribute, such as `checked`. It is set again whenever anything has changed: the
    /// parent may have changed it, too.
    pub fn state(self, name: &'static str, is_on: impl Fn() -> bool + 'static) -> Self {
        let element = self.0.clone();
        look(Box::new(move || Rndr::set_property(&element, name, &is_on().into())));
        self
    }

    /// What stands in a field at first.
    pub fn value(self, value: String) -> Self {
        Rndr::set_property(&self.0, "value", &value.into());
        self
    }

    /// What a list stands at, whenever anything has changed.
    pub fn live_value(self, value: impl Fn() -> String + 'static) -> Self {
        let element = self.0.clone();
        look(Box::new(move || Rndr::set_property(&element, "value", &value().into())));
        self
    }

    /// Calls back with what stands in the field when this happens to it.
    pub fn on_value(self, event: &'static str, mut changed: impl FnMut(String) + 'static) -> Self {
        self.on(event, move |happening| changed(hear::value(&happening)))
    }

    /// Calls back when this happens.
    pub fn on(self, event: &'static str, happened: impl FnMut(Happening) + 'static) -> Self {
        listen(&self.0, event, Box::new(happened));
        self
    }

    /// Text.
    pub fn text(self, text: impl AsRef<str>) -> Self {
        write(&self.0, text.as_ref());
        self
    }

    /// Text that changes. It is set on the element, not on a node inside it: a browser that translates the page puts
    /// other nodes there.
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        self.live_words(Box::new(text), |element, text| Rndr::set_property(element, "textContent", &text.into()))
    }

    /// A child.
    pub fn with(self, child: Node) -> Self {
        Rndr::insert_node(&self.0, &child.0, None);
        self
    }

    /// Any number of children.
    pub fn with_all(self, children: impl IntoIterator<Item = Node>) -> Self {
        children.into_iter().fold(self, Self::with)
    }

    /// What it holds is made again when what it is made of has become something else. It is new then, down to the last
    /// node, and not the old one with other words: a browser that translates the page has put its own nodes in place of
    /// those that held the words. What is read in making it is read once.
    pub fn live<T: PartialEq + 'static>(
        self,
        read: impl Fn() -> T + 'static,
        fill: impl Fn(Node, &T) -> Node + 'static,
    ) -> Self {
        let (element, owner, mut shown) = (self.0.clone(), Owner::new(), None);
        look(Box::new(move || {
            let now = read();
            if shown.as_ref() != Some(&now) {
                refill(&owner, &element, &|node| fill(node, &now));
                shown = Some(now);
            }
        }));
        self
    }

    /// What it holds is made again whenever its piece looks: when anything has changed that this or another part of the
    /// piece reads.
    pub fn live_always(self, read: impl Fn() + 'static, fill: impl Fn(Node) -> Node + 'static) -> Self {
        let (element, owner) = (self.0.clone(), Owner::new());
        look(Box::new(move || {
            read();
            refill(&owner, &element, &fill);
        }));
        self
    }

    /// What it folds away is made when it is opened for the first time, and stays: most of it is never looked at.
    pub fn folds(self, fill: impl FnOnce(Node) -> Node + 'static) -> Self {
        self.folds_away(Box::new(fill))
    }

    fn folds_away(self, fill: Box<dyn FnOnce(Node) -> Node>) -> Self {
        let (element, owner) = (self.0.clone(), Owner::current().map(|owner| owner.downgrade()));
        let mut fill = Some(fill);
        self.on("toggle", move |_| {
            if let (Some(fill), Some(owner)) = (fill.take(), owner.as_ref().and_then(|owner| owner.upgrade())) {
                owner.with(|| piece(|| fill(Node(element.clone()))));
            }
        })
    }

    /// Words are shown again only when they are other words: a screen reader may say them each time.
    fn live_words(self, words: Box<dyn Fn() -> String>, show: impl Fn(&Element, &str) + 'static) -> Self {
        let (element, mut shown) = (self.0.clone(), None);
        look(Box::new(move || {
            let now = Some(words());
            if shown != now {
                show(&element, now.as_deref().unwrap_or_default());
                shown = now;
            }
        }));
        self
    }
}

/// What this makes stands in this element from now on, as long as the page: the root of all pieces. It is what Leptos's own
/// `mount` does, without the executor that it starts: nothing here waits for anything.
pub fn mount<T: IntoIterator<Item = Node>>(stage: Element, make: impl FnOnce() -> T) {
    let owner = Owner::new();
    owner.with(|| Node(stage).with_all(piece(make)));
    forget(owner);
}

/// A piece of the page: a screen, the notices, what was folded away.
struct Piece {
    looks: Vec<Box<dyn FnMut()>>,
    listeners: Vec<Listener>,
}

impl Piece {
    const EMPTY: Self = Self { looks: Vec::new(), listeners: Vec::new() };

    /// Looks at all that is live in it.
    fn look(&mut self) {
        self.looks.iter_mut().for_each(|look| look());
    }

    /// Looks now, and again whenever what any of it read has changed, and listens, for as long as it stands there.
    fn stand(self) {
        if !self.looks.is_empty() || !self.listeners.is_empty() {
            let piece = SendWrapper::new(RefCell::new(self));
            let again = AtomicBool::new(false);
            let standing = Arc::new_cyclic(|this| Standing { piece, again, this: this.clone() });
            standing.mark_dirty();
            on_cleanup(move || drop(standing));
        }
    }
}

/// A piece that stands in the page. It looks before whoever told of a change goes on, and not when the browser next has
/// time: what a parent pressed is answered while the press is heard. What is told while it looks makes it look once more.
struct Standing {
    piece: SendWrapper<RefCell<Piece>>,
    again: AtomicBool,
    this: Weak<Self>,
}

impl ReactiveNode for Standing {
    fn mark_dirty(&self) {
        self.again.store(true, Relaxed);
        let Ok(mut piece) = self.piece.try_borrow_mut() else { return };
        let this: Weak<dyn Subscriber + Send + Sync> = self.this.clone();
        let this = AnySubscriber(self.this.as_ptr() as usize, this);
        while self.again.swap(false, Relaxed) {
            this.with_observer(|| piece.look());
        }
    }

    fn mark_check(&self) {
        self.mark_dirty();
    }

    fn mark_subscribers_check(&self) {}

    fn update_if_necessary(&self) -> bool {
        false
    }
}

/// Views read triggers alone. A trigger lets go of whoever read it as it tells them, so nothing is to be remembered here; a
/// signal would keep every piece that is gone.
impl Subscriber for Standing {
    fn add_source(&self, _: AnySource) {}

    fn clear_sources(&self, _: &AnySubscriber) {}
}

thread_local! {
    /// The piece that is being made.
    static PIECE: RefCell<Piece> = const { RefCell::new(Piece::EMPTY) };
}

/// Makes a piece of the page.
fn piece<T>(make: impl FnOnce() -> T) -> T {
    let around = PIECE.replace(Piece::EMPTY);
    let made = make();
    PIECE.replace(around).stand();
    made
}

/// Something live in the piece that is being made.
fn look(look: Box<dyn FnMut()>) {
    PIECE.with_borrow_mut(|piece| piece.looks.push(look));
}

/// Listens for as long as the piece stands there that is being made.
fn listen(element: &Element, event: &'static str, happened: Box<dyn FnMut(Happening)>) {
    let listener = Listener::new(element, event, happened);
    PIECE.with_borrow_mut(|piece| piece.listeners.push(listener));
}

/// The piece that stood there ends, and another one begins.
fn refill(owner: &Owner, element: &Element, fill: &dyn Fn(Node) -> Node) {
    owner.with_cleanup(|| {
        Rndr::clear_children(element);
        untrack(|| piece(|| fill(Node(element.clone()))));
    });
}

/// No node stands for no words.
fn write(element: &Element, text: &str) {
    if !text.is_empty() {
        Rndr::insert_node(element, &Rndr::create_text_node(text), None);
    }
}
