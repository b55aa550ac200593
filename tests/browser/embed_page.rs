//! The page that makes the line to embed, for somebody who knows no code: what is chosen there is in the line and in the
//! preview, and what content systems publish of it shows the widget.

use serde_json::json;
use xtask::server::{Fault, ServerOptions};
use xtask::tools::Engine;

use crate::accessibility::{check, check_by, fits};
use crate::driver::Wishes;
use crate::embedded::{FRAME, LINK};
use crate::frames::only_documented;
use crate::heights::is_fitting;
use crate::spare;
use crate::visit::Visit;
use crate::{Case, case, release};

pub(crate) const CASES: &[Case] = &[
    case("the page that makes the line shows what is chosen, and its line alone puts that on a website", by_hand),
    case("what WordPress, Google Sites, Drupal and Umbraco publish of the made line shows the widget", published),
    case("the page that makes the line and the made-up school are accessible and fit every screen", readable),
    case(
        "the page that makes the line says where it cannot: on a disk, and where the host forbids a preview or websites",
        cannot,
    ),
];

const SCHOOL: &str = "Example Primary School";

/// A name that hardly anybody types as it is written.
const SAINT: &str = "St Mary’s C.E. Primary";

/// The page of a release with many sites, from a host that sends what the guide says.
fn many_sites() -> ServerOptions {
    let oaks = (1..=20).map(|number| format!("<option value=\"oak-{number}\">Oak &amp; Elm {number}</option>"));
    let sites: String = oaks.chain([format!("<option value=\"st-mary\">{SAINT}</option>")]).collect();
    let more: Fault = Box::new(move |path, mut served| {
        if path == "/embed.html" {
            let page = String::from_utf8(served.body).expect("a page");
            served.body = page.replace("</select>", &format!("{sites}</select>")).into_bytes();
        }
        served
    });
    ServerOptions::new(release()).with_headers(only_documented()).with_fault(more)
}

fn by_hand(visit: &mut Visit) {
    visit.served_by(many_sites()).open_at("embed.html").see("1. Choose").in_frame(FRAME).ready().in_top();
    is_not_warned(visit);
    visit.see("The picture is cut here; on your page nothing scrolls inside.");
    visit.tap("field", "Find your school").type_keys("12 elm").see("1 name fits.");
    let listed = "return [...document.querySelector('select').options].map((option) => option.text)";
    assert_eq!(visit.script(listed), json!(["The page for every family", "Oak & Elm 12"]));
    is_found_however_it_is_typed(visit);
    visit.script("document.querySelector('[type=search]').select()");
    visit.type_keys("example prim").see("1 name fits.").choose("Which page?", SCHOOL);
    visit.tap("choice", "Always dark").tap("choice", "Always the same").tap("button", "Tablet");
    is_previewed(visit);
    visit.not_see("The picture is cut here");
    knows_the_least_height(visit);
    let line = copied(visit);
    let pinned = visit.script("return document.getElementById('pinned').textContent");
    let pinned = pinned.as_str().expect("the line of this version").to_owned();
    assert!(pinned.contains("integrity=\"sha384-"), "{pinned}");
    let folder = format!("{}/", visit.server.address());
    assert_eq!(
        line,
        format!(
            "<script type=\"module\" src=\"{folder}embed.js\"></script>\n<parent-signpost site=\"example-school\" \
             theme=\"dark\" fixed-height=\"700\"><a href=\"{folder}example-school/\">{LINK}</a></parent-signpost>"
        )
    );
    for line in [pinned, line] {
        visit.open_website(&format!("<!doctype html><title>Oak</title><h1>Oak</h1>{line}"));
        visit.in_frame(FRAME).ready().see(SCHOOL).press_link("Start").see("Who is your list for?");
    }
}

/// A host that sends what the guide says is asked, and nothing is said about it.
fn is_not_warned(visit: &mut Visit) {
    let asked = "return performance.getEntriesByType('resource').filter((it) => it.initiatorType === 'fetch').length";
    visit
        .until("two answers", |visit| visit.look(asked) == json!(2))
        .rested()
        .not_see("the code will not work there yet");
}

fn is_found_however_it_is_typed(visit: &mut Visit) {
    let found = r"
const field = document.querySelector('[type=search]');
return ['St Mary\'s', 'ST MARY’S', 'st marys', 'st. mary', 'CE primary', 'primary c.e'].map((words) => {
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return [...document.querySelector('select').options].slice(1).map((option) => option.text).join();
});
";
    assert_eq!(visit.script(found), json!(vec![SAINT; 6]));
}

