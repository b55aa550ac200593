//! What can be wrong with texts, contacts, dates and ages.

mod common;

use common::*;
use signpost_author::source::report;

#[test]
fn a_text_is_not_empty() {
    for key in ["name", "what", "who", "how", "hours", "text"] {
        support(
            &format!("{key} = «\" \"»"),
            &format!("`{key}` is empty; write something, or leave the key out where it may be"),
        );
    }
    for key in ["text", "why", "help", "said"] {
        question(
            &format!("{key} = «\"\"»"),
            &format!("`{key}` is empty; write something, or leave the key out where it may be"),
        );
    }
    question(
        "choice = [{ id = \"yes\", label = «\"\"» }]",
        "`label` is empty; write something, or leave the key out where it may be",
    );
}

#[test]
fn a_text_holds_no_character_that_nobody_can_see() {
    for (written, shown) in
        [("\\u0001", "0001"), ("\\u007F", "007F"), ("\\u0085", "0085"), ("\\r", "000D"), ("\\b", "0008")]
    {
        let says = |key: &str| format!("`{key}` holds a character that nobody can see, U+{shown}; take it out");
        support(&format!("what = «\"It {written} is new.\"»"), &says("what"));
        support(&format!("source = «\"a{written}\"»"), &says("source"));
        question(&format!("text = «\"Is it{written}?\"»"), &says("text"));
        figure(&format!("text = «\"£1{written}\"»"), &says("text"));
    }
    support("what = \"It«\t»is new.\"", "`what` holds a tab; write a space");
    support("what = «\"It\\tis new.\"»", "`what` holds a tab; write a space");
    let words = with(WORDS, |base| base.replacen("\"Parent Signpost\"", "«\"Parent\\u0001\"»", 1));
    expect(&words, "`text` holds a character that nobody can see, U+0001; take it out");
}

#[test]
fn a_text_may_be_broken_into_lines_on_any_system() {
    for broken in ["\"one\\ntwo\"", "\"one\\r\\ntwo\"", "\"\"\"one\ntwo\"\"\"", "'''one\r\ntwo'''"] {
        let (files, found) =
            problems(&with(FIGURES, |base| base.replacen("source = \"", &format!("note = {broken}\nsource = \""), 1)));
        let lines: Vec<String> = found.iter().map(|problem| report::line(&files, problem)).collect();
        assert_eq!(lines, [""; 0], "{broken}");
    }
}

#[test]
fn a_placeholder_is_closed_and_known() {
    support(
        "about = \"child\"\nwhat = \"For «{»child only.\"",
        "a placeholder is left open or misspelt; write it as `{child}`",
    );
    support(
        "about = \"child\"\nwhat = \"For «{chil}» only.\"",
        "nobody fills the placeholder `{chil}`; did you mean `{child}`?",
    );
    support(
        "what = \"«{amount}» a week\"",
        "nobody fills the placeholder `{amount}`; known are {child}, {Child}, {child's}, {Child's}, {choices} in `said`, and {figures.…}",
    );
    support("what = \"Up to «{figures.limits}»\"", "there is no figure `limits`; did you mean `limit`?");
    question(
        "text = \"«{choices}»?\"",
        "nobody fills the placeholder `{choices}`; known are {child}, {Child}, {child's}, {Child's}, {choices} in `said`, and {figures.…}",
    );
}

#[test]
fn a_figure_holds_no_other_figure() {
    figure(
        "text = \"«{figures.limit}» more\"",
        "nobody fills the placeholder `{figures.limit}`; known are {child}, {Child}, {child's}, {Child's}, {choices} in `said`, and {figures.…}",
    );
}

#[test]
fn a_text_about_the_family_has_no_child_to_name() {
    support(
        "how = \"Ask «{child's}» teacher.\"",
        "`{child's}` stands in a text that is not about one child; write `your child`, or make it about a child",
    );
    question(
        "help = \"As «{child}» does.\"",
        "`{child}` stands in a text that is not about one child; write `your child`, or make it about a child",
    );
}

