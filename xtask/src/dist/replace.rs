//! The new release takes the place of the old one, which stands until the new one is whole beside it.
//!
//! What remains: a page that was opened before asks in vain for files that the new release no longer has; and where a
//! system cannot let two folders change places, there is no folder for some microseconds between two renames.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::files;
use crate::{say, setup::remove};

/// Puts `next` where `out` is. Whatever fails, the old release is there again.
pub(super) fn replace(out: &Path, next: &Path) -> Result<()> {
    let (new, old) = (sibling(out, "new")?, sibling(out, "old")?);
    put_back(out, &old)?;
    remove(&new)?;
    remove(&old)?;
    bring_beside(next, &new)?;
    swap(out, &new, &old)?;
    if remove(&old).is_err() {
        say::note(&format!("{} is an earlier release that could not be removed.", old.display()));
    }
    Ok(())
}

/// A folder beside `out`, so that both are on one disk. Its name shows whose it is, and begins with a dot.
fn sibling(out: &Path, what: &str) -> Result<PathBuf> {
    let name = out.file_name().with_context(|| format!("{} has no name of its own.", out.display()))?;
    Ok(out.with_file_name(format!(".{}.{what}", name.to_string_lossy())))
}

/// An earlier swap that was cut short may have left the old release aside.
fn put_back(out: &Path, old: &Path) -> Result<()> {
    if old.exists() && !out.exists() {
        fs::rename(old, out).with_context(|| format!("{} cannot be put back.", out.display()))?;
    }
    Ok(())
}

/// At once where both are on one disk; else file by file, which nobody sees.
fn bring_beside(next: &Path, new: &Path) -> Result<()> {
    if let Some(folder) = new.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be written.", folder.display()))?;
    }
    if fs::rename(next, new).is_ok() {
        return Ok(());
    }
    let copied = copy_all(next, new);
    if copied.is_err() {
        let _ = remove(new);
    }
    copied
}

fn swap(out: &Path, new: &Path, old: &Path) -> Result<()> {
    if out.exists() && exchange(out, new).is_ok() {
        return fs::rename(new, old).with_context(|| format!("{} is the release before, and stays.", new.display()));
    }
    let had_one = out.exists();
    if had_one {
        let aside = || format!("{} cannot be moved aside; it is as it was.", out.display());
        fs::rename(out, old).with_context(aside)?;
    }
    let Err(error) = fs::rename(new, out) else { return Ok(()) };
    if had_one && let Err(stuck) = fs::rename(old, out) {
        bail!("{} cannot be replaced ({error}), and the old one is in {} ({stuck}).", out.display(), old.display());
    }
    Err(error).with_context(|| format!("{} cannot be replaced; it is as it was.", out.display()))
}

/// Two folders change places at once: whoever looks finds one or the other.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> std::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

/// Copies every file below `from` to the same place below `to`.
fn copy_all(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be written.", to.display()))?;
    for file in files(from)? {
        let target = to.join(file.strip_prefix(from).unwrap_or(&file));
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).with_context(|| format!("{} cannot be written.", folder.display()))?;
        }
        fs::copy(&file, &target).with_context(|| format!("{} cannot be copied.", file.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    /// A folder of one test, gone when the test is over.
    struct Desk(PathBuf);

    impl Drop for Desk {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    impl Desk {
        fn new(name: &str) -> Self {
            let desk = env::temp_dir().join(format!("signpost-replace-{name}-{}", process::id()));
            fs::create_dir_all(&desk).unwrap();
            Self(desk)
        }

        fn release(&self, name: &str, text: &str) -> PathBuf {
            let folder = self.0.join(name);
            fs::create_dir_all(folder.join("parts")).unwrap();
            fs::write(folder.join("index.html"), text).unwrap();
            fs::write(folder.join("parts/a.js"), text).unwrap();
            folder
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.0).unwrap();
            let mut names: Vec<String> =
                entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        }
    }

    fn page(folder: &Path) -> String {
        fs::read_to_string(folder.join("index.html")).unwrap_or_default()
    }

    #[test]
    fn the_new_release_takes_the_place_of_the_old_one_and_nothing_is_left_beside_it() {
        let desk = Desk::new("swap");
        let (out, next) = (desk.release("dist", "old"), desk.release("next", "new"));
        fs::write(out.join("gone.js"), "old").unwrap();
        replace(&out, &next).unwrap();
        assert_eq!((page(&out).as_str(), out.join("gone.js").exists()), ("new", false));
        assert_eq!(desk.names(), ["dist"]);
    }

    #[test]
    fn the_first_release_needs_no_folder() {
        let desk = Desk::new("first");
        let (out, next) = (desk.0.join("deep/dist"), desk.release("next", "new"));
        replace(&out, &next).unwrap();
        assert_eq!(page(&out), "new");
    }

    #[test]
    fn a_release_that_cannot_be_brought_leaves_the_old_one_as_it_was() {
        let desk = Desk::new("missing");
        let out = desk.release("dist", "old");
        assert!(replace(&out, &desk.0.join("next")).is_err());
        assert_eq!((page(&out).as_str(), desk.names()), ("old", vec!["dist".to_owned()]));
    }

    #[test]
    fn where_the_second_rename_fails_the_old_release_is_put_back() {
        let desk = Desk::new("second");
        let out = desk.release("dist", "old");
        let error = swap(&out, &desk.0.join(".dist.new"), &desk.0.join(".dist.old")).unwrap_err();
        assert!(error.to_string().ends_with("it is as it was."), "{error}");
        assert_eq!((page(&out).as_str(), desk.names()), ("old", vec!["dist".to_owned()]));
    }

    #[test]
    fn what_an_earlier_swap_left_behind_is_no_obstacle_and_no_loss() {
        let desk = Desk::new("left");
        desk.release(".dist.old", "old");
        desk.release(".dist.new", "half");
        let out = desk.0.join("dist");
        assert!(replace(&out, &desk.0.join("next")).is_err());
        assert_eq!(page(&out), "old", "put back");
        desk.release(".dist.old", "older");
        replace(&out, &desk.release("next", "new")).unwrap();
        assert_eq!((page(&out).as_str(), desk.names()), ("new", vec!["dist".to_owned()]));
    }

    #[test]
    fn what_is_copied_from_another_disk_is_whole() {
        let desk = Desk::new("copy");
        let (from, to) = (desk.release("next", "new"), desk.0.join("dist"));
        copy_all(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(to.join("parts/a.js")).unwrap(), "new");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn two_releases_change_places_so_that_there_is_always_one() {
        let desk = Desk::new("exchange");
        let (out, new) = (desk.release("dist", "old"), desk.release(".dist.new", "new"));
        exchange(&out, &new).unwrap();
        assert_eq!([page(&out), page(&new)], ["new", "old"]);
        assert!(exchange(&out, &desk.0.join("nothing")).is_err(), "nothing takes no place");
        assert_eq!(page(&out), "new");
    }
}
