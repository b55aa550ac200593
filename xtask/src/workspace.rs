//! Where things are: the sources, what is made from them, and the user's cache folder.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow};

/// The checkout that a command works on.
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The checkout around the current folder.
    pub(crate) fn find() -> Result<Self> {
        let here = env::current_dir().context("The current folder cannot be read.")?;
        here.ancestors()
            .find(|folder| folder.join("xtask/Cargo.toml").is_file())
            .map(|root| Self { root: root.into() })
            .ok_or_else(|| anyhow!("Run this inside a checkout of Parent Signpost."))
    }

    /// One somewhere else.
    #[cfg(test)]
    pub(crate) fn at(root: &Path) -> Self {
        Self { root: root.into() }
    }

    /// The folder of the top `Cargo.toml`.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// What is compiled from the content and the style sheets, for trunk to pick up.
    pub(crate) fn generated(&self) -> PathBuf {
        self.root.join("target/generated")
    }

    /// What trunk leaves behind, before it is finished.
    pub(crate) fn trunk_out(&self) -> PathBuf {
        self.root.join("target/trunk")
    }

    /// Cargo's folder for WebAssembly, apart from the host's so that neither undoes the other.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.root.join("target/wasm")
    }

    /// The release that `serve` and `test` look at.
    pub(crate) fn site(&self) -> PathBuf {
        self.root.join("target/site")
    }
}

/// The user's cache folder for this project. A second clone finds the same tools there.
pub(crate) fn cache() -> PathBuf {
    env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
        .unwrap_or_else(|| home().join(".cache"))
        .join("parent-signpost")
}

/// Cargo's own folder, with the sources of every crate.
pub(crate) fn cargo_home() -> PathBuf {
    env::var_os("CARGO_HOME").map_or_else(|| home().join(".cargo"), PathBuf::from)
}

fn home() -> PathBuf {
    env::home_dir().unwrap_or_else(env::temp_dir)
}
