//! HTML, tag by tag. Every element has the same type here, so that the widget carries the code for one kind of
//! element instead of one for each place where an element stands; that halves what a phone has to download.
//! What is live is a closure: it runs again when what it read has changed. A button that changes the screen passes over
//! the second press of a double-click, and every field keeps to itself what is typed into it: both are written once, here.

use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, Mutex};

use leptos::either::Either;
use leptos::ev::Custom;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::tachys::reactive_graph::SharedReactiveFunction;

use crate::hear;

pub use crate::hear::Happening;

/// An element that is being put together.
pub struct Tag {
    name: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of this name.
pub fn tag(name: &'static str) -> Tag {
    Tag { name, attributes: Vec::new(), children: Vec::new() }
}

/// An element of this name and class.
pub fn block(name: &'static str, class: &'static str) -> Tag {
    tag(name).attr("class", class)
}

/// A button that does something when it is pressed.
pub fn button(class: &'static str, label: impl Into<String>, mut pressed: impl FnMut() + 'static) -> Tag {
    let press = move |happening| {
        if !hear::is_repeated(&happening) {
            pressed();
        }
    };
    block("button", class).attr("type", "button").text(label).on("click", press)
}

/// The button that leaves the page. boot.js listens to it, so that it works also where nothing else does any more.
pub fn exit(label: &str) -> Tag {
    block("button", "button exit").attr("type", "button").attr("data-exit", "").text(label)
}

/// A field that a parent types or chooses in. What stands in it is nobody's business but this page's: the browser is
/// not to send it away to have its spelling checked or its sentences written, nor to remember it.
pub fn field(name: &'static str) -> Tag {
    let silent =
        [("autocomplete", "off"), ("autocorrect", "off"), ("spellcheck", "false"), ("writingsuggestions", "false")];
    silent.into_iter().fold(tag(name), |field, (attribute, value)| field.attr(attribute, value))
}

/// A view that is made again when what it read has changed. It is new then, down to its last node, and not the old one
/// with other words: a browser that translates the page has put its own nodes in place of those that held the words.
pub fn live(make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let turn = AtomicBool::new(false);
    let make = move || if turn.fetch_xor(true, Relaxed) { Either::Left(make()) } else { Either::Right(make()) };
    shared(make).into_any()
}

impl Tag {
    /// An attribute.
    pub fn attr(self, name: &'static str, value: impl Into<String>) -> Self {
        self.with_attribute(custom_attribute(name, value.into()).into_any_attr())
    }

    /// An attribute that changes.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> String + Send + 'static) -> Self {
        self.with_attribute(custom_attribute(name, shared(value)).into_any_attr())
    }

    /// A state that changes and is no attribute, such as `checked`.
    pub fn state(self, name: &'static str, is_on: impl Fn() -> bool + Send + 'static) -> Self {
        self.with_attribute(prop(name, shared(is_on)).into_any_attr())
    }

    /// What stands in a field at first.
    pub fn value(self, value: String) -> Self {
        self.with_attribute(prop("value", value).into_any_attr())
    }

    /// What a list stands at, whenever that changes.
    pub fn live_value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.with_attribute(prop("value", shared(value)).into_any_attr())
    }

    /// Calls back with what stands in the field when this happens to it.
    pub fn on_value(self, event: &'static str, mut changed: impl FnMut(String) + 'static) -> Self {
        self.on(event, move |happening| changed(hear::value(&happening)))
    }

    /// Calls back when this happens.
    pub fn on(self, event: &'static str, happened: impl FnMut(Happening) + 'static) -> Self {
        let happened: Box<dyn FnMut(Happening)> = Box::new(happened);
        self.with_attribute(on(Custom::<Happening>::new(event), happened).into_any_attr())
    }

    /// Text.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.view(text.into().into_any())
    }

    /// Text that changes. It is set on the element, not on a node inside it: a browser that translates the page puts
    /// other nodes there.
    pub fn live_text(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.with_attribute(prop("textContent", shared(text)).into_any_attr())
    }

    /// A child.
    pub fn with(self, child: Tag) -> Self {
        self.view(child.into_view())
    }

    /// Any number of children.
    pub fn with_all(self, children: impl IntoIterator<Item = Tag>) -> Self {
        children.into_iter().fold(self, Self::with)
    }

    /// A view as a child.
    pub fn view(mut self, child: AnyView) -> Self {
        self.children.push(child);
        self
    }

    /// The whole element.
    pub fn into_view(self) -> AnyView {
        custom(self.name).add_any_attr(self.attributes).child(self.children).into_any()
    }

    fn with_attribute(mut self, attribute: AnyAttribute) -> Self {
        self.attributes.push(attribute);
        self
    }
}

/// Several elements, one after the other.
pub fn all(tags: impl IntoIterator<Item = Tag>) -> AnyView {
    tags.into_iter().map(Tag::into_view).collect::<Vec<_>>().into_any()
}

fn shared<T: 'static>(function: impl Fn() -> T + Send + 'static) -> SharedReactiveFunction<T> {
    Arc::new(Mutex::new(function))
}