fn knows_the_least_height(visit: &mut Visit) {
    let select = "document.getElementById('pixels').select()";
    visit.tap("field", "Height in pixels").script(select);
    visit.type_keys("450").see("500 is the least.").see("fixed-height=\"500\"").script(select);
    visit.type_keys("700").not_see("500 is the least.");
}

/// What was chosen is in the preview: whose page, how wide, how high, and dark.
fn is_previewed(visit: &mut Visit) {
    let size = "const frame = deep('parent-signpost >>> iframe'); return [frame.offsetWidth, frame.offsetHeight]";
    visit.until("the size", |visit| visit.look(size) == json!([768, 700])).in_frame(FRAME).ready().see(SCHOOL);
    let paper = "return getComputedStyle(document.documentElement).backgroundColor";
    visit.until("the dark", |visit| visit.look(paper) == json!("rgb(28, 26, 33)")).in_top();
}

/// Copies the line; then as where a browser lets no script copy, so that it is seen what the keys would copy.
fn copied(visit: &mut Visit) -> String {
    visit.tap("button", "Copy the code").see("Copied. Now paste it.");
    visit.script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false",
    );
    visit.tap("button", "Copy the code").see("It is selected. Press Ctrl and C");
    visit.script("return getSelection().toString()").as_str().unwrap_or_default().trim().to_owned()
}

// ------------------------------------------------------------------------------------------------- content systems

/// What the page makes without any choice.
struct Made {
    line: String,
    frame: String,
    address: String,
    /// What it tells the web supplier.
    message: String,
}

fn made(visit: &mut Visit) -> Made {
    visit.open_at("embed.html").see("1. Choose");
    let says = visit
        .script("return ['line', 'frame', 'address', 'message'].map((id) => document.getElementById(id).textContent)");
    let says = |index: usize| says[index].as_str().expect("a text").to_owned();
    Made { line: says(0), frame: says(1), address: says(2), message: says(3) }
}

fn published(visit: &mut Visit) {
    let made = made(visit);
    wordpress(visit, &made);
    google_sites(visit, &made);
    drupal(visit, &made);
    umbraco(visit, &made);
}

/// The widget stands there without its link, as high as its page.
fn is_whole(visit: &mut Visit) {
    visit.until("the widget", |visit| visit.stands() == (false, true)).in_frame(FRAME).ready();
    visit.until("the frame to fit", is_fitting).press_link("Start").see("Who is your list for?");
}

/// A block "Custom HTML" is published as it was pasted. The classic editor puts paragraphs and breaks of lines around it.
/// Of somebody who may not add code, only the link is published.
fn wordpress(visit: &mut Visit, Made { line, address, .. }: &Made) {
    let page = |body: &str| {
        format!(
            "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"UTF-8\"><title>Oak</title><style>\
             .is-layout-constrained > * {{ max-width: 645px; margin-inline: auto !important }} a {{ color: red }}</style>\
             </head><body class=\"page wp-embed-responsive\"><main class=\"wp-block-group\"><h1 class=\"wp-block-post-title\">\
             Families</h1><div class=\"entry-content wp-block-post-content is-layout-constrained\">{body}</div></main></body></html>"
        )
    };
    visit.open_website(&page(&format!("\n<p>For every family.</p>\n\n\n{line}\n\n\n<p>Write to us.</p>\n")));
    is_whole(visit);
    visit.open_website(&page(&format!("<p>For every family.</p>\n<p>{}</p>\n", line.replace('\n', "<br />\n"))));
    is_whole(visit);
    visit.open_website(&page(&format!("<p><a href=\"{address}\">{LINK}</a></p>"))).press_link(LINK).ready().see(LINK);
}

/// An address that is embedded stands in two frames, of which the outer one is in a sandbox and of another origin.
fn google_sites(visit: &mut Visit, Made { address, .. }: &Made) {
    let inner = format!(
        "<!doctype html><html><body style=\"margin: 0\"><iframe id=\"innerFrame\" src=\"{address}\" width=\"100%\" \
         height=\"880\" frameborder=\"0\"></iframe></body></html>"
    );
    let inner = spare::server(ServerOptions::empty().with_page("/embeds", inner));
    let outer = format!(
        "<!doctype html><title>Oak</title><h1>Oak</h1><div role=\"presentation\" jsname=\"jkaScf\">\
         <iframe id=\"outer\" src=\"{}/embeds\" sandbox=\"allow-scripts allow-popups allow-forms allow-same-origin \
         allow-popups-to-escape-sandbox allow-downloads allow-modals\" width=\"700\" height=\"900\"></iframe></div>",
        inner.address()
    );
    visit.open_website(&outer).in_frame("#outer");
    visit.until("the inner frame", |visit| visit.session().enter_frame("#innerFrame")).ready();
    visit.press_link("Start").see("Who is your list for?").press("Next").see("What does your child enjoy");
}

