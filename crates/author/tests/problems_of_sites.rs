//! What is said about a mistake in the file of a school, a hub or a council.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod common;

use common::{SLEEP_CLINIC, SUPPORT, judged_files, problems, with};
use signpost_author::judge::check::{all, check};
use signpost_author::source::files::Files;
use signpost_author::source::report;
use signpost_core::time::Day;

const CALL_NOW: &str = r#"[[support]]
id = "call-now"
kind = "universal"
about = "family"
name = "A"
what = "A"
who = "A"
how = "A"
phone = "999"
urgent = true
cost = "free"
checked = 2026-11-23
source = "A"
sure = "high"
"#;

/// A site with these lines in its first table, and these tables behind it.
fn says(lines: &str, more: &str) -> Vec<String> {
    let site = format!("[site]\nid = \"oak\"\nname = \"Oak\"\nkind = \"school\"\n{lines}\n{more}\n");
    says_of(&site)
}

fn says_of(site: &str) -> Vec<String> {
    let mut files = with(SUPPORT, |base| format!("{base}{SLEEP_CLINIC}{CALL_NOW}"));
    files.push(("sites/oak.toml".into(), site.into()));
    let (files, found) = problems(&files);
    found.iter().map(|problem| report::line(&files, problem)).collect()
}

#[test]
fn a_whole_site_has_no_problem() {
    let more = "[[person]]\nrole = \"SENCO\"\n[[service]]\nsupport = \"sleep-clinic\"\nname = \"Here\"\n";
    assert_eq!(
        says("hide = [\"sleep-clinic\"]\ncolour = \"#0f5f63\"\nlanguages = [\"en-GB\", \"pa-Arab\"]", more),
        [""; 0]
    );
}

#[test]
fn a_colour_can_be_read_on_everything_it_stands_on() {
    assert_eq!(
        says("colour = \"#ffcc00\"", ""),
        [
            "sites/oak.toml:5:10: `#ffcc00` is too light: words in it, and white words on it, are hard to read; the nearest colour that can be read is `#926200`"
        ]
    );
    assert_eq!(says("colour = \"#696969\"", ""), [""; 0], "the lightest grey that will do");
    assert_eq!(says("colour = \"#767676\"", "").len(), 1, "the darkest grey that will not do");
    for bad in ["teal", "#0f5", "0f5f63", "#0f5f6g", "#0f5f63ff", "#ääää"] {
        assert_eq!(
            says(&format!("colour = \"{bad}\""), ""),
            [format!(
                "sites/oak.toml:5:10: `{bad}` is not a colour; write it as `#0f5f63`: red, green and blue, two digits each"
            )]
        );
    }
}

