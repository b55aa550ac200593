//! Sites: what a school, a hub or a council adds, and how the questions look there.

use palette::Srgb;
use signpost_core::catalogue::{About, Cost, Way};
use signpost_core::visit::Keeping;
use signpost_core::written::{self, LocalService, Own, Person};
use toml::Spanned;
use toml::de::DeTable;

use crate::format::colour;
use crate::format::draft::{Concerns, Draft, WrittenKiosk, WrittenSite};
use crate::format::logo::{self, Blemish, Logo};
use crate::format::read::book::Book;
use crate::format::read::speech::Speech;
use crate::format::read::table::Table;
use crate::format::read::value::Value;
use crate::format::shape;
use crate::format::vocabulary::SiteKind;
use crate::source::files::Picture;
use crate::source::near::nearest;
use crate::source::problem::{At, Problem};
use crate::source::say::joined;

/// Nobody in particular: a site's words are about the place.
const PLACE: Speech = Speech::Of(Some(About::Family));

/// Reads one file of `sites/`.
pub(crate) fn read(book: &Book<'_>, file: &Spanned<DeTable<'_>>, pictures: &[Picture], draft: &mut Draft) {
    let mut table = Table::whole(book, file, &shape::SITE_FILE);
    let site = table.must("site").and_then(Value::table);
    let (people, asked) = table.tables("person").into_iter().map(person).unzip();
    let (services, provided): (Vec<_>, Vec<_>) = table.tables("service").into_iter().map(service).unzip();
    let (own, extra) = table.tables("extra").into_iter().map(extra).unzip();
    draft.sites.extend(site.map(|table| {
        let site = self::site(table, pictures);
        let written = written::Site { people, services, own, ..site.written };
        WrittenSite { written, asked, provided: provided.into_iter().flatten().collect(), extra, ..site }
    }));
    table.finish();
}

fn site(mut table: Table<'_>, pictures: &[Picture]) -> WrittenSite {
    let id = table.id();
    let name = name(&mut table);
    let kind = table.must("kind").and_then(Value::word::<SiteKind>);
    let area = table.text_if_any("area", PLACE);
    let colour = table.may("colour").and_then(colour);
    let (logo, logo_says) = (table.may("logo").and_then(|value| logo(value, pictures)), logo_says(&mut table));
    let languages = table.may("languages").map(Value::list).unwrap_or_default();
    let languages = languages.into_iter().filter_map(language).collect();
    let (kiosk, keeping) = (kiosk(&mut table), keeping(&mut table));
    let offline = table.flag("offline") || kiosk.is_some();
    let hidden = table.may("hide").map(Value::names).unwrap_or_default();
    table.finish();
    let hide = hidden.iter().map(|name| name.value.clone()).collect();
    let written = written::Site { id: id.value.clone(), name, area, hide, ..written::Site::default() };
    let (provided, asked, extra) = (Vec::new(), Vec::new(), Vec::new());
    WrittenSite {
        id,
        written,
        way: kind.map_or(Way::School, way),
        colour,
        logo,
        logo_says,
        languages,
        keeping,
        kiosk,
        offline,
        hidden,
        provided,
        asked,
        extra,
    }
}

/// How supports are got through such a place.
fn way(kind: SiteKind) -> Way {
    match kind {
        SiteKind::School => Way::School,
        SiteKind::Hub => Way::Hub,
        SiteKind::Council => Way::Council,
    }
}

/// After how many seconds a kiosk asks whether somebody is there: where nothing is said, at least, and at most.
const IDLE: usize = 90;
const SHORTEST_IDLE: usize = 60;
const LONGEST_IDLE: usize = 600;

/// What is said of a kiosk, and means something only on one.
const OF_KIOSKS: [&str; 4] = ["idle", "open_plan", "printing", "address"];

fn kiosk(table: &mut Table<'_>) -> Option<WrittenKiosk> {
    let is_kiosk = table.flag("kiosk");
    let kiosk = WrittenKiosk {
        idle: table.may("idle").and_then(idle).unwrap_or(IDLE),
        open_plan: table.flag("open_plan"),
        printing: table.may("printing").and_then(Value::word).unwrap_or_default(),
        address: address(table),
    };
    if !is_kiosk {
        no_kiosk(table);
    }
    is_kiosk.then_some(kiosk)
}

