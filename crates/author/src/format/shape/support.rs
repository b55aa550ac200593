//! The keys of topics and supports.

use signpost_core::catalogue::{About, Cost, Tier, TopicGroup};

use crate::format::shape::question::WAY;
use crate::format::shape::rule::{CASE, LINE};
use crate::format::shape::{ID, NOTE, OWNER, Of, Shape, Wants, may, must, shape, words};
use crate::format::vocabulary::{LinePicture, Sure};

/// `support/*.toml`.
pub(crate) static TOPIC_FILE: Shape = shape(
    "One topic of supports.",
    &[
        must("topic", Wants::Table(&TOPIC), "What these supports have in common."),
        may("support", Wants::Tables(0, &SUPPORT), "In the author's order."),
    ],
);

static TOPIC: Shape = shape(
    "A theme of supports.",
    &[
        must("id", Wants::Id, ID),
        must("name", Wants::Text, "Its heading."),
        must("group", Wants::Word(words::<TopicGroup>), "Where its family supports stand on the list."),
        must("picture", Wants::Word(words::<LinePicture>), "Its line picture."),
        may("owner", Wants::Note, OWNER),
    ],
);

static SUPPORT: Shape = shape(
    "One thing that can help.",
    &[
        must("id", Wants::Id, ID),
        must("kind", Wants::Word(words::<Tier>), "universal: for every family. targeted: for some."),
        must("about", Wants::Word(words::<About>), "child: looked at for each child. family: once."),
        must("name", Wants::Text, "Its name."),
        may("found_by", Wants::Text, "Everyday words to find it by, with commas between; nobody reads them."),
        must("what", Wants::Text, "What it is: one or two sentences."),
        must("who", Wants::Text, "Who it is for."),
        may("one_of", Wants::List(1, &TEXT), "Who it is for, as a list: one of these is enough."),
        may("all_of", Wants::List(1, &TEXT), "Who it is for, as a list: all of these must be so."),
        must("how", Wants::Text, "How to get it: the first step."),
        may("ways", Wants::List(0, &WAY), "Ways to reach it, the best first."),
        may("ask_yourself", Wants::Flag, "A parent can ask for it without being referred."),
        may("phone", Wants::Phone, "Its number, with the usual spaces."),
        may("text", Wants::Text, "A text line, such as SHOUT to 85258."),
        may("email", Wants::Email, "An email address."),
        may("also", Wants::Tables(0, &ALSO), "Others to reach, a line each."),
        may("hours", Wants::Text, "When somebody answers."),
        may("url", Wants::Url, "Where to read more."),
        must("cost", Wants::Word(words::<Cost>), "What it costs the family."),
        may("urgent", Wants::Flag, "Belongs to the urgent box, the same for everyone."),
        may("tags", Wants::List(0, &TAG_NAME), "Hiding rules of conditions.toml that apply."),
        may("goals", Wants::List(0, &GOAL_NAME), "What a parent may want that this serves."),
        may("ahead", Wants::Length, "It may be offered this long before it starts, with its start date."),
        may("questions", Wants::List(0, &TEXT), "Two or three questions a parent may want to ask."),
        may(
            "checked",
            Wants::Day,
            "The day somebody last compared this with its source. Left out only where sure = \"low\".",
        ),
        must("source", Wants::Note, "Where the facts come from."),
        must("sure", Wants::Word(words::<Sure>), "How sure the author is."),
        may("owner", Wants::Note, OWNER),
        may("note", Wants::Note, NOTE),
        may(
            "soon",
            Wants::Text,
            "What to do and by when, where there is a clock or a danger. It moves to \"Do these first\".",
        ),
        may("soon_danger", Wants::Flag, "A danger: it stands before those that only have a clock."),
        may("soon_within", Wants::Days, "How long there is, to order by."),
        may(
            "soon_when",
            Wants::Tables(0, &SOON),
            "Soon where any one of these cases holds. Left out: whenever it is offered.",
        ),
        may("offer_when", Wants::Tables(0, &CASE), "Offered where any one of these cases holds."),
        may("offer_unless", Wants::Tables(0, &CASE), "Never offered where one of these cases surely holds."),
    ],
);

static SOON: Shape = shape(
    "A case in which it is soon: all its lines must hold.",
    &[
        must("lines", Wants::Tables(1, &LINE), "All must hold."),
        may("says", Wants::Text, "What to do and by when, where this case says something else."),
        may("danger", Wants::Flag, "Where this case is otherwise than soon_danger."),
        may("within", Wants::Days, "Where this case is otherwise than soon_within."),
    ],
);

static ALSO: Shape = shape(
    "Somebody else to reach: a name, and at least one of the rest.",
    &[
        must("name", Wants::Text, "Who answers."),
        may("says", Wants::Text, "A line about them: whom or what they are for."),
        may("phone", Wants::Phone, "Their number."),
        may("text", Wants::Text, "Their text line, such as SHOUT to 85258."),
        may("email", Wants::Email, "Their email address."),
        may("url", Wants::Url, "Their page."),
    ],
);

static TAG_NAME: Wants = Wants::Name(Of::Tag);
static GOAL_NAME: Wants = Wants::Name(Of::Goal);
static TEXT: Wants = Wants::Text;
