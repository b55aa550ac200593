//! The keys of sections, questions and choices.

use signpost_core::catalogue::{About, Asked, Kind, Way};

use crate::format::shape::rule::{CASE, SPAN};
use crate::format::shape::{ID, Of, Shape, Wants, may, must, shape, words};
use crate::format::vocabulary::LinePicture;

/// `questions/*.toml`.
pub(crate) static QUESTIONS: Shape = shape(
    "One section of questions.",
    &[
        must("section", Wants::Table(&SECTION), "What these questions have in common."),
        may("question", Wants::Tables(0, &QUESTION), "In the order they are asked."),
    ],
);

static SECTION: Shape = shape(
    "A group of questions on one theme.",
    &[
        must("id", Wants::Id, ID),
        must("title", Wants::Text, "Its heading."),
        may("door", Wants::Table(&DOOR), "The parent chooses to open such a section. Left out: it is simply asked."),
    ],
);

static DOOR: Shape = shape(
    "What is said before a section that the parent chooses to open.",
    &[
        must("title", Wants::Text, "A question: shall we ask about this?"),
        must("text", Wants::Text, "What is inside, and what it is for."),
        must("open", Wants::Text, "The button that opens it."),
        must("skip", Wants::Text, "The button that passes by."),
    ],
);

static QUESTION: Shape = shape(
    "What is asked.",
    &[
        must("id", Wants::Id, ID),
        must("about", Wants::Word(words::<About>), "child: asked for each child. family: asked once."),
        must("kind", Wants::Word(words::<Kind>), "How it is answered."),
        must("text", Wants::Text, "The question itself."),
        may("help", Wants::Text, "A line under it."),
        may("why", Wants::Text, "Why we ask, in a sentence to the parent."),
        may("said", Wants::Text, "How the list and the sheet repeat the answer, with {choices}."),
        may("written", Wants::Text, "The same on the sheet, with the labels as they were ticked. Left out: as said."),
        may("sensitive", Wants::Flag, "One to a screen, never shown again, never stored, never printed."),
        may("quiet", Wants::Flag, "Not asked on a screen in an open room."),
        may("essential", Wants::Flag, "Asked of a parent who has only two minutes, too. At most eight questions are."),
        may("asked", Wants::Word(words::<Asked>), "Who asks it. Left out: it stands on the path, like most."),
        may("joins", Wants::Flag, "It shares the screen with the question before it."),
        may("lifts", Wants::Flag, "What is ticked moves support for every family to what the parent wants."),
        may(
            "sheet",
            Wants::Name(Of::SheetPart),
            "The part of the sheet that repeats the answer. Needs and goals are first on cards.",
        ),
        may("ask_when", Wants::Tables(0, &CASE), "Asked where any one of these cases holds. Left out: always."),
        may("ask_unless", Wants::Tables(0, &CASE), "Never asked where one of these cases surely holds."),
        may("choice", Wants::Tables(0, &CHOICE), "What can be ticked."),
    ],
);

static CHOICE: Shape = shape(
    "One thing that can be ticked.",
    &[
        must("id", Wants::Id, ID),
        may("heading", Wants::Text, "Stands before it, and before those that follow, on the screen."),
        must("label", Wants::Text, "What the parent reads beside the box."),
        may("said", Wants::Text, "The label inside a sentence. Left out: the label itself."),
        may("picture", Wants::Word(words::<LinePicture>), "A line picture before the label."),
        may("alone", Wants::Flag, "\"None of these\": ticking it unticks the rest, and the sheet does not repeat it."),
        may("unsure", Wants::Flag, "\"Not sure\": the other choices stay unknown."),
        may("urgent", Wants::Flag, "Opens the urgent box at the top of the list."),
        may("usual", Wants::Flag, "Ticked until the parent says otherwise. Only where asked = \"on-sheet\"."),
        may(
            "private",
            Wants::Flag,
            "Off paper until the parent puts it there, and so is what is offered because of it.",
        ),
        may("prefers", Wants::List(0, &WAY), "The ways to get help that this choice prefers. It only orders the list."),
        may("born", Wants::Table(&SPAN), "The ages it stands for. Only on a month question."),
    ],
);

pub(crate) static WAY: Wants = Wants::Word(words::<Way>);
