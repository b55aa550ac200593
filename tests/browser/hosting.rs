//! The files in `docs/hosting` do what the guide's table says: on real web servers, with every file of the release. Those
//! for hosts that cannot be had here are read as such a host reads them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use libtest_mimic::Trial;
use serde_json::Value;
use xtask::hosting::{Hosting, Recipe};

use crate::embedded::{FRAME, Website};
use crate::frames::{documented, is_meant};
use crate::visit::Visit;
use crate::{Case, case, plain, release, workspace};

pub(crate) const CASES: &[Case] =
    &[case("the line shows the widget from a real nginx that serves it as the guide's file says", on_nginx)];

fn on_nginx(visit: &mut Visit) {
    let nginx = Hosting::start(Recipe::Nginx, &release()).expect("nginx");
    visit.open_website(&Website::plain().page(&nginx.address())).answered();
    assert_eq!(visit.stands(), (false, true));
    visit.in_frame(FRAME).ready().tap("link", "Start").see("Who is your list for?").tap("button", "Next");
    visit.see("What does your child enjoy").tap("choice", "Music or dance");
    visit.until("the tick", |visit| visit.ticked() == ["Music or dance"]);
}

/// What is proven without a browser.
pub(crate) fn trials() -> impl Iterator<Item = Trial> {
    let servers = Recipe::ALL.into_iter().map(|recipe| {
        let sentence = "every file of the release comes with the headers of the guide, and whole in every encoding";
        plain("hosting", &format!("{sentence}, from {}", recipe.name()), move || on_server(recipe))
    });
    let others: [(&str, fn()); 3] = [
        ("every file of the release has the headers of the guide by _headers", by_netlify),
        ("every file of the release is uploaded to S3 with the kind and the keeping of the guide", by_s3),
        ("web.config is whole, and names every value of the guide", by_iis),
    ];
    servers.chain(others.map(|(sentence, test)| plain("hosting", sentence, test)))
}

// ------------------------------------------------------------------------------------------------- what there is

/// The files of the release by their path inside it, without those that are packed.
fn files() -> Vec<String> {
    let names = below(&release()).into_iter().filter(|name| !name.ends_with(".br") && !name.ends_with(".gz"));
    names.collect()
}

fn below(folder: &Path) -> Vec<String> {
    let inside = |path: PathBuf| path.strip_prefix(release()).expect("inside").to_string_lossy().into_owned();
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let each = entries.flat_map(|path| if path.is_dir() { below(&path) } else { vec![inside(path)] });
    each.collect()
}

fn name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// The headers of the guide that a file must have.
fn meant(file: &str) -> impl Iterator<Item = [String; 2]> {
    let table = documented().into_iter().filter(move |[_, files, _]| is_meant(files, name(file)));
    table.map(|[header, _, value]| [header, value])
}

// ------------------------------------------------------------------------------------------------- on a server

/// What is asked for, and how an answer then must be packed, where the file is packed so.
const ACCEPTED: [(&str, Option<&str>); 5] = [
    ("identity", None),
    ("gzip", Some("gzip")),
    ("gzip, deflate, br, zstd", Some("br")),
    ("gzip, br;q=0", Some("gzip")),
    ("br;q=0, gzip;q=0.0", None),
];

fn on_server(recipe: Recipe) {
    let hosting = Hosting::start(recipe, &release()).expect("a server");
    let client = Client::of(&hosting);
    let files = files();
    assert!(files.len() > 20, "{files:?}");
    for file in &files {
        ACCEPTED.iter().for_each(|accepted| client.must_get(file, file, *accepted));
    }
    for file in files.iter().filter(|file| name(file) == "index.html") {
        let folder = file.trim_end_matches("index.html");
        client.must_get(folder, file, ACCEPTED[2]);
        client.must_redirect(folder);
    }
    ["no-such-file.js", "no-such-folder/", "index.html/no"].iter().for_each(|path| client.must_miss(path));
}