/// Whoever says so much of a kiosk has forgotten one line, and is told so once.
fn no_kiosk(table: &mut Table<'_>) {
    let mut said: Vec<_> = OF_KIOSKS.into_iter().filter_map(|key| Some((table.may(key)?, key))).collect();
    said.sort_by_key(|(value, _)| value.spot());
    let Some((first, _)) = said.first() else { return };
    let keys: Vec<String> = said.iter().map(|(_, key)| format!("`{key}`")).collect();
    let (means, these) = if said.len() == 1 { ("means", "this") } else { ("mean", "these") };
    let problem = Problem::new(first.spot(), format!("{} {means} something only on a kiosk", joined(&keys, "and")))
        .rule("out-of-place");
    first.book.note(problem.meant(format!("set kiosk = true, or leave {these} out")));
}

/// A code has room for so many letters in front of a list.
const LONGEST_ADDRESS: usize = 80;

fn address(table: &mut Table<'_>) -> Option<String> {
    let address = table.url("address");
    let value = table.may("address")?;
    if address.len() > LONGEST_ADDRESS || address.contains(['?', '#']) {
        let says = format!("a code has room for an address of {LONGEST_ADDRESS} letters without a ? or #");
        let problem = Problem::new(value.spot(), says).rule("out-of-range");
        value.book.note(problem.meant("give the page a shorter address"));
    }
    Some(address)
}

/// Too short, and nobody can read a screen; too long, and the next family comes before it is up.
fn idle(value: Value<'_>) -> Option<usize> {
    let At { value: seconds, spot } = value.number()?;
    if !(SHORTEST_IDLE..=LONGEST_IDLE).contains(&seconds) {
        let says = format!("a kiosk waits {SHORTEST_IDLE} to {LONGEST_IDLE} seconds, not {seconds}");
        let meant = format!("set idle = {}", seconds.clamp(SHORTEST_IDLE, LONGEST_IDLE));
        value.book.note(Problem::new(spot, says).rule("out-of-range").meant(meant));
    }
    Some(seconds)
}

/// Only a parent can keep answers on a device.
fn keeping(table: &mut Table<'_>) -> Keeping {
    let (value, kiosk) = (table.may("keeping"), table.flag("kiosk"));
    let usual = if kiosk { Keeping::Nowhere } else { Keeping::ThisVisit };
    let Some(value) = value else { return usual };
    let (spot, book) = (value.spot(), value.book);
    let keeping = value.word().unwrap_or(usual);
    let note = |says: &str, meant| book.note(Problem::new(spot, says).rule("out-of-place").meant(meant));
    if kiosk && keeping != Keeping::Nowhere {
        note("a screen that many people share keeps nothing", "set keeping = \"nowhere\", or leave it out");
    } else if keeping == Keeping::ThisDevice {
        note(
            "only a parent can choose that answers stay on their device",
            "set keeping = \"this-visit\", or leave it out",
        );
    }
    keeping
}

fn person(mut table: Table<'_>) -> (Person, Concerns) {
    let person = Person {
        role: table.text("role", PLACE),
        name: table.text_if_any("name", PLACE),
        phone: table.phone("phone"),
        email: table.email("email"),
        concerns: Vec::new(),
    };
    let mut names = |key| table.may(key).map(Value::names).unwrap_or_default();
    let concerns = Concerns { supports: names("supports"), topics: names("topics") };
    table.finish();
    (person, concerns)
}

fn service(mut table: Table<'_>) -> (LocalService, Option<At<String>>) {
    let support = table.must("support").and_then(Value::string);
    let service = LocalService {
        support: support.as_ref().map_or_else(String::new, |support| support.value.clone()),
        name: table.text("name", PLACE),
        place: table.text_if_any("where", PLACE),
        hours: table.text_if_any("hours", PLACE),
        phone: table.phone("phone"),
        email: table.email("email"),
        url: table.url("url"),
    };
    table.finish();
    (service, support)
}