/// What is said of a site with these lines, beside a picture.
fn says_beside(lines: &str, picture: &str, bytes: &[u8]) -> Vec<String> {
    let site = format!("[site]\nid = \"oak\"\nname = \"Oak\"\nkind = \"school\"\n{lines}\n");
    let mut files = with(SUPPORT, |base| format!("{base}{SLEEP_CLINIC}{CALL_NOW}"));
    files.push(("sites/oak.toml".into(), site));
    let files = Files::of(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let files = files.with_picture(picture, bytes);
    check(&files).1.iter().map(|problem| report::line(&files, problem)).collect()
}

#[test]
fn a_logo_is_a_picture_beside_the_file_and_only_a_picture() {
    let tree = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>"#;
    let logo = "logo = \"oak.svg\"\nlogo_says = \"A tree\"";
    assert_eq!(says_beside(logo, "oak.svg", tree), [""; 0]);
    let beside = "put the picture beside this file, and write only its name: `oak.svg`";
    for (lines, bytes, says) in [
        ("logo = \"https://oak.sch.uk/oak.svg\"", tree.as_slice(), format!("5:8: `https://oak.sch.uk/oak.svg` is not the name of a file; {beside}")),
        ("logo = \"oka.svg\"", tree, "5:8: there is no picture `oka.svg` beside this file; did you mean `oak.svg`?".into()),
        ("logo = \"oak.gif\"", tree, "5:8: `oak.gif` is neither SVG nor PNG; a logo is a file that ends with .svg or .png".into()),
        ("logo_says = \"A tree\"", tree, "5:13: `logo_says` means something only beside a `logo`; name the picture, or leave this out".into()),
        (
            "logo = \"oak.svg\"",
            br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="go()"><script/></svg>"#,
            "5:8: `oak.svg` holds more than a picture: `onload` of `<svg>` and `<script>`; take it out, or export the drawing as \"plain\" or \"optimised\" SVG".into(),
        ),
        (
            "logo = \"oak.svg\"",
            &[b' '; 20 * 1024 + 1],
            "5:8: `oak.svg` has 21 KB; a logo has at most 20: save it smaller, or as SVG with simpler lines".into(),
        ),
    ] {
        assert_eq!(says_beside(lines, "oak.svg", bytes), [format!("sites/oak.toml:{says}")]);
    }
}

#[test]
fn what_a_site_names_exists() {
    assert_eq!(
        says("hide = [\"sleep-clinik\"]", ""),
        ["sites/oak.toml:5:9: there is no support `sleep-clinik`; did you mean `sleep-clinic`?"]
    );
    assert_eq!(
        says("", "[[service]]\nsupport = \"slep-clinic\"\nname = \"Here\""),
        ["sites/oak.toml:7:11: there is no support `slep-clinic`; did you mean `sleep-clinic`?"]
    );
}

#[test]
fn no_site_takes_the_urgent_numbers_away() {
    assert_eq!(
        says("hide = [\"call-now\"]", ""),
        [
            "sites/oak.toml:5:9: `call-now` belongs to the urgent box, which is the same for everyone; no site can hide it: leave it out here"
        ]
    );
}

#[test]
fn a_support_of_ones_own_stands_in_a_topic_and_has_its_own_id() {
    let extra = |id: &str, topic: &str| {
        format!(
            "[[extra]]\nid = \"{id}\"\ntopic = \"{topic}\"\nname = \"A\"\nwhat = \"A\"\nwho = \"A\"\nhow = \"A\"\ncost = \"free\"\nchecked = 2026-11-23"
        )
    };
    assert_eq!(says("", &extra("ours", "sleep")), [""; 0]);
    assert_eq!(
        says("", &extra("ours", "slep")),
        ["sites/oak.toml:8:9: there is no topic `slep`; did you mean `sleep`?"]
    );
    assert_eq!(
        says("", &extra("sleep-clinic", "sleep")),
        [
            "sites/oak.toml:7:6: there is already a support `sleep-clinic`; the other stands in support/1.toml, line 8: give your own another id, or add a [[service]] to that one"
        ]
    );
}

/// A list that is taken home names a support by a stamp of 16 bits.
#[test]
fn a_support_of_ones_own_is_not_taken_home_as_another() {
    let extra = "[[extra]]\nid = \"young-talk-line-class\"\ntopic = \"sleep\"\nname = \"A\"\nwhat = \"A\"\nwho = \"A\"\nhow = \"A\"\ncost = \"free\"\nchecked = 2026-11-23";
    assert_eq!(
        says("", extra),
        [
            "sites/oak.toml:7:6: `young-talk-line-class` has the same stamp as `sleep-clinic`, and a list taken home names supports by it; the other stands in support/1.toml, line 8: give the newer of the two another id"
        ]
    );
}

#[test]
fn what_somebody_is_asked_about_exists() {
    let person = |line: &str| format!("[[person]]\nrole = \"SENCO\"\n{line}\n");
    assert_eq!(says("", &person("supports = [\"sleep-clinic\"]\ntopics = [\"sleep\"]")), [""; 0]);
    assert_eq!(
        says("", &person("supports = [\"sleep-clinik\"]\ntopics = [\"slep\"]")),
        [
            "sites/oak.toml:8:13: there is no support `sleep-clinik`; did you mean `sleep-clinic`?",
            "sites/oak.toml:9:11: there is no topic `slep`; did you mean `sleep`?",
        ]
    );
}

#[test]
fn only_a_parent_can_choose_that_answers_stay_on_their_device() {
    assert_eq!(
        says("keeping = \"this-device\"", ""),
        [
            "sites/oak.toml:5:11: only a parent can choose that answers stay on their device; set keeping = \"this-visit\", or leave it out"
        ]
    );
}

#[test]
fn a_screen_that_many_people_share_keeps_nothing() {
    assert_eq!(says("kiosk = true\nkeeping = \"nowhere\"", ""), [""; 0]);
    assert_eq!(
        says("kiosk = true\nkeeping = \"this-device\"", ""),
        [
            "sites/oak.toml:6:11: a screen that many people share keeps nothing; set keeping = \"nowhere\", or leave it out"
        ]
    );
}

#[test]
fn a_kiosk_says_how_long_it_waits_who_can_see_it_and_whether_it_prints() {
    assert_eq!(says("kiosk = true\nidle = 600\nopen_plan = true\nprinting = \"ask\"", ""), [""; 0]);
    assert_eq!(says("kiosk = true\naddress = \"https://help.council.gov.uk/hub/\"", ""), [""; 0]);
    assert_eq!(
        says("kiosk = true\naddress = \"https://help.council.gov.uk/hub/?id=1\"", ""),
        [
            "sites/oak.toml:6:11: a code has room for an address of 80 letters without a ? or #; give the page a shorter address"
        ]
    );
    assert_eq!(
        says("kiosk = true\nidle = 30\nprinting = \"yes\"", ""),
        [
            "sites/oak.toml:6:8: a kiosk waits 60 to 600 seconds, not 30; set idle = 60",
            "sites/oak.toml:7:12: `yes` is not a word for `printing`; one of `off`, `ask`, `on`"
        ]
    );
}

#[test]
fn a_site_that_forgot_that_it_is_a_kiosk_is_told_so_once() {
    let told = |lines: &str| says(lines, "");
    let all = "open_plan = true\nidle = 90\nprinting = \"ask\"\naddress = \"https://help.council.gov.uk/hub/\"";
    let says = "`open_plan`, `idle`, `printing` and `address` mean something only on a kiosk; set kiosk = true, or leave these out";
    assert_eq!(told(all), [format!("sites/oak.toml:5:13: {says}")]);
    assert_eq!(told(&format!("kiosk = false\n{all}")), [format!("sites/oak.toml:6:13: {says}")]);
    assert_eq!(
        told("idle = 90"),
        ["sites/oak.toml:5:8: `idle` means something only on a kiosk; set kiosk = true, or leave this out"]
    );
    assert_eq!(told(&format!("kiosk = true\n{all}")), [""; 0]);
}

#[test]
fn a_kiosk_without_an_address_for_phones_is_worth_a_look() {
    let with_site = |lines: &str| {
        let mut files = with(SUPPORT, str::to_owned);
        let site = format!("[site]\nid = «\"oak\"»\nname = \"Oak\"\nkind = \"hub\"\n{lines}\n");
        files.push(("sites/oak.toml".into(), site));
        files
    };
    let says = "the kiosk `oak` says no address for phones; where its own computer serves the page, no phone can open the code: add `address = \"https://…\"`";
    judged_files(with_site("kiosk = true"), says);
    for lines in ["kiosk = true\naddress = \"https://help.council.gov.uk/hub/\"", ""] {
        let files = with_site(lines).into_iter().map(|(name, text)| (name, text.replace(['«', '»'], "")));
        let files: Vec<_> = files.collect();
        let files = Files::of(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        let (_, found) = all(&files, Day::parse("2026-11-24").unwrap());
        assert!(found.iter().all(|problem| problem.rule != "no-address"), "{lines}");
    }
}

#[test]
fn a_language_a_number_and_an_address_are_written_so_that_they_work() {
    assert_eq!(
        says(
            "languages = [\"English, please\"]",
            "[[person]]\nrole = \"SENCO\"\nphone = \"ext. 4\"\nemail = \"senco\""
        ),
        [
            "sites/oak.toml:5:14: `English, please` is not the short name of a language; write it as `en-GB`, `ur` or `pa-Arab`",
            "sites/oak.toml:8:9: `ext. 4` is not a UK phone number; write it as 0300 123 4097, 116 123 or 999",
            "sites/oak.toml:9:9: `senco` is not an email address; write it as help@example.org",
        ]
    );
}

#[test]
fn a_site_is_called_as_its_file_and_has_no_key_too_many() {
    assert_eq!(
        says_of("[site]\nid = \"elm\"\nname = \"Oak\"\nkind = \"school\"\ncolor = \"#000000\"\n"),
        [
            "sites/oak.toml:2:6: the site `elm` stands in the file `oak.toml`; give both one name: id = \"oak\"",
            "sites/oak.toml:5:1: the key `color` is not known here; did you mean `colour`?",
        ]
    );
}

#[test]
fn no_site_is_called_as_another_folder_or_as_what_hosts_keep_for_a_year() {
    for (id, says) in [
        ("pl", "a folder `pl` could be that of a language"),
        ("con", "a computer with Windows cannot make a folder `con`"),
        ("late-years", "hosts keep whatever is called `late-…` for a year, and a page must not be kept so"),
        (&"a".repeat(101), "an id of 101 letters is too long for the name of a folder"),
    ] {
        let said = says_of(&format!("[site]\nid = \"{id}\"\nname = \"Oak\"\nkind = \"school\"\n"));
        let meant = "give the site and its file another name";
        assert_eq!(said.first(), Some(&format!("sites/oak.toml:2:6: {says}; {meant}")), "{id}");
    }
}

#[test]
fn the_name_of_a_site_stands_in_one_line() {
    let said = says_of("[site]\nid = \"oak\"\nname = \"Oak\\nPrimary\"\nkind = \"school\"\n");
    assert_eq!(said, ["sites/oak.toml:3:8: the name of a site is broken into lines; write it in one line"]);
}

#[test]
fn no_site_takes_the_folder_of_the_made_up_school() {
    assert_eq!(
        says_of("[site]\nid = \"demo\"\nname = \"Oak\"\nkind = \"school\"\n"),
        [
            "sites/oak.toml:2:6: the folder `demo` of the release is the page of a made-up school; give the site and its file another name",
            "sites/oak.toml:2:6: the site `demo` stands in the file `oak.toml`; give both one name: id = \"oak\"",
        ]
    );
}