struct Client {
    agent: ureq::Agent,
    address: String,
}

impl Client {
    fn of(hosting: &Hosting) -> Self {
        let agent = ureq::AgentBuilder::new().timeout(Duration::from_secs(20)).redirects(0).build();
        Self { agent, address: hosting.address() }
    }

    fn get(&self, path: &str, accepted: &str) -> ureq::Response {
        let asked = self.agent.get(&format!("{}/{path}", self.address)).set("Accept-Encoding", accepted);
        match asked.call() {
            Ok(answer) | Err(ureq::Error::Status(_, answer)) => answer,
            Err(error) => panic!("{path}: {error}"),
        }
    }

    fn must_get(&self, path: &str, file: &str, (accepted, packed): (&str, Option<&str>)) {
        let answer = self.get(path, accepted);
        let case = format!("/{path} with \"{accepted}\"");
        assert_eq!(answer.status(), 200, "{case}");
        for [header, value] in meant(file) {
            assert_eq!(answer.all(&header), [value.as_str()], "{header} of {case}");
        }
        assert_eq!(answer.header("X-Frame-Options"), None, "{case}");
        let coding = answer.header("Content-Encoding").map(str::to_owned);
        let packed = packed.filter(|packed| is_packed(file, packed));
        assert_eq!(coding.as_deref(), packed, "{case}");
        let whole = fs::read(release().join(file)).expect("the file");
        assert!(unpacked(answer, coding.as_deref()) == whole, "{case} is not the file");
    }

    fn must_redirect(&self, folder: &str) {
        let Some(bare) = folder.strip_suffix('/') else { return };
        let answer = self.get(bare, "identity");
        let leads = answer.header("Location").unwrap_or_default().replace(&self.address, "");
        assert!((301..=308).contains(&answer.status()), "/{bare}: {}", answer.status());
        assert_eq!(leads, format!("/{folder}"));
    }

    fn must_miss(&self, path: &str) {
        let status = self.get(path, "br").status();
        assert!(matches!(status, 403 | 404), "/{path}: {status}");
    }
}

fn is_packed(file: &str, coding: &str) -> bool {
    let end = if coding == "br" { "br" } else { "gz" };
    release().join(format!("{file}.{end}")).is_file()
}

fn unpacked(answer: ureq::Response, coding: Option<&str>) -> Vec<u8> {
    let (mut came, mut bytes) = (answer.into_reader(), Vec::new());
    let read = match coding {
        Some("br") => brotli::Decompressor::new(came, 4096).read_to_end(&mut bytes),
        Some("gzip") => flate2::read::GzDecoder::new(came).read_to_end(&mut bytes),
        _ => came.read_to_end(&mut bytes),
    };
    read.expect("the bytes");
    bytes
}

// ------------------------------------------------------------------------------------------------- as others read it

fn recipe(name: &str) -> String {
    fs::read_to_string(workspace().join("docs/hosting").join(name)).expect("a file for hosts")
}

/// Rules: a path, and below it headers. A star is any text, a word behind a colon a part of the path. Where several rules
/// set one header, such hosts join the values with commas, which no header of ours may be.
fn by_netlify() {
    let text = recipe("_headers");
    let mut rules: Vec<(&str, Vec<(&str, &str)>)> = vec![];
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("  ") {
            None => rules.push((line, vec![])),
            Some(header) => rules.last_mut().expect("a path first").1.extend(header.split_once(": ")),
        }
    }
    for file in files() {
        let path = format!("/{}", file.strip_suffix("index.html").unwrap_or(&file));
        let mut sent = BTreeMap::<&str, Vec<&str>>::new();
        for (name, value) in rules.iter().filter(|(rule, _)| fits(rule, &path)).flat_map(|(_, headers)| headers) {
            sent.entry(name).or_default().push(value);
        }
        // Such hosts know the kinds of files by themselves, and what depends on the encoding.
        for [header, value] in meant(&file).filter(|[header, _]| !matches!(header.as_str(), "Content-Type" | "Vary")) {
            assert_eq!(sent.get(header.as_str()), Some(&vec![value.as_str()]), "{header} of {path}");
        }
    }
}

