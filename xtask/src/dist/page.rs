//! Makes the page of a language: its head, what stands there without a script, and the addresses and digests of the parts.

use anyhow::{Result, anyhow, bail};

use super::{choosing, languages::Language, sites::Site};
use crate::names;

/// The name of the marker that trunk leaves; see `pattern_script` in Trunk.toml.
const MARKER: &str = "signpost-parts";

/// What `index.html` has in the place of what differs between languages.
const LANG: &str = "signpost-lang";
const DIRECTION: &str = "signpost-dir";
const TITLE: &str = "signpost-title";
const START: &str = "signpost-start";
const CRASH: &str = "signpost-crash";

/// Where its policy names the script that stands in the page.
const ASKS: &str = "signpost-asks";

/// What the start page has where a site says its name, and before every address in the folder of its language.
const SITE: &str = "signpost-site";
const UP: &str = "signpost-up/";

/// A file that the page loads.
#[derive(Clone)]
pub(super) struct Part {
    /// Its hashed name, with its folder inside the release.
    pub(super) name: String,
    /// The digest that the browser checks it against.
    pub(super) integrity: String,
}

/// What takes the marker's place.
#[derive(Clone)]
pub(super) struct Parts {
    /// The script that stands in the page.
    pub(super) asks: String,
    pub(super) script: Part,
    pub(super) late: Part,
    pub(super) take: Part,
    /// What the pages of kiosks load, and no others.
    pub(super) kiosk: Part,
    pub(super) code: Part,
    /// What the pages of sites load that open without a network, and no others.
    pub(super) offline: Part,
    /// What is fetched by its name: the names that boot.js knows them by.
    pub(super) fetched: Vec<(&'static str, Part)>,
}

/// What a page is made of beside the parts.
pub(super) struct Setting<'a> {
    pub(super) language: &'a Language,
    /// Every language of the release.
    pub(super) all: &'a [Language],
    /// What stands there before a script, and when one crashed.
    pub(super) start: &'a str,
    pub(super) crash: &'a str,
    /// The site whose page it is, its style sheet, and its name on the start page.
    pub(super) site: Option<(&'a Site, &'a Part, &'a str)>,
}

impl Setting<'_> {
    /// The way from the page to the top of the release.
    fn up(&self) -> &'static str {
        match self.site {
            None => self.language.up(),
            Some(_) if self.is_first() => "../",
            Some(_) => "../../",
        }
    }

    /// Whether it is in the usual language of its site, or of the release.
    fn is_first(&self) -> bool {
        self.languages().first() == Some(&self.language)
    }

    /// The languages that the same is said in, the usual one first.
    pub(super) fn languages(&self) -> Vec<&Language> {
        let named = |name: &String| self.all.iter().find(|it| it.name == *name);
        let of_site = |site: &Site| site.languages.iter().filter_map(named).collect();
        self.site.map_or_else(|| self.all.iter().collect(), |(site, ..)| of_site(site))
    }

    /// The way to the same page in another language.
    pub(super) fn way_to(&self, other: &Language) -> String {
        let inside = self.site.map_or_else(|| other.folder(), |(site, ..)| site.inside(&other.name));
        format!("{}{inside}", if self.is_first() { "./" } else { "../" })
    }

    /// What stands before any script: at a site its name, and addresses that lead out of its folder.
    fn start(&self) -> String {
        let (name, up) = match self.site {
            // Such a site has the pages without a script in its own folder.
            Some((site, _, name)) if site.offline => (name, String::new()),
            Some((_, _, name)) => (name, format!("{}{}", self.up(), self.language.folder())),
            None => ("", String::new()),
        };
        self.start.replace(SITE, &(name.to_owned() + &choosing::list(self))).replace(UP, &up)
    }

    /// What the site says to the script, and where its page in its usual language is.
    fn keeping(&self) -> String {
        let Some((site, ..)) = self.site else { return String::new() };
        let first = if self.is_first() { "" } else { " data-first=\"../\"" };
        format!(" data-keeping=\"{}\"{}{first}", site.keeping, kiosk(site, &site.inside(&self.language.name)))
    }

    /// Whether many people share the screen.
    pub(super) fn is_kiosk(&self) -> bool {
        self.site.is_some_and(|(site, ..)| site.is_kiosk())
    }

    /// Whether the page opens without a network.
    fn is_offline(&self) -> bool {
        self.site.is_some_and(|(site, ..)| site.offline)
    }

    /// The colours of the site stand after those that all share.
    fn style(&self) -> String {
        let up = self.up();
        let link = |Part { name, integrity }: &Part| {
            format!("<link crossorigin=anonymous href={up}{name} integrity={integrity} rel=stylesheet>")
        };
        self.site.map(|(_, style, _)| link(style)).unwrap_or_default()
    }
}

