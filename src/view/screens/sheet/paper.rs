//! The paper itself: what is printed is what is shown here, black on white.

use signpost_core::catalogue::{Contact, Means, SheetPart, SupportId};
use signpost_core::family::Who;
use signpost_core::sheet::{Chosen, Meeting, Sheet};
use signpost_core::speech::Speaker;
use signpost_core::texts::{WordKey, key};
use signpost_core::time::Day;
use signpost_core::visit::Visit;

use crate::view::app::App;
use crate::view::kit::contacts::phone;
use crate::view::kit::here::called;
use crate::view::kit::node::{Node, block, tag};

/// How many questions to ask each support brings to the paper, where there are few supports to ask about.
const QUESTIONS_EACH: usize = 2;
const FEW: usize = 3;

/// About how many supports the paper has questions.
const MOST_ASKED: usize = 6;

/// How many lines there are to write on.
const AGREED: usize = 4;

/// The longest website address that is worth copying from paper, in characters.
const LONGEST_ADDRESS: usize = 60;

/// What the paper is written from.
#[derive(Clone, Copy)]
pub struct Paper<'a> {
    app: App,
    visit: &'a Visit,
    made: &'a Sheet,
    speaker: Speaker<'a>,
}

impl<'a> Paper<'a> {
    /// The paper of a visit, and the parent's own words in it.
    pub fn of(app: App, visit: &'a Visit, made: &'a Sheet) -> Self {
        Self { app, visit, made, speaker: Speaker::new(app.content, &visit.answers).in_own_voice() }
    }

    /// The paper.
    pub fn written(self) -> Node {
        let Self { app, visit, made, speaker } = self;
        let children: Vec<Who> = made.children.iter().map(|&child| Who::Child(child)).collect();
        let today = app.today().filter(|today| today.is_sure()).map(|today| today.day);
        let (checked, unchecked) = made.checked(app.content);
        let foot = if unchecked { key::SHEET_NOT_CHECKED } else { key::SHEET_MADE };
        let day = |day: Option<Day>| day.map(|day| speaker.day(day)).unwrap_or_default();
        let names = speaker.everyone(&children);
        let about = || block("p", "paper-about").text(app.fill(key::SHEET_ABOUT, &[("names", &names)]));
        let on = app.fill(key::SHEET_DAY, &[("date", &day(visit.sheet.day.or(today)))]);
        let with = block("span", "paper-with").text(app.word(key::SHEET_WITH));
        let foot = app.fill(foot, &[("date", &day(checked.or(app.content.checked)))]);
        block("article", "paper")
            .with(block("h2", "paper-title").text(app.word(title(made.meeting))))
            .with_all((!children.is_empty()).then(about))
            .with_all(self.people())
            .with(block("p", "paper-line").text(on).with(with))
            .with_all(made.meeting.parts().into_iter().flat_map(|part| self.part(part)))
            .with(self.agreed())
            .with(block("p", "paper-foot").text(foot))
    }

    /// The people of the site, on a sheet for a meeting there.
    fn people(self) -> Option<Node> {
        let people = &self.app.content.texts.site()?.people;
        let away = matches!(self.made.meeting, Meeting::Health | Meeting::Gp | Meeting::Other);
        let names: Vec<String> = people.iter().map(|person| called(self.app, person)).collect();
        let names = self.speaker.joined(&names, key::LIST_TICKED);
        (!people.is_empty() && !away)
            .then(|| block("p", "paper-about").text(self.app.fill(key::SITE_SHEET, &[("people", &names)])))
    }

    /// What they want to say in their own words stands behind what they want to talk about.
    fn part(self, kind: SheetPart) -> Vec<Node> {
        let said = match kind {
            SheetPart::Questions => self.questions(),
            SheetPart::Options => self.supports(),
            _ => self.sentences(kind),
        };
        let words = own_words(&self.visit.note).filter(|_| kind == SheetPart::Needs);
        said.into_iter().chain(words.map(|words| self.headed(key::SHEET_WORDS).with(words))).collect()
    }

    fn headed(self, heading: WordKey) -> Node {
        headed(self.app.word(heading))
    }

    fn sentences(self, kind: SheetPart) -> Option<Node> {
        let block = self.made.block_on(kind).filter(|block| block.sentences_on().next().is_some())?;
        let lines = block.sentences_on().map(|sentence| tag("li").text(self.speaker.sentence(sentence)));
        Some(headed(&self.app.content.texts.choice(block.choice).label).with(tag("ul").with_all(lines)))
    }

