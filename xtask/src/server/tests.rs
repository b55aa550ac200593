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

/// A server whose page travels like this.
fn by(site: &Site, travel: Travel) -> Server {
    Server::start(ServerOptions::new(&site.0).with_route(Box::new(move |_| travel))).unwrap()
}

#[test]
fn a_cut_answer_announces_more_than_comes() {
    let site = Site::new("cut");
    let answer = ask(&by(&site, Travel::Cut(4)), "GET", "/", "");
    assert!(answer.contains("Content-Length: 14\r\n") && answer.ends_with("\r\n\r\n<h1>"), "{answer}");
}

#[test]
fn before_a_pause_the_browser_really_has_the_first_bytes() {
    let site = Site::new("pause");
    let server = by(&site, Travel::Pause(4, Duration::from_millis(400)));
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n").unwrap();
    let (start, mut came) = (Instant::now(), [0; 1000]);
    let first = stream.read(&mut came).unwrap();
    assert!(came[..first].ends_with(b"<h1>") && start.elapsed() < Duration::from_millis(300));
    let rest = stream.read(&mut came).unwrap();
    assert!(came[..rest].ends_with(b"Hello</h1>") && start.elapsed() >= Duration::from_millis(400));
}

#[test]
fn a_stalled_answer_ends_with_the_server_and_leaves_nothing_running() {
    let site = Site::new("for-ever");
    for travel in [Travel::Stall, Travel::Pause(0, Duration::MAX)] {
        let server = by(&site, travel);
        let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
        until(|| !server.requests().is_empty());
        let threads = Arc::downgrade(&server.shared);
        drop(server);
        until(|| threads.strong_count() == 0);
    }
}

fn until(is_so: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_secs(5));
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_delay_comes_before_the_answer() {
    let site = Site::new("delay");
    let start = Instant::now();
    let answer = ask(&by(&site, Travel::Delay(Duration::from_millis(200))), "GET", "/", "");
    assert!(answer.ends_with("<h1>Hello</h1>") && start.elapsed() >= Duration::from_millis(200));
}

#[test]
fn all_slow_answers_share_one_line() {
    let site = Site::new("slow");
    fs::write(site.0.join("big.bin"), [0; 5000]).unwrap();
    let server = by(&site, Travel::Slowly(400_000));
    let start = Instant::now();
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| assert!(ask(&server, "GET", "/big.bin", "").len() > 5000));
        }
    });
    assert!(start.elapsed() >= Duration::from_millis(200), "{:?}", start.elapsed());
}

#[test]
fn a_connection_is_used_again_and_closed_with_the_server() {
    let site = Site::new("again");
    let server = site.serve();
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    for _ in 0..2 {
        stream.write_all(b"HEAD / HTTP/1.1\r\n\r\n").unwrap();
        let mut came = [0; 1000];
        let bytes = stream.read(&mut came).unwrap();
        assert!(came[..bytes].starts_with(b"HTTP/1.1 200") && came[..bytes].ends_with(b"\r\n\r\n"));
    }
    drop(server);
    assert_eq!(stream.read(&mut [0]).unwrap(), 0);
}

#[test]
fn a_page_of_another_website_has_none_of_our_headers() {
    let server = Server::start(ServerOptions::empty().with_page("/school.html", "<h1>School</h1>")).unwrap();
    let answer = ask(&server, "GET", "/school.html?year=2", "");
    assert!(answer.ends_with("<h1>School</h1>") && answer.contains("Content-Type: text/html; charset=utf-8\r\n"));
    assert!(!answer.contains("Security-Policy"), "{answer}");
    assert!(ask(&server, "GET", "/", "").starts_with("HTTP/1.1 404"));
}

#[test]
fn given_headers_take_the_place_of_those_of_a_good_host() {
    let site = Site::new("given");
    let headers = |file: &str| {
        let asked_of_pages = file.ends_with(".html").then(|| ("Referrer-Policy".to_owned(), "origin".to_owned()));
        asked_of_pages.into_iter().collect()
    };
    let server = Server::start(ServerOptions::new(&site.0).with_headers(Box::new(headers))).unwrap();
    let page = ask(&server, "GET", "/deep/", "");
    assert!(page.contains("Referrer-Policy: origin\r\n") && !page.contains("Security-Policy"), "{page}");
    let script = ask(&server, "GET", "/app-0123456789abcdef.js", "Accept-Encoding: br\r\n");
    assert!(!script.contains("Referrer-Policy") && !script.contains("Access-Control"), "{script}");
    assert!(script.contains("Content-Type: text/javascript") && script.contains("Content-Encoding: br\r\n"));
}
