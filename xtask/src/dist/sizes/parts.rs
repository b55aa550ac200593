//! The one table of the parts of a release: which files are which part, when they are needed, how big they may be.
//! Sizes are bytes as they travel, which is brotli wherever it is smaller.

/// When a part is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Needed {
    /// Before the first question can be answered.
    FirstQuestion,
    /// By everybody, but later in the first visit.
    FirstVisit,
    /// Only by whoever asks for it.
    OnRequest,
}

/// Files that are one thing to whoever waits for them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) name: &'static str,
    /// How the names of its files begin and end. The first part that fits is the one.
    begins: &'static str,
    ends: &'static str,
    pub(super) limit: u64,
    pub(super) needed: Needed,
}

/// Every part. A limit is a little above what the part weighs: whoever needs more raises it here, and says why.
pub(super) const PARTS: [Part; 23] = [
    // With a list of three languages, as the tests have it.
    part("page", "index", ".html", 7_800, Needed::FirstQuestion),
    part("script that minds the start", "late-", ".js", 420, Needed::FirstQuestion),
    part("script that starts", "app-", ".js", 4_600, Needed::FirstQuestion),
    part("style sheet", "app-", ".css", 4_200, Needed::FirstQuestion),
    part("WebAssembly", "app-", ".wasm", 63_000, Needed::FirstQuestion),
    part("what is asked", "asked-", ".txt", 2_700, Needed::FirstQuestion),
    part("words of what is asked", "asked.", ".txt", 9_100, Needed::FirstQuestion),
    // What the order of reasons and the first meeting of a sheet need; the first half has become smaller by more.
    part("WebAssembly of what is offered", "later-", ".wasm", 42_300, Needed::FirstVisit),
    part("what is offered", "offered-", ".txt", 6_000, Needed::FirstVisit),
    part("words of what is offered", "offered.", ".txt", 24_300, Needed::FirstVisit),
    part("script of frames", "framed-", ".js", 1_000, Needed::FirstVisit),
    part("script of shared screens", "kiosk-", ".js", 1_500, Needed::OnRequest),
    // The library that draws codes is most of it; only kiosks ask for it.
    part("script that draws codes", "code-", ".js", 2_900, Needed::OnRequest),
    part("script that takes the list home", "take-", ".js", 1_000, Needed::FirstVisit),
    // Only in the pages of sites that open without a network.
    part("script that keeps a site", "offline-", ".js", 500, Needed::OnRequest),
    part("line to embed", "embed.", ".js", 4_000, Needed::OnRequest),
    // With room for the names of a thousand sites.
    part("page that makes the line", "embed.", ".html", 6_500, Needed::OnRequest),
    // With the words of what a server sends amiss, ready to be sent on.
    part("script of that page", "embed-page-", ".js", 2_600, Needed::OnRequest),
    part("styles of that page", "embed-page-", ".css", 2_000, Needed::OnRequest),
    part("line to embed, of one version", "embed-", ".js", 4_000, Needed::OnRequest),
    part("bill of materials", "sbom", ".json", 9_800, Needed::OnRequest),
    part("licences", "licences", ".txt", 7_400, Needed::OnRequest),
    part("everything else", "", "", 93_500, Needed::OnRequest),
];

/// The limits of what several parts weigh together: everything that is needed by then.
pub(super) const SUMS: [(&str, Needed, u64); 3] = [
    ("until the first question", Needed::FirstQuestion, 92_000),
    ("the first visit", Needed::FirstVisit, 165_000),
    ("the whole release", Needed::OnRequest, 292_000),
];

/// What one site may add to a visit, beside its logo.
pub(super) const SITE: u64 = 3_000;

const fn part(name: &'static str, begins: &'static str, ends: &'static str, limit: u64, needed: Needed) -> Part {
    Part { name, begins, ends, limit, needed }
}

impl Part {
    /// The part that a file belongs to, by its name. The last part takes whatever is in no other.
    pub(super) fn of(file: &str) -> &'static Self {
        let [others @ .., last] = &PARTS;
        others.iter().find(|part| part.fits(file)).unwrap_or(last)
    }

    fn fits(&self, file: &str) -> bool {
        file.starts_with(self.begins) && file.ends_with(self.ends)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_part_by_how_its_name_begins_and_ends() {
        for (file, part) in [
            ("index.html", "page"),
            ("app-7a3f6e39f56bc901.js", "script that starts"),
            ("app-b7c758088cb8c5eb.wasm", "WebAssembly"),
            ("asked-79b620584ae96fdb.txt", "what is asked"),
            ("offered.en-79b620584ae96fdb.txt", "words of what is offered"),
            ("sbom.cdx.json", "bill of materials"),
            ("licences.txt", "licences"),
            ("embed.html", "page that makes the line"),
            ("embed-page-83aba23d2c47fcc2.js", "script of that page"),
            ("embed-228d8b7d6b3cf997.js", "line to embed, of one version"),
            ("support-a-to-z.html", "everything else"),
        ] {
            assert_eq!(Part::of(file).name, part, "{file}");
        }
    }

    #[test]
    fn the_last_part_takes_everything() {
        assert!(PARTS[PARTS.len() - 1].fits("whatever.txt"));
    }

    #[test]
    fn every_part_and_every_sum_has_a_name_of_its_own() {
        let mut names: Vec<_> =
            PARTS.iter().map(|part| part.name).chain(SUMS.into_iter().map(|(name, ..)| name)).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), PARTS.len() + SUMS.len());
    }
}
