//! Content that nobody wrote is still content: the benchmarks would measure nothing if it were refused.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use signpost_author::judge::check;
use signpost_author::make::build;
use signpost_author::make::generate::{Size, content};
use signpost_author::source::files::Files;
use signpost_author::source::report;

fn files(size: Size, seed: u64) -> Files {
    let texts = content(size, seed);
    Files::of(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

#[test]
fn generated_content_has_no_problems_and_as_much_in_it_as_was_asked_for() {
    for (supports, questions) in [(0, 3), (1, 4), (100, 20), (1_000, 200)] {
        let files = files(Size { supports, questions }, 1);
        let (draft, problems) = check::check(&files);
        let problems: Vec<String> = problems.iter().map(|problem| report::line(&files, problem)).collect();
        assert_eq!(problems, [""; 0]);
        let (content, problems) = build::written(&draft).content();
        assert_eq!(problems, [""; 0]);
        assert_eq!((content.supports().count(), content.questions().count()), (supports, questions));
    }
}

#[test]
fn the_same_seed_gives_the_same_content_and_another_seed_another() {
    let size = Size { supports: 50, questions: 30 };
    assert_eq!(content(size, 7), content(size, 7));
    assert_ne!(content(size, 7), content(size, 8));
}
