//! The keys of sites.

use signpost_core::catalogue::Cost;
use signpost_core::sitting::Printing;
use signpost_core::visit::Keeping;

use crate::format::shape::{ID, Of, Shape, Wants, may, must, shape, words};
use crate::format::vocabulary::SiteKind;

/// `sites/*.toml`.
pub(crate) static SITE_FILE: Shape = shape(
    "A school, a family hub or a council that puts the questions on its own pages or screens.",
    &[
        must("site", Wants::Table(&SITE), "What it is called, and how it shows the questions."),
        may("person", Wants::Tables(0, &PERSON), "Who to ask here."),
        may("service", Wants::Tables(0, &SERVICE), "What near here provides a support."),
        may("extra", Wants::Tables(0, &EXTRA), "A support that only this site has, shown to every family."),
    ],
);

static SITE: Shape = shape(
    "A site.",
    &[
        must("id", Wants::Id, "The name of the file, without its ending."),
        must("name", Wants::Text, "What parents call it."),
        must("kind", Wants::Word(words::<SiteKind>), "What it is."),
        may(
            "area",
            Wants::Text,
            "Its council area, as parents say it: families are taken to live there until they say otherwise.",
        ),
        may(
            "colour",
            Wants::Colour,
            "Buttons and links, and what stands beside them. Every other shade is made of it.",
        ),
        may(
            "logo",
            Wants::Picture,
            "A picture beside this file, SVG or PNG, of at most 20 KB: it stands before the name.",
        ),
        may(
            "logo_says",
            Wants::Text,
            "What the picture says, for whoever cannot see it. Left out: nothing, because the name stands beside it.",
        ),
        may("languages", Wants::List(1, &LANGUAGE), "What can be chosen here, the usual one first."),
        may("keeping", Wants::Word(words::<Keeping>), "How long answers live until the parent says otherwise."),
        may("kiosk", Wants::Flag, "A screen that many people share: it keeps nothing and leads nowhere else."),
        may(
            "idle",
            Wants::Number,
            "After how many seconds without a touch the kiosk asks whether somebody is there: 60 to 600. Left out: 90.",
        ),
        may("open_plan", Wants::Flag, "Others can see the kiosk: what is marked `quiet` is not asked there."),
        may("printing", Wants::Word(words::<Printing>), "Whether the kiosk prints the sheet. Left out: off."),
        may(
            "address",
            Wants::Url,
            "Where a phone finds the page of this kiosk. Left out: where the kiosk itself has it from.",
        ),
        may(
            "offline",
            Wants::Flag,
            "Its page opens without a network, once it was open with one. A kiosk always does.",
        ),
        may("hide", Wants::List(0, &SUPPORT_NAME), "Supports that cannot be had here."),
    ],
);

static PERSON: Shape = shape(
    "Somebody to ask here.",
    &[
        must("role", Wants::Text, "What they do, such as SENCO."),
        may("name", Wants::Text, "Their name, as parents say it."),
        may("phone", Wants::Phone, "Their number."),
        may("email", Wants::Email, "Their address."),
        may("supports", Wants::List(1, &SUPPORT_NAME), "The supports that they are asked about."),
        may(
            "topics",
            Wants::List(1, &TOPIC_NAME),
            "The topics that they are asked about. Without these and `supports`: all that is got through such a place.",
        ),
    ],
);

static SERVICE: Shape = shape(
    "A service near here that provides a support.",
    &[
        must("support", Wants::Name(Of::Support), "The support it provides."),
        must("name", Wants::Text, "What it is called here."),
        may("where", Wants::Text, "How to find it."),
        may("hours", Wants::Text, "When it is open."),
        may("phone", Wants::Phone, "Its number."),
        may("email", Wants::Email, "Its address."),
        may("url", Wants::Url, "Where to read more."),
    ],
);

static EXTRA: Shape = shape(
    "A support that only this site has.",
    &[
        must("id", Wants::Id, ID),
        must("topic", Wants::Name(Of::Topic), "The topic it stands in."),
        must("name", Wants::Text, "Its name."),
        must("what", Wants::Text, "What it is: one or two sentences."),
        must("who", Wants::Text, "Who it is for."),
        must("how", Wants::Text, "How to get it: the first step."),
        may("phone", Wants::Phone, "Its number."),
        may("email", Wants::Email, "An email address."),
        may("url", Wants::Url, "Where to read more."),
        must("cost", Wants::Word(words::<Cost>), "What it costs the family."),
        must("checked", Wants::Day, "The day somebody last looked whether it is still so."),
    ],
);

static SUPPORT_NAME: Wants = Wants::Name(Of::Support);
static TOPIC_NAME: Wants = Wants::Name(Of::Topic);
static LANGUAGE: Wants = Wants::Language;
