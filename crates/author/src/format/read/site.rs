//! Sites: their keys, colours, numbers and addresses. The widget does not use them yet.

use palette::Srgb;
use palette::color_difference::Wcag21RelativeContrast;
use signpost_core::catalogue::{About, Cost};
use signpost_core::visit::Keeping;
use toml::Spanned;
use toml::de::DeTable;

use crate::format::draft::{Draft, WrittenSite};
use crate::format::read::book::Book;
use crate::format::read::speech::Speech;
use crate::format::read::table::Table;
use crate::format::read::value::Value;
use crate::format::shape;
use crate::format::vocabulary::SiteKind;
use crate::source::problem::{At, Problem};

/// Nobody in particular: a site's words are about the place.
const PLACE: Speech = Speech::Of(Some(About::Family));

/// Reads one file of `sites/`.
pub(crate) fn read(book: &Book<'_>, file: &Spanned<DeTable<'_>>, draft: &mut Draft) {
    let mut table = Table::whole(book, file, &shape::SITE_FILE);
    let site = table.must("site").and_then(Value::table);
    table.tables("person").into_iter().for_each(person);
    let provided = table.tables("service").into_iter().filter_map(service).collect();
    let extra = table.tables("extra").into_iter().map(extra).collect();
    draft.sites.extend(site.map(|table| {
        let (id, hidden) = self::site(table);
        WrittenSite { id, hidden, provided, extra }
    }));
    table.finish();
}

fn site(mut table: Table<'_>) -> (At<String>, Vec<At<String>>) {
    let id = table.id();
    table.text("name", PLACE);
    table.must("kind").and_then(Value::word::<SiteKind>);
    table.may("colour").and_then(colour);
    table.may("languages").map(Value::list).unwrap_or_default().into_iter().for_each(language);
    let (keeping, kiosk) = (table.may("keeping"), table.flag("kiosk"));
    if let Some(keeping) = keeping.filter(|value| value.word() != Some(Keeping::Nowhere) && kiosk) {
        let says = "a screen that many people share keeps nothing";
        table.book.note(
            Problem::new(keeping.spot(), says).rule("out-of-place").meant("set keeping = \"nowhere\", or leave it out"),
        );
    }
    let hidden = table.may("hide").map(Value::names).unwrap_or_default();
    table.finish();
    (id, hidden)
}

fn person(mut table: Table<'_>) {
    table.text("role", PLACE);
    table.text_if_any("name", PLACE);
    table.phone("phone");
    table.email("email");
    table.finish();
}

fn service(mut table: Table<'_>) -> Option<At<String>> {
    let support = table.must("support").and_then(Value::string);
    table.text("name", PLACE);
    table.text_if_any("where", PLACE);
    table.text_if_any("hours", PLACE);
    table.phone("phone");
    table.email("email");
    table.url("url");
    table.finish();
    support
}

fn extra(mut table: Table<'_>) -> (At<String>, Option<At<String>>) {
    let id = table.id();
    let topic = table.must("topic").and_then(Value::string);
    for key in ["name", "what", "who", "how"] {
        table.text(key, PLACE);
    }
    table.phone("phone");
    table.email("email");
    table.url("url");
    table.must("cost").and_then(Value::word::<Cost>);
    table.must("checked").and_then(Value::day);
    table.finish();
    (id, topic)
}

/// White text must be readable on it: 4.5 to 1, WCAG 2.2 success criterion 1.4.3.
fn colour(value: Value<'_>) -> Option<()> {
    let text = value.string()?;
    let written = text.value.strip_prefix('#').filter(|digits| digits.len() == 6);
    let Some(colour) = written.and_then(|digits| digits.parse::<Srgb<u8>>().ok()) else {
        let says = format!("`{}` is not a colour", text.value);
        value.book.note(
            Problem::new(text.spot, says)
                .rule("bad-colour")
                .meant("write it as `#0f5f63`: red, green and blue, two digits each"),
        );
        return None;
    };
    let white = Srgb::new(1.0_f32, 1.0, 1.0);
    let contrast = colour.into_format::<f32>().relative_contrast(white);
    if contrast < 4.5 {
        let says = format!("white text is hard to read on `{}`: the contrast is {contrast:.1} to 1", text.value);
        value.book.note(
            Problem::new(text.spot, says).rule("low-contrast").meant("take a darker colour, of 4.5 to 1 or more"),
        );
    }
    Some(())
}

fn language(value: Value<'_>) {
    let Some(text) = value.string() else { return };
    if oxilangtag::LanguageTag::parse(text.value.as_str()).is_err() {
        let says = format!("`{}` is not the short name of a language", text.value);
        value
            .book
            .note(Problem::new(text.spot, says).rule("bad-language").meant("write it as `en-GB`, `ur` or `pa-Arab`"));
    }
}
