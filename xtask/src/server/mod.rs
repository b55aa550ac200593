//! A static server on loopback that treats a release as a good host on the internet would.
//!
//! It is small on purpose: files, headers, compressed siblings, and a record of every request, which
//! is how the tests know that nothing a parent says is ever sent.

mod answer;
mod encoding;
mod mime;

use std::{
    fmt, io,
    net::SocketAddr,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response};

pub use self::answer::{CONTENT_SECURITY_POLICY, Served};
pub(crate) use self::encoding::Encoding;

/// Changes an answer before it is sent. It gets the path that was asked for and the true answer.
pub type Fault = Box<dyn Fn(&str, Served) -> Served + Send + Sync>;

/// Which port to listen on.
#[derive(Clone, Copy, Debug)]
pub enum PortChoice {
    /// Any that is free.
    Any,
    /// This one or, where it is busy, the next that is free.
    From(u16),
}

/// What to serve and how.
pub struct ServerOptions {
    root: PathBuf,
    port: PortChoice,
    fault: Option<Fault>,
}

impl ServerOptions {
    /// Serves this folder on any free port, without faults.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), port: PortChoice::Any, fault: None }
    }

    /// Chooses the port.
    #[must_use]
    pub fn on(mut self, port: PortChoice) -> Self {
        self.port = port;
        self
    }

    /// Lets a test spoil answers. Files then go out uncompressed, so that a byte changed here is the
    /// byte the browser sees. A fault that sleeps stalls its own answer and no other.
    #[must_use]
    pub fn with_fault(mut self, fault: Fault) -> Self {
        self.fault = Some(fault);
        self
    }
}

/// One request that reached the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestSeen {
    /// `GET`, `POST`, …
    pub method: String,
    /// As it was sent, with any query.
    pub path: String,
}

impl fmt::Display for RequestSeen {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.method, self.path)
    }
}

/// A running server. It stops when dropped.
pub struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
}

struct Shared {
    http: tiny_http::Server,
    root: PathBuf,
    fault: Option<Fault>,
    seen: Mutex<Vec<RequestSeen>>,
}

impl Server {
    /// Starts to listen on 127.0.0.1.
    ///
    /// # Errors
    /// No port can be had.
    pub fn start(options: ServerOptions) -> Result<Self> {
        let http = listen(options.port)?;
        let address = http.server_addr().to_ip();
        let shared = Arc::new(Shared { http, root: options.root, fault: options.fault, seen: Mutex::default() });
        let theirs = Arc::clone(&shared);
        thread::spawn(move || accept(&theirs));
        Ok(Self { shared, address: address.ok_or_else(|| anyhow!("The server has no address."))? })
    }

    /// The address of the folder, without a final slash: `http://127.0.0.1:8080`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Every request since the start or the last [`Server::clear_requests`], in order of arrival.
    #[must_use]
    pub fn requests(&self) -> Vec<RequestSeen> {
        self.shared.record().clone()
    }

    /// Forgets the requests seen so far.
    pub fn clear_requests(&self) {
        self.shared.record().clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.http.unblock();
    }
}

impl Shared {
    fn record(&self) -> MutexGuard<'_, Vec<RequestSeen>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(&self, request: &Request) -> Served {
        let path = request.url().split('?').next().unwrap_or_default();
        let accepted = if self.fault.is_some() { "" } else { header(request, "Accept-Encoding") };
        let served = answer::answer(&self.root, request.method().as_str(), path, accepted);
        match &self.fault {
            Some(fault) => fault(path, served),
            None => served,
        }
    }
}

fn listen(port: PortChoice) -> Result<tiny_http::Server> {
    let (first, last) = match port {
        PortChoice::Any => (0, 0),
        PortChoice::From(first) => (first, first.saturating_add(99)),
    };
    (first..=last)
        .find_map(|port| tiny_http::Server::http(("127.0.0.1", port)).ok())
        .ok_or_else(|| anyhow!("Every port from {first} to {last} is busy: choose another with --port."))
}

/// Takes requests until the server is dropped. Each is answered on its own thread: one may stall.
fn accept(shared: &Arc<Shared>) {
    while let Ok(request) = shared.http.recv() {
        shared
            .record()
            .push(RequestSeen { method: request.method().as_str().to_owned(), path: request.url().to_owned() });
        let shared = Arc::clone(shared);
        thread::spawn(move || {
            // A browser that has gone away is no concern of the server.
            let _ = respond(&shared, request);
        });
    }
}

fn respond(shared: &Shared, request: Request) -> io::Result<()> {
    let served = shared.answer(&request);
    let headers =
        served.headers.iter().filter_map(|(name, value)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok());
    let response = Response::from_data(served.body).with_status_code(served.status).with_chunked_threshold(usize::MAX);
    request.respond(headers.fold(response, Response::with_header))
}

fn header<'a>(request: &'a Request, name: &'static str) -> &'a str {
    let mut headers = request.headers().iter();
    headers.find(|header| header.field.equiv(name)).map_or("", |header| header.value.as_str())
}

#[cfg(test)]
mod tests;