/// With the text format Full HTML a text is published as it was pasted, but for what its filters mend. The frame, too.
fn drupal(visit: &mut Visit, Made { line, frame, address, message }: &Made) {
    let page = |text: &str| {
        format!(
            "<!DOCTYPE html><html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\" /><title>Oak</title></head>\
             <body class=\"path-node page-node-type-page\"><div class=\"layout-container\"><main role=\"main\"><h1>Families</h1>\
             <article data-history-node-id=\"7\" class=\"node node--type-page\"><div class=\"clearfix text-formatted field \
             field--name-body field--type-text-with-summary field__item\"><p>For every family.</p>{text}</div></article>\
             </main></div></body></html>"
        )
    };
    visit.open_website(&page(line));
    is_whole(visit);
    let below = format!("</iframe>\n<p><a href=\"{address}\">Open it in a page of its own</a></p>");
    assert!(frame.ends_with(&below) && message.contains(frame), "{message}");
    visit
        .open_website(&page(frame))
        .in_frame(".field__item iframe")
        .ready()
        .press_link("Start")
        .see("Who is your list");
}

/// A web supplier puts the line into a template, in a website whose policy allows what the message says and nothing else.
fn umbraco(visit: &mut Visit, Made { line, message, .. }: &Made) {
    let policy: Vec<_> = ["script-src ", "frame-src "]
        .map(|name| {
            let (_, value) = message.split_once(name).expect("what a policy needs");
            format!("{name}{}", value.split([' ', '\n']).next().unwrap_or_default().trim_end_matches('.'))
        })
        .into();
    let page = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>Oak</title><meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'self'; {}\"></head><body><div class=\"umb-block-list\"><div class=\"umb-block-grid__layout-item\" \
         data-content-element-type-alias=\"embed\">{line}</div></div></body></html>",
        policy.join("; ")
    );
    visit.open_website(&page);
    is_whole(visit);
}

// ------------------------------------------------------------------------------------------------- for everybody

fn readable(visit: &mut Visit) {
    for name in ["embed.html", "demo/"] {
        visit.open_at(name).in_frame(FRAME).ready().in_top().session().resize(360);
        visit.unfold_all();
        check(visit);
        visit.session().resize(1280);
        check_by(visit, &["target-size"]);
        visit.session().resize(320);
        fits(visit);
    }
    if visit.engine == Engine::Chromium {
        visit.with(Wishes { dark: true, ..Wishes::default() }).open_at("embed.html").see("1. Choose").unfold_all();
        check_by(visit, &["color-contrast"]);
    }
}

/// A host that still sends the policy from before there was this page.
fn without_frames() -> ServerOptions {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'";
    let fault: Fault = Box::new(move |_, served| served.with_header("Content-Security-Policy", policy));
    ServerOptions::new(release()).with_fault(fault)
}

/// A host that keeps everything to its own websites, as many do from the start.
fn for_itself() -> ServerOptions {
    let fault: Fault = Box::new(|_, mut served| {
        served.headers.retain(|(name, _)| name != "Access-Control-Allow-Origin");
        served
            .with_header("X-Frame-Options", "SAMEORIGIN")
            .with_header("Content-Security-Policy", "frame-ancestors 'self'; base-uri 'none'")
    });
    ServerOptions::new(release()).with_fault(fault)
}

/// A host that lets in only the websites it names.
fn for_some() -> ServerOptions {
    let policy = "base-uri 'none', frame-ancestors 'self' https://oak.example";
    let fault: Fault = Box::new(move |_, served| served.with_header("Content-Security-Policy", policy));
    ServerOptions::new(release()).with_fault(fault)
}

fn cannot(visit: &mut Visit) {
    visit.served_by(for_itself()).open_at("embed.html").see("the code will not work there yet");
    visit.see("Access-Control-Allow-Origin: *").see("X-Frame-Options: SAMEORIGIN").see("frame-ancestors 'self'");
    visit.see("docs/hosting").in_frame(FRAME).ready().in_top();
    visit.served_by(for_some()).open_at("embed.html").see("lets only some websites show it");
    visit.see("frame-ancestors 'self' https://oak.example").not_see("Missing, with every");
    visit.served_by(without_frames()).open_at("embed.html").see("does not let this page show a preview");
    assert!(visit.text().contains("<parent-signpost><a href="), "the line is there all the same");
    // WebKitGTK's driver now and then hangs where it leaves the web for the disk.
    if visit.engine != Engine::WebKit {
        visit.go(&format!("file://{}", release().join("embed.html").display()));
        visit.see("Please open this page from its place on the web").see("4. What to paste where").not_see("1. Choose");
    }
}
