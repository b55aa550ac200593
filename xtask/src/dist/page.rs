//! Writes the addresses and digests of the parts into `index.html`.

use anyhow::{Result, anyhow, bail};

/// The name of the marker that trunk leaves; see `pattern_script` in Trunk.toml.
const MARKER: &str = "signpost-parts";

/// A file that the page loads.
pub(super) struct Part {
    /// Its hashed name.
    pub(super) name: String,
    /// The digest that the browser checks it against.
    pub(super) integrity: String,
}

/// What takes the marker's place.
pub(super) struct Parts {
    pub(super) script: Part,
    pub(super) late: Part,
    /// What is fetched by its name: the names that boot.js knows them by.
    pub(super) fetched: Vec<(&'static str, Part)>,
}

impl Parts {
    fn tags(&self) -> String {
        let Self { script, late, fetched } = self;
        let named = fetched.iter().map(|(name, part)| {
            format!(" data-{name}=\"./{}\" data-{name}-integrity=\"{}\"", part.name, part.integrity)
        });
        format!(
            "<meta name=\"signpost\"{}>\
             <script async src=\"./{}\" integrity=\"{}\" crossorigin=\"anonymous\"></script>\
             <script type=\"module\" src=\"./{}\" integrity=\"{}\" crossorigin=\"anonymous\"></script>",
            named.collect::<String>(),
            late.name,
            late.integrity,
            script.name,
            script.integrity,
        )
    }
}

/// The page with the parts in place of the marker.
pub(super) fn fill_in(page: &str, parts: &Parts) -> Result<String> {
    let marker = marker(page).ok_or_else(|| anyhow!("trunk left no marker in index.html; see Trunk.toml."))?;
    let filled = share_styles(&page.replacen(marker, &parts.tags(), 1))?;
    refuse_inline(&filled)?;
    Ok(filled)
}

/// A frame in a sandbox is of no origin, and takes a style sheet with a hash only as one that is shared with everybody.
fn share_styles(page: &str) -> Result<String> {
    let start = page.find("<link href=./app").ok_or_else(|| anyhow!("trunk left no style sheet in index.html."))?;
    let (before, link) = page.split_at(start);
    Ok(format!("{before}<link crossorigin=anonymous{}", link.trim_start_matches("<link")))
}

/// The whole `<meta … signpost-parts …>` tag.
fn marker(page: &str) -> Option<&str> {
    let middle = page.find(MARKER)?;
    let start = page.get(..middle)?.rfind('<')?;
    let end = middle + page.get(middle..)?.find('>')?;
    page.get(start..=end)
}

/// The page's own policy blocks inline scripts and styles, so one here would be dead weight.
fn refuse_inline(page: &str) -> Result<()> {
    let lower = page.to_ascii_lowercase();
    let bare_script = lower.split("<script").skip(1).any(|rest| {
        let tag = rest.split('>').next().unwrap_or_default();
        !tag.contains("src=")
    });
    if bare_script || lower.contains("<style") || lower.contains(" style=") {
        bail!("index.html has a script or style of its own, which the page's policy blocks.");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        let part = |name: &str| Part { name: name.to_owned(), integrity: "sha384-x".to_owned() };
        Parts { script: part("a.js"), late: part("l.js"), fetched: vec![("wasm", part("a.wasm"))] }
    }

    #[test]
    fn the_marker_gives_way_to_the_parts() {
        let page = "<head><title>T</title><link href=./app.css rel=stylesheet><meta name=\"signpost-parts\" data-js=\"./x.js\"></head>";
        let filled = fill_in(page, &parts()).unwrap();
        assert!(!filled.contains(MARKER) && !filled.contains("x.js"));
        assert!(filled.contains("data-wasm=\"./a.wasm\"") && filled.ends_with("</script></head>"));
        assert!(filled.contains("<link crossorigin=anonymous href=./app.css rel=stylesheet>"));
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
        assert!(fill_in("<head></head>", &parts()).is_err());
    }

    #[test]
    fn inline_scripts_and_styles_are_refused() {
        for inline in ["<script>go()</script>", "<style>p{}</style>", "<p style=\"a:b\">"] {
            let page = format!("<link href=./app.css><meta name=\"signpost-parts\">{inline}");
            assert!(fill_in(&page, &parts()).is_err(), "{inline}");
        }
    }
}
