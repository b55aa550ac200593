//! Pictures of a screen or a page: made small to be kept, and laid beside each other.

use image::imageops::{self, FilterType};
use image::{Rgb, RgbImage};

/// How wide and high a place is that is compared as one, in pixels of what is kept.
pub(crate) const PLACE: u32 = 8;

/// How far the colours of two places may lie apart, of 255: letters are drawn a little otherwise by another version of an
/// engine, and a word that changed is 30 and more.
const APART: u32 = 12;

const FRAME: Rgb<u8> = Rgb([210, 0, 60]);

/// Half as wide and high, with eight shades of each colour: it can still be read, and its file is small.
pub(crate) fn small(picture: &RgbImage) -> RgbImage {
    let (width, height) = picture.dimensions();
    let mut small = imageops::resize(picture, width.div_ceil(2), height.div_ceil(2), FilterType::Triangle);
    small.pixels_mut().flat_map(|pixel| &mut pixel.0).for_each(|shade| *shade = *shade / 32 * 36);
    small
}

/// The corners of the places where two pictures are not alike; where only one of them reaches, they are not.
pub(crate) fn otherwise(kept: &RgbImage, now: &RgbImage) -> Vec<(u32, u32)> {
    let [width, height] = [kept.width().max(now.width()), kept.height().max(now.height())];
    let corners = |length: u32| (0..length).step_by(PLACE as usize);
    let places = corners(height).flat_map(|y| corners(width).map(move |x| (x, y)));
    places.filter(|&(x, y)| apart(kept, now, x, y).is_none_or(|apart| apart > APART)).collect()
}

/// How far the colours of a place lie apart in the middle, unless one of the pictures ends there.
fn apart(kept: &RgbImage, now: &RgbImage, x: u32, y: u32) -> Option<u32> {
    let pixels = (y..y + PLACE).flat_map(|y| (x..x + PLACE).map(move |x| (x, y)));
    let differences = pixels.filter_map(|(x, y)| match (kept.get_pixel_checked(x, y), now.get_pixel_checked(x, y)) {
        (Some(kept), Some(now)) => Some(Some(difference(kept, now))),
        (None, None) => None,
        _ => Some(None),
    });
    let differences: Vec<u32> = differences.collect::<Option<_>>()?;
    differences.iter().sum::<u32>().checked_div(differences.len() as u32)
}

fn difference(kept: &Rgb<u8>, now: &Rgb<u8>) -> u32 {
    let shades = kept.0.into_iter().zip(now.0);
    shades.map(|(kept, now)| u32::from(kept.abs_diff(now))).max().unwrap_or_default()
}

/// What was kept, what is now, and what is now with a frame around each place that is not alike.
pub(crate) fn beside(kept: &RgbImage, now: &RgbImage, places: &[(u32, u32)]) -> RgbImage {
    let framed = framed(now, places);
    let (width, height) = (kept.width().max(now.width()) + PLACE, kept.height().max(now.height()));
    let mut all = RgbImage::from_pixel(width * 3, height, Rgb([128; 3]));
    for (column, picture) in [kept, now, &framed].into_iter().enumerate() {
        imageops::replace(&mut all, picture, i64::from(width) * column as i64, 0);
    }
    all
}

fn framed(now: &RgbImage, places: &[(u32, u32)]) -> RgbImage {
    let mut framed = now.clone();
    let is_edge = |at: u32| at == 0 || at == PLACE - 1;
    for &(left, top) in places {
        let pixels = (0..PLACE).flat_map(|y| (0..PLACE).map(move |x| (x, y)));
        for (x, y) in pixels.filter(|&(x, y)| is_edge(x) || is_edge(y)) {
            if let Some(pixel) = framed.get_pixel_mut_checked(left + x, top + y) {
                *pixel = FRAME;
            }
        }
    }
    framed
}
