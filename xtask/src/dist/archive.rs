//! The archive of a release, for whoever uploads it without Rust or Node: the same release gives the same bytes.

use std::{
    fs,
    io::{Cursor, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use super::finish;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What to read before anything else, beside the folder to upload.
const READ_ME: (&str, &str) = ("READ-ME-FIRST.txt", include_str!("READ-ME-FIRST.txt"));

/// The files for servers, in a folder beside the one to upload.
const RECIPES: [(&str, &str); 7] = [
    ("Caddyfile", include_str!("../../../docs/hosting/Caddyfile")),
    ("_headers", include_str!("../../../docs/hosting/_headers")),
    ("apache.htaccess", include_str!("../../../docs/hosting/apache.htaccess")),
    ("nginx.conf", include_str!("../../../docs/hosting/nginx.conf")),
    ("s3-headers.json", include_str!("../../../docs/hosting/s3-headers.json")),
    ("s3.sh", include_str!("../../../docs/hosting/s3.sh")),
    ("web.config", include_str!("../../../docs/hosting/web.config")),
];

/// What the folder to upload is called.
const FOLDER: &str = "signpost";

/// Where the archive of a release is: beside its folder.
pub(super) fn place(release: &Path) -> PathBuf {
    release.with_file_name(format!("{}.zip", name()))
}

fn name() -> String {
    format!("parent-signpost-{VERSION}")
}

/// Writes the archive. An earlier one of this version is replaced.
pub(super) fn write(release: &Path) -> Result<()> {
    finish::write(&place(release), &archive(release)?)
}

fn archive(release: &Path) -> Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    add(&mut archive, READ_ME.0, read_me().as_bytes())?;
    for (name, text) in RECIPES {
        add(&mut archive, &format!("hosting/{name}"), text.as_bytes())?;
    }
    for (inside, file) in in_order(release)? {
        let bytes = fs::read(&file).with_context(|| format!("{} cannot be read.", file.display()))?;
        add(&mut archive, &format!("{FOLDER}/{inside}"), &bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Every file of the release, by its name inside it. The order is that of the names, however a system writes paths.
fn in_order(release: &Path) -> Result<Vec<(String, PathBuf)>> {
    let named = |file: PathBuf| {
        let parts = file.strip_prefix(release).unwrap_or(&file).iter().map(|part| part.to_string_lossy());
        (parts.collect::<Vec<_>>().join("/"), file)
    };
    let mut files: Vec<_> = super::files(release)?.into_iter().map(named).collect();
    files.sort();
    Ok(files)
}

/// Adds a file without the time at which it was made, and with the same rights on every system.
fn add(archive: &mut ZipWriter<Cursor<Vec<u8>>>, inside: &str, bytes: &[u8]) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    archive.start_file(format!("{}/{inside}", name()), options)?;
    Ok(archive.write_all(bytes)?)
}

/// With the ends of lines that the oldest editor of texts shows, too.
fn read_me() -> String {
    READ_ME.1.replace("signpost-version", VERSION).replace("\r\n", "\n").replace('\n', "\r\n")
}

#[cfg(test)]
mod tests {
    use std::{
        collections::BTreeMap,
        io::Read,
        time::{Duration, SystemTime},
    };

    use tempfile::TempDir;
    use zip::ZipArchive;

    use super::*;

    const FILES: [(&str, &[u8]); 4] = [
        ("index.html", b"<!doctype html>"),
        ("app-0123456789abcdef.wasm", &[0; 5000]),
        ("oak-primary/index.html", b"<p>Oak</p>"),
        ("oak-primary/site-0123456789abcdef.css", b""),
    ];

    /// A release in a folder of its own, which goes with it.
    struct Release(TempDir);

    impl Release {
        fn of(files: impl Iterator<Item = (&'static str, &'static [u8])>) -> Self {
            let release = Self(tempfile::tempdir().unwrap());
            files.for_each(|(name, bytes)| finish::write(&release.folder().join(name), bytes).unwrap());
            release
        }

        fn folder(&self) -> PathBuf {
            self.0.path().join("dist")
        }

        fn archived(&self) -> Vec<u8> {
            write(&self.folder()).unwrap();
            fs::read(self.0.path().join(format!("parent-signpost-{VERSION}.zip"))).unwrap()
        }
    }

    fn unpacked(archive: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
        let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
        let count = archive.len();
        let one = |index| {
            let mut file = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().to_owned(), bytes)
        };
        (0..count).map(one).collect()
    }

    #[test]
    fn the_archive_holds_exactly_the_release_and_what_to_read_first() {
        let mut found = unpacked(Release::of(FILES.into_iter()).archived());
        let read_me = found.remove(&format!("parent-signpost-{VERSION}/READ-ME-FIRST.txt")).unwrap();
        let read_me = String::from_utf8(read_me).unwrap();
        assert!(read_me.starts_with(&format!("PARENT SIGNPOST, VERSION {VERSION}\r\n")), "{read_me}");
        found.retain(|name, _| !name.contains("/hosting/"));
        let meant = FILES.map(|(name, bytes)| (format!("parent-signpost-{VERSION}/signpost/{name}"), bytes.to_vec()));
        assert_eq!(found, BTreeMap::from(meant));
    }

    #[test]
    fn the_archive_has_every_file_for_servers() {
        let found = unpacked(Release::of(FILES.into_iter()).archived());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/hosting");
        for file in super::super::files(&folder).unwrap() {
            let name = file.file_name().unwrap().to_string_lossy();
            let bytes = found.get(&format!("parent-signpost-{VERSION}/hosting/{name}"));
            assert_eq!(bytes, Some(&fs::read(&file).unwrap()), "{name}");
        }
    }

    #[test]
    fn the_same_release_gives_the_same_bytes_whenever_it_was_made() {
        let one = Release::of(FILES.into_iter());
        let other = Release::of(FILES.into_iter().rev());
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        let file = fs::File::options().write(true).open(other.folder().join("index.html")).unwrap();
        file.set_modified(long_ago).unwrap();
        assert!(one.archived() == other.archived());
    }

    #[test]
    fn what_to_read_first_is_one_page_of_narrow_lines() {
        assert!(READ_ME.1.lines().count() <= 60 && READ_ME.1.lines().all(|line| line.len() <= 80));
    }
}
