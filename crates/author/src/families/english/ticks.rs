//! Choices in words: what the parent reads beside the box, the id in brackets, and the question it answers.

use signpost_core::catalogue::{ChoiceId, QuestionId};

use crate::families::english::English;
use crate::source::say::joined;

impl English<'_> {
    /// "“Sleep” [c-areas.sleep] is ticked at “Is there anything …?”", or several of them, question by question.
    pub(super) fn ticks(&self, which: &str, choices: &[ChoiceId], word: &str) -> String {
        if let [only] = choices {
            let is = if which.starts_with("none") { "is not ticked, and we know it," } else { "is ticked" };
            return format!("{} {is} at {}", self.choice(*only), self.question(self.question_of(*only)));
        }
        let questions: Vec<&[ChoiceId]> =
            choices.chunk_by(|one, other| self.question_of(*one) == self.question_of(*other)).collect();
        let asked = questions.iter().filter_map(|run| {
            let named: Vec<String> = run.iter().map(|&choice| self.choice(choice)).collect();
            Some(format!("at {}: {}", self.question(self.question_of(*run.first()?)), joined(&named, word)))
        });
        format!("{which}, {}", asked.collect::<Vec<_>>().join(&format!("; {word} ")))
    }

    /// "“Sleep” [c-areas.sleep]".
    pub fn choice(&self, choice: ChoiceId) -> String {
        format!("“{}” [{}]", self.text(&self.content.texts.choice(choice).label), self.content.choice_name(choice))
    }

    /// The text of a question in quotes.
    pub fn question(&self, question: QuestionId) -> String {
        format!("“{}”", self.text(&self.content.texts.question(question).text))
    }

    fn question_of(&self, choice: ChoiceId) -> QuestionId {
        self.content.choice(choice).question
    }
}
