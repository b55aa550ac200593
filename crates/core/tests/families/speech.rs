//! What parents read: reasons, starts, ages, answers and the sheet as whole sentences. Families and sentences stand in
//! `speech.txt`, what they are asked and offered in `speech.json`.

use std::sync::LazyLock;

use signpost_core::catalogue::SupportId;
use signpost_core::content::Content;
use signpost_core::family::{Called, Who};
use signpost_core::judge::Judge;
use signpost_core::plan::{self, Offer};
use signpost_core::sitting::Saying;
use signpost_core::speech::Speaker;
use signpost_core::time::Month;
use signpost_core::written::Line;

use crate::family::{Family, changed, day, family_of, written};

static SPEECH: LazyLock<Content> = LazyLock::new(|| {
    let (content, problems) = written(include_str!("speech.json")).content();
    assert_eq!(problems, [""; 0], "speech.json");
    content
});

/// One family, and what is asked of the speaker: `why not toddlers of Ada`.
struct Story {
    title: &'static str,
    family: Family,
    asked: Vec<(&'static str, &'static str)>,
}

/// A line that asks begins with one of these.
const ASKS: [&str; 10] =
    ["why not ", "why ", "card ", "starts ", "soon ", "warns ", "sheet:", "answer ", "called ", "everyone:"];

fn stories() -> impl Iterator<Item = Story> {
    include_str!("speech.txt").split("\n\n").map(|story| {
        let (title, lines) = story.trim().split_once('\n').expect("a title and its lines");
        let (asked, told): (Vec<_>, Vec<_>) =
            lines.lines().map(str::trim).partition(|line| ASKS.iter().any(|ask| line.starts_with(ask)));
        let asked = asked.into_iter().map(|line| line.split_once(": ").expect("a question and its sentences"));
        Story { title, family: family_of(&SPEECH, &told.join("\n")), asked: asked.collect() }
    })
}

impl Story {
    fn speaker(&self) -> Speaker<'_> {
        Speaker::new(&SPEECH, &self.family.answers)
    }

    /// `toddlers of Ada` is about Ada; without a name it is about the first who can have it.
    fn of(&self, words: &str) -> (SupportId, Who) {
        let (name, who) = words.split_once(" of ").map_or((words, None), |(name, who)| (name, Some(who)));
        let support = SPEECH.support_named(name).unwrap_or_else(|| panic!("no support {name}"));
        let first = || self.family.answers.everyone(SPEECH.support(support).about)[0];
        (support, who.map_or_else(first, |who| self.family.who(who)))
    }

    fn offer(&self, words: &str) -> Offer {
        let (support, who) = self.of(words);
        let plan = self.family.plan();
        plan.offer(support, who).unwrap_or_else(|| panic!("{words} is not on the list: {}", self.title)).clone()
    }

    /// The offers of one support, as they stand on its card.
    fn card(&self, name: &str) -> Vec<Offer> {
        let (support, _) = self.of(name);
        self.family.plan().offers().filter(|offer| offer.support == support).cloned().collect()
    }

    fn says(&self, ask: &str) -> Vec<String> {
        let (speaker, everyone) = (self.speaker(), self.everyone());
        match ask.split_once(' ').unwrap_or((ask, "")) {
            ("why", words) if words.starts_with("not ") => self.why_not(&words[4..]),
            ("why", words) => speaker.reasons(&self.offer(words)),
            ("card", name) => speaker.reasons_of(&self.card(name)),
            ("starts", name) => speaker.on_one_card(&self.card(name), |offer| speaker.start(offer.because.start)),
            ("soon", name) => speaker.on_one_card(&self.card(name), |offer| speaker.soon(offer)),
            ("warns", name) => speaker.warnings(self.card(name).iter().flat_map(Offer::warned)),
            ("sheet", _) => self.sheet(),
            ("answer", words) => {
                let (question, who) = words.split_once(" of ").unwrap_or((words, "family"));
                let asking = self.family.asking(question, who);
                speaker.answer(asking.question, asking.who).into_iter().collect()
            }
            ("called", number) => vec![speaker.who(everyone[number.parse::<usize>().expect("a number")])],
            ("everyone", _) => vec![speaker.everyone(&everyone)],
            other => panic!("what is {other:?}?"),
        }
    }

    /// The family, then each child.
    fn everyone(&self) -> Vec<Who> {
        let children = self.family.answers.children().iter().map(|child| Who::Child(child.key));
        std::iter::once(Who::Family).chain(children).collect()
    }

    fn why_not(&self, words: &str) -> Vec<String> {
        let (support, who) = self.of(words);
        let judge = Judge::new(&SPEECH, &self.family.answers, self.family.today);
        self.speaker().why_not(&plan::verdict(&judge, SPEECH.support(support), who))
    }

    fn sheet(&self) -> Vec<String> {
        let sheet = self.family.visit().sheet_now(&SPEECH, &self.family.plan(), self.family.today);
        sheet.sentences().map(|sentence| self.speaker().sentence(sentence)).collect()
    }
}

#[test]
fn parents_read_the_sentences_of_the_table() {
    for story in stories() {
        for (ask, sentences) in &story.asked {
            let says = story.says(ask);
            let says = if says.is_empty() { "nothing".to_owned() } else { says.join(" | ") };
            assert_eq!(says, *sentences, "{}: {ask}", story.title);
        }
    }
}

