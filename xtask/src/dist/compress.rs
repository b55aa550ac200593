//! Brotli and gzip beside each file, as strong as they go, without a date in them.

use std::{
    collections::HashSet,
    fs,
    io::Write,
    num::NonZero,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use anyhow::{Context, Result, bail};
use flate2::{Compression, GzBuilder};

use super::sites::Site;
use crate::server::Encoding;

/// Below this many bytes a compressed file saves nothing on the network.
const WORTHWHILE: usize = 256;

/// Brotli's strongest quality, and a window that every browser has.
const STRONGEST: u32 = 11;
/// The quality for the pages of sites, of which there may be a thousand: half the time, for 2 bytes in a hundred.
const OF_SITES: u32 = 10;
const WINDOW: u32 = 22;

/// "Unknown", so that every system writes the same header.
const ANY_SYSTEM: u8 = 255;

/// Writes `NAME.br` and `NAME.gz` wherever they are smaller than the file, on every processor there is: a release of many
/// sites has thousands of files, and each page takes a good while.
pub(super) fn beside_each(folder: &Path, sites: &[Site]) -> Result<()> {
    let pages = sites.iter().flat_map(Site::pages);
    let of_sites: HashSet<_> = pages.map(|(_, page)| folder.join(page).join("index.html")).collect();
    let files = super::files(folder)?;
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            beside(file, if of_sites.contains(file) { OF_SITES } else { STRONGEST })?;
        }
        Ok(())
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let started: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let ended = started
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|_| bail!("A file could not be compressed.")));
        ended.collect()
    })
}

fn beside(file: &Path, quality: u32) -> Result<()> {
    let bytes = fs::read(file)?;
    if bytes.len() <= WORTHWHILE {
        return Ok(());
    }
    for encoding in Encoding::ALL {
        let packed = compress(encoding, &bytes, quality)?;
        if packed.len() < bytes.len() {
            fs::write(encoding.sibling(file), packed)?;
        }
    }
    Ok(())
}

fn compress(encoding: Encoding, bytes: &[u8], quality: u32) -> Result<Vec<u8>> {
    let packed = match encoding {
        Encoding::Brotli => brotli(bytes, quality),
        Encoding::Gzip => gzip(bytes),
    };
    packed.context("A file could not be compressed.")
}

fn brotli(bytes: &[u8], quality: u32) -> std::io::Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), bytes.len(), quality, WINDOW);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let header = GzBuilder::new().mtime(0).operating_system(ANY_SYSTEM);
    let mut writer = header.write(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_comes_back_whole() {
        let text = b"the same words, the same words, the same words".repeat(20);
        let mut back = Vec::new();
        brotli::Decompressor::new(brotli(&text, STRONGEST).unwrap().as_slice(), 4096).read_to_end(&mut back).unwrap();
        assert_eq!(back, text);
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(gzip(&text).unwrap().as_slice()).read_to_end(&mut back).unwrap();
        assert_eq!(back, text);
    }

    #[test]
    fn gzip_carries_no_date() {
        assert_eq!(gzip(b"words").unwrap().get(4..8), Some([0; 4].as_slice()));
    }
}
