//! Which words and figures are not the same.

use std::collections::BTreeMap;

use signpost_core::written;

use crate::format::draft::Draft;
use crate::prove::diff::Change;

/// Words of questions, supports and the interface, in the order of their names.
pub(crate) fn of_content(old: &Draft, new: &Draft) -> Vec<Change> {
    changes(&words(old), &words(new))
}

/// Figures, in the order of their names.
pub(crate) fn of_figures(old: &Draft, new: &Draft) -> Vec<Change> {
    let figures = |draft: &Draft| -> BTreeMap<String, String> {
        draft.figures.iter().map(|figure| (figure.id.value.clone(), figure.text.clone())).collect()
    };
    changes(&figures(old), &figures(new))
}

/// What is in both and differs. What is only in one is new or removed, and listed there.
fn changes(old: &BTreeMap<String, String>, new: &BTreeMap<String, String>) -> Vec<Change> {
    let changed = new.iter().filter_map(|(what, after)| {
        let before = old.get(what).filter(|before| *before != after)?;
        Some(Change { what: what.clone(), before: before.clone(), after: after.clone() })
    });
    changed.collect()
}

/// Every text by its name, such as `universal-credit who`. Figures stand in it by their names.
fn words(draft: &Draft) -> BTreeMap<String, String> {
    let interface = draft.words.iter().map(|word| (format!("words.toml {}", word.key.value), word.text.clone()));
    let questions = draft.questions().flat_map(|(_, question)| of_question(&question.written));
    let supports = draft.supports().flat_map(|support| of_support(&support.written));
    interface.chain(questions).chain(supports).collect()
}

fn of_question(question: &written::Question) -> Vec<(String, String)> {
    let own = [("text", &question.text), ("help", &question.help), ("why", &question.why), ("said", &question.said)];
    let own = own.into_iter().map(|(part, text)| (format!("{} {part}", question.id), text.clone()));
    let labels = question.choices.iter().flat_map(|choice| {
        let name = format!("{}.{}", question.id, choice.id);
        let texts = [("label", &choice.label), ("said", &choice.said), ("heading", &choice.heading)];
        texts.map(|(part, text)| (format!("{name} {part}"), text.clone()))
    });
    own.chain(labels).collect()
}

fn of_support(support: &written::Support) -> Vec<(String, String)> {
    let also: Vec<String> = support.also.iter().map(also).collect();
    let soon: Vec<&str> = support.soon.iter().map(|soon| soon.says.as_str()).collect();
    let parts = [
        ("name", support.name.clone()),
        ("what", support.what.clone()),
        ("who", support.who.clone()),
        ("found_by", support.found_by.clone()),
        ("one_of", support.one_of.join(" / ")),
        ("all_of", support.all_of.join(" / ")),
        ("soon", soon.join(" / ")),
        ("how", support.how.clone()),
        ("phone", support.phone.clone()),
        ("text", support.text.clone()),
        ("email", support.email.clone()),
        ("also", also.join("; ")),
        ("hours", support.hours.clone()),
        ("url", support.url.clone()),
        ("questions", support.questions.join(" / ")),
    ];
    parts.into_iter().map(|(part, text)| (format!("{} {part}", support.id), text)).collect()
}

fn also(also: &written::Also) -> String {
    let parts = [&also.name, &also.phone, &also.text, &also.email, &also.url, &also.says];
    parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}
