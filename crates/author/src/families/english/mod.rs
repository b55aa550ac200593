//! Rules in plain English, for authors: every line a sentence, every named condition spelled out, and, for one
//! family, beside each line whether it is so and why.

mod ages;
mod family;
mod outline;
mod ticks;

use signpost_core::catalogue::{Case, Condition, ConditionId, Line};
use signpost_core::content::Content;
use signpost_core::judge::Look;
use signpost_core::texts::fill;

pub use ages::{ages, length};
pub use family::{Family, Found, Mark};
pub use outline::Item;

/// Speaks about rules, of anybody or of one family.
#[derive(Clone, Copy)]
pub struct English<'a> {
    /// The content.
    pub content: &'a Content,
    /// Whose answers stand beside the lines, if any.
    pub family: Option<Family<'a>>,
}

/// A condition in words: how its parts belong together, and the parts.
pub struct Spelled {
    /// "any one of these is so", "all of these are so", "this is so".
    pub which: &'static str,
    /// Any one of the parts will do.
    pub any: bool,
    /// The cases, or the lines of the only case.
    pub parts: Vec<Item>,
}

impl<'a> English<'a> {
    /// About anybody.
    pub fn new(content: &'a Content) -> Self {
        Self { content, family: None }
    }

    /// A condition. `look` says how to judge it for the family, where there is one.
    pub fn condition(&self, condition: &Condition, look: Option<Look>) -> Spelled {
        let (which, any, parts) = match condition.cases.as_slice() {
            [only] if only.lines.len() == 1 => ("this is so", false, self.lines(only, look)),
            [only] => ("all of these are so", false, self.lines(only, look)),
            cases => ("any one of these is so", true, cases.iter().map(|case| self.case(case, look)).collect()),
        };
        Spelled { which, any, parts }
    }

    /// One case: its only line, or all its lines under one heading.
    pub fn case(&self, case: &Case, look: Option<Look>) -> Item {
        let mut lines = self.lines(case, look);
        if lines.len() == 1 {
            return lines.remove(0);
        }
        let found = self.family.zip(look).map(|(family, look)| family.case(case, look));
        Item { says: "all of these are so:".into(), found, any: false, under: lines }
    }

    /// A text of the content about nobody in particular.
    pub fn text(&self, text: &str) -> String {
        let values =
            [("child", "the child"), ("child's", "the child's"), ("Child", "The child"), ("Child's", "The child's")];
        fill(text, &values)
    }

    fn lines(&self, case: &Case, look: Option<Look>) -> Vec<Item> {
        case.lines.iter().map(|line| self.line(line, look)).collect()
    }

    fn line(&self, line: &Line, look: Option<Look>) -> Item {
        let found = self.family.zip(look).map(|(family, look)| family.line(line, look));
        let item = match line {
            Line::Any(choices) => Item::of(self.ticks("at least one of these is ticked", choices, "or")),
            Line::All(choices) => Item::of(self.ticks("all of these are ticked", choices, "and")),
            Line::None(choices) => Item::of(self.ticks("none of these is ticked, and we know it", choices, "or")),
            Line::Age(span) => Item::of(format!("the child's age is {}", ages(*span))),
            Line::Is(named) => self.named(*named, "holds, which means that", look),
            Line::IsNot(named) => {
                self.named(*named, "surely does not hold. It would hold where", look.map(Look::denied))
            }
            Line::NotSurely(named) => {
                self.named(*named, "is not surely so. It would be where", look.map(|look| Look::hiding(look.who())))
            }
            Line::AnyChild(named) => self.any_child(*named, look),
        };
        Item { found, ..item }
    }

    fn named(&self, named: ConditionId, holds: &str, look: Option<Look>) -> Item {
        let condition = self.content.condition(named);
        let Spelled { which, any, parts } = self.condition(&condition.condition, look);
        let says = format!("the condition {} {holds} {which}:", condition.name);
        Item { says, found: None, any, under: parts }
    }

    /// For a family it is spelled out once for each child.
    fn any_child(&self, named: ConditionId, look: Option<Look>) -> Item {
        let name = &self.content.condition(named).name;
        let Some((family, look)) = self.family.zip(look) else {
            let item = self.named(named, "holds, which means that", None);
            return Item { says: format!("for at least one child {}", item.says), ..item };
        };
        let children = family.children().map(|(who, called)| {
            let item = self.named(named, "holds, which means that", Some(look.at(who)));
            let found = Some(family.line(&Line::Is(named), look.at(who)));
            Item { says: format!("for {called} {}", item.says), found, ..item }
        });
        let says = format!("for at least one child the condition {name} holds:");
        Item { says, found: None, any: true, under: children.collect() }
    }
}
