//! Reads a pack leniently: what is missing is empty, what is not understood is left out and named. Read by hand
//! from a JSON tree, because generated readers would make up a third of the widget's download.

use super::*;
use crate::json::Json;

/// The pack, and what could not be understood, a sentence each.
pub fn read(json: &str) -> (Pack, Vec<String>) {
    let mut reader = Reader::default();
    let pack = match Json::parse(json) {
        Ok(value) => reader.pack(&value),
        Err(place) => {
            reader.problems.push(format!("the pack could not be read: it is no JSON from byte {place} on"));
            Pack::default()
        }
    };
    (pack, reader.problems)
}

/// An enum that is one word in JSON.
trait Word: Sized + Default {
    fn named(word: &str) -> Option<Self>;
}

macro_rules! words {
    ($name:ident: $($word:literal => $variant:ident),*) => {
        impl Word for $name {
            fn named(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

words!(About: "child" => Child, "family" => Family);
words!(Kind: "one" => One, "many" => Many, "month" => Month, "text" => Text);
words!(Asked: "on-path" => OnPath, "on-sheet" => OnSheet, "by-site" => BySite, "with-name" => WithName);
words!(TopicGroup: "family" => Family, "money" => Money, "school" => School);
words!(Tier: "universal" => Universal, "targeted" => Targeted);
words!(Way: "phone" => Phone, "web" => Web, "text" => Text, "email" => Email, "in-person" => InPerson, "school" => School, "early-years" => EarlyYears, "hub" => Hub, "gp" => Gp, "health-visitor" => HealthVisitor, "midwife" => Midwife, "council" => Council, "home" => Home, "video" => Video);
words!(Cost: "free" => Free, "low-cost" => LowCost, "paid" => Paid);

#[derive(Default)]
struct Reader {
    problems: Vec<String>,
}

impl Reader {
    fn pack(&mut self, value: &Json) -> Pack {
        let words = value.get("words").map_or(&[][..], Json::members).iter();
        Pack {
            format: whole(value, "format") as u32,
            version: text(value, "version"),
            language: text(value, "language"),
            checked: text(value, "checked"),
            newest: text(value, "newest"),
            unchecked: flag(value, "unchecked"),
            words: words.map(|(key, word)| (key.clone(), word.as_str().unwrap_or_default().to_owned())).collect(),
            sections: list(value, "sections").iter().map(|section| self.section(section)).collect(),
            conditions: list(value, "conditions").iter().map(|condition| self.condition(condition)).collect(),
            hiding: list(value, "hiding").iter().map(hiding).collect(),
            topics: list(value, "topics").iter().map(|topic| self.topic(topic)).collect(),
        }
    }

    fn section(&mut self, value: &Json) -> Section {
        Section {
            id: text(value, "id"),
            title: text(value, "title"),
            door: value.get("door").map(door),
            questions: list(value, "questions").iter().map(|question| self.question(question)).collect(),
        }
    }

    fn question(&mut self, value: &Json) -> Question {
        Question {
            id: text(value, "id"),
            about: self.word(value, "about"),
            kind: self.word(value, "kind"),
            text: text(value, "text"),
            help: text(value, "help"),
            why: text(value, "why"),
            said: text(value, "said"),
            written: text(value, "written"),
            sensitive: flag(value, "sensitive"),
            quiet: flag(value, "quiet"),
            asked: self.word(value, "asked"),
            joins: flag(value, "joins"),
            lifts: flag(value, "lifts"),
            sheet: text(value, "sheet"),
            ask_when: self.cases(value, "ask_when"),
            ask_unless: self.cases(value, "ask_unless"),
            choices: list(value, "choices").iter().map(|choice| self.choice(choice)).collect(),
        }
    }

    fn choice(&mut self, value: &Json) -> Choice {
        Choice {
            id: text(value, "id"),
            heading: text(value, "heading"),
            label: text(value, "label"),
            said: text(value, "said"),
            alone: flag(value, "alone"),
            unsure: flag(value, "unsure"),
            urgent: flag(value, "urgent"),
            usual: flag(value, "usual"),
            private: flag(value, "private"),
            prefers: self.ways(value, "prefers"),
            born: value.get("born").map(span),
        }
    }

    fn condition(&mut self, value: &Json) -> Condition {
        Condition { id: text(value, "id"), about: self.word(value, "about"), cases: self.cases(value, "cases") }
    }

    fn topic(&mut self, value: &Json) -> Topic {
        Topic {
            id: text(value, "id"),
            name: text(value, "name"),
            group: self.word(value, "group"),
            picture: text(value, "picture"),
            supports: list(value, "supports").iter().map(|support| self.support(support)).collect(),
        }
    }

    fn support(&mut self, value: &Json) -> Support {
        Support {
            id: text(value, "id"),
            kind: self.word(value, "kind"),
            about: self.word(value, "about"),
            name: text(value, "name"),
            what: text(value, "what"),
            who: text(value, "who"),
            one_of: texts(value, "one_of"),
            all_of: texts(value, "all_of"),
            how: text(value, "how"),
            ways: self.ways(value, "ways"),
            ask_yourself: flag(value, "ask_yourself"),
            phone: text(value, "phone"),
            text: text(value, "text"),
            email: text(value, "email"),
            also: list(value, "also").iter().map(also).collect(),
            hours: text(value, "hours"),
            url: text(value, "url"),
            cost: self.word(value, "cost"),
            urgent: flag(value, "urgent"),
            tags: texts(value, "tags"),
            goals: texts(value, "goals"),
            ahead: whole(value, "ahead") as i32,
            questions: texts(value, "questions"),
            checked: text(value, "checked"),
            review: text(value, "review"),
            offer_when: self.cases(value, "offer_when"),
            offer_unless: self.cases(value, "offer_unless"),
            soon: list(value, "soon").iter().map(|soon| self.soon(soon)).collect(),
        }
    }

    fn soon(&mut self, value: &Json) -> Soon {
        Soon {
            says: text(value, "says"),
            danger: flag(value, "danger"),
            within: whole(value, "within") as i32,
            lines: self.lines(value),
        }
    }

    fn cases(&mut self, value: &Json, name: &str) -> Vec<Case> {
        list(value, name).iter().map(|case| Case { lines: self.lines(case) }).collect()
    }

    fn lines(&mut self, case: &Json) -> Vec<Line> {
        list(case, "lines").iter().filter_map(|line| self.line(line)).collect()
    }

    fn line(&mut self, value: &Json) -> Option<Line> {
        let (kind, what) = value.members().first()?;
        let name = || what.as_str().unwrap_or_default().to_owned();
        match kind.as_str() {
            "any" => Some(Line::Any(texts(value, kind))),
            "all" => Some(Line::All(texts(value, kind))),
            "none" => Some(Line::None(texts(value, kind))),
            "age" => Some(Line::Age(span(what))),
            "is" => Some(Line::Is(name())),
            "is_not" => Some(Line::IsNot(name())),
            "any_child" => Some(Line::AnyChild(name())),
            other => {
                self.problems.push(format!("a line is of the kind \"{other}\", which is unknown"));
                None
            }
        }
    }

    fn ways(&mut self, value: &Json, name: &str) -> Vec<Way> {
        let words = list(value, name).iter().filter_map(Json::as_str);
        words.filter_map(|word| self.known(name, word)).collect()
    }

    fn word<T: Word>(&mut self, value: &Json, name: &str) -> T {
        let word = value.get(name).and_then(Json::as_str);
        word.and_then(|word| self.known(name, word)).unwrap_or_default()
    }

    fn known<T: Word>(&mut self, name: &str, word: &str) -> Option<T> {
        let known = T::named(word);
        if known.is_none() {
            self.problems.push(format!("{name} is \"{word}\", which is unknown"));
        }
        known
    }
}

fn door(value: &Json) -> Door {
    Door {
        title: text(value, "title"),
        text: text(value, "text"),
        open: text(value, "open"),
        skip: text(value, "skip"),
    }
}

fn hiding(value: &Json) -> Hiding {
    Hiding {
        tag: text(value, "tag"),
        when: text(value, "when"),
        except: text(value, "except"),
        warn: text(value, "warn"),
        warn_unless: text(value, "warn_unless"),
    }
}

fn also(value: &Json) -> Also {
    Also {
        name: text(value, "name"),
        says: text(value, "says"),
        phone: text(value, "phone"),
        text: text(value, "text"),
        email: text(value, "email"),
        url: text(value, "url"),
    }
}

fn span(value: &Json) -> Span {
    let end = |name| value.get(name).and_then(Json::as_str).map(str::to_owned);
    Span { from: end("from"), until: end("until") }
}

fn text(value: &Json, name: &str) -> String {
    value.get(name).and_then(Json::as_str).unwrap_or_default().to_owned()
}

fn texts(value: &Json, name: &str) -> Vec<String> {
    list(value, name).iter().filter_map(Json::as_str).map(str::to_owned).collect()
}

fn flag(value: &Json, name: &str) -> bool {
    value.get(name).and_then(Json::as_bool).unwrap_or_default()
}

fn whole(value: &Json, name: &str) -> i64 {
    value.get(name).and_then(Json::as_i64).unwrap_or_default()
}

fn list<'a>(value: &'a Json, name: &str) -> &'a [Json] {
    value.get(name).map_or(&[], Json::list)
}
