//! `cargo signpost new`: a commented beginning of a support, a question or a site, where it belongs.

use std::path::PathBuf;

use crate::said::{Said, Terminal};
use signpost_author::format::new::{self, Begun, Thing};

/// What to begin, and where.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// What to begin
    #[command(subcommand)]
    pub(crate) what: What,
    /// The folder of the content
    #[arg(long, default_value = "content", global = true)]
    pub(crate) content: PathBuf,
}

/// The kinds of things that can be begun.
#[derive(clap::Subcommand, Debug)]
pub(crate) enum What {
    /// Something that can help, at the end of its topic's file
    Support {
        /// Its id: lower-case words joined by hyphens
        id: String,
        /// The id of its topic; where there is none, it is made
        #[arg(long)]
        topic: String,
        /// The topic is meant to be new, however near its id is to another
        #[arg(long)]
        new_topic: bool,
    },
    /// Something that is asked, at the end of its section's file
    Question {
        /// Its id: lower-case words joined by hyphens; c-… for a question about each child
        id: String,
        /// The id of its section
        #[arg(long)]
        section: String,
    },
    /// A school, a family hub or a council, as a file of its own
    Site {
        /// Its id: lower-case words joined by hyphens
        id: String,
    },
}

/// Begins it.
pub(crate) fn run(arguments: &Arguments, terminal: Terminal) -> Said {
    let (id, thing) = thing(&arguments.what);
    match new::begin(&arguments.content, id, &thing, terminal.today) {
        Ok(begun) => Said::clean(told(id, &thing, &begun)),
        Err(sentence) => Said::could_not(sentence),
    }
}

fn thing(what: &What) -> (&str, Thing) {
    match what {
        What::Support { id, topic, new_topic } => (id, Thing::Support { topic: topic.clone(), fresh: *new_topic }),
        What::Question { id, section } => (id, Thing::Question { section: section.clone() }),
        What::Site { id } => (id, Thing::Site),
    }
}

fn told(id: &str, thing: &Thing, begun: &Begun) -> String {
    let place = match (begun.new, begun.line) {
        (true, _) => format!("the new file {}", begun.path.display()),
        (false, line) => format!("{}, from line {line} on", begun.path.display()),
    };
    let next = match thing {
        Thing::Question { .. } => " It stands last in its section: move it to where it should be asked.",
        _ => "",
    };
    format!("`{id}` stands in {place}.{next}\nFill in every TODO, then run `cargo signpost check --level warning`.\n")
}
