//! The logo of a site: a small picture that is only a picture. It asks for nothing, runs nothing and does not move, in
//! whatever way it is opened.

use roxmltree::{Attribute, Document, Node};

use crate::source::files::Picture;
use crate::source::say::joined;

/// No logo needs more, and every parent of the site waits for it.
const LARGEST: u64 = 20 * 1024;

/// As large as it is shown, in CSS pixels.
const WIDE: f64 = 224.0;
const HIGH: f64 = 56.0;

/// A picture that is so much wider than high, or higher than wide, is no logo.
const LONGEST: f64 = 10.0;

/// In pixels of a PNG: below, it is blurred; above, it is a photograph.
const PIXELS: std::ops::RangeInclusive<u32> = 32..=2_000;

const SVG: &str = "http://www.w3.org/2000/svg";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Every element of a drawing that neither runs, moves, leads anywhere nor asks for anything. What drawing programs add in
/// a namespace of their own is nothing to a browser.
const STILL: [&str; 40] = [
    "circle",
    "clippath",
    "defs",
    "desc",
    "ellipse",
    "feblend",
    "fecolormatrix",
    "fecomponenttransfer",
    "fecomposite",
    "feflood",
    "fefunca",
    "fefuncb",
    "fefuncg",
    "fefuncr",
    "fegaussianblur",
    "femerge",
    "femergenode",
    "femorphology",
    "feoffset",
    "filter",
    "g",
    "line",
    "lineargradient",
    "marker",
    "mask",
    "metadata",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialgradient",
    "rect",
    "stop",
    "style",
    "svg",
    "symbol",
    "text",
    "title",
    "tspan",
    "use",
];

/// A drawing that refers to itself more often could be drawn for minutes.
const MOST_USES: usize = 20;

/// A picture that can be shown.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Logo {
    pub(crate) bytes: Vec<u8>,
    kind: Kind,
    width: f64,
    height: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Svg,
    Png,
}

/// Why a picture is no logo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Blemish {
    /// What is wrong, behind the name of the file.
    pub(crate) says: String,
    /// What would be right.
    pub(crate) meant: String,
}

impl Blemish {
    fn new(says: impl Into<String>, meant: impl Into<String>) -> Self {
        Self { says: says.into(), meant: meant.into() }
    }
}

/// A name is the name of a file beside the site's, and nothing else.
pub(crate) fn is_local(name: &str) -> Result<(), Blemish> {
    if name.contains(['/', '\\', ':']) {
        let meant = "put the picture beside this file, and write only its name: `oak.svg`";
        return Err(Blemish::new("is not the name of a file", meant));
    }
    if kind(name).is_none() {
        return Err(Blemish::new("is neither SVG nor PNG", "a logo is a file that ends with .svg or .png"));
    }
    Ok(())
}

fn kind(name: &str) -> Option<Kind> {
    match name.rsplit_once('.')? {
        (_, "svg") => Some(Kind::Svg),
        (_, "png") => Some(Kind::Png),
        _ => None,
    }
}

impl Logo {
    /// A picture as a logo.
    pub(crate) fn read(picture: &Picture) -> Result<Self, Blemish> {
        if picture.size > LARGEST {
            let (is, may) = (picture.size.div_ceil(1024), LARGEST / 1024);
            let meant = format!("a logo has at most {may}: save it smaller, or as SVG with simpler lines");
            return Err(Blemish::new(format!("has {is} KB"), meant));
        }
        let kind = kind(&picture.name).unwrap_or(Kind::Png);
        let (width, height) = match kind {
            Kind::Svg => svg(&picture.bytes)?,
            Kind::Png => png(&picture.bytes)?,
        };
        if width > height * LONGEST || height > width * LONGEST {
            let meant = format!("a logo is at most {LONGEST} times as wide as high, or as high as wide");
            return Err(Blemish::new("is too long and thin", meant));
        }
        Ok(Self { bytes: picture.bytes.clone(), kind, width, height })
    }

