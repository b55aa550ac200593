//! What `cargo signpost sites import` makes of a sheet, and what it says about one that is not right.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod common;

use std::fs;
use std::path::PathBuf;

use common::command::{End, signpost};
use common::{LANGUAGE, SLEEP_CLINIC, SUPPORT, with};
use signpost_author::judge::check::all;
use signpost_author::source::files::Files;
use signpost_core::time::Day;
use tempfile::TempDir;

/// A content folder with one site, and a place for sheets.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let language = include_str!("../../../content/language.toml").to_owned();
        let support = |base: &str| format!("{}\n{SLEEP_CLINIC}", base.replace("picture", "owner = \"Sleep\"\npicture"));
        for (name, text) in with(SUPPORT, support).into_iter().chain([(LANGUAGE.to_owned(), language)]) {
            desk.write(&format!("content/{name}"), text);
        }
        desk.write("content/sites/ash.toml", ASH);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Imports a sheet of these bytes.
    fn import(&self, sheet: impl AsRef<[u8]>, more: &[&str]) -> (End, String) {
        self.write("schools.csv", sheet);
        let (sheet, content) = (self.path("schools.csv"), self.path("content"));
        let words = ["sites", "import", sheet.to_str().unwrap(), "--content", content.to_str().unwrap()];
        let said = signpost(today(), words.iter().chain(more));
        (said.end, said.text.replace(&format!("{}/", self.0.path().display()), ""))
    }

    /// What is wrong with a sheet: line, column of the sheet's text, and what is said. Nothing was written for it.
    fn says(&self, sheet: impl AsRef<[u8]>) -> Vec<String> {
        let before = self.sites();
        let (end, text) = self.import(sheet, &["--format", "json"]);
        assert_eq!((end, self.sites()), (End::Problems, before), "{text}");
        let problems: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
        let line = |one: &serde_json::Value| {
            let text = |key: &str| one[key].as_str().unwrap().to_owned();
            assert_eq!(text("file"), "schools.csv");
            format!("{}:{}: {}; {}", one["line"], one["column"], text("message"), text("meant"))
        };
        problems.iter().map(line).collect()
    }

    /// The files of the folder of sites, with what is in them.
    fn sites(&self) -> Vec<(String, String)> {
        let entries = fs::read_dir(self.path("content/sites")).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<(String, String)> = entries
            .map(|path| {
                let text = fs::read_to_string(&path).unwrap_or_default();
                (path.file_name().unwrap().to_string_lossy().into_owned(), text)
            })
            .collect();
        files.sort();
        files
    }

    fn names(&self) -> Vec<String> {
        self.sites().into_iter().map(|(name, _)| name).collect()
    }

    /// Nothing is wrong with any site. That a kiosk has no address for phones yet is a note.
    fn is_checked(&self) {
        let files = Files::read(&self.path("content")).unwrap();
        let (_, problems) = all(&files, today());
        let of_a_site = |file: usize| files.get(file).is_some_and(|file| file.name.starts_with("sites/"));
        let wrong = problems.into_iter().filter(|it| of_a_site(it.spot.file) && it.rule != "no-address");
        assert_eq!(wrong.collect::<Vec<_>>(), []);
    }
}

const ASH: &str = "[site]\nid = \"ash\"\nname = \"Ash Primary\"\nkind = \"school\"\n";

fn today() -> Day {
    Day::parse("2026-11-24").unwrap()
}

const TWO: &str = "id,name,kind,area,colour,languages,keeping,kiosk,hide,person-1-role,person-1-phone,person-1-topics,\
    service-1-support,service-1-name,extra-1-id,extra-1-topic,extra-1-name,extra-1-what,extra-1-who,extra-1-how,\
    extra-1-cost,extra-1-checked\n\
    oak,\"Oak, Primary\",school,Calderdale,#0f5f63,en-GB ur,this-visit,,,SENCO,0300 123 4097,sleep,\
    sleep-clinic,Sleep talks,walking-bus,sleep,Walking bus,We walk.,Everybody.,Ask.,free,23/11/2026\n\
    elm,Elm Hub,hub,,,,,yes,sleep-clinic,,,,,,,,,,,,,\n";

