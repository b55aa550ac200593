//! The colours of a site: from its one colour every shade that the pages need, in light and in dark. Shades are made in
//! OKLCH, where equal steps look equal, and every pair that is read together is measured (WCAG 2.2, success criteria 1.4.3
//! and 1.4.11).

use palette::color_difference::Wcag21RelativeContrast;
use palette::{IntoColor, IsWithinBounds, Oklch, Srgb};

/// What text needs against what lies behind it.
const READABLE: f32 = 4.5;

/// What the pages have behind words in light and in dark: the paper and the cards (`tokens.css`).
const LIGHT: [&str; 2] = ["#fdf8f0", "#fffdfa"];
const DARK: [&str; 2] = ["#1c1a21", "#27242d"];

/// The shades of one colour, as the styles call them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Shades {
    /// On buttons, and of words: `--accent`.
    accent: Srgb<u8>,
    /// Words on a button: `--accent-ink`.
    ink: Srgb<u8>,
    /// Behind words of the accent: `--accent-soft`.
    soft: Srgb<u8>,
}

/// A colour as it is written: `#0f5f63`.
pub(crate) fn parse(text: &str) -> Option<Srgb<u8>> {
    text.strip_prefix('#').filter(|digits| digits.len() == 6)?.parse().ok()
}

/// As it is written.
pub(crate) fn written(colour: Srgb<u8>) -> String {
    format!("#{colour:x}")
}

/// The nearest colour that can be read on everything it stands on: the same, or a darker one of the same hue.
pub(crate) fn nearest(colour: Srgb<u8>) -> Srgb<u8> {
    let exact = oklch(colour);
    let darker = (0..=100).map(|step| shade(exact, exact.l * (100 - step) as f32 / 100.0, exact.chroma));
    std::iter::once(colour).chain(darker).find(|colour| is_read(&light(*colour), &LIGHT)).unwrap_or_default()
}

/// The style sheet of a site: only colours, and only on screens.
pub(crate) fn style(colour: Srgb<u8>) -> String {
    let Shades { accent, ink, soft } = light(colour);
    let by_day = [("accent", accent), ("accent-ink", ink), ("accent-soft", soft)];
    let Shades { accent, ink, soft } = dark(colour);
    let by_night = [("accent", accent), ("accent-ink", ink), ("accent-soft", soft)];
    let rules =
        |shades: [(&str, Srgb<u8>); 3]| shades.map(|(name, colour)| format!("--{name}:{}", written(colour))).join(";");
    format!(
        "@media screen{{:root{{{}}}}}@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}",
        rules(by_day),
        rules(by_night)
    )
}

fn light(accent: Srgb<u8>) -> Shades {
    let exact = oklch(accent);
    Shades { accent, ink: Srgb::new(255, 255, 255), soft: shade(exact, 0.95, exact.chroma.min(0.02)) }
}

/// The same hue, light enough to be read on what is dark.
fn dark(accent: Srgb<u8>) -> Shades {
    let exact = oklch(accent);
    let (ink, soft) = (shade(exact, 0.25, exact.chroma.min(0.04)), shade(exact, 0.32, exact.chroma.min(0.04)));
    let lighter = (78..=100).map(|light| shade(exact, light as f32 / 100.0, exact.chroma.min(0.1)));
    let shades = lighter.map(|accent| Shades { accent, ink, soft });
    shades.clone().find(|shades| is_read(shades, &DARK)).or(shades.clone().next_back()).unwrap_or(Shades {
        accent,
        ink,
        soft,
    })
}

/// The accent on everything it stands on, and words on it.
fn is_read(shades: &Shades, behind: &[&str; 2]) -> bool {
    let behind = behind.iter().filter_map(|colour| parse(colour)).chain([shades.soft, shades.ink]);
    behind.into_iter().all(|behind| contrast(shades.accent, behind) >= READABLE)
}

fn contrast(one: Srgb<u8>, other: Srgb<u8>) -> f32 {
    one.into_format::<f32>().relative_contrast(other.into_format())
}

fn oklch(colour: Srgb<u8>) -> Oklch {
    colour.into_format::<f32>().into_color()
}

/// This hue at another lightness, with as much of its colour as a screen can show.
fn shade(colour: Oklch, light: f32, chroma: f32) -> Srgb<u8> {
    let of = |step: u8| -> Srgb { Oklch::new(light, chroma * f32::from(step) / 20.0, colour.hue).into_color() };
    let shown = (0..=20).rev().map(of).find(Srgb::is_within_bounds);
    shown.unwrap_or_else(|| of(0)).into_format()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Colours of schools, and every hue at three strengths.
    fn many() -> impl Iterator<Item = Srgb<u8>> {
        let schools =
            ["#0f5f63", "#5b3a8c", "#8b0000", "#003366", "#ffcc00", "#ffffff", "#000000", "#777777", "#00ff00"];
        let hues =
            (0..36).flat_map(|hue| [(0.3, 0.05), (0.5, 0.15), (0.8, 0.2)].map(|(light, chroma)| (light, chroma, hue)));
        let hues = hues.map(|(light, chroma, hue)| shade(Oklch::new(light, chroma, hue as f32 * 10.0), light, chroma));
        schools.into_iter().filter_map(parse).chain(hues)
    }

    #[test]
    fn whatever_colour_a_site_has_its_nearest_is_read_in_light_and_in_dark() {
        for colour in many() {
            let near = nearest(colour);
            assert!(is_read(&light(near), &LIGHT), "{} in light, for {}", written(near), written(colour));
            assert!(is_read(&dark(near), &DARK), "{} in dark: {:?}", written(near), dark(near));
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_it_is() {
        for colour in ["#0f5f63", "#5b3a8c", "#8b0000", "#003366", "#000000"] {
            assert_eq!(parse(colour).map(nearest).map(written).as_deref(), Some(colour));
        }
        assert_eq!(parse("#ffcc00").map(nearest).map(written).as_deref(), Some("#926200"));
    }

    #[test]
    fn what_lies_behind_words_is_what_the_styles_say() {
        let tokens = include_str!("../../../../src/view/tokens.css");
        let (light, dark) = tokens.split_once("@media (prefers-color-scheme: dark)").unwrap();
        for (style, [paper, surface]) in [(light, LIGHT), (dark, DARK)] {
            assert!(style.contains(&format!("--paper: {paper};")) && style.contains(&format!("--surface: {surface};")));
        }
    }

    #[test]
    fn paper_has_no_colours() {
        let style = parse("#5b3a8c").map(style).unwrap_or_default();
        assert!(
            style.starts_with("@media screen{:root{--accent:#5b3a8c;--accent-ink:#ffffff;--accent-soft:#"),
            "{style}"
        );
        assert_eq!(style.matches("@media screen").count(), style.matches("@media").count());
    }

    #[test]
    fn what_is_no_colour_is_none() {
        for text in ["0f5f63", "#0f5f6", "#0f5f63aa", "#gggggg", "teal"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
