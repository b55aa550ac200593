//! Browsers that wait for their next visit, and the addresses that visits have had. A browser takes up to three seconds to
//! start, and longer over the first page than over the next. It keeps what a page stored under the page's address and
//! forgets a tab with its history, so a fresh tab at an address that nobody had before is a fresh browser to whatever
//! these tests look at. WebKitGTK's test browser starts in less time than it takes to clear.

use std::mem;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use xtask::server::{PortChoice, Server, ServerOptions};
use xtask::tools::Engine;

use crate::driver::Wishes;
use crate::session::Session;

/// After how many visits a browser is let go: what it holds in memory grows.
const MOST_VISITS: u32 = 40;

/// The first port of this run, below those that systems give away by themselves.
const FIRST_PORT: u16 = 20_000;

static SPARES: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

static NEXT_PORT: AtomicU16 = AtomicU16::new(FIRST_PORT);

/// A browser on a visit, fresh or as good as fresh.
pub(crate) struct Browser {
    /// Its window.
    pub(crate) session: Session,
    engine: Engine,
    /// How many it has made, this one among them.
    visits: u32,
    may_wait: bool,
}

impl Browser {
    /// One that waits, or else a new one.
    pub(crate) fn take(engine: Engine, wishes: Wishes) -> Self {
        let may_wait = engine != Engine::WebKit && wishes == Wishes::default();
        let waiting = may_wait.then(|| spare(engine)).flatten();
        let browser =
            waiting.unwrap_or_else(|| Self { session: Session::open(engine, wishes), engine, visits: 0, may_wait });
        Self { visits: browser.visits + 1, ..browser }
    }

    /// Lets it wait for the next visit. Only after one that went well: else it is closed, with whatever went wrong in it.
    pub(crate) fn give_back(self) {
        if self.may_wait && self.visits < MOST_VISITS && self.session.clear() {
            lock(&SPARES).push(self);
        }
    }
}

/// One of this engine that waits. A run goes through one engine after the other, so those of another are let go.
fn spare(engine: Engine) -> Option<Browser> {
    let mut spares = lock(&SPARES);
    spares.retain(|spare| spare.engine == engine);
    spares.pop()
}

/// Closes every browser that waits.
pub(crate) fn close_all() {
    let waiting = mem::take(&mut *lock(&SPARES));
    drop(waiting);
}

/// A server at an address that no visit of this run had.
pub(crate) fn server(options: ServerOptions) -> Server {
    let first = NEXT_PORT.load(Ordering::SeqCst);
    let server = Server::start(options.on(PortChoice::From(first))).expect("a server");
    NEXT_PORT.fetch_max(server.port() + 1, Ordering::SeqCst);
    server
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
