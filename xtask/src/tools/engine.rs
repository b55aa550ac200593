//! The browser engines that the tests run in.

use std::env;

use anyhow::{Result, bail};

/// The environment variable that narrows the browsers: names with commas between them.
pub const BROWSERS: &str = "SIGNPOST_BROWSERS";

/// A browser engine that the tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge, Samsung Internet and most school computers.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari's engine: most parents' telephones.
    WebKit,
}

impl Engine {
    /// Every engine, in the order in which they are tested.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in [`BROWSERS`] and in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engines that [`BROWSERS`] asks for; all of them when it is not set.
    ///
    /// # Errors
    /// A name that is no engine.
    pub fn chosen() -> Result<Vec<Self>> {
        match env::var(BROWSERS) {
            Ok(names) if !names.trim().is_empty() => names.split(',').map(Self::named).collect(),
            _ => Ok(Self::ALL.to_vec()),
        }
    }

    fn named(name: &str) -> Result<Self> {
        let known = Self::ALL.into_iter().find(|it| it.name() == name.trim());
        let Some(engine) = known else {
            bail!("{BROWSERS} names \"{name}\"; it may name chromium, firefox and webkit.");
        };
        Ok(engine)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_known_by_name() {
        assert_eq!(Engine::named(" webkit ").unwrap(), Engine::WebKit);
    }

    #[test]
    fn an_unknown_engine_is_told_with_the_known_ones() {
        let error = Engine::named("safari").unwrap_err().to_string();
        assert!(error.contains("\"safari\"") && error.contains("webkit"));
    }
}