const OAK: &str = r##"# Made of schools.csv by `cargo signpost sites import`, which writes it anew with --replace.

[site]
id = "oak"
name = "Oak, Primary"
kind = "school"
area = "Calderdale"
colour = "#0f5f63"
languages = ["en-GB", "ur"]
keeping = "this-visit"

[[extra]]
id = "walking-bus"
topic = "sleep"
name = "Walking bus"
what = "We walk."
who = "Everybody."
how = "Ask."
cost = "free"
checked = 2026-11-23

[[person]]
role = "SENCO"
phone = "0300 123 4097"
topics = ["sleep"]

[[service]]
support = "sleep-clinic"
name = "Sleep talks"
"##;

#[test]
fn every_row_becomes_the_file_that_an_author_would_have_written() {
    let desk = Desk::new();
    let (end, text) = desk.import(TWO, &[]);
    let says = "2 sites written to content/sites. Run `cargo signpost check`, then `cargo xtask serve`.\n";
    assert!(end == End::Clean && text.ends_with(says), "{text}");
    assert!(text.starts_with("Note: in the column `id`: the kiosk `elm` says no address for phones"), "{text}");
    assert_eq!(desk.names(), ["ash.toml", "elm.toml", "oak.toml"]);
    let sites = desk.sites();
    assert_eq!((sites[0].1.as_str(), sites[2].1.as_str()), (ASH, OAK));
    assert!(sites[1].1.ends_with("kind = \"hub\"\nkiosk = true\nhide = [\"sleep-clinic\"]\n"), "{}", sites[1].1);
    desk.is_checked();
}

#[test]
fn a_sheet_is_read_as_any_spreadsheet_saves_it() {
    let two = "id,name,kind\noak,Oak; Primary,school\nelm,É Hub,hub\n";
    for sheet in [
        two.to_owned(),
        format!("\u{feff}{}", two.replace('\n', "\r\n")),
        "sep=;\r\nid;name;kind\r\noak;\"Oak; Primary\";School\r\n;;\r\nelm;É Hub;hub".to_owned(),
        "ID\tName\tKind\t\noak\tOak; Primary\tschool\t\nelm\t É Hub \thub\t\n\t\t\t\n".to_owned(),
    ] {
        let desk = Desk::new();
        assert_eq!(desk.import(&sheet, &[]).0, End::Clean, "{sheet}");
        assert!(desk.sites()[1].1.contains("name = \"É Hub\""), "{sheet}");
        assert!(desk.sites()[2].1.contains("name = \"Oak; Primary\""), "{sheet}");
    }
}

#[test]
fn everything_wrong_in_a_sheet_is_said_at_once_with_its_line_and_its_column() {
    let sheet = "id,name,kind,colour,keeping,kiosk,hide,person-1-name,person-1-phone,person-1-email,person-1-role\n\
        Oak Primary,Oak,Schol,#ffcc00,this-device,perhaps,sleep-clinik,Jo,3001234097,senco,\n\
        elm,,school,teal,,,,,,,\n\
        elm,Elm,school,,,,,,01632 960 123,,SENCO\n\
        ash,Ash,school,,,,,,,,\n";
    let id = "lower-case words joined by hyphens; did you mean `oak-primary`?";
    let films = "write the real one";
    let colour = "write it as `#0f5f63`: red, green and blue, two digits each";
    assert_eq!(
        Desk::new().says(sheet),
        [
            format!("2:1: in the column `id`: the id `Oak Primary` of this site is not {id}"),
            "2:17: in the column `kind`: `Schol` is not a word for `kind`; did you mean `school`?".into(),
            "2:23: in the column `colour`: `#ffcc00` is too light: words in it, and white words on it, are hard to read; the nearest colour that can be read is `#926200`".into(),
            "2:31: in the column `keeping`: only a parent can choose that answers stay on their device; set keeping = \"this-visit\", or leave it out".into(),
            "2:43: in the column `kiosk`: `perhaps` is neither yes nor no; write `yes` or `no`, or leave it empty".into(),
            "2:51: in the column `hide`: there is no support `sleep-clinik`; did you mean `sleep-clinic`?".into(),
            "2:67: in the column `person-1-phone`: `3001234097` is not a UK phone number; a spreadsheet took its first 0 away: keep the column as text, and write `03001234097`".into(),
            "2:78: in the column `person-1-email`: `senco` is not an email address; write it as help@example.org".into(),
            "2:84: in the column `person-1-role`: this cell is empty; fill it in. What they do, such as SENCO.".into(),
            "3:5: in the column `name`: this cell is empty; fill it in. What parents call it.".into(),
            format!("3:13: in the column `colour`: `teal` is not a colour; {colour}"),
            "4:1: in the column `id`: there is already a site `elm`; the other stands in schools.csv, line 3: give one of the two another id".into(),
            format!("4:21: in the column `person-1-phone`: `01632 960 123` is a number for films: nobody answers it; {films}"),
            "5:1: in the column `id`: there is already a site `ash`; it stands in sites/ash.toml: add --replace to write it anew, or leave the row out".into(),
        ]
    );
}

