//! What can be wrong with files, TOML, keys, types and the words of the interface, and how a problem is drawn.

mod common;

use common::*;
use signpost_author::languages::ENGLISH;
use signpost_author::source::files::Files;
use signpost_author::source::report;

#[test]
fn content_without_a_mistake_has_no_problem() {
    let (files, found) = problems(&with("", str::to_owned));
    let lines: Vec<String> = found.iter().map(|problem| report::line(&files, problem)).collect();
    assert_eq!(lines, [""; 0]);
}

#[test]
fn text_that_is_not_toml_is_shown_where_it_stops_being_so() {
    figure("source = \"read somewhere«»", "this text is not closed; add a \" at its end");
    figure(
        "sure = \"high\" «x»",
        "nothing may stand behind a value; is there a \" too many before it? Quotes inside a text are 'single' ones",
    );
}

#[test]
fn a_character_that_nobody_can_see_is_named() {
    figure("note = \"one«\u{1}»two\"", "this is a character that nobody can see, U+0001; take it out");
    figure("# a comment«»\u{7f}", "this is a character that nobody can see, U+007F; take it out");
}

#[test]
fn a_slip_of_the_pen_is_told_in_words_that_anybody_knows() {
    figure("sure = «“high”»", "these quotes are curly; write straight quotes: \"…\"");
    figure("sure = «high»", "`high` stands without quotes; put it in \"quotes\"");
    figure("from = «6/4/2026»", "`6/4/2026` is not how a day is written here; write it as 2026-04-06");
    figure("note = «»", "nothing stands behind the =; write the value, or leave the line out");
    finds(
        FIGURES,
        "«sure» = \"low\"\n",
        "there is one of this name already; the other stands in line 7: keep one of them",
    );
    support("ask_yourself = «yes»", "`yes` is neither true nor false; write `true` or `false`");
    support("ways = [\"web\" «\"»phone\"]", "a comma is missing before this; put a , between the two");
    finds(FIGURES, "note «i»s here\n", "this is a name without a value; write it as `name = \"value\"`");
    finds(FIGURES, "note«:» \"x\"\n", "a name has letters, digits, - and _ only; write it as `name = \"value\"`");
    let figure =
        "id = \"new\"\ntext = \"£1\"\nfrom = 2026-04-06\nreview = 2027-04-06\nsource = \"a\"\nsure = \"low\"\n";
    finds(
        FIGURES,
        &format!("[[figure]«»\n{figure}"),
        "this heading is not closed; write it as `[[support]]`, with two ] at its end",
    );
}

#[test]
fn a_list_that_is_not_closed_is_one_problem_and_hides_what_only_follows_from_it() {
    finds(
        FIGURES,
        "[[figure]]\nid = \"new\"\nnames = «[»\"a\"\ntext = \"£1\"\nfrom = 2026-04-06\n",
        "the `[` that stands here is never closed; add the missing `]` where the list ends",
    );
    finds(
        CONDITIONS,
        "[[condition]]\nid = \"new\"\nabout = \"family\"\ncase = [{ lines = [«{» is = \"working\" ] }]\n",
        "the `{` that stands here is never closed; add the missing `}` where the table ends",
    );
}

#[test]
fn a_heading_that_can_stand_several_times_has_two_brackets() {
    finds_in(
        FIGURES,
        "«[figure]»\nid = \"limit\"\n",
        "there can be several of `figure`; give its heading two brackets: `[[…]]`",
    );
}

#[test]
fn a_key_that_nobody_knows_is_probably_another() {
    support("«hourz» = \"Weekdays\"", "the key `hourz` is not known here; did you mean `hours`?");
    question(
        "«whyever» = \"So\"",
        "the key `whyever` is not known here; known here: one of `id`, `about`, `kind`, `text`, `help`, `why`, `said`, `written`, `sensitive`, `quiet`, `essential`, `asked`, `joins`, `lifts` and others",
    );
    finds(SUPPORT, "[[«suport»]]\nid = \"x\"\n", "the key `suport` is not known here; did you mean `support`?");
}

#[test]
fn a_missing_key_is_missed_where_the_thing_begins() {
    finds(
        FIGURES,
        "«[[figure]]»\nid = \"new\"\ntext = \"£1\"\nfrom = 2026-04-06\nreview = 2027-04-06\nsure = \"low\"\n",
        "the key `source` is missing",
    );
    finds_in(
        SUPPORT,
        "«»[[support]]\nid = \"a\"\nkind = \"universal\"\nabout = \"family\"\nname = \"A\"\nwhat = \"A\"\nwho = \"A\"\nhow = \"A\"\ncost = \"free\"\nchecked = 2026-11-23\nsource = \"A\"\nsure = \"high\"\n",
        "the key `topic` is missing",
    );
}