fn fits(rule: &str, path: &str) -> bool {
    match rule.chars().next() {
        None => path.is_empty(),
        Some('*') => path.char_indices().any(|(at, _)| fits(&rule[1..], &path[at..])) || fits(&rule[1..], ""),
        Some(':') => {
            let (rest, part) = (rule.find('/').unwrap_or(rule.len()), path.find('/').unwrap_or(path.len()));
            part > 0 && fits(&rule[rest..], &path[part..])
        }
        Some(letter) => path.strip_prefix(letter).is_some_and(|path| fits(&rule[letter.len_utf8()..], path)),
    }
}

/// The script says what it would do, as it tells its reader to let it.
fn by_s3() {
    let script = workspace().join("docs/hosting/s3.sh");
    let mut sh = Command::new("sh");
    sh.arg(script).arg(release()).arg("s3://bucket").env("AWS", "echo");
    let said = sh.output().expect("a shell");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let said = String::from_utf8(said.stdout).expect("text");
    assert_eq!(said.lines().count(), files().len());
    for file in files() {
        let line = said.lines().find(|line| line.contains(&format!("s3://bucket/{file} "))).expect(&file);
        let option = |name: &str| match name {
            "Content-Type" => Some("--content-type"),
            "Cache-Control" => Some("--cache-control"),
            _ => None,
        };
        for [header, value] in meant(&file) {
            let Some(option) = option(&header) else { continue };
            assert!(format!("{line} --").contains(&format!(" {option} {value} --")), "{header}: {line}");
        }
    }
    let last = said.lines().last().unwrap_or_default();
    assert!(last.contains(".html "), "a page is not the last: {last}");
    by_cloudfront();
}

fn by_cloudfront() {
    let policy: Value = serde_json::from_str(&recipe("s3-headers.json")).expect("JSON");
    let value = |header: &str| documented().into_iter().find(|[it, ..]| it == header).expect("in the guide")[2].clone();
    let security = &policy["SecurityHeadersConfig"];
    let csp = &security["ContentSecurityPolicy"]["ContentSecurityPolicy"];
    assert_eq!(csp, value("Content-Security-Policy").as_str());
    assert_eq!(security["ReferrerPolicy"]["ReferrerPolicy"], value("Referrer-Policy").as_str());
    assert_eq!(security["ContentTypeOptions"]["Override"], true);
    assert_eq!(security["FrameOptions"], Value::Null);
    let origins = &policy["CorsConfig"]["AccessControlAllowOrigins"]["Items"];
    assert_eq!(*origins, serde_json::json!([value("Access-Control-Allow-Origin")]));
}

/// No IIS can be had here: what is read is that its file is whole XML and that no value of the guide is missing.
fn by_iis() {
    let text = recipe("web.config");
    let (comments, mut open) = (text.split("<!--").skip(1), Vec::new());
    comments.for_each(|comment| assert!(!comment.split("-->").next().unwrap_or_default().contains("--"), "{comment}"));
    let bare: String = text.split("<!--").map(|part| part.rsplit("-->").next().unwrap_or_default()).collect();
    for tag in bare.split('<').skip(1).filter_map(|tag| tag.split('>').next()).filter(|tag| !tag.starts_with('?')) {
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{tag}"),
            None if tag.ends_with('/') => {}
            None => open.push(tag.split_whitespace().next().unwrap_or_default()),
        }
    }
    assert!(open.is_empty(), "{open:?} is never closed");
    for [header, _, value] in documented() {
        let said = value == "no-cache" && bare.contains("cacheControlMode=\"DisableCache\"");
        assert!(said || bare.contains(&format!("\"{value}\"")), "{header}: {value}");
    }
}
