//! How the bytes of an answer travel: whole, cut off, with a pause, slowly, or never.

use std::{
    io::{self, ErrorKind, Write},
    sync::{Condvar, Mutex, PoisonError},
    time::Duration,
};

/// What a slow line carries at once, in bytes: the load of one packet.
const PACKET: usize = 1400;

/// What was sent has arrived by then, also on a busy machine: a browser throws away what it has not read when a connection
/// breaks.
const ARRIVAL: Duration = Duration::from_secs(3);

/// How an answer travels. Numbers of bytes count the body as it is sent, compressed or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Travel {
    /// At once and whole.
    #[default]
    Whole,
    /// The head and so many bytes of the body, which the browser really has; then the connection is closed, though more
    /// was announced.
    Cut(usize),
    /// The head and so many bytes of the body, which the browser really has; the rest after this time.
    Pause(usize, Duration),
    /// Not a byte, until the server is dropped. `Pause(n, Duration::MAX)` stalls later.
    Stall,
    /// Not a byte for this time; then all of it.
    Delay(Duration),
    /// Over a line of so many bits a second. All answers of a server that travel like this share the one line.
    Slowly(u32),
}

impl Travel {
    /// Sends head and body.
    ///
    /// # Errors
    /// The connection cannot be used again: it was cut off, the browser has gone, or the server ends.
    pub(super) fn send(self, head: &[u8], body: &[u8], out: &mut impl Write, roads: &Roads) -> io::Result<()> {
        match self {
            Self::Whole => whole(head, body, out),
            Self::Cut(bytes) => {
                whole(head, first(body, bytes), out)?;
                roads.wait(ARRIVAL)?;
                Err(ErrorKind::ConnectionAborted.into())
            }
            Self::Pause(bytes, time) => {
                whole(head, first(body, bytes), out)?;
                roads.wait(time)?;
                whole(&[], body.get(bytes..).unwrap_or_default(), out)
            }
            Self::Stall => roads.wait(Duration::MAX),
            Self::Delay(time) => roads.wait(time).and_then(|()| whole(head, body, out)),
            Self::Slowly(bits) => [head, body].concat().chunks(PACKET).try_for_each(|it| roads.carry(it, bits, out)),
        }
    }
}

fn whole(head: &[u8], body: &[u8], out: &mut impl Write) -> io::Result<()> {
    out.write_all(&[head, body].concat())?;
    out.flush()
}

fn first(body: &[u8], bytes: usize) -> &[u8] {
    body.get(..bytes).unwrap_or(body)
}

/// What all answers of one server share while they travel: its end and its slow line.
#[derive(Debug, Default)]
pub(super) struct Roads {
    ended: Mutex<bool>,
    bell: Condvar,
    slow: Mutex<()>,
}

impl Roads {
    /// The server ends: whatever waits stops waiting.
    pub(super) fn end(&self) {
        *self.ended.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.bell.notify_all();
    }

    /// Whether the server has ended.
    pub(super) fn have_ended(&self) -> bool {
        *self.ended.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits so long.
    fn wait(&self, time: Duration) -> io::Result<()> {
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.bell.wait_timeout_while(ended, time, |ended| !*ended);
        let (ended, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if *ended { Err(ErrorKind::ConnectionAborted.into()) } else { Ok(()) }
    }

    /// Carries one packet at so many bits a second, when the line is free.
    fn carry(&self, packet: &[u8], bits: u32, out: &mut impl Write) -> io::Result<()> {
        let _line = self.slow.lock().unwrap_or_else(PoisonError::into_inner);
        let microseconds = (packet.len() as u64 * 8_000_000) / u64::from(bits.max(1));
        self.wait(Duration::from_micros(microseconds))?;
        whole(packet, &[], out)
    }
}
