//! What a family answered, from names to ids.

use signpost_core::catalogue::{About, ChoiceId, Kind, QuestionId};
use signpost_core::content::Content;
use signpost_core::family::{Answer, Answers, ChildKey, Who};
use signpost_core::time::Month;

use crate::families::journey::lines::{Lines, Pair, Part, pieces};
use crate::format::vocabulary::{ANSWERS, PREFER_NOT, SKIP};
use crate::source::near::{nearest, one_of};
use crate::source::problem::{At, Problem};

/// What was understood.
pub(crate) struct Told {
    pub(crate) answers: Answers,
    /// One key for each child of the journey, in its order.
    pub(crate) children: Vec<ChildKey>,
    /// What was answered, about whom, and where that stands.
    pub(crate) given: Vec<At<(QuestionId, Who)>>,
    pub(crate) warnings: Vec<Problem>,
}

/// Looks up every answer.
pub(crate) fn read(content: &Content, lines: &Lines, problems: &mut Vec<Problem>) -> Told {
    let answers = Answers::without_children();
    let mut told = Told { answers, children: Vec::new(), given: Vec::new(), warnings: Vec::new() };
    lines.children.iter().for_each(|name| problems.extend(told.child(name)));
    for pair in &lines.pairs {
        match told.who(pair.part) {
            Some(who) => problems.extend(told.pair(content, pair, who)),
            None => continue,
        }
    }
    told
}

impl Told {
    fn child(&mut self, name: &At<String>) -> Option<Problem> {
        let Some(key) = self.answers.add_child() else {
            return Some(Problem::new(name.spot, "one visit cannot hold so many children"));
        };
        self.answers.name_child(key, &name.value);
        self.children.push(key);
        None
    }

    /// Whom the answers of a part are about.
    fn who(&self, part: Part) -> Option<Who> {
        match part {
            Part::Family => Some(Who::Family),
            Part::Child(index) => self.children.get(index).copied().map(Who::Child),
            Part::Offers | Part::First | Part::Never => None,
        }
    }

    fn pair(&mut self, content: &Content, pair: &Pair, who: Who) -> Vec<Problem> {
        let Some(question) = content.question_named(&pair.left.value) else {
            return vec![unknown_question(content, &pair.left)];
        };
        if let Some(problem) = wrong_part(content, question, who, &pair.left) {
            return vec![problem];
        }
        if self.given.iter().any(|given| given.value == (question, who)) {
            return vec![Problem::new(pair.left.spot, format!("`{}` is answered twice", pair.left.value))];
        }
        self.given.push(pair.left.with((question, who)));
        match answer(content, question, &pair.right) {
            Ok(answer) => {
                self.warnings.extend(not_alone(content, &answer, pair));
                self.answers.set(content, question, who, Some(answer));
                Vec::new()
            }
            Err(problems) => problems,
        }
    }
}

fn unknown_question(content: &Content, name: &At<String>) -> Problem {
    let known = content.questions().map(|(_, question)| question.name.as_str());
    Problem::new(name.spot, format!("there is no question `{}`", name.value)).guess(nearest(&name.value, known))
}

fn wrong_part(content: &Content, question: QuestionId, who: Who, name: &At<String>) -> Option<Problem> {
    let (says, hint) = match (content.question(question).about, who) {
        (About::Child, Who::Family) => ("is answered for each child", "put it under `child NAME`"),
        (About::Family, Who::Child(_)) => ("is about the family", "put it under `family`"),
        _ => return None,
    };
    Some(Problem::new(name.spot, format!("`{}` {says}", name.value)).meant(hint))
}

fn answer(content: &Content, question: QuestionId, text: &At<String>) -> Result<Answer, Vec<Problem>> {
    match (text.value.as_str(), content.question(question).kind) {
        (SKIP, _) => Ok(Answer::Skipped),
        (PREFER_NOT, _) => Ok(Answer::PreferNotToSay),
        (words, Kind::Text) => Ok(Answer::Text(words.to_owned())),
        (month, Kind::Month) if Month::parse(month).is_some() => {
            Month::parse(month).map(Answer::Month).ok_or_else(Vec::new)
        }
        (month, Kind::Month) if looks_like_a_month(month) => {
            let problem = Problem::new(text.spot, format!("`{month}` is not a month"));
            Err(vec![problem.meant("write year and month, such as `2026-03`")])
        }
        (_, Kind::Many) => ticks(content, question, pieces(text, ",")),
        (_, Kind::One | Kind::Month) => match pieces(text, ",").as_slice() {
            [_, second, ..] => {
                let says = format!("`{}` takes one choice", content.question(question).name);
                Err(vec![Problem::new(second.spot, says)])
            }
            one => ticks(content, question, one.to_vec()),
        },
    }
}

fn looks_like_a_month(text: &str) -> bool {
    text.len() >= 6 && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/'))
}

fn ticks(content: &Content, question: QuestionId, names: Vec<At<String>>) -> Result<Answer, Vec<Problem>> {
    let (mut ticks, mut problems) = (Vec::new(), Vec::new());
    for name in names {
        match choice(content, question, &name) {
            Ok(choice) => ticks.push(choice),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(Answer::Ticked(ticks)) } else { Err(problems) }
}

fn choice(content: &Content, question: QuestionId, name: &At<String>) -> Result<ChoiceId, Problem> {
    let asked = content.question(question);
    content.choice_named(&format!("{}.{}", asked.name, name.value)).ok_or_else(|| {
        let known = asked.choices.iter().map(|&choice| content.choice(choice).name.as_str());
        let meant = name.value.rsplit('.').next().unwrap_or_default();
        let problem = Problem::new(name.spot, format!("`{}` has no choice `{}`", asked.name, name.value));
        problem.guess_or(nearest(meant, known.clone()), one_of(known.chain(ANSWERS)))
    })
}

/// What stands alone drops the rest, as it does for a parent who ticks it.
fn not_alone(content: &Content, answer: &Answer, pair: &Pair) -> Option<Problem> {
    let Answer::Ticked(ticks) = answer else { return None };
    let alone = ticks.iter().find(|&&tick| content.choice(tick).alone)?;
    let says = format!("`{}` stands alone: the other choices are dropped", content.choice(*alone).name);
    (ticks.len() > 1).then(|| Problem::new(pair.right.spot, says))
}
