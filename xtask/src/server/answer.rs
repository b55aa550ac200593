//! What the server says to one request: status, headers and bytes.

use std::{
    collections::BTreeMap,
    fs,
    path::{Component, Path, PathBuf},
};

use super::{encoding, mime, travel::Travel};
use crate::names;

/// What our own page may do, as a host should send it. Only `frame-ancestors` is open: schools embed it. The page that makes
/// the line to embed shows the widget in a frame; the page with the questions forbids itself frames.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' \
    'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

const FOR_EVER: &str = "public, max-age=31536000, immutable";

const PAGE: &str = "text/html; charset=utf-8";

/// Every host sends these by itself, whatever else it was told to send.
const OF_EVERY_HOST: [&str; 3] = ["Content-Type", "Content-Encoding", "Vary"];

/// The headers that a host was told to send, as names and values, from the name of a file (`index.html`).
pub type Headers = Box<dyn Fn(&str) -> Vec<(String, String)> + Send + Sync>;

/// An answer to a request.
#[derive(Clone, Debug)]
pub struct Served {
    /// The HTTP status, such as 200.
    pub status: u16,
    /// Names and values, in the order in which they are sent.
    pub headers: Vec<(String, String)>,
    /// The bytes of the body.
    pub body: Vec<u8>,
    /// How it travels.
    pub travel: Travel,
}

impl Served {
    fn new(status: u16, kind: &str, body: Vec<u8>) -> Self {
        Self::bare(status, kind, body)
            .with_header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
            .with_header("X-Content-Type-Options", "nosniff")
            .with_header("Referrer-Policy", "no-referrer")
    }

    /// Without any header but the kind of what it holds.
    fn bare(status: u16, kind: &str, body: Vec<u8>) -> Self {
        Self { status, headers: vec![], body, travel: Travel::Whole }.with_header("Content-Type", kind)
    }

    /// A page that says why there is no file.
    #[must_use]
    pub fn refused(status: u16, reason: &str) -> Self {
        let page = format!("<!doctype html><html lang=\"en\"><title>{reason}</title><h1>{reason}</h1></html>\n");
        Self::new(status, PAGE, page.into_bytes()).with_header("Cache-Control", "no-cache")
    }

    /// The same answer, travelling like this.
    #[must_use]
    pub fn travelling(self, travel: Travel) -> Self {
        Self { travel, ..self }
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

    /// The same answer with these headers and no others but those that every host sends.
    fn with_only(mut self, headers: &[(String, String)]) -> Self {
        self.headers.retain(|(name, _)| OF_EVERY_HOST.iter().any(|it| it.eq_ignore_ascii_case(name)));
        headers.iter().fold(self, |served, (name, value)| served.with_header(name, value))
    }

    /// Status and headers as HTTP/1.1 writes them.
    pub(super) fn head(&self) -> Vec<u8> {
        let reason = if self.status < 400 { "OK" } else { "Refused" };
        let headers: String = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let length = self.body.len();
        format!("HTTP/1.1 {} {reason}\r\n{headers}Content-Length: {length}\r\n\r\n", self.status).into_bytes()
    }
}

/// What there is to serve.
pub(super) struct Shelf {
    pub(super) root: PathBuf,
    /// Pages that are only in memory, by their path with its slash.
    pub(super) pages: BTreeMap<String, String>,
    /// Headers in place of those of a good host.
    pub(super) headers: Option<Headers>,
}

impl Shelf {
    /// The answer to a path without its query.
    pub(super) fn answer(&self, method: &str, path: &str, accepted: &str) -> Served {
        if let Some(page) = self.pages.get(path) {
            return Served::bare(200, PAGE, page.clone().into_bytes()).with_header("Cache-Control", "no-cache");
        }
        let (file, served) = self.file(method, path, accepted);
        match &self.headers {
            Some(headers) => served.with_only(&headers(&file)),
            None => served,
        }
    }

    /// The name of the file that a path means, and the answer of a good host.
    fn file(&self, method: &str, path: &str, accepted: &str) -> (String, Served) {
        let refused =
            |status, reason| (path.rsplit('/').next().unwrap_or_default().to_owned(), Served::refused(status, reason));
        if !matches!(method, "GET" | "HEAD") {
            let (file, served) = refused(405, "Only reading is possible here");
            return (file, served.with_header("Allow", "GET, HEAD"));
        }
        match locate(&self.root, path) {
            Some(file) => (name(&file), serve(&file, accepted)),
            None => refused(404, "There is no such page"),
        }
    }
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn serve(file: &Path, accepted: &str) -> Served {
    let encoding = encoding::choose(file, accepted);
    let source = encoding.map_or_else(|| file.to_owned(), |it| it.sibling(file));
    let Ok(body) = fs::read(source) else {
        return Served::refused(404, "There is no such page");
    };
    let name = name(file);
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