#[test]
fn text_is_text_and_never_html() {
    support(
        "what = \"This is «<br>»new.\"",
        "`<br>` is HTML, and parents would read it as it stands; text is text: leave the tag out",
    );
    let (_, found) = problems(&with(FIGURES, |base| {
        format!(
            "{base}[[figure]]\nid = \"less\"\ntext = \"1 < 2 > 1\"\nfrom = 2026-04-06\nreview = 2027-04-06\nsource = \"a\"\nsure = \"low\"\n"
        )
    }));
    assert_eq!(found, [], "a bare < is no tag");
}

#[test]
fn a_phone_number_is_one_that_can_be_called() {
    for bad in ["0300", "+44 300 123 4097", "Text 85258", "0300-123-4097", ""] {
        support(
            &format!("phone = «\"{bad}\"»"),
            &format!("`{bad}` is not a UK phone number; write it as 0300 123 4097, 116 123 or 999"),
        );
    }
    support(
        "also = [{ name = \"RNIB\", phone = «\"03031239\"» }]",
        "`03031239` is not a UK phone number; it has 8 digits, and a number that starts so has 11",
    );
}

#[test]
fn an_address_is_secure_and_whole() {
    for bad in ["http://www.gov.uk", "www.gov.uk", "https://gov", "https://www.gov.uk/a b"] {
        support(
            &format!("url = «\"{bad}\"»"),
            &format!("`{bad}` is not a web address; write it as https://www.example.org/page"),
        );
    }
    support(
        "email = «\"help at example.org\"»",
        "`help at example.org` is not an email address; write it as help@example.org",
    );
}

#[test]
fn a_day_is_in_the_calendar_and_without_quotes() {
    support("checked = «\"2026-11-23\"»", "`checked` is text; it wants a day without quotes: 2026-11-23");
    support(
        "checked = «2026-11-23T10:00:00Z»",
        "`2026-11-23T10:00:00Z` is not a day of the calendar; write it as 2026-11-23",
    );
    support("checked = «1726-11-23»", "`1726-11-23` is not a day of the calendar; write it as 2026-11-23");
}

#[test]
fn a_day_that_no_calendar_has_is_refused() {
    let (files, found) = problems(&with(FIGURES, |base| base.replace("2027-04-06", "2027-02-30")));
    assert_eq!(
        report::line(&files, &found[0]),
        "figures.toml:5:10: `2027-02-30` is not a day of the calendar; write it as 2026-11-23"
    );
}

#[test]
fn a_milestone_is_written_in_one_of_few_ways() {
    let hint = "write it as `birth`, `9 months`, `2 years`, `3 months before birth`, `term after 2 years` or `september after 4 years`";
    support(
        "about = \"child\"\noffer_when = [{ lines = [{ age = { from = «\"term after 2\"» } }] }]",
        &format!("`term after 2` is not a milestone; {hint}"),
    );
    support(
        "about = \"child\"\noffer_when = [{ lines = [{ age = «{}» }] }]",
        "these ages have neither `from` nor `until`",
    );
}

#[test]
fn ages_end_after_they_start() {
    support(
        "about = \"child\"\noffer_when = [{ lines = [{ age = { from = \"2 years\", until = «\"9 months\"» } }] }]",
        "these ages end at `9 months`, which is not after `2 years`",
    );
}

#[test]
fn ahead_is_a_length_of_time() {
    support("ahead = «\"a while\"»", "`a while` is not a length of time; write it as `3 months` or `2 years`");
}

#[test]
fn a_figure_is_looked_at_again_after_it_starts() {
    figure(
        "from = 2027-04-06\nreview = «2027-04-06»",
        "this figure must be looked at again on 2027-04-06, before it starts on 2027-04-06",
    );
}
