//! A website that shows the widget by the one line of `embed.js`.

use serde_json::{Value, json};

use crate::visit::Visit;

/// The frame that the first element on the page draws.
pub(crate) const FRAME: &str = "parent-signpost >>> iframe";

/// The Exit that the element draws over the website's page.
pub(crate) const EXIT: &str = "parent-signpost >>> button";

/// What stands inside the element as long as no frame has answered.
pub(crate) const LINK: &str = "Find help that fits your family";

/// A page with the line in it.
#[derive(Clone, Debug)]
pub(crate) struct Website {
    head: String,
    attributes: String,
    width: u32,
    /// How often the element stands there, each with a long text after it.
    times: usize,
}

impl Website {
    /// A page as wide as its window.
    pub(crate) fn plain() -> Self {
        Self { head: String::new(), attributes: String::new(), width: 700, times: 1 }
    }

    /// With these attributes of the element.
    pub(crate) fn with(self, attributes: &str) -> Self {
        Self { attributes: attributes.to_owned(), ..self }
    }

    /// With something in the page's head: a style, a policy, a script.
    pub(crate) fn with_head(self, head: &str) -> Self {
        Self { head: head.to_owned(), ..self }
    }

    /// In a column so many pixels wide.
    pub(crate) fn wide(self, width: u32) -> Self {
        Self { width, ..self }
    }

    /// With so many elements.
    pub(crate) fn times(self, times: usize) -> Self {
        Self { times, ..self }
    }

    /// The page, with the script from this address. It counts what the element says and what goes wrong.
    pub(crate) fn page(&self, widget: &str) -> String {
        let Self { head, attributes, width, times } = self;
        let text = "<p>News from our classes, and what is for lunch.</p>".repeat(4);
        let element = format!(
            "<div style=\"inline-size: {width}px\"><parent-signpost {attributes}><a href=\"{widget}/\">{LINK}</a>\
             </parent-signpost></div>{text}<div style=\"block-size: 4000px\"></div>"
        );
        format!(
            "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Oak Primary School</title>\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">{head}<script>{COUNTS}</script>\
             <script type=\"module\" src=\"{widget}/embed.js\"></script></head><body>\
             <h1>Oak Primary School</h1><label>Search this school <input type=\"search\"></label>{text}{}\
             </body></html>",
            element.repeat(*times)
        )
    }
}

/// What the page hears of the element, and errors.
const COUNTS: &str = "\
    window.heights = []; window.readies = 0; window.signpostErrors = [];\
    addEventListener('signpost-height', (event) => heights.push(event.detail.height));\
    addEventListener('signpost-ready', () => { readies += 1; });\
    addEventListener('error', (event) => signpostErrors.push(String(event.message)));\
    addEventListener('unhandledrejection', (event) => signpostErrors.push(String(event.reason)));";

impl Visit {
    /// Opens the page of a website with the line in it.
    pub(crate) fn open_line(&mut self, website: &Website) -> &mut Self {
        self.open_website(&website.page(&self.server.address()))
    }

    /// Opens it and goes to the first question in the frame.
    pub(crate) fn open_questions(&mut self, website: &Website) -> &mut Self {
        self.open_line(website).answered().in_frame(FRAME).ready();
        self.tap("link", "Start").see("Who is your list for?").rested()
    }

    /// Waits until the first frame has answered.
    pub(crate) fn answered(&mut self) -> &mut Self {
        self.in_top().until("the frame to answer", |visit| visit.look("return readies > 0") == json!(true))
    }

    /// Whether the link that stands inside is on the screen, and whether the frame is.
    pub(crate) fn stands(&self) -> (bool, bool) {
        let there = "const frame = deep('parent-signpost >>> iframe');\
            return [shown(document.querySelector('parent-signpost a')), Boolean(frame) && shown(frame)];";
        let there = self.look(there);
        (there[0] == json!(true), there[1] == json!(true))
    }

    /// Looks at the website, runs this there, and looks into the frame again.
    pub(crate) fn around(&mut self, script: &str) -> Value {
        let seen = self.in_top().script(script);
        self.in_frame(FRAME);
        seen
    }
}