fn extra(mut table: Table<'_>) -> (Own, (At<String>, Option<At<String>>)) {
    let id = table.id();
    let topic = table.must("topic").and_then(Value::string);
    let [name, what, who, how] = ["name", "what", "who", "how"].map(|key| table.text(key, PLACE));
    let support = written::Support {
        id: id.value.clone(),
        name,
        what,
        who,
        how,
        phone: table.phone("phone"),
        email: table.email("email"),
        url: table.url("url"),
        cost: table.must("cost").and_then(Value::word::<Cost>).unwrap_or_default(),
        checked: table.must("checked").and_then(Value::day).map_or_else(String::new, |day| day.value.to_string()),
        ask_yourself: true,
        ..written::Support::default()
    };
    table.finish();
    let own = Own { topic: topic.as_ref().map_or_else(String::new, |topic| topic.value.clone()), support };
    (own, (id, topic))
}

/// What can be read, in light and in dark, on everything that it stands on.
fn colour(value: Value<'_>) -> Option<Srgb<u8>> {
    let text = value.string()?;
    let note = |says, rule, meant: String| value.book.note(Problem::new(text.spot, says).rule(rule).meant(meant));
    let Some(colour) = colour::parse(&text.value) else {
        let meant = "write it as `#0f5f63`: red, green and blue, two digits each";
        note(format!("`{}` is not a colour", text.value), "bad-colour", meant.into());
        return None;
    };
    let nearest = colour::nearest(colour);
    if nearest != colour {
        let says = format!("`{}` is too light: words in it, and white words on it, are hard to read", text.value);
        note(says, "low-contrast", format!("the nearest colour that can be read is `{}`", colour::written(nearest)));
    }
    Some(nearest)
}

/// A picture that can be shown: what is wrong with another, its own file says.
fn logo(value: Value<'_>, pictures: &[Picture]) -> Option<Logo> {
    let At { value: name, spot } = value.string()?;
    let note = |problem: Problem| value.book.note(problem.rule("bad-logo"));
    if let Err(Blemish { says, meant }) = logo::is_local(&name) {
        note(Problem::new(spot, format!("`{name}` {says}")).meant(meant));
        return None;
    }
    let Some(picture) = pictures.iter().find(|picture| picture.name == name) else {
        let near = nearest(&name, pictures.iter().map(|picture| picture.name.as_str()));
        let says = format!("there is no picture `{name}` beside this file");
        note(Problem::new(spot, says).guess_or(near, "put it into the folder of the sites"));
        return None;
    };
    let read = Logo::read(picture);
    read.map_err(|Blemish { says, meant }| note(Problem::new(spot, format!("`{name}` {says}")).meant(meant))).ok()
}

/// The name stands in one line, in lists and on buttons.
fn name(table: &mut Table<'_>) -> String {
    let name = table.text("name", PLACE);
    if let Some(value) = table.may("name").filter(|_| name.contains('\n')) {
        let problem = Problem::new(value.spot(), "the name of a site is broken into lines");
        value.book.note(problem.rule("one-line").meant("write it in one line"));
    }
    name
}

/// What a picture says means something only where there is one. Left out, it says nothing: the name stands beside it, and
/// would be read out twice.
fn logo_says(table: &mut Table<'_>) -> String {
    let there = table.may("logo").is_some();
    if let Some(value) = table.may("logo_says").filter(|_| !there) {
        let problem = Problem::new(value.spot(), "`logo_says` means something only beside a `logo`");
        value.book.note(problem.rule("out-of-place").meant("name the picture, or leave this out"));
    }
    table.text_if_any("logo_says", PLACE)
}

fn language(value: Value<'_>) -> Option<String> {
    let text = value.string()?;
    if oxilangtag::LanguageTag::parse(text.value.as_str()).is_err() {
        let says = format!("`{}` is not the short name of a language", text.value);
        value
            .book
            .note(Problem::new(text.spot, says).rule("bad-language").meant("write it as `en-GB`, `ur` or `pa-Arab`"));
    }
    Some(text.value)
}