    /// What its file is called behind the dot.
    pub(crate) fn kind(&self) -> &'static str {
        match self.kind {
            Kind::Svg => "svg",
            Kind::Png => "png",
        }
    }

    /// How wide and how high it is shown, in CSS pixels.
    pub(crate) fn shown(&self) -> (u16, u16) {
        let scale = (WIDE / self.width).min(HIGH / self.height);
        let pixels = |length: f64| (length * scale).round().max(1.0) as u16;
        (pixels(self.width), pixels(self.height))
    }
}

/// A PNG begins with eight bytes that nothing else has, and with a chunk that says its size (PNG, sections 5.2 and 11.2.1).
fn png(bytes: &[u8]) -> Result<(f64, f64), Blemish> {
    let no_png = || Blemish::new("is no PNG, whatever its name says", "save the picture as PNG once more");
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n").ok_or_else(no_png)?;
    let size = rest.strip_prefix(b"\0\0\0\x0dIHDR").and_then(|rest| rest.first_chunk::<8>()).ok_or_else(no_png)?;
    let has = |chunk: &[u8]| bytes.windows(chunk.len()).any(|it| it == chunk);
    if has(b"acTL") {
        return Err(Blemish::new("moves", "save one picture of it as PNG"));
    }
    if !has(b"IDAT") {
        return Err(Blemish::new("holds no picture", "save the picture as PNG once more"));
    }
    if !bytes.ends_with(b"IEND\xae\x42\x60\x82") {
        return Err(Blemish::new("is only the beginning of a PNG", "copy the whole file"));
    }
    let [a, b, c, d, e, f, g, h] = *size;
    let (width, height) = (u32::from_be_bytes([a, b, c, d]), u32::from_be_bytes([e, f, g, h]));
    if !PIXELS.contains(&width) || !PIXELS.contains(&height) {
        let meant = format!("each side of a logo has {} to {} pixels", PIXELS.start(), PIXELS.end());
        return Err(Blemish::new(format!("has {width} times {height} pixels"), meant));
    }
    Ok((f64::from(width), f64::from(height)))
}

fn svg(bytes: &[u8]) -> Result<(f64, f64), Blemish> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| Blemish::new("is not UTF-8 text, as an SVG is", "save the drawing as SVG once more"))?;
    let document = Document::parse(text.trim_start_matches('\u{feff}')).map_err(|error| unread(&error))?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Err(Blemish::new("is no SVG, whatever its name says", "save the drawing as SVG once more"));
    }
    let found: Vec<String> = document.descendants().filter_map(more_than_a_picture).collect();
    if !found.is_empty() {
        let says = format!("holds more than a picture: {}", joined(&found, "and"));
        return Err(Blemish::new(says, "take it out, or export the drawing as \"plain\" or \"optimised\" SVG"));
    }
    if document.descendants().filter(|node| node.has_tag_name((SVG, "use"))).count() > MOST_USES {
        let meant = format!("at most {MOST_USES}: export the drawing as \"plain\" or \"optimised\" SVG");
        return Err(Blemish::new("has too many `<use>`", meant));
    }
    size(root)
        .ok_or_else(|| Blemish::new("does not say how large it is", "give its <svg> a viewBox, such as `0 0 48 48`"))
}

fn unread(error: &roxmltree::Error) -> Blemish {
    match error {
        roxmltree::Error::DtdDetected => {
            Blemish::new("has a DOCTYPE", "take out everything from `<!DOCTYPE` to its `>`: no picture needs it")
        }
        _ => Blemish::new(format!("is no SVG that can be read: {error}"), "save the drawing as SVG once more"),
    }
}

/// What of a drawing would run, move, or ask for something, in a few words.
fn more_than_a_picture(node: Node<'_, '_>) -> Option<String> {
    if node.pi().is_some() {
        return Some("an instruction `<?…?>`".to_owned());
    }
    let name = node.is_element().then(|| node.tag_name().name())?;
    let lower = name.to_ascii_lowercase();
    let drawn = node.tag_name().namespace().is_none_or(|space| space == SVG);
    let is_html = node.tag_name().namespace() == Some(XHTML);
    // A link's or a picture's address says more than its element does.
    let told_by_address = ["a", "image"].contains(&lower.as_str()) && node.attributes().any(|it| does_more(&it));
    if is_html || drawn && !STILL.contains(&lower.as_str()) && !told_by_address {
        return Some(format!("`<{name}>`"));
    }
    if lower == "style" && is_more_than_colours(node) {
        return Some("a style that moves or leads elsewhere".to_owned());
    }
    node.attributes().find(|attribute| does_more(attribute)).map(|it| format!("`{}` of `<{name}>`", it.name()))
}

