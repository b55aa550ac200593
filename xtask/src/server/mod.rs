//! A static server on loopback that treats a release as a good host on the internet would.
//!
//! It is small on purpose: files, headers, compressed siblings, and a record of every request, which
//! is how the tests know that nothing a parent says is ever sent.

mod answer;
mod connection;
mod encoding;
mod mime;
mod travel;

use std::{
    collections::BTreeMap,
    fmt,
    io::{self, BufReader},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    thread,
};

use anyhow::{Result, anyhow};

use self::{answer::Shelf, connection::Asked, travel::Roads};
pub use self::{
    answer::{CONTENT_SECURITY_POLICY, Headers, Served},
    travel::Travel,
};
use crate::names;

pub(crate) use self::encoding::Encoding;

/// Changes an answer before it is sent. It gets the path that was asked for and the true answer.
pub type Fault = Box<dyn Fn(&str, Served) -> Served + Send + Sync>;

/// How the answer to a path travels.
pub type Route = Box<dyn Fn(&str) -> Travel + Send + Sync>;

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
    shelf: Shelf,
    port: PortChoice,
    fault: Option<Fault>,
    route: Option<Route>,
}

impl ServerOptions {
    /// Serves this folder on any free port, without faults.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        let shelf = Shelf { root: root.into(), pages: BTreeMap::new(), headers: None };
        Self { shelf, port: PortChoice::Any, fault: None, route: None }
    }

    /// Serves nothing but the pages that are added. They are those of another website: none of our headers, and
    /// on a port of its own another origin.
    #[must_use]
    pub fn empty() -> Self {
        Self::new("/nowhere/at/all")
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

    /// Lets a test say how answers travel; what they hold stays as it is, compressed where the browser likes that.
    /// Where a fault has an answer travel in its own way, that way counts.
    #[must_use]
    pub fn with_route(mut self, route: Route) -> Self {
        self.route = Some(route);
        self
    }

    /// Adds a page that is only in memory, at a path such as `/school.html`.
    #[must_use]
    pub fn with_page(mut self, path: &str, page: impl Into<String>) -> Self {
        self.shelf.pages.insert(path.to_owned(), page.into());
        self
    }

    /// Sends exactly these headers with files in place of those of a good host. Only what every host sends by
    /// itself stays, unless it is given too: the kind of a file and its compression.
    #[must_use]
    pub fn with_headers(mut self, headers: Headers) -> Self {
        self.shelf.headers = Some(headers);
        self
    }
}

/// Whether the name of a file carries a hash of what it holds.
#[must_use]
pub fn is_hashed(name: &str) -> bool {
    names::is_hashed(name)
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
    shelf: Shelf,
    fault: Option<Fault>,
    route: Option<Route>,
    roads: Roads,
    seen: Mutex<Vec<RequestSeen>>,
    /// Those still open, to be closed at the end.
    connections: Mutex<Vec<Weak<TcpStream>>>,
}

impl Server {
    /// Starts to listen on 127.0.0.1.
    ///
    /// # Errors
    /// No port can be had.
    pub fn start(options: ServerOptions) -> Result<Self> {
        let listener = listen(options.port)?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::new(options));
        let theirs = Arc::clone(&shared);
        thread::spawn(move || accept(&theirs, &listener));
        Ok(Self { shared, address })
    }

    /// The address of the folder, without a final slash: `http://127.0.0.1:8080`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The same under the name that browsers take for another website: `http://localhost:8080`.
    #[must_use]
    pub fn foreign_address(&self) -> String {
        format!("http://localhost:{}", self.port())
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Every request since the start or the last [`Server::clear_requests`], in order of arrival.
    #[must_use]
    pub fn requests(&self) -> Vec<RequestSeen> {
        lock(&self.shared.seen).clone()
    }

    /// Forgets the requests seen so far.
    pub fn clear_requests(&self) {
        lock(&self.shared.seen).clear();
    }
}

impl Drop for Server {
    /// Whatever waits stops waiting, every connection is closed, and a last one of our own wakes the listener.
    fn drop(&mut self) {
        self.shared.roads.end();
        for connection in lock(&self.shared.connections).iter().filter_map(Weak::upgrade) {
            let _ = connection.shutdown(Shutdown::Both);
        }
        let _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    fn new(options: ServerOptions) -> Self {
        let ServerOptions { shelf, fault, route, .. } = options;
        Self { shelf, fault, route, roads: Roads::default(), seen: Mutex::default(), connections: Mutex::default() }
    }

    fn answer(&self, asked: &Asked) -> Served {
        let path = asked.path();
        let accepted = if self.fault.is_some() { "" } else { asked.header("Accept-Encoding") };
        let served = self.shelf.answer(&asked.method, path, accepted);
        let travel = self.route.as_ref().map_or(Travel::Whole, |route| route(path));
        let served = served.travelling(travel);
        match &self.fault {
            Some(fault) => fault(path, served),
            None => served,
        }
    }

    fn remember(&self, connection: &Arc<TcpStream>) {
        let mut connections = lock(&self.connections);
        connections.retain(|it| it.strong_count() > 0);
        connections.push(Arc::downgrade(connection));
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn listen(port: PortChoice) -> Result<TcpListener> {
    let (first, last) = match port {
        PortChoice::Any => (0, 0),
        PortChoice::From(first) => (first, first.saturating_add(99)),
    };
    (first..=last)
        .find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok())
        .ok_or_else(|| anyhow!("Every port from {first} to {last} is busy: choose another with --port."))
}

/// Takes connections until the server is dropped. Each has its own thread: one may stall.
fn accept(shared: &Arc<Shared>, listener: &TcpListener) {
    for connection in listener.incoming().filter_map(Result::ok) {
        let connection = Arc::new(connection);
        shared.remember(&connection);
        if shared.roads.have_ended() {
            return;
        }
        let shared = Arc::clone(shared);
        thread::spawn(move || {
            // A browser that has gone away is no concern of the server.
            let _ = talk(&shared, &connection);
            let _ = connection.shutdown(Shutdown::Both);
        });
    }
}

/// Answers on one connection until either side closes it.
fn talk(shared: &Shared, connection: &TcpStream) -> io::Result<()> {
    connection.set_nodelay(true)?;
    let mut reader = BufReader::new(connection);
    while let Some(asked) = Asked::read(&mut reader)? {
        lock(&shared.seen).push(RequestSeen { method: asked.method.clone(), path: asked.target.clone() });
        let served = shared.answer(&asked);
        let body = if asked.method == "HEAD" { &[][..] } else { &served.body };
        served.travel.send(&served.head(), body, &mut &*connection, &shared.roads)?;
        if asked.is_last() {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
