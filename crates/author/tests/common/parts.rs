//! The parts in which content travels, as they are built and as the browser reads them.

use signpost_core::catalogue::Kind;
use signpost_core::content::Content;
use signpost_core::family::{Answer, Answers, Who};
use signpost_core::judge::Judge;
use signpost_core::plan::{Plan, verdict};
use signpost_core::record;
use signpost_core::speech::Speaker;
use signpost_core::time::{Day, Month, Today};
use signpost_core::visit::Visit;
use signpost_core::wire::{self, Refused};

/// Everything that travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The catalogue and the texts of what is asked, then those of what is offered.
    pub four: [Vec<u8>; 4],
    /// The texts that stand in the page.
    pub on_page: Vec<String>,
}

impl Parts {
    /// The parts of this content, with a page in which these texts stand.
    pub fn of(content: &Content, on_page: &[String]) -> Self {
        let asked = [wire::asked(&content.catalogue), wire::asked_texts(content)];
        let offered = [wire::offered(&content.catalogue), wire::offered_texts(content, on_page)];
        let [[asked, asked_texts], [offered, offered_texts]] = [asked, offered];
        Self { four: [asked, asked_texts, offered, offered_texts], on_page: on_page.to_vec() }
    }

    /// The content of them.
    pub fn read(&self) -> Result<Content, Refused> {
        let [asked, asked_texts, offered, offered_texts] = &self.four;
        let content = wire::read(asked, asked_texts)?;
        let brought = wire::bring(&content, offered, offered_texts, &self.on_page);
        let there = (content.offered().is_some(), content.texts.offered().is_some());
        assert_eq!(there, (brought.is_ok(), brought.is_ok()), "both are brought, or neither");
        brought.map(|()| content)
    }

    /// The same with one of the four changed.
    #[must_use]
    pub fn with(&self, place: usize, part: Vec<u8>) -> Self {
        let mut parts = self.clone();
        parts.four[place] = part;
        parts
    }

    /// How many bytes travel.
    pub fn weight(&self) -> usize {
        self.four.iter().map(Vec::len).sum()
    }
}

/// This content as the browser has it.
#[track_caller]
pub fn travelled(content: &Content) -> Content {
    Parts::of(content, &[]).read().expect("what was written is read")
}

/// Does with a content what the widget does: two families, one that tells nothing and one that tells everything, are
/// asked, get their list and their sheet, and are saved. It only must not panic.
pub fn is_used(content: &Content) {
    let today = Day::parse("2026-11-24").unwrap();
    use_with(content, Answers::without_children(), today);
    let mut answers = Answers::without_children();
    for name in ["", "Ada"] {
        let key = answers.add_child().unwrap();
        answers.name_child(key, name);
    }
    for (id, question) in content.questions() {
        for who in answers.everyone(question.about) {
            let answer = match question.kind {
                Kind::Month => Answer::Month(Month::new(2024, 5).unwrap()),
                Kind::Text => Answer::Text("In my own words.".into()),
                Kind::One => Answer::Ticked(question.choices.iter().copied().take(1).collect()),
                Kind::Many => Answer::Ticked(question.choices.clone()),
            };
            answers.set(content, id, who, Some(answer));
        }
    }
    use_with(content, answers, today);
}

fn use_with(content: &Content, answers: Answers, today: Day) {
    let mut visit = Visit { answers, ..Visit::default() };
    content.sections().for_each(|(id, section)| visit.doors.set(id, section.has_door));
    let (plan, speaker) = (Plan::of(content, &visit.answers, today), Speaker::new(content, &visit.answers));
    for asking in visit.path(content, today).questions() {
        let texts = content.texts.question(asking.question);
        drop((speaker.about(&texts.text, asking.who), speaker.answer(asking.question, asking.who)));
        let choices = content.question(asking.question).choices.iter();
        choices.for_each(|&choice| drop(speaker.about(&content.texts.choice(choice).label, asking.who)));
    }
    for card in plan.cards() {
        drop((speaker.reasons_of(card), speaker.on_one_card(card, |offer| speaker.soon(offer))));
        drop(speaker.on_one_card(card, |offer| speaker.start(offer.because.start)));
        drop(speaker.warnings(card.iter().flat_map(|offer| offer.warned())));
    }
    all_support(content, &speaker, today);
    let sheet = visit.sheet_now(content, &plan, today);
    sheet.sentences().for_each(|sentence| drop(speaker.sentence(sentence)));
    let _ = sheet.checked(content);
    drop(record::write(&visit, content, Today { day: today, minute: Some(0) }));
}

/// All support, and why it is not on the list.
fn all_support(content: &Content, speaker: &Speaker<'_>, today: Day) {
    let judge = Judge::new(content, speaker.answers, today);
    for (id, support) in content.supports() {
        let said = content.texts.support(id);
        for who in speaker.answers.everyone(support.about) {
            drop(speaker.why_not(&verdict(&judge, support, who)));
            drop([&said.name, &said.what, &said.who, &said.how].map(|text| speaker.about(text, who)));
        }
        drop(speaker.about(content.texts.topic(support.topic), Who::Family));
        support.contacts.iter().chain(support.also.iter().flatten()).for_each(|contact| drop(contact.address()));
        assert_eq!((support.soon.len(), support.also.len()), (said.soon.len(), said.also.len()));
    }
    for (id, topic) in content.topics() {
        topic.supports.iter().for_each(|&support| assert_eq!(content.support(support).topic, id));
    }
}