#[test]
fn the_names_of_the_columns_are_known_each_once_and_none_is_missing() {
    let desk = Desk::new();
    assert_eq!(
        desk.says("id,nam,kind,colour,colour,service-1-hours,weather\noak,Oak,school,,,,\n"),
        [
            "1:4: no column is called `nam`; did you mean `name`?",
            "1:20: there is already a column `colour`; keep one of the two; a second person is `person-2-…`",
            "1:43: no column is called `weather`; a column is called as a key of a site: `name`, `colour`, `person-1-role`, `service-2-name`",
            "1:43: the column `name` is missing; add it. What parents call it.",
            "1:43: the column `service-1-name` is missing; add it. What it is called here.",
            "1:43: the column `service-1-support` is missing; add it. The support it provides.",
        ]
    );
    assert_eq!(
        desk.says("id,name,kind,\noak,Oak,school,see below\n"),
        ["2:16: this cell stands in a column without a name; name the column in the first row, or empty it"]
    );
}

#[test]
fn a_file_that_is_no_sheet_is_told_what_it_is() {
    let desk = Desk::new();
    let template = "begin with `cargo signpost sites template`";
    assert_eq!(desk.says(""), [format!("1:1: there is nothing in this sheet; {template}")]);
    assert_eq!(
        desk.says("id,name,kind\n"),
        ["1:14: there is no site in this sheet; write one in each row below the names of the columns"]
    );
    let windows = desk.says(b"id,name,kind\noak,\xc9cole,school\n");
    assert_eq!(windows, ["2:5: this is not UTF-8 text; save the file as UTF-8 in your editor"]);
    assert_eq!(
        desk.says(b"PK\x03\x04and so on"),
        ["1:1: this is a spreadsheet as its program keeps it; save it as \"CSV UTF-8\" and import that file"]
    );
    let open = desk.says("id,name,kind\noak,\"Oak,school\nelm,Elm,hub\n");
    let says = "2:5: the quote that stands here is never closed; add a \" at the end of this cell; inside a cell a quote is written twice";
    assert!(open.contains(&says.to_owned()), "{open:?}");
    let cells = desk.says("id,name,kind\noak,Oak, Primary,school\n");
    assert!(cells.iter().any(|one| one.starts_with("2:18: this row has 4 cells, and the first has 3")), "{cells:?}");
}

#[test]
fn sites_that_are_there_are_written_anew_only_where_that_is_asked_for() {
    let desk = Desk::new();
    let sheet = "id,name,kind\nash,Ash Academy,school\noak,Oak,school\n";
    assert_eq!(desk.import(sheet, &[]).0, End::Problems);
    assert_eq!(desk.names(), ["ash.toml"]);
    let (_, text) = desk.import(sheet, &["--replace", "--dry-run"]);
    let plan = "2 sites would be written:\n  content/sites/ash.toml (changed)\n  content/sites/oak.toml (new)\n";
    assert_eq!((text.as_str(), desk.sites()[0].1.as_str(), desk.names().len()), (plan, ASH, 1));
    let (end, text) = desk.import(sheet, &["--replace"]);
    assert_eq!(end, End::Clean);
    assert!(text.starts_with("2 sites written to content/sites: 1 new, 1 changed."), "{text}");
    assert!(desk.sites()[0].1.contains("Ash Academy"));
    desk.is_checked();
}