/// What a kiosk says to the script. A phone finds the list in the language that it was made in.
fn kiosk(site: &Site, inside: &str) -> String {
    let mut words = site.kiosk.split(' ').filter(|word| !word.is_empty());
    let Some((idle, printing)) = words.next().zip(words.next()) else { return String::new() };
    let more = words.map(|word| match word {
        "open-plan" => " data-open-plan".to_owned(),
        folder if folder.ends_with('/') => format!(" data-address=\"{folder}{inside}\""),
        address => format!(" data-address=\"{address}\""),
    });
    format!(" data-kiosk=\"{idle}\" data-printing=\"{printing}\"{}", more.collect::<String>())
}

impl Parts {
    /// What stands before the style sheets, because a browser runs no script while one behind which it stands is on its
    /// way.
    fn first(&self, setting: &Setting<'_>) -> String {
        let named = self.fetched.iter().map(|(name, Part { name: file, integrity })| {
            format!(" data-{name}=\"{}{file}\" data-{name}-integrity=\"{integrity}\"", setting.up())
        });
        let (named, keeping) = (named.collect::<String>(), setting.keeping());
        format!("<meta name=\"signpost\"{named}{keeping}>{}", self.inline())
    }

    fn inline(&self) -> String {
        format!("<script>{}</script>", self.asks)
    }

    fn tags(&self, setting: &Setting<'_>) -> String {
        let up = setting.up();
        let script = |how: &str, Part { name, integrity }: &Part| {
            format!("<script {how} src=\"{up}{name}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>")
        };
        let at_kiosks = |part: &Part| if setting.is_kiosk() { script("type=\"module\"", part) } else { String::new() };
        // Codes come last, so that whatever else runs waits for none.
        let (kiosk, code) = (at_kiosks(&self.kiosk), at_kiosks(&self.code));
        let offline = if setting.is_offline() { script("type=\"module\"", &self.offline) } else { String::new() };
        let (late, first) = (script("async", &self.late), script("type=\"module\"", &self.script));
        let take = script("async type=\"module\" fetchpriority=\"low\"", &self.take);
        setting.style() + &late + &first + &take + &kiosk + &offline + &code
    }
}

/// The page, with the parts in place of the marker.
pub(super) fn fill_in(page: &str, parts: &Parts, setting: &Setting<'_>) -> Result<String> {
    let Setting { language, crash, .. } = setting;
    let marker = marker(page).ok_or_else(|| anyhow!("trunk left no marker in index.html; see Trunk.toml."))?;
    let page = page.replacen(marker, &parts.tags(setting), 1);
    let mut filled = share_styles(&page, &parts.first(setting), setting.up())?;
    let (title, asks) = (escaped(&language.title), names::integrity(parts.asks.as_bytes()));
    for (mark, text) in [
        (LANG, language.tag.as_str()),
        (DIRECTION, &language.direction),
        (TITLE, &title),
        (START, &setting.start()),
        (CRASH, crash),
        (ASKS, &asks),
    ] {
        if filled.matches(mark).count() != 1 {
            bail!("index.html must have `{mark}` once.");
        }
        filled = filled.replacen(mark, text, 1);
    }
    refuse_inline("index.html", &filled.replacen(&parts.inline(), "", 1))?;
    Ok(filled)
}

/// A text that is no HTML, whatever is in it.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Puts what is first in front of the style sheet. A frame in a sandbox is of no origin, and takes a style sheet with a
/// hash only as one that is shared with everybody.
fn share_styles(page: &str, first: &str, up: &str) -> Result<String> {
    let start = page.find("<link href=./app").ok_or_else(|| anyhow!("trunk left no style sheet in index.html."))?;
    let (before, link) = page.split_at(start);
    let link = link.replacen("<link href=./", &format!("<link crossorigin=anonymous href={up}"), 1);
    Ok(before.to_owned() + first + &link)
}

