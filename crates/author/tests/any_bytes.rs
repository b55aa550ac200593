//! Whatever bytes a file holds, reading, checking, drawing and trying end with words, never with a panic.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod common;

use common::parts::Parts;
use common::{CONDITIONS, FIGURES, LANGUAGE, QUESTIONS, SUPPORT, WORDS, with};
use proptest::prelude::*;
use signpost_author::families::journey;
use signpost_author::judge::check::{all, check};
use signpost_author::make::build;
use signpost_author::make::map;
use signpost_author::make::pages;
use signpost_author::source::files::Files;
use signpost_author::source::report;
use signpost_core::time::Day;

fn survives(files: &Files) {
    let (draft, problems) = all(files, Day::parse("2026-11-24").unwrap());
    let _ = report::drawn(files, &problems, false);
    let _ = report::github(files, &problems);
    let _: serde_json::Value = serde_json::from_str(&report::json(files, &problems)).unwrap();
    problems.iter().for_each(|problem| drop(report::line(files, problem)));
    let (content, _) = build::written(&draft).content();
    let (_, on_page) = pages::start(&content);
    let _ = (pages::crash(&content), pages::whole(&content, None), map::page(&content));
    let read = Parts::of(&content, &on_page).read();
    assert!(read == Ok(content.travelling()), "what is built is not what is read: {read:?}");
}

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        QUESTIONS,
        SUPPORT,
        CONDITIONS,
        FIGURES,
        WORDS,
        LANGUAGE,
        "support/x.toml",
        "sites/x.toml",
        "x.toml",
    ])
}

/// Pieces of real TOML in any order, with anything between them.
fn like_toml() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("[[support]]\n".to_owned()),
        Just("[[question]]\nid = \"q\"\nkind = \"many\"\nabout = \"child\"\n".to_owned()),
        Just("[[question.ask_when]]\nlines = [{ any = [\"q.a\"] }, { is = \"baby\" }]\n".to_owned()),
        Just("[[condition]]\nid = \"c\"\nabout = \"child\"\n[[condition.case]]\nlines = [{ is = \"c\" }]\n".to_owned()),
        Just("text = \"é{child\"\n".to_owned()),
        Just("what = \"É eligibles… the «Center»\u{301}... {child}: TODO\"\n".to_owned()),
        Just("reading_age = 0\nnames = [\"é\", \"{\"]\njargon = [{ word = \"é\", say = \"e\" }]\n".to_owned()),
        Just("name = '''\n€{figures.x}<b>'''\n".to_owned()),
        Just("what = \"\\u00e9 {chil}\"\n".to_owned()),
        Just("[site]\nid = \"x\"\ncolour = \"#é0f5f63\"\nlanguages = [\"\", 1]\n".to_owned()),
        Just("born = { from = \"1 month\" }\n".to_owned()),
        ".{0,20}",
        "[a-z.]{1,8} = .{0,12}\n",
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_as_a_file_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let folder = std::env::temp_dir().join(format!("signpost-bytes-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("support")).unwrap();
        std::fs::write(folder.join("conditions.toml"), &bytes).unwrap();
        std::fs::write(folder.join("support/a.toml"), &bytes).unwrap();
        survives(&Files::read(&folder).unwrap());
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn any_text_in_any_file_never_panics(name in name(), text in prop_oneof![like_toml(), ".{0,200}"]) {
        let mut files = with(name, |base| format!("{base}{text}"));
        let language = include_str!("../../../content/language.toml");
        files.push((LANGUAGE.into(), if name == LANGUAGE { format!("{language}{text}") } else { language.into() }));
        files.push(("support/y.toml".into(), text));
        survives(&Files::of(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))));
    }

    #[test]
    fn any_text_as_a_journey_never_panics(
        lines in prop::collection::vec(prop_oneof![
            Just("today 2026-11-23".to_owned()), Just("child Zoë\u{2003}".to_owned()), Just("family".to_owned()),
            Just("  c-born: 2026-03".to_owned()), Just("offers".to_owned()), Just("anyone: é from ;; from x".to_owned()),
            ".{0,30}", "[a-z-]{1,9}: .{0,20}",
        ], 0..12)
    ) {
        let base = with("", str::to_owned);
        let (draft, _) = check(&Files::of(base.iter().map(|(name, text)| (name.as_str(), text.as_str()))));
        let (content, _) = build::written(&draft).content();
        let files = Files::of([("a.txt", lines.join("\n").as_str())]);
        match journey::read(&content, &files) {
            Ok(journey) => drop(journey::run(&content, &journey)),
            Err(problems) => drop(report::drawn(&files, &problems, false)),
        }
    }
}
