//! One connection of a browser: its requests, read one after the other, as HTTP/1.1 writes them.

use std::io::{self, BufRead, Read};

/// What a browser asked for.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// `GET`, `POST`, …
    pub(super) method: String,
    /// As it was sent, with any query.
    pub(super) target: String,
    headers: Vec<(String, String)>,
}

impl Asked {
    /// Reads the next request; none when the browser has closed the connection. A body is read and dropped: that
    /// it was sent is all that counts.
    pub(super) fn read(from: &mut impl BufRead) -> io::Result<Option<Self>> {
        let Some(first) = line(from)?.filter(|first| !first.is_empty()) else {
            return Ok(None);
        };
        let mut words = first.split(' ').map(str::to_owned);
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let asked = Self { method, target, headers: headers(from)? };
        io::copy(&mut from.by_ref().take(asked.length()), &mut io::sink())?;
        Ok(Some(asked))
    }

    /// The path without a query.
    pub(super) fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// The value of a header, whatever the case of its name; empty when it was not sent.
    pub(super) fn header(&self, name: &str) -> &str {
        let mut headers = self.headers.iter();
        headers.find(|(known, _)| known.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value.as_str())
    }

    /// Whether the browser wants no further answer on this connection.
    pub(super) fn is_last(&self) -> bool {
        self.header("Connection").eq_ignore_ascii_case("close")
    }

    fn length(&self) -> u64 {
        self.header("Content-Length").parse().unwrap_or(0)
    }
}

fn headers(from: &mut impl BufRead) -> io::Result<Vec<(String, String)>> {
    let mut headers = Vec::new();
    while let Some(line) = line(from)?.filter(|line| !line.is_empty()) {
        let header = line.split_once(':');
        headers.extend(header.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())));
    }
    Ok(headers)
}

/// The next line without its end; none at the end of everything.
fn line(from: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    from.read_until(b'\n', &mut bytes)?;
    let line = String::from_utf8_lossy(&bytes);
    Ok((!bytes.is_empty()).then(|| line.trim_end_matches(['\r', '\n']).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_read_one_after_the_other_and_bodies_are_dropped() {
        let mut sent =
            "POST /a?b=c HTTP/1.1\r\ncontent-length: 4\r\n\r\nsaidGET /d HTTP/1.1\r\nConnection: Close\r\n\r\n"
                .as_bytes();
        let first = Asked::read(&mut sent).unwrap().unwrap();
        assert_eq!((first.method.as_str(), first.path(), first.is_last()), ("POST", "/a", false));
        let second = Asked::read(&mut sent).unwrap().unwrap();
        assert_eq!((second.method.as_str(), second.path(), second.is_last()), ("GET", "/d", true));
        assert!(Asked::read(&mut sent).unwrap().is_none());
    }
}