/// Which case of the nights is printed, of whom it is so, and what is warned of.
fn nights(told: &str) -> (Option<(usize, String)>, Vec<String>) {
    let told = family_of(&SPEECH, told);
    let sheet = told.visit().sheet_now(&SPEECH, &told.plan(), told.today);
    let nights = SPEECH.support_named("nights");
    let chosen = sheet.supports.iter().find(|chosen| Some(chosen.support) == nights).expect("the nights");
    let names = |whos: &[Who]| whos.iter().map(|&who| told.name(who)).collect::<Vec<_>>().join(", ");
    let warnings = chosen.warnings.iter().map(|&warning| SPEECH.texts.warning(warning).to_owned());
    (chosen.soon.as_ref().map(|(case, whos)| (*case, names(whos))), warnings.collect())
}

#[test]
fn of_several_children_the_sheet_prints_what_is_most_pressing_and_every_warning_once() {
    let (visa, status) = ("Ask an adviser about your visa first.", "This goes by {child's} own status.");
    let (clock, danger) = ("care: yes", "care: yes\nareas: sleep");
    for (told, soon, warnings) in [
        (vec![clock], (0, "Ada"), vec![visa, status]),
        (vec![danger], (1, "Ada"), vec![visa]),
        (vec![clock, clock, clock], (0, "Ada, Ben, Cy"), vec![visa, status]),
        (vec![clock, danger], (1, "Ben"), vec![visa, status]),
        (vec![danger, clock], (1, "Ada"), vec![visa, status]),
        (vec![clock, danger, clock, danger], (1, "Ben, Dee"), vec![visa, status]),
    ] {
        let told: Vec<String> =
            ["Ada", "Ben", "Cy", "Dee"].iter().zip(&told).map(|(name, told)| format!("child {name}\n{told}")).collect();
        let (printed, warned) = nights(&told.join("\n"));
        assert_eq!(printed, Some((soon.0, soon.1.to_owned())), "{told:?}");
        assert_eq!(warned, warnings, "{told:?}");
    }
}

#[test]
fn every_month_has_its_own_name() {
    let nobody = family_of(&SPEECH, "");
    let speaker = Speaker::new(&SPEECH, &nobody.answers);
    let names = (1..=12).map(|number| speaker.month_name(number)).collect::<Vec<_>>().join(" ");
    assert_eq!(names, "January February March April May June July August September October November December");
    assert_eq!([speaker.month_name(0), speaker.month_name(13)], ["January", "December"]);
    assert_eq!(speaker.month(Month::parse("2027-12").unwrap()), "December 2027");
    assert_eq!(speaker.day(day("2028-02-29")), "29 February 2028");
}

#[test]
fn a_child_without_a_name_is_mine_where_the_parent_speaks_and_yours_where_the_page_does() {
    let content = changed(|written| {
        written.words.insert("child.mine".into(), "my child".into());
    });
    let told = family_of(content, "child");
    let child = told.child("");
    let speaker = || Speaker::new(content, &told.answers);
    assert_eq!(
        (speaker().child(child).as_str(), speaker().in_own_voice().child(child).as_str()),
        ("your child", "my child")
    );
}

#[test]
fn what_is_said_of_several_children_at_once_is_said_of_each() {
    let content = changed(|written| {
        written.words.insert("child.each".into(), "each child".into());
    });
    let told = family_of(content, "child Ada\nchild Ben");
    let (ada, ben) = (told.who("Ada"), told.who("Ben"));
    let named = |whos: &[Who]| Speaker::new(content, &told.answers).about("what {child} likes", Who::all_of(whos));
    assert_eq!([named(&[ada]), named(&[ada, ben])], ["what Ada likes", "what each child likes"]);
    assert_eq!([Who::all_of(&[]), Who::all_of(&[Who::Family])], [Who::Family; 2]);
}

#[test]
fn what_they_want_to_talk_about_is_a_reason_before_what_is_so() {
    let content = changed(|written| {
        let clinic = written.topics[0].supports.iter_mut().find(|support| support.id == "sleep-clinic").unwrap();
        let lines = ["setting.nursery", "areas.sleep", "role.dad", "goals.sleep"].map(|tick| vec![tick.into()]);
        clinic.offer_when[0].lines = lines.map(Line::Any).into();
    });
    let told = family_of(content, "role: dad\nchild Ada\nsetting: nursery\nareas: sleep\ngoals: sleep");
    let plan = told.plan();
    let offer = plan.offer(content.support_named("sleep-clinic").unwrap(), told.who("Ada")).unwrap();
    let reasons = Speaker::new(content, &told.answers).reasons(offer);
    assert_eq!(
        reasons,
        ["You would like to talk about sleep", "You want better sleep", "You are Dad", "Ada is At nursery"]
    );
}

#[test]
fn a_screen_reader_says_who_came_and_who_went() {
    let nobody = family_of(&SPEECH, "");
    let speaker = Speaker::new(&SPEECH, &nobody.answers);
    for (saying, words) in [
        (Saying::ChildAdded(2), "Child 2 added."),
        (Saying::ChildRemoved(Called::Named("Ada".into())), "Ada removed."),
        (Saying::ChildRemoved(Called::Unnamed), "your child removed."),
        (Saying::ChildRemoved(Called::Alike("Ada".into(), 3)), "Ada (3) removed."),
    ] {
        assert_eq!(speaker.saying(&saying), words);
    }
}

#[test]
fn a_list_of_nobody_is_nothing() {
    let nobody = family_of(&SPEECH, "");
    let speaker = Speaker::new(&SPEECH, &nobody.answers);
    assert_eq!((speaker.list(&[]), speaker.everyone(&[])), (String::new(), String::new()));
    let parts = ["sleep", "eating", "talking"].map(str::to_owned);
    assert_eq!(speaker.list(&parts), "sleep, eating and talking");
}
