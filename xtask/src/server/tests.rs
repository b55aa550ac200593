//! The server as a browser meets it: over a socket.

use std::{
    env, fs,
    io::{Read, Write},
    net::TcpStream,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

use super::*;

/// A folder with a page, a hashed script and its brotli sibling; removed when dropped.
struct Site(PathBuf);

impl Site {
    fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("signpost-server-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep")).unwrap();
        fs::write(folder.join("index.html"), "<h1>Hello</h1>").unwrap();
        fs::write(folder.join("deep/index.html"), "<h1>Deep</h1>").unwrap();
        fs::write(folder.join("app-0123456789abcdef.js"), "plain").unwrap();
        fs::write(folder.join("app-0123456789abcdef.js.br"), "packed").unwrap();
        Self(folder)
    }

    fn serve(&self) -> Server {
        Server::start(ServerOptions::new(&self.0)).unwrap()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn ask(server: &Server, method: &str, path: &str, more: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n{more}\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn the_page_has_the_headers_of_a_good_host() {
    let site = Site::new("page");
    let answer = ask(&site.serve(), "GET", "/?site=oak-primary", "");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("<h1>Hello</h1>"));
    for header in [
        "Content-Type: text/html; charset=utf-8",
        &format!("Content-Security-Policy: {CONTENT_SECURITY_POLICY}"),
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "Cache-Control: no-cache",
    ] {
        assert!(answer.contains(&format!("{header}\r\n")), "{header} is not in {answer}");
    }
}

#[test]
fn a_hashed_script_is_kept_for_ever_and_open_to_other_origins() {
    let site = Site::new("script");
    let answer = ask(&site.serve(), "GET", "/app-0123456789abcdef.js", "");
    assert!(answer.contains("Cache-Control: public, max-age=31536000, immutable\r\n"));
    assert!(answer.contains("Access-Control-Allow-Origin: *\r\n"));
    assert!(answer.ends_with("plain"));
}

#[test]
fn a_browser_that_knows_brotli_gets_the_smaller_file() {
    let site = Site::new("brotli");
    let answer = ask(&site.serve(), "GET", "/app-0123456789abcdef.js", "Accept-Encoding: gzip, br\r\n");
    assert!(answer.contains("Content-Encoding: br\r\n") && answer.ends_with("packed"));
    assert!(answer.contains("Content-Type: text/javascript"));
}

#[test]
fn nothing_outside_the_folder_is_found() {
    let site = Site::new("outside");
    let server = site.serve();
    for path in ["/../Cargo.toml", "//etc/passwd", "/deep/../index.html", "/missing.js"] {
        assert!(ask(&server, "GET", path, "").starts_with("HTTP/1.1 404"), "{path}");
    }
    assert!(ask(&server, "GET", "/deep/", "").ends_with("<h1>Deep</h1>"));
}

#[test]
fn whatever_is_sent_is_seen_and_refused() {
    let site = Site::new("seen");
    let server = site.serve();
    let answer = ask(&server, "POST", "/beacon?said=this", "Content-Length: 0\r\n");
    assert!(answer.starts_with("HTTP/1.1 405"));
    assert_eq!(server.requests().iter().map(ToString::to_string).collect::<Vec<_>>(), ["POST /beacon?said=this"]);
    server.clear_requests();
    assert!(server.requests().is_empty());
}

#[test]
fn a_fault_gets_the_plain_file_and_may_change_anything() {
    let site = Site::new("fault");
    let fault = |path: &str, mut served: Served| {
        if path.ends_with(".js") {
            served.body.reverse();
            return served.with_header("content-security-policy", "default-src 'none'");
        }
        Served::refused(404, "Gone")
    };
    let server = Server::start(ServerOptions::new(&site.0).with_fault(Box::new(fault))).unwrap();
    let answer = ask(&server, "GET", "/app-0123456789abcdef.js", "Accept-Encoding: br\r\n");
    assert!(answer.ends_with("nialp") && answer.contains("default-src 'none'\r\n"));
    assert!(ask(&server, "GET", "/", "").starts_with("HTTP/1.1 404"));
}

#[test]
fn a_stalled_answer_holds_up_no_other() {
    let site = Site::new("stall");
    let fault = |path: &str, served: Served| {
        if path == "/deep/" {
            thread::sleep(Duration::from_secs(5));
        }
        served
    };
    let server = Server::start(ServerOptions::new(&site.0).with_fault(Box::new(fault))).unwrap();
    let mut stalled = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stalled.write_all(b"GET /deep/ HTTP/1.1\r\nHost: here\r\n\r\n").unwrap();
    let start = Instant::now();
    assert!(ask(&server, "GET", "/", "").starts_with("HTTP/1.1 200"));
    assert!(start.elapsed() < Duration::from_secs(4));
}

#[test]
fn a_busy_port_gives_way_to_the_next() {
    let site = Site::new("busy");
    let first = site.serve();
    let options = ServerOptions::new(&site.0).on(PortChoice::From(first.port()));
    let second = Server::start(options).unwrap();
    assert!(second.port() > first.port());
}
