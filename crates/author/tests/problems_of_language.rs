//! What can be built and should not stay: hard words, old facts, no owner. Each at its exact words.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod common;

use common::*;
use signpost_author::judge::check;
use signpost_author::source::files::Files;
use signpost_author::source::problem::Level;
use signpost_core::time::Day;

#[test]
fn a_word_of_our_trade_is_said_as_parents_say_it() {
    judged("who = \"Every «eligible» family.\"", "`eligible` is a word of our trade, not of parents; say `can get it`");
    judged("who = \"«Service users» only.\"", "`Service users` is a word of our trade, not of parents; say `parent`");
}

#[test]
fn no_word_blames_a_parent_or_a_child() {
    judged(
        "who = \"A child who «suffers from» it.\"",
        "`suffers from` can sound as if somebody were to blame; say `has`",
    );
}

#[test]
fn every_word_has_one_spelling_and_it_is_british() {
    judged("who = \"Any «preschool».\"", "`preschool` is not how we spell it; say `pre-school`");
    judged("who = \"The «Center» helps.\"", "`Center` is not how we spell it; say `centre`");
}

#[test]
fn nothing_is_left_to_be_filled_in() {
    judged("who = \"«TODO»\"", "`TODO` was left here to be filled in; write the text, or take this out");
    judged(
        "who = \"Ask «lorem ipsum» here.\"",
        "`lorem ipsum` was left here to be filled in; write the text, or take this out",
    );
    judged("who = \"Everyone«...»\"", "`...` was left here to be filled in; write the text, or take this out");
    judged(
        "url = «\"https://www.example.org/page\"»",
        "`https://www.example.org/page` leads nowhere: such names are for examples; write the real address",
    );
}

#[test]
fn a_sentence_ends_before_the_reader_is_lost() {
    judged(
        "who = \"Ask. «You can go to the hub on a day when it is open and ask one of the people who work there to help you fill in the form.»\"",
        "this sentence has 29 words, and 22 are plenty; make two of it",
    );
}

#[test]
fn a_text_that_needs_an_old_reader_is_shown_at_its_hardest_sentence() {
    judged(
        "what = \"Call us. «A community organisation will consider your individual application.» It is free.\"",
        "this text reads like age 17, and we write for 9 to 11; this is its hardest sentence: is there a plainer way to say `community`, `organisation`, `consider`, `individual`?",
    );
}

#[test]
fn a_fact_is_checked_in_the_past_and_not_too_long_ago() {
    judged(
        "checked = «2026-11-25»",
        "nobody can have checked this on 2026-11-25: today is 2026-11-24; write the day it was checked",
    );
    judged(
        "checked = «2025-11-23»",
        "this was last checked on 2025-11-23, more than 12 months ago; compare it with its source, then write today's date",
    );
}

#[test]
fn a_figure_whose_day_has_come_names_the_supports_that_use_it() {
    let support = |figure: &str| {
        format!(
            "[[support]]\nid = \"new\"\nkind = \"universal\"\nabout = \"family\"\nname = \"New\"\nwhat = \"Up to {{figures.{figure}}}.\"\nwho = \"Everyone.\"\nhow = \"Ask.\"\ncost = \"free\"\nchecked = 2026-11-23\nsource = \"read somewhere\"\nsure = \"high\"\n"
        )
    };
    let figure =
        |days: &str| format!("[[figure]]\nid = \"old\"\ntext = \"£1\"\n{days}\nsource = \"a\"\nsure = \"high\"\n");
    let judged = |days: &str, says: &str| {
        let text = format!("owner = \"Sleep editors\"\n{}", support("old"));
        let mut marked = with(SUPPORT, |base| format!("{base}{text}"));
        marked.iter_mut().filter(|(name, _)| name == FIGURES).for_each(|(_, text)| *text += &figure(days));
        judged_files(marked, says);
    };
    judged(
        "from = 2025-04-06\nreview = «2026-11-24»",
        "the figure `old` was to be looked at again on 2026-11-24; compare it with its source; used by `new`",
    );
    judged(
        "from = «2026-11-25»\nreview = 2027-04-06",
        "the figure `old` starts only on 2026-11-25, and parents read it now; used by `new`",
    );
}