    fn supports(self) -> Option<Node> {
        self.made.block_on(SheetPart::Options)?;
        let lines: Vec<Node> = self.made.supports_on().map(|chosen| self.support(chosen)).collect();
        (!lines.is_empty()).then(|| self.headed(key::SHEET_SUPPORTS).with(tag("ul").with_all(lines)))
    }

    fn support(self, chosen: &Chosen) -> Node {
        let children: Vec<Who> = chosen.whos.iter().copied().filter(|who| *who != Who::Family).collect();
        let several = self.made.children.len() > 1 && !children.is_empty();
        let whom = several.then(|| self.app.fill(key::SHEET_FOR, &[("who", &self.speaker.everyone(&children))]));
        let about = chosen.warnings.iter().flat_map(|&warning| chosen.whos.iter().map(move |&who| (warning, who)));
        let more = self.speaker.warnings(about).into_iter().chain(self.contact(chosen.support));
        tag("li")
            .with(tag("strong").text(&self.app.content.texts.support(chosen.support).name))
            .text(" ")
            .text(whom.unwrap_or_default())
            .with_all(self.soon(chosen).map(|soon| block("span", "paper-soon").text(soon)))
            .with_all(more.map(|more| block("span", "paper-contact").text(more)))
    }

    /// What to do and by when, and for whom if that is not all of them.
    fn soon(self, chosen: &Chosen) -> Option<String> {
        let (place, whos) = chosen.soon.as_ref()?;
        let says = self.speaker.soon_in_case(chosen.support, *place, *whos.first()?)?;
        Some(self.speaker.said_of(whos, chosen.whos.len(), says))
    }

    fn contact(self, support: SupportId) -> Option<String> {
        let support = self.app.content.support(support);
        let phone = support.contact(Means::Call).map(|contact| phone(self.app, contact));
        let web = support.contact(Means::Web).map(Contact::typed).filter(|address| address.len() <= LONGEST_ADDRESS);
        let parts: Vec<String> = phone.into_iter().chain(web.map(|address| self.app.isolated(address))).collect();
        (!parts.is_empty()).then(|| self.speaker.joined(&parts, key::LIST_APART))
    }

    /// Their own first, then those of each support, which is named: many a question says nothing by itself.
    fn questions(self) -> Option<Node> {
        let own = own_words(&self.visit.asks);
        let asked = self.made.block_on(SheetPart::Questions).map(|_| self.made.to_ask_about()).unwrap_or_default();
        let each = if asked.len() > FEW { 1 } else { QUESTIONS_EACH };
        let lines: Vec<Node> =
            asked.into_iter().filter_map(|chosen| self.asks(chosen, each)).take(MOST_ASKED).collect();
        (own.is_some() || !lines.is_empty())
            .then(|| self.headed(key::SHEET_ASK).with_all(own).with(tag("ul").with_all(lines)))
    }

    /// The first questions about a support, so many.
    fn asks(self, chosen: &Chosen, many: usize) -> Option<Node> {
        let (who, texts) = (Who::all_of(&chosen.whos), self.app.content.texts.support(chosen.support));
        let questions = texts.questions.iter().take(many).map(|question| self.speaker.about(question, who));
        let questions: Vec<String> = questions.collect();
        let asks = [("support", &*texts.name), ("questions", &questions.join(" "))];
        (!questions.is_empty()).then(|| tag("li").text(self.app.fill(key::SHEET_ASK_ABOUT, &asks)))
    }

    /// Lines to write on: what, who and by when.
    fn agreed(self) -> Node {
        let lines = (0..AGREED).map(|_| {
            block("div", "paper-rule")
                .with(tag("span").text(self.app.word(key::SHEET_AGREED_WHO)))
                .with(tag("span").text(self.app.word(key::SHEET_AGREED_WHEN)))
        });
        self.headed(key::SHEET_AGREED).with_all(lines)
    }
}

fn headed(heading: &str) -> Node {
    block("section", "paper-part").with(tag("h3").text(heading))
}

/// The parent's own words, in their own lines.
fn own_words(words: &str) -> Option<Node> {
    let words = words.trim();
    (!words.is_empty()).then(|| block("p", "paper-words").attr("dir", "auto").text(words))
}

fn title(meeting: Meeting) -> WordKey {
    match meeting {
        Meeting::School => key::SHEET_PAPER_SCHOOL,
        Meeting::Senco => key::SHEET_PAPER_SENCO,
        Meeting::Health => key::SHEET_PAPER_HEALTH,
        Meeting::Gp => key::SHEET_PAPER_GP,
        Meeting::Hub => key::SHEET_PAPER_HUB,
        Meeting::Review => key::SHEET_PAPER_REVIEW,
        Meeting::Other => key::SHEET_PAPER_OTHER,
    }
}
