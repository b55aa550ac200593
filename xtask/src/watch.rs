//! Waits for a change to code or content.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver},
    time::Duration,
};

use anyhow::{Context, Result};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, event::ModifyKind};

use crate::workspace::Workspace;

/// Folders whose every file matters.
const FOLDERS: [&str; 4] = ["content", "crates", "public", "src"];

/// Files of the top folder that matter.
const FILES: [&str; 3] = ["Cargo.toml", "Trunk.toml", "index.html"];

/// An editor that saves touches several files: this long without a change means that it is done.
const QUIET: Duration = Duration::from_millis(300);

/// A running watch over one checkout.
pub(crate) struct Watch {
    root: PathBuf,
    events: Receiver<notify::Result<Event>>,
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Starts to watch. Changes from now on are remembered until they are asked for.
    pub(crate) fn start(workspace: &Workspace) -> Result<Self> {
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender).context("Files cannot be watched.")?;
        let root = workspace.root();
        watcher.watch(root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS {
            watcher
                .watch(&root.join(folder), RecursiveMode::Recursive)
                .with_context(|| format!("The folder {folder} cannot be watched."))?;
        }
        Ok(Self { root: root.into(), events, _watcher: watcher })
    }

    /// Waits for changes that matter, then for a moment of quiet, and names the files.
    pub(crate) fn next(&self) -> Result<BTreeSet<PathBuf>> {
        let mut changed = BTreeSet::new();
        while changed.is_empty() {
            let first = self.events.recv().context("Files are no longer watched.")?;
            changed.extend(self.that_matter(first));
            while let Ok(event) = self.events.recv_timeout(QUIET) {
                changed.extend(self.that_matter(event));
            }
        }
        Ok(changed)
    }

    fn that_matter(&self, event: notify::Result<Event>) -> Vec<PathBuf> {
        let paths = event.ok().filter(|it| is_change(it.kind)).map(|it| it.paths);
        let inside = paths.into_iter().flatten().filter_map(|path| {
            let inside = path.strip_prefix(&self.root).ok()?;
            matters(inside).then(|| inside.to_path_buf())
        });
        inside.collect()
    }
}

/// Reading a file or touching its date is no change.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Modify(what) => !matches!(what, ModifyKind::Metadata(_)),
        EventKind::Create(_) | EventKind::Remove(_) => true,
        _ => false,
    }
}

/// Whether a file of the checkout goes into the release. Editors' own files do not.
fn matters(inside: &Path) -> bool {
    let name = inside.file_name().unwrap_or_default().to_string_lossy();
    let first = inside.iter().next().unwrap_or_default().to_string_lossy();
    let of_an_editor = name.starts_with(['.', '#']) || name.ends_with('~') || name == "4913";
    let in_folder = FOLDERS.contains(&first.as_ref()) && inside != Path::new(first.as_ref());
    let on_top = FILES.iter().any(|file| Path::new(file) == inside);
    !of_an_editor && (in_folder || on_top)
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, CreateKind, MetadataKind};

    use super::*;

    #[test]
    fn code_and_content_matter_and_what_is_made_from_them_does_not() {
        for file in ["content/words.toml", "src/view/screens/list.css", "index.html"] {
            assert!(matters(Path::new(file)), "{file}");
        }
        for file in ["target/site/index.html", "README.md", "dist/index.html", "src", "Cargo.lock"] {
            assert!(!matters(Path::new(file)), "{file}");
        }
    }

    #[test]
    fn what_an_editor_leaves_does_not_matter() {
        for file in ["src/.main.rs.swp", "src/main.rs~", "src/#main.rs#"] {
            assert!(!matters(Path::new(file)), "{file}");
        }
    }

    #[test]
    fn reading_a_file_is_no_change() {
        assert!(is_change(EventKind::Create(CreateKind::File)));
        assert!(!is_change(EventKind::Access(AccessKind::Any)));
        assert!(!is_change(EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any))));
    }
}