#[test]
fn a_support_has_an_owner_of_its_own_or_its_topics() {
    let text = "[[support]]\nid = «\"new\"»\nkind = \"universal\"\nabout = \"family\"\nname = \"New\"\nwhat = \"It is new.\"\nwho = \"Everyone.\"\nhow = \"Ask.\"\ncost = \"free\"\nchecked = 2026-11-23\nsource = \"read somewhere\"\nsure = \"high\"\n";
    judged_files(
        with(SUPPORT, |base| format!("{base}{text}")),
        "nobody owns the support `new`; add `owner = \"…\"` to its [topic]: a role or a team, never a person's name",
    );
    let owned = text.replace(['«', '»'], "").replace("kind =", "owner = \"Health editors\"\nkind =");
    let with_a_note = owned.replace("\"high\"", "«\"low\"»");
    judged_files(
        with(SUPPORT, |base| format!("{base}{with_a_note}")),
        "this is marked for checking; its author is not sure of this",
    );
}

#[test]
fn what_a_note_wants_checked_stays_visible() {
    judged(
        "note = \"The number is «to be checked» before release.\"",
        "this is marked for checking; its note asks for it",
    );
}

#[test]
fn a_number_that_costs_and_a_number_that_is_hard_to_read_are_worth_a_warning() {
    judged(
        "phone = «\"0845 123 4567\"»",
        "`0845 123 4567` costs more than a usual call; find the number that starts with 03 or 080",
    );
    judged(
        "phone = «\"0207 008 0151\"»",
        "`0207 008 0151` does not keep the area code apart; write it as 020 7008 0151",
    );
}

#[test]
fn the_language_itself_is_checked_like_everything_else() {
    let language = |more: &str| {
        format!(
            "reading_age = 14\nshortest_text = 10\nlongest_sentence = 22\nchecked_within = \"12 months\"\nnames = []\nunfinished = []\nlook_again = []\njargon = []\nblame = []\n{more}"
        )
    };
    let finds = |more: &str, says: &str| {
        let mut marked = with("", str::to_owned);
        marked.push(("language.toml".into(), language(more)));
        expect(&marked, says);
    };
    finds(
        "spelling = [{ word = \"preschool\", «sey» = \"x\", say = \"pre-school\" }]",
        "the key `sey` is not known here; did you mean `say`?",
    );
    finds(
        "spelling = [{ word = \"mom\", say = \"mum\" }, { word = «\"Mom\"», say = \"mother\" }]",
        "there is already something to say instead of `Mom`; the other stands in line 10: keep one of them",
    );
    finds(
        "spelling = [{ word = \"mom\", say = «\" \"» }]",
        "`say` is empty; write something, or leave the key out where it may be",
    );
    finds("spelling = []\n«spellings» = 3", "the key `spellings` is not known here; did you mean `spelling`?");
}

#[test]
fn a_limit_is_a_whole_number() {
    let mut marked = with("", str::to_owned);
    let language = include_str!("../../../content/language.toml");
    marked.push(("language.toml".into(), language.replace("reading_age = 14", "reading_age = «\"14\"»")));
    expect(&marked, "`reading_age` is text; it wants a number, without quotes");
}

#[test]
fn nothing_is_promised_of_what_others_do() {
    judged(
        "who = \"«Nobody else sees» this.\"",
        "`Nobody else sees` promises what is not ours to keep; say `this page sends it nowhere`",
    );
    judged(
        "how = \"They «do not report you» for asking.\"",
        "`do not report you` promises what is not ours to keep; say `ask them what they pass on`",
    );
}

