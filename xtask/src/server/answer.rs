//! What the server says to one request: status, headers and bytes.

use std::{
    fs,
    path::{Component, Path, PathBuf},
};

use super::{encoding, mime};
use crate::dist::names;

/// What our own page may do, as a host should send it. Only `frame-ancestors` is open: schools embed it.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' \
    'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors *";

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// An answer to a request.
#[derive(Clone, Debug)]
pub struct Served {
    /// The HTTP status, such as 200.
    pub status: u16,
    /// Names and values, in the order in which they are sent.
    pub headers: Vec<(String, String)>,
    /// The bytes of the body.
    pub body: Vec<u8>,
}

impl Served {
    fn new(status: u16, kind: &str, body: Vec<u8>) -> Self {
        let headers = vec![];
        Self { status, headers, body }
            .with_header("Content-Type", kind)
            .with_header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
            .with_header("X-Content-Type-Options", "nosniff")
            .with_header("Referrer-Policy", "no-referrer")
    }

    /// A page that says why there is no file.
    #[must_use]
    pub fn refused(status: u16, reason: &str) -> Self {
        let page = format!("<!doctype html><html lang=\"en\"><title>{reason}</title><h1>{reason}</h1></html>\n");
        Self::new(status, "text/html; charset=utf-8", page.into_bytes()).with_header("Cache-Control", "no-cache")
    }

    /// The same answer with one header set, in place of any earlier one of that name.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(old, _)| !old.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The value of a header, whatever the case of its name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// The answer to `path` (without a query) under `root`.
pub(super) fn answer(root: &Path, method: &str, path: &str, accepted: &str) -> Served {
    if !matches!(method, "GET" | "HEAD") {
        return Served::refused(405, "Only reading is possible here").with_header("Allow", "GET, HEAD");
    }
    match locate(root, path) {
        Some(file) => serve(&file, accepted),
        None => Served::refused(404, "There is no such page"),
    }
}

fn serve(file: &Path, accepted: &str) -> Served {
    let encoding = encoding::choose(file, accepted);
    let source = encoding.map_or_else(|| file.to_owned(), |it| it.sibling(file));
    let Ok(body) = fs::read(source) else {
        return Served::refused(404, "There is no such page");
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let mut served = Served::new(200, mime::of(&name), body)
        .with_header("Cache-Control", keeping(&name))
        .with_header("Vary", "Accept-Encoding");
    if let Some(encoding) = encoding {
        served = served.with_header("Content-Encoding", encoding.name());
    }
    if mime::is_code(&name) {
        served = served.with_header("Access-Control-Allow-Origin", "*");
    }
    served
}

/// A name with a hash in it never changes what it holds; any other name may.
fn keeping(name: &str) -> &'static str {
    if names::is_hashed(name) { FOR_EVER } else { "no-cache" }
}

/// The file that a path means: a folder means its `index.html`; nothing outside the root is found.
fn locate(root: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path.trim_start_matches('/'));
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let mut file = root.join(relative);
    if file.is_dir() {
        file.push("index.html");
    }
    (inside && file.is_file()).then_some(file)
}
