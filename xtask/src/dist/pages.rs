//! The pages of a release that show the line to embed: `embed.html`, which makes it, and the page of a made-up school.

use std::path::Path;

use anyhow::{Result, bail};

use super::{
    finish,
    page::{self, Part},
    sites::Site,
};

/// The files of `public/` that are filled in instead of being copied.
pub(super) const FILES: [&str; 5] =
    ["embed.html", "embed-page.js", "embed-page.css", "demo/index.html", "demo/school.css"];

/// Whose page the made-up school shows, where the release has it.
const EXAMPLE: &str = "example-school";

/// What the pages are made of.
pub(super) struct Line<'a> {
    pub(super) public: &'a Path,
    /// The colours that stand in front of their own styles.
    pub(super) tokens: &'a str,
    /// The script of this version and no other.
    pub(super) version: &'a Part,
    pub(super) sites: &'a [Site],
}

impl Line<'_> {
    /// Writes both, with their styles under hashed names. `script` is that of the page that makes the line.
    pub(super) fn write(&self, script: &str, out: &Path) -> Result<()> {
        let script = finish::put(script.as_bytes(), "embed-page", "js", out)?;
        let style = bare(&(self.tokens.to_owned() + &self.read("embed-page.css")?));
        let style = finish::put(style.as_bytes(), "embed-page", "css", out)?;
        self.put("embed.html", &self.maker(&script.name, &style.name), out)?;
        let style = finish::put(self.read("demo/school.css")?.as_bytes(), "demo/school", "css", out)?;
        self.put("demo/index.html", &self.demo(&style.name), out)
    }

    fn maker(&self, script: &str, style: &str) -> Vec<(&'static str, String)> {
        let sites = self.by_name().map(option).collect();
        vec![
            ("signpost-script", script.to_owned()),
            ("signpost-style", style.to_owned()),
            ("signpost-version", env!("CARGO_PKG_VERSION").to_owned()),
            ("signpost-line-script", self.version.name.clone()),
            ("signpost-line-integrity", self.version.integrity.clone()),
            ("signpost-sites", sites),
        ]
    }

    fn by_name(&self) -> impl Iterator<Item = &Site> {
        let mut sites: Vec<_> = self.sites.iter().collect();
        sites.sort_by_cached_key(|site| (site.name.to_lowercase(), &site.id));
        sites.into_iter()
    }

    fn demo(&self, style: &str) -> Vec<(&'static str, String)> {
        let example = self.sites.iter().find(|site| site.id == EXAMPLE);
        vec![
            ("signpost-style", style.trim_start_matches("demo/").to_owned()),
            ("signpost-site", example.map(|site| format!(" site=\"{}\"", site.id)).unwrap_or_default()),
            ("signpost-folder", example.map(Site::folder).unwrap_or_default()),
        ]
    }

    fn put(&self, name: &str, fillings: &[(&'static str, String)], out: &Path) -> Result<()> {
        finish::write(&out.join(name), fill_in(name, &self.read(name)?, fillings)?.as_bytes())
    }

    fn read(&self, name: &str) -> Result<String> {
        finish::read(&self.public.join(name))
    }
}

/// A style sheet without its comments.
fn bare(style: &str) -> String {
    let [first, rest @ ..] = &style.split("/*").collect::<Vec<_>>()[..] else { return String::new() };
    let rest = rest.iter().filter_map(|part| part.split_once("*/")).map(|(_, kept)| kept);
    [*first].into_iter().chain(rest).collect()
}

/// A site to choose.
fn option(site: &Site) -> String {
    format!("<option value=\"{}\">{}</option>", site.id, page::escaped(&site.name))
}

/// The page, with every marker filled in. A site's name is last, so that nothing in it is a marker.
fn fill_in(name: &str, page: &str, fillings: &[(&'static str, String)]) -> Result<String> {
    let mut filled = page.to_owned();
    for (marker, text) in fillings {
        if !filled.contains(marker) {
            bail!("{name} must have `{marker}`.");
        }
        filled = filled.replace(marker, text);
    }
    page::refuse_inline(name, &filled)?;
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_keeps_everything_but_its_comments() {
        assert_eq!(bare("/* a */\np { color: red } /* b\n */ i {}"), "\np { color: red }  i {}");
    }

    fn site(id: &str, name: &str) -> Site {
        let [id, name] = [id, name].map(str::to_owned);
        Site {
            id,
            languages: vec!["en".into()],
            keeping: "this-visit".into(),
            name,
            logo: String::new(),
            kiosk: String::new(),
            offline: false,
        }
    }

    fn made(sites: &[Site]) -> [String; 2] {
        let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public");
        let version = Part { name: "embed-0123456789abcdef.js".into(), integrity: "sha384-x".into() };
        let line = Line { public: &public, tokens: "", version: &version, sites };
        let fillings = [("embed.html", line.maker("a.js", "a.css")), ("demo/index.html", line.demo("demo/b.css"))];
        fillings.map(|(name, fillings)| fill_in(name, &line.read(name).unwrap(), &fillings).unwrap())
    }

    #[test]
    fn the_page_lists_the_sites_by_name_and_a_name_is_never_html() {
        let sites = [site("a", "Oak"), site("z", "<b>Elm</b> & \"Sons\""), site("b", "oak signpost-version")];
        let [page, _] = made(&sites);
        let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}"));
        let [elm, oak, other] = [
            "<option value=\"z\">&lt;b>Elm&lt;/b> &amp; \"Sons\"</option>",
            "<option value=\"a\">Oak</option>",
            "<option value=\"b\">oak signpost-version</option>",
        ]
        .map(at);
        assert!(elm < oak && oak < other);
    }

    #[test]
    fn the_page_names_its_files_and_the_script_of_this_version() {
        let [page, _] = made(&[]);
        for part in ["src=\"./a.js\"", "href=\"./a.css\"", "src=\"./embed.js\"", "data-integrity=\"sha384-x\""] {
            assert!(page.contains(part), "{part}");
        }
        assert_eq!(page.matches("embed-0123456789abcdef.js").count(), 2);
        assert!(!page.contains("signpost-"), "a marker stays");
    }

    #[test]
    fn the_made_up_school_shows_the_example_where_the_release_has_it() {
        let [_, demo] = made(&[site(EXAMPLE, "Example")]);
        assert!(demo.contains("theme=\"light\" site=\"example-school\"><a href=\"../example-school/\">"), "{demo}");
        let [_, demo] = made(&[]);
        assert!(demo.contains("<parent-signpost theme=\"light\"><a href=\"../\">"), "{demo}");
        assert!(demo.contains("href=\"./b.css\""), "{demo}");
    }

    #[test]
    fn a_page_without_a_place_for_what_it_says_is_refused() {
        let error = fill_in("embed.html", "<p>", &[("signpost-sites", String::new())]).unwrap_err();
        assert_eq!(error.to_string(), "embed.html must have `signpost-sites`.");
    }
}