#[test]
fn nothing_is_left_to_be_filled_in_where_authors_write_for_authors() {
    let says = "`TODO` was left here to be filled in; write the text, or take this out";
    for key in ["source", "note", "owner"] {
        judged(&format!("{key} = \"«TODO»: who said so\""), says);
    }
    let level = |key: &str| {
        let lines = format!("owner = \"Sleep editors\"\n[[support]]\nid = \"a\"\n{key} = \"TODO\"\n");
        let mut files = with(SUPPORT, |base| format!("{base}{lines}"));
        files.push((LANGUAGE.into(), include_str!("../../../content/language.toml").into()));
        let files = Files::of(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        let (_, found) = check::all(&files, Day::parse("2026-11-24").unwrap());
        found.into_iter().find(|problem| problem.rule == "unfinished").map(|problem| problem.level)
    };
    assert_eq!(["source", "note", "name"].map(level), [Some(Level::Error), Some(Level::Note), Some(Level::Error)]);
}

#[test]
fn a_wish_that_no_support_serves_is_worth_a_look() {
    let wishes = "[[question]]\nid = \"goals\"\nabout = \"family\"\nkind = \"many\"\ntext = \"What?\"\nchoice = [{ id = \"rest\", label = \"Rest\" }, { id = «\"play\"», label = \"Play\" }, { id = \"none\", label = \"None\", alone = true }]\n";
    let mut files = with(QUESTIONS, |base| format!("{base}{wishes}"));
    let served = "owner = \"Sleep editors\"\n[[support]]\nid = \"new\"\nkind = \"universal\"\nabout = \"family\"\nname = \"New\"\nwhat = \"It is new.\"\nwho = \"Everyone.\"\nhow = \"Ask.\"\ncost = \"free\"\nchecked = 2026-11-23\nsource = \"A\"\nsure = \"high\"\ngoals = [\"goals.rest\"]\n";
    files.iter_mut().filter(|(name, _)| name == SUPPORT).for_each(|(_, text)| *text += served);
    judged_files(
        files,
        "no support serves the wish `goals.play`; add `goals.play` to the `goals` of a support, or take the choice out",
    );
}

/// Supports, each with a name and a number.
fn called(numbers: &[(&str, &str)]) -> Vec<(String, String)> {
    let one = |(at, (name, phone)): (usize, &(&str, &str))| {
        format!(
            "[[support]]\nid = \"a{at}\"\nkind = \"universal\"\nabout = \"family\"\nname = \"{name}\"\nwhat = \"It is new.\"\nwho = \"Everyone.\"\nhow = \"Ask.\"\ncost = \"free\"\nphone = {phone}\nchecked = 2026-11-23\nsource = \"A\"\nsure = \"high\"\n"
        )
    };
    let all: String = numbers.iter().enumerate().map(one).collect();
    with(SUPPORT, |base| format!("{base}owner = \"Sleep editors\"\n{all}"))
}

#[test]
fn a_number_that_differs_in_only_one_of_its_places_is_named_with_the_other() {
    let slip = "`0808 2000 274` is nearly the number in support/1.toml, line 16: `0808 2000 247`; which of the two is right? Write it in both";
    judged_files(called(&[("A", "\"0808 2000 247\""), ("B", "\"0808 2000 247\""), ("C", "«\"0808 2000 274\"»")]), slip);
    judged_files(
        called(&[("A", "«\"0808 2000 247\"»"), ("A", "\"0300 123 4097\"")]),
        "`A` has another number in support/1.toml, line 29: `0300 123 4097`; which of the two is right? Write it in both",
    );
}

#[test]
fn two_names_for_one_number_are_fine() {
    let mut files = called(&[("A", "\"0808 2000 247\""), ("B", "\"0808 2000 247\""), ("C", "\"0300 123 4097\"")]);
    files.push((LANGUAGE.into(), include_str!("../../../content/language.toml").into()));
    let files = Files::of(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let (_, found) = check::all(&files, Day::parse("2026-11-24").unwrap());
    assert!(found.iter().all(|problem| problem.rule != "number-differs"), "{found:?}");
}