fn does_more(attribute: &Attribute<'_, '_>) -> bool {
    let (name, value) = (attribute.name().to_ascii_lowercase(), attribute.value().trim());
    let refers = ["href", "src", "base"].contains(&name.as_str()) && !value.starts_with('#');
    refers || name.starts_with("on") || leads_elsewhere(value)
}

/// A browser reads all text of a style as one, whatever stands between.
fn is_more_than_colours(style: Node<'_, '_>) -> bool {
    let css: String = style.children().filter(Node::is_text).filter_map(|node| node.text()).collect();
    let moves = css.to_ascii_lowercase();
    ["@keyframes", "@-webkit-keyframes", "animation", "transition"].iter().any(|it| moves.contains(it))
        || leads_elsewhere(&css)
}

/// Whether CSS asks for another file. What is written with escapes could be anything.
fn leads_elsewhere(css: &str) -> bool {
    let css = css.to_ascii_lowercase();
    let elsewhere = |rest: &str| !rest.trim_start_matches([' ', '\t', '\r', '\n', '"', '\'']).starts_with('#');
    css.split("url(").skip(1).any(elsewhere) || ["@import", "image-set(", "\\"].iter().any(|it| css.contains(it))
}

/// As it says in pixels, or by what of it is seen.
fn size(root: Node<'_, '_>) -> Option<(f64, f64)> {
    let length = |name| {
        let text: &str = root.attribute(name)?;
        text.trim_end_matches("px").parse::<f64>().ok().filter(|length| *length > 0.0 && length.is_finite())
    };
    let seen = || {
        let numbers = root.attribute("viewBox")?.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty());
        let numbers: Vec<f64> = numbers.map(str::parse).collect::<Result<_, _>>().ok()?;
        let [_, _, width, height] = numbers[..] else { return None };
        (width > 0.0 && height > 0.0 && width.is_finite() && height.is_finite()).then_some((width, height))
    };
    length("width").zip(length("height")).or_else(seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, bytes: &[u8]) -> Result<Logo, Blemish> {
        Logo::read(&Picture { name: name.into(), size: bytes.len() as u64, bytes: bytes.to_vec() })
    }

    fn drawing(inside: &str) -> Result<Logo, Blemish> {
        let svg = format!(
            "<svg xmlns=\"{SVG}\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 48 24\">{inside}</svg>"
        );
        read("oak.svg", svg.as_bytes())
    }

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
        [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".as_slice(), &size, b"\x08\x06\0\0\0 IDAT and so on IEND\xae\x42\x60\x82"]
            .concat()
    }

    #[test]
    fn a_drawing_that_is_only_a_drawing_is_a_logo() {
        for inside in [
            "<title>Oak</title><path d=\"M0 0h9\" fill=\"url(#shade)\" style=\"stroke: url('#shade')\"/>",
            "<style>.leaf { fill: url( \"#shade\" ) }</style><defs><linearGradient id=\"shade\"/></defs>",
            "<use href=\"#leaf\"/><use xlink:href=\"#leaf\"/>",
        ] {
            assert_eq!(drawing(inside).map(|logo| (logo.kind(), logo.shown())), Ok(("svg", (112, 56))), "{inside}");
        }
    }

    #[test]
    fn a_drawing_that_runs_moves_or_asks_for_something_is_refused() {
        for (inside, holds) in [
            ("<script>go()</script>", "`<script>`"),
            ("<path onclick=\"go()\"/>", "`onclick` of `<path>`"),
            ("<foreignObject/>", "`<foreignObject>`"),
            ("<image href=\"https://elsewhere.uk/a.png\"/>", "`href` of `<image>`"),
            ("<image xlink:href=\"data:image/png;base64,AA\"/>", "`href` of `<image>`"),
            ("<a href=\"javascript:go()\"/>", "`href` of `<a>`"),
            ("<path fill=\"url(https://elsewhere.uk/a.svg#b)\"/>", "`fill` of `<path>`"),
            ("<path style=\"fill: URL( 'a.svg#b' )\"/>", "`style` of `<path>`"),
            ("<path style=\"fill: u\\72l(a)\"/>", "`style` of `<path>`"),
            ("<style>@import 'a.css';</style>", "a style that moves or leads elsewhere"),
            ("<style>@im<!-- -->port 'a.css';</style>", "a style that moves or leads elsewhere"),
            ("<style>@keyframes go { to { opacity: 0 } }</style>", "a style that moves or leads elsewhere"),
            ("<h:meta xmlns:h=\"http://www.w3.org/1999/xhtml\" http-equiv=\"refresh\"/>", "`<meta>`"),
            ("<feImage/>", "`<feImage>`"),
            ("<style><![CDATA[p { background: url(a.png) }]]></style>", "a style that moves or leads elsewhere"),
            ("<g xml:base=\"https://elsewhere.uk\"/>", "`base` of `<g>`"),
            ("<?xml-stylesheet href=\"a.css\"?>", "an instruction `<?…?>`"),
            ("<path><animateTransform/></path><set/>", "`<animateTransform>` and `<set>`"),
        ] {
            let says = drawing(inside).unwrap_err().says;
            assert_eq!(says, format!("holds more than a picture: {holds}"), "{inside}");
        }
    }

    #[test]
    fn a_file_that_is_no_drawing_is_told_why() {
        let doctype = format!("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"{SVG}\" viewBox=\"0 0 9 9\"/>");
        assert_eq!(read("a.svg", doctype.as_bytes()).unwrap_err().says, "has a DOCTYPE");
        assert!(read("a.svg", b"<svg").unwrap_err().says.starts_with("is no SVG that can be read"));
        assert_eq!(read("a.svg", b"<html/>").unwrap_err().says, "is no SVG, whatever its name says");
        assert_eq!(read("a.svg", b"\x89PNG\xff").unwrap_err().says, "is not UTF-8 text, as an SVG is");
        let endless = format!("<svg xmlns=\"{SVG}\" width=\"100%\" height=\"100%\"/>");
        assert_eq!(read("a.svg", endless.as_bytes()).unwrap_err().says, "does not say how large it is");
        let thin = format!("<svg xmlns=\"{SVG}\" width=\"300px\" height=\"20\"/>");
        assert_eq!(read("a.svg", thin.as_bytes()).unwrap_err().says, "is too long and thin");
    }

    #[test]
    fn a_png_is_known_by_its_first_bytes_and_has_a_size_that_can_be_shown() {
        assert_eq!(read("a.png", &png_of(400, 100)).map(|logo| (logo.kind(), logo.shown())), Ok(("png", (224, 56))));
        assert_eq!(read("a.png", b"GIF89a").unwrap_err().says, "is no PNG, whatever its name says");
        assert_eq!(read("a.png", &png_of(16, 16)).unwrap_err().says, "has 16 times 16 pixels");
        assert_eq!(read("a.png", &png_of(4_000, 3_000)).unwrap_err().says, "has 4000 times 3000 pixels");
        let half = &png_of(400, 100)[..40];
        assert_eq!(read("a.png", half).unwrap_err().says, "is only the beginning of a PNG");
    }

    #[test]
    fn a_logo_is_small_and_stands_beside_its_site() {
        let large = Picture { name: "a.png".into(), size: LARGEST + 1, bytes: png_of(400, 100) };
        assert_eq!(Logo::read(&large).unwrap_err().says, "has 21 KB");
        assert_eq!(is_local("oak.svg"), Ok(()));
        for name in ["https://oak.sch.uk/logo.svg", "../oak.svg", "pictures\\oak.png", "oak.gif", "oak", "oak.SVG"] {
            assert!(is_local(name).is_err(), "{name}");
        }
    }
}
