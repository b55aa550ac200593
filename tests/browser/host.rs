//! A page of another website, such as a school's, that holds the widget in a frame.

/// The frame on a host's page, for [`crate::visit::Visit::in_frame`].
pub(crate) const FRAME: &str = "#signpost";

/// A host's page.
#[derive(Clone, Debug)]
pub(crate) struct Host {
    /// Attributes of the frame, as HTML.
    attributes: String,
    width: &'static str,
    height: u32,
    /// HTML in the page's head.
    head: String,
}

impl Host {
    /// As the README shows it: a frame as wide as the page, 900 pixels high.
    pub(crate) fn plain() -> Self {
        Self { attributes: String::new(), width: "100%", height: 900, head: String::new() }
    }

    /// With a sandbox that allows only this.
    pub(crate) fn sandboxed(allowed: &str) -> Self {
        Self::plain().with(&format!("sandbox=\"{allowed}\""))
    }

    /// In a column of a page, 320 pixels wide.
    pub(crate) fn narrow() -> Self {
        Self { width: "320", ..Self::plain() }
    }

    /// So high that the frame never scrolls: the host's page does.
    pub(crate) fn tall() -> Self {
        Self { height: 6000, ..Self::plain() }
    }

    /// A telephone's screen and nothing else: browsers for a desk refuse to be that narrow.
    pub(crate) fn phone(width: &str, height: u32) -> String {
        format!(
            "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A telephone</title></head>\
             <body style=\"margin: 0\"><iframe id=\"signpost\" src=\"WIDGET/\" title=\"Its screen\" width=\"{width}\" \
             height=\"{height}\" style=\"border: 0\"></iframe></body></html>"
        )
    }

    /// With another attribute of the frame.
    pub(crate) fn with(mut self, attribute: &str) -> Self {
        self.attributes += " ";
        self.attributes += attribute;
        self
    }

    /// With something in the page's head: a style, a policy, a script.
    pub(crate) fn with_head(mut self, html: &str) -> Self {
        self.head += html;
        self
    }

    /// The page, with the widget from this address in its frame.
    pub(crate) fn page(&self, widget: &str) -> String {
        let Self { attributes, width, height, head } = self;
        let text = "<p>News from our classes, and what is for lunch.</p>".repeat(4);
        format!(
            "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Oak Primary School</title>\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">{head}</head><body>\
             <h1>Oak Primary School</h1><label>Search this school <input type=\"search\"></label>{text}\
             <iframe id=\"signpost\" src=\"{widget}/\" title=\"Find help that fits your family\" width=\"{width}\" \
             height=\"{height}\"{attributes}></iframe>{text}<p><a href=\"#top\">To the top</a></p></body></html>"
        )
    }
}