/// The whole `<meta … signpost-parts …>` tag.
fn marker(page: &str) -> Option<&str> {
    let middle = page.find(MARKER)?;
    let start = page.get(..middle)?.rfind('<')?;
    let end = middle + page.get(middle..)?.find('>')?;
    page.get(start..=end)
}

/// The pages' own policy blocks every other inline script and all inline styles: one here would be dead weight.
pub(super) fn refuse_inline(name: &str, page: &str) -> Result<()> {
    let lower = page.to_ascii_lowercase();
    let bare_script = lower.split("<script").skip(1).any(|rest| {
        let tag = rest.split('>').next().unwrap_or_default();
        !tag.contains("src=")
    });
    if bare_script || lower.contains("<style") || lower.contains(" style=") {
        bail!("{name} has a script or style of its own, which the page's policy blocks.");
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::languages::tests::two;
    use super::*;

    pub(crate) fn parts() -> Parts {
        let part = |name: &str| Part { name: name.to_owned(), integrity: "sha384-x".to_owned() };
        Parts {
            asks: "ask()".to_owned(),
            script: part("a.js"),
            late: part("l.js"),
            take: part("t.js"),
            kiosk: part("k.js"),
            code: part("c.js"),
            offline: part("o.js"),
            fetched: vec![("wasm", part("a.wasm"))],
        }
    }

    const PAGE: &str = "<html lang=signpost-lang dir=signpost-dir><meta content=\"script-src 'signpost-asks'\">\
        <title>signpost-title</title>\
        <link href=./app.css rel=stylesheet><meta name=\"signpost-parts\" data-js=\"./x.js\">\
        <p>signpost-start</p>signpost-crash";

    fn filled(page: &str) -> Result<Vec<String>> {
        let all = two();
        let setting = |language| Setting { language, all: &all, start: START, crash: "<p>Sorry</p>", site: None };
        all.iter().map(|language| fill_in(page, &parts(), &setting(language))).collect()
    }

    const START: &str = "<h1>Start</h1>signpost-site<a href=\"signpost-up/all.html\">";

    #[test]
    fn the_marker_gives_way_to_the_parts() {
        let filled = filled(PAGE).unwrap();
        let [english, _] = &filled[..] else { panic!("{filled:?}") };
        assert!(!english.contains(MARKER) && !english.contains("x.js"));
        assert!(english.contains("data-wasm=\"./a.wasm\"") && english.contains("src=\"./a.js\""));
        assert!(english.contains("<link crossorigin=anonymous href=./app.css rel=stylesheet>"));
    }

    #[test]
    fn the_page_of_a_language_says_which_it_is_and_finds_what_all_share() {
        let filled = filled(PAGE).unwrap();
        let [english, arabic] = &filled[..] else { panic!("{filled:?}") };
        assert!(
            english.starts_with("<html lang=en-GB dir=ltr>") && english.contains("<title>Help &amp; more</title>"),
            "{english}"
        );
        assert!(english.ends_with("</nav><a href=\"all.html\"></p><p>Sorry</p>"), "{english}");
        assert!(english.contains("<p><h1>Start</h1><nav") && english.contains("href=\"./ar-XB/\""), "{english}");
        assert!(arabic.starts_with("<html lang=ar-XB dir=rtl>"), "{arabic}");
        assert!(arabic.contains("data-wasm=\"../a.wasm\"") && arabic.contains("src=\"../l.js\""));
        assert!(arabic.contains("<link crossorigin=anonymous href=../app.css rel=stylesheet>"));
    }

    #[test]
    fn the_page_of_a_site_has_its_name_and_colours_and_finds_what_all_share() {
        let page = at(&oak(&["ar-XB"], "", false), 1);
        assert!(page.contains("<h1>Start</h1><p>Oak</p><a href=\"../ar-XB/all.html\">"), "{page}");
        assert!(page.contains("href=../oak/site-1.css integrity=sha384-y rel=stylesheet><script async"), "{page}");
        assert!(page.contains(" data-keeping=\"nowhere\"") && page.contains("data-wasm=\"../a.wasm\""), "{page}");
        assert!(page.find("app.css").unwrap() < page.find("site-1.css").unwrap(), "{page}");
        assert!(!page.contains("o.js") && !page.contains("<nav") && !page.contains("data-first"), "{page}");
    }

    /// A site in these languages, as a kiosk or not.
    fn oak(languages: &[&str], kiosk: &str, offline: bool) -> Site {
        let [id, keeping, name, logo] = ["oak", "nowhere", "Oak", ""].map(String::from);
        let languages = languages.iter().map(|it| (*it).to_owned()).collect();
        Site { id, languages, keeping, name, logo, kiosk: kiosk.into(), offline }
    }

    /// Its page in one of two languages.
    fn at(site: &Site, language: usize) -> String {
        let (all, style) = (two(), Part { name: "oak/site-1.css".into(), integrity: "sha384-y".into() });
        let site = Some((site, &style, "<p>Oak</p>"));
        fill_in(PAGE, &parts(), &Setting { language: &all[language], all: &all, start: START, crash: "", site })
            .unwrap()
    }

    #[test]
    fn the_page_of_a_site_in_another_language_is_one_folder_further_down() {
        let site = oak(&["en", "ar-XB"], "", false);
        let page = at(&site, 1);
        assert!(page.contains("<p>Oak</p><nav") && page.contains("<a href=\"../../ar-XB/all.html\">"), "{page}");
        assert!(page.contains("href=../../oak/site-1.css ") && page.contains("href=../../app.css "), "{page}");
        assert!(page.contains("data-wasm=\"../../a.wasm\"") && page.contains(" data-first=\"../\""), "{page}");
        assert!(at(&site, 0).contains("data-wasm=\"../a.wasm\"") && !at(&site, 0).contains("data-first"));
    }

    #[test]
    fn a_phone_finds_the_list_of_a_kiosk_in_the_language_that_it_was_made_in() {
        let kiosk = oak(&["en", "ar-XB"], "90 off https://help.example.org/oak/", true);
        assert!(at(&kiosk, 0).contains(" data-address=\"https://help.example.org/oak/\""));
        assert!(at(&kiosk, 1).contains(" data-address=\"https://help.example.org/oak/ar-XB/\""));
    }

    #[test]
    fn the_page_of_a_site_that_opens_without_a_network_loads_what_keeps_it_and_leads_out_of_no_folder() {
        let site = oak(&["en", "ar-XB"], "", true);
        for (language, up) in ["../", "../../"].into_iter().enumerate() {
            let page = at(&site, language);
            assert!(page.contains("</nav><a href=\"all.html\">"), "{page}");
            assert!(page.contains(&format!("src=\"{up}o.js\" integrity=\"sha384-x\"")), "{page}");
        }
    }

    #[test]
    fn a_page_without_a_place_for_what_it_says_is_refused() {
        let error = filled(&PAGE.replace("signpost-start", "")).unwrap_err();
        assert_eq!(error.to_string(), "index.html must have `signpost-start` once.");
    }

    #[test]
    fn a_minified_marker_is_found_too() {
        assert_eq!(
            marker("<p><meta data-js=./x.js name=signpost-parts><p>"),
            Some("<meta data-js=./x.js name=signpost-parts>")
        );
    }

    #[test]
    fn a_page_without_a_marker_is_refused() {
        assert!(filled("<head></head>").is_err());
    }

    #[test]
    fn the_script_in_the_page_stands_before_every_style_sheet_and_its_policy_allows_it() {
        for page in filled(PAGE).unwrap() {
            let [asks, style] = ["<script>ask()</script><link", "rel=stylesheet"].map(|it| page.find(it).unwrap());
            assert!(asks < style && page.contains(&format!("script-src '{}'", names::integrity(b"ask()"))), "{page}");
        }
    }

    #[test]
    fn inline_scripts_and_styles_are_refused() {
        for inline in ["<script>go()</script>", "<style>p{}</style>", "<p style=\"a:b\">"] {
            assert!(filled(&format!("{PAGE}{inline}")).is_err(), "{inline}");
        }
    }
}