#[test]
fn a_value_of_the_wrong_type_is_told_what_is_wanted() {
    support("name = «7»", "`name` is a number; it wants text in \"quotes\"");
    support("ask_yourself = «\"yes\"»", "`ask_yourself` is text; it wants true or false, without quotes");
    support("tags = «\"couple-work\"»", "`tags` is text; it wants a list in [brackets]");
    question("ask_when = [«3»]", "`ask_when` is a number; it wants a table in {braces}");
}

#[test]
fn a_word_of_a_fixed_set_is_corrected() {
    support("kind = «\"targetted\"»\n-offer_when", "`targetted` is not a word for `kind`; did you mean `targeted`?");
    support("about = «\"familly\"»", "`familly` is not a word for `about`; did you mean `family`?");
    support("ways = [«\"in person\"»]", "`in person` is not a word for `ways`; did you mean `in-person`?");
    support("cost = «\"cheap\"»", "`cheap` is not a word for `cost`; one of `free`, `low-cost`, `paid`");
    support("sure = «\"hi\"»", "`hi` is not a word for `sure`; one of `high`, `medium`, `low`");
    question("kind = «\"meny\"»", "`meny` is not a word for `kind`; did you mean `many`?");
    question("asked = «\"on-the-sheet\"»", "`on-the-sheet` is not a word for `asked`; did you mean `on-sheet`?");
    finds_in(
        SUPPORT,
        "[topic]\nid = \"a\"\nname = \"A\"\ngroup = «\"monney\"»\npicture = \"moon\"\n",
        "`monney` is not a word for `group`; did you mean `money`?",
    );
}

#[test]
fn the_words_are_the_ones_the_program_asks_for() {
    finds(WORDS, "[crash-test]\n«titel» = \"Oh\"\n", "the program never asks for the word `crash-test.titel`");
    finds(
        WORDS,
        "[crash2]\n«title» = \"Oh\"\n",
        "the program never asks for the word `crash2.title`; did you mean `crash.title`?",
    );
}

#[test]
fn a_missing_word_is_missed_beside_its_neighbours() {
    let (files, found) = problems(&with(WORDS, |base| {
        let start = base.find("getting-ready = ").unwrap();
        let end = start + base[start..].find('\n').unwrap();
        format!("{}{}", &base[..start], &base[end..])
    }));
    let lines: Vec<String> = found.iter().map(|problem| report::line(&files, problem)).collect();
    assert_eq!(lines.len(), 1);
    assert!(lines[0].ends_with(": words.toml lacks the word `start.getting-ready`"), "{lines:?}");
    let (_, none) = problems(&with(WORDS, |_| String::new()));
    let forms = ENGLISH.forms().len() * signpost_core::texts::COUNTED.len();
    assert_eq!(none.len(), signpost_core::texts::ALL.len() + forms);
}

#[test]
fn a_file_that_nothing_reads_is_probably_another() {
    let mut files = with("", str::to_owned);
    files.push(("condition.toml".into(), String::new()));
    let (files, found) = problems(&files);
    assert_eq!(
        report::line(&files, &found[0]),
        "condition.toml:1:1: nothing reads a file named `condition.toml`; did you mean `conditions.toml`?"
    );
}

#[test]
fn a_folder_that_is_empty_or_not_there_is_one_clear_sentence() {
    let empty = std::env::temp_dir().join(format!("signpost-empty-{}", std::process::id()));
    std::fs::create_dir_all(&empty).unwrap();
    let said = Files::read(&empty).unwrap_err();
    assert!(said.starts_with("There is no content in "), "{said}");
    std::fs::remove_dir(&empty).unwrap();
    let said = Files::read(&empty).unwrap_err();
    assert!(said.ends_with("go to the project's folder, the one that holds `content`, and try again."), "{said}");
}

#[test]
fn a_file_that_is_not_utf8_is_shown_where_it_stops_being_so() {
    let folder = std::env::temp_dir().join(format!("signpost-latin-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("figures.toml"), b"# a pound\n# \xa3 5\n").unwrap();
    let files = Files::read(&folder).unwrap();
    let (_, found) = signpost_author::judge::check::check(&files);
    let lines: Vec<String> = found.iter().map(|problem| report::line(&files, problem)).collect();
    assert!(
        lines
            .iter()
            .any(|line| line
                .ends_with("figures.toml:2:3: this is not UTF-8 text; save the file as UTF-8 in your editor")),
        "{lines:?}"
    );
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_problem_is_drawn_with_its_words_underlined() {
    let files = Files::of([("figures.toml", "[[figure]]\nid = \"A\"\n")]);
    let (_, found) = signpost_author::judge::check::check(&files);
    let drawn = report::drawn(&files, &found, false);
    assert!(drawn.contains("2 │ id = \"A\"") && drawn.contains("─┬─"), "{drawn}");
    assert!(!drawn.contains('\u{1b}'), "no colour: {drawn}");
    assert!(report::drawn(&files, &found, true).contains('\u{1b}'), "colour");
}