#[test]
fn a_sheet_says_what_stays_as_it_is_and_which_pages_it_no_longer_has() {
    let desk = Desk::new();
    assert_eq!(desk.import("id,name,kind\nelm,Elm,school\noak,Oak,school\n", &[]).0, End::Clean);
    let (end, text) = desk.import("id,name,kind\nelm,Elm,school\n", &["--replace"]);
    let left = "Not in this sheet, but made of one before: 1 site (oak). To take a page away, delete its file in the folder.\n";
    assert_eq!(end, End::Clean);
    assert!(text.starts_with("1 site written to content/sites: 1 as before.") && text.ends_with(left), "{text}");
    assert_eq!(desk.names(), ["ash.toml", "elm.toml", "oak.toml"]);
}

#[test]
fn a_council_sends_out_the_address_of_each_page_and_its_line() {
    let desk = Desk::new();
    desk.import("id,name,kind\nelm,\"Elm, by the river\",school\n", &[]);
    let lines =
        |address| signpost(today(), ["sites", "lines", address, "--content", desk.path("content").to_str().unwrap()]);
    let said = lines("https://help.example.org/signpost");
    let elm = "elm,\"Elm, by the river\",https://help.example.org/signpost/elm/,\"<script type=\"\"module\"\" \
        src=\"\"https://help.example.org/signpost/embed.js\"\"></script> <parent-signpost site=\"\"elm\"\">\
        <a href=\"\"https://help.example.org/signpost/elm/\"\">Find help that fits your family</a></parent-signpost>\"\n";
    assert!(said.text.starts_with("id,name,page,line\nash,") && said.text.ends_with(elm), "{}", said.text);
    let refused = lines("help.example.org");
    assert_eq!(refused.end, End::CouldNotRun);
    assert!(refused.text.starts_with("`help.example.org` is not the address of a folder"), "{}", refused.text);
}

#[test]
fn where_one_file_cannot_be_written_none_is() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("content/sites/oak.toml.part")).unwrap();
    let (end, text) = desk.import("id,name,kind\nelm,Elm,school\noak,Oak,school\n", &[]);
    assert_eq!(end, End::CouldNotRun);
    assert!(text.starts_with("content/sites/oak.toml.part could not be written"), "{text}");
    assert_eq!(desk.names(), ["ash.toml", "oak.toml.part"]);
}

#[test]
fn the_sheet_to_begin_with_is_right_but_for_an_address_that_nobody_has() {
    let desk = Desk::new();
    let template = signpost(today(), ["sites", "template"]).text;
    let says = desk.says(&template);
    let address = "in the column `person-1-email`: `senco@example.org` leads nowhere: such names are for examples; write the real address";
    assert!(says.len() == 1 && says[0].ends_with(address), "{says:?}");
    assert_eq!(desk.import(template.replace("example.org", "oak.sch.uk"), &[]).0, End::Clean);
    desk.is_checked();
}

#[test]
fn a_logo_stands_beside_the_files_before_a_sheet_names_it() {
    let desk = Desk::new();
    let sheet = "id,name,kind,logo,Logo says\noak,Oak,school,oak.svg,An oak\n";
    let missing = "2:16: in the column `logo`: there is no picture `oak.svg` beside this file; put it into the folder of the sites";
    assert_eq!(desk.says(sheet), [missing]);
    desk.write("content/sites/oak.svg", r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>"#);
    assert_eq!(desk.import(sheet, &[]).0, End::Clean);
    assert!(desk.sites()[2].1.ends_with("logo = \"oak.svg\"\nlogo_says = \"An oak\"\n"));
    desk.is_checked();
}
