//! Who the list is for: children are added, named, renamed and taken away here, each with the month of birth.

use signpost_core::catalogue::{Asked, QuestionId};
use signpost_core::digits::digits;
use signpost_core::family::{ChildKey, MOST_CHILDREN, Who};
use signpost_core::judge::Asking;
use signpost_core::texts::key;
use signpost_core::visit::Event;

use crate::view::app::App;
use crate::view::kit::asking::{screen, title, ways, why_and_help};
use crate::view::kit::month::month_of_birth;
use crate::view::kit::node::{Node, block, button, field, tag};
use crate::view::kit::progress::progress;

/// The first stop of the path.
pub fn children(app: App) -> Node {
    // Only children who come and go make the rows anew: a field that is typed in must stay the field it is.
    let keys = move || app.read(|visit| visit.answers.children().iter().map(|child| child.key).collect::<Vec<_>>());
    let rows = move |list: Node, keys: &Vec<ChildKey>| {
        list.with_all(keys.iter().enumerate().map(|(index, child)| one_child(app, *child, index + 1)))
    };
    let screen = screen(app)
        .with(progress(app))
        .with(title(app.word(key::CHILDREN_TITLE)))
        .with(block("p", "question-help").text(app.word(key::CHILDREN_HELP)));
    let screen = match with_name(app) {
        Some(question) => why_and_help(app, Asking { question, who: Who::Family }, screen),
        None => screen,
    };
    screen
        .with(block("ul", "children").live(keys, rows))
        .with_all(add_child(app))
        .with_all(hurry(app))
        .with(ways(app, key::QUESTION_SKIP_ALL))
}

/// The way to a list for whoever has little time, where the content says which questions are worth it.
fn hurry(app: App) -> Option<Node> {
    let any = app.content.questions().any(|(_, question)| question.essential);
    any.then(|| button("button", app.word(key::CHILDREN_HURRY), move || app.tell(Event::Hurried)))
}

/// What is asked under each name.
fn with_name(app: App) -> Option<QuestionId> {
    let mut questions = app.content.questions();
    questions.find(|(_, question)| question.asked == Asked::WithName).map(|(question, _)| question)
}

fn add_child(app: App) -> [Node; 2] {
    let full = move || app.read(|visit| visit.answers.children().len()) >= MOST_CHILDREN;
    let add = button("button children-add", app.word(key::CHILDREN_ADD), move || app.tell(Event::ChildAdded));
    [
        add.state("hidden", full),
        block("p", "question-help").text(app.word(key::CHILDREN_FULL)).state("hidden", move || !full()),
    ]
}

fn one_child(app: App, child: ChildKey, number: usize) -> Node {
    let name = app.glance(|visit| visit.answers.child(child).map(|child| child.name.clone())).unwrap_or_default();
    let write = move |name| app.tell(Event::ChildNamed(child, name));
    let input = field("input").attr("type", "text").attr("dir", "auto").attr("maxlength", "60");
    let label = block("label", "child-name")
        .with(tag("span").text(app.word(key::CHILDREN_NAME)))
        .with(input.value(name).on_value("input", write));
    let legend = tag("legend").text(app.fill(key::CHILDREN_ONE, &[("number", &digits(number))]));
    let born = with_name(app).map(|question| month_of_birth(app, Asking { question, who: Who::Child(child) }));
    let fields = block("fieldset", "child").with(legend).with(label).with_all(born);
    tag("li").with(fields.with(remove_child(app, child)))
}

fn remove_child(app: App, child: ChildKey) -> Node {
    button("button quiet", "", move || app.tell(Event::ChildRemoved(child)))
        .live_text(move || app.fill(key::CHILDREN_REMOVE, &[("child", &app.child(child))]))
        .state("hidden", move || app.read(|visit| visit.answers.children().len() == 1))
}
