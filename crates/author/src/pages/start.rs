//! The page that stands without JavaScript, as HTML made from the same pack as the widget: the start, the urgent
//! numbers, all support for every family, the calm panel for a crash, and the question before everything is deleted.
//! Whatever is content is escaped. Whatever has to be there when a file is missing is here, and in no script.

use maud::{Markup, html};
use signpost_core::pack::{Pack, Support, Tier, Topic};
use signpost_core::words::{Words, key};

use crate::pages::contact::{number, other, website, when};
use crate::pages::frame::A_TO_Z;
use crate::pages::voice::Voice;

/// The start page, for `index.html`.
pub fn start(pack: &Pack) -> String {
    let page = Page { voice: Voice::new(Words::new(pack.words.clone())) };
    let urgent: Vec<&Support> = pack.topics.iter().flat_map(|topic| &topic.supports).filter(is_urgent).collect();
    let parts = html! {
        main.start {
            (page.welcome())
            (page.instead(&urgent, &pack.topics))
            (page.promises())
            (page.urgent(&urgent))
            (page.everyone(&pack.topics))
            (page.pages())
        }
    };
    parts.into_string()
}

/// The calm panel and the dialog, for `index.html`; boot.js and the widget show them.
pub fn crash(pack: &Pack) -> String {
    let page = Page { voice: Voice::new(Words::new(pack.words.clone())) };
    html! { (page.crash()) (page.forget()) }.into_string()
}

/// Where Exit leads: a page that gives nothing away and stays the same for everyone. boot.js has it, too.
const ELSEWHERE: &str = "https://www.bbc.co.uk/weather";

struct Page {
    voice: Voice,
}

impl Page {
    /// Start is a link down this page, so that it leads somewhere even when no script runs.
    fn welcome(&self) -> Markup {
        html! {
            div.start-bar {
                p.start-name { (self.voice.word(key::PRODUCT_NAME)) }
                a.button.exit data-exit href=(ELSEWHERE) target="_top" rel="nofollow noreferrer" {
                    (self.voice.word(key::SHELL_EXIT))
                }
            }
            p #exited hidden { (self.voice.word(key::SHELL_EXITED)) }
            p.start-note #start-note role="status" {}
            h1.start-title tabindex="-1" { (self.voice.word(key::START_TITLE)) }
            p.start-intro { (self.voice.word(key::START_INTRO)) }
            div.start-go {
                a.button.main #start href="#instead" { (self.voice.word(key::START_GO)) }
                button.button #start-afresh type="button" hidden { (self.voice.word(key::START_AFRESH)) }
                button.button.quiet #start-forget type="button" hidden { (self.voice.word(key::KEEPING_FORGET)) }
                span.start-time { (self.voice.word(key::START_TIME)) }
            }
            p #start-waiting hidden { (self.voice.word(key::START_GETTING_READY)) }
            p.start-unsure #start-unsure { (self.voice.word(key::START_UNSURE)) }
            noscript { p.start-failed { (self.voice.word(key::START_NO_SCRIPT)) } }
            div.start-failed #start-failed role="alert" hidden {
                p { (self.voice.word(key::START_FAILED)) }
                button.button #start-print type="button" { (self.voice.word(key::START_PRINT)) }
            }
        }
    }

    /// Where Start leads as long as no script takes it: help that is open, in few words.
    fn instead(&self, urgent: &[&Support], topics: &[Topic]) -> Markup {
        let universal = topics.iter().flat_map(|topic| &topic.supports).filter(is_for_everyone);
        html! {
            section.instead #instead tabindex="-1" aria-labelledby="instead-title" {
                h2 #instead-title { (self.voice.word(key::EVERYONE_TITLE)) }
                ul {
                    @for support in urgent.iter().copied().chain(universal) {
                        li { strong { (support.name) } " " (number(support)) " " (website(&support.url)) }
                    }
                }
                p { a href=(A_TO_Z.file) { (self.voice.word(key::START_PAGES)) } }
            }
        }
    }

    fn crash(&self) -> Markup {
        html! {
            div.crash #crash role="alert" hidden {
                h1 tabindex="-1" { (self.voice.word(key::CRASH_TITLE)) }
                p { (self.voice.word(key::CRASH_TEXT)) }
                button.button.main #crash-again type="button" { (self.voice.word(key::CRASH_AGAIN)) }
                (self.exit())
            }
        }
    }

    /// A dialog keeps every press to itself, so it has an Exit of its own.
    fn forget(&self) -> Markup {
        html! {
            dialog.forget #forget aria-labelledby="forget-title" {
                h2 #forget-title { (self.voice.word(key::KEEPING_FORGET_TITLE)) }
                p { (self.voice.word(key::KEEPING_FORGET_TEXT)) }
                div.ways {
                    button.button.main #forget-yes type="button" { (self.voice.word(key::KEEPING_FORGET_YES)) }
                    button.button #forget-no type="button" autofocus { (self.voice.word(key::KEEPING_FORGET_NO)) }
                    (self.exit())
                }
            }
        }
    }

    fn exit(&self) -> Markup {
        html! { button.button.exit type="button" data-exit { (self.voice.word(key::SHELL_EXIT)) } }
    }

    fn promises(&self) -> Markup {
        html! {
            ul.start-promises {
                @for promise in [key::START_PRIVATE, key::START_SKIP, key::START_PAPER] {
                    li { (self.voice.word(promise)) }
                }
            }
            p.start-everything { a #start-everything href=(A_TO_Z.file) { (self.voice.word(key::START_EVERYTHING)) } }
        }
    }

    fn urgent(&self, supports: &[&Support]) -> Markup {
        html! {
            details.urgent {
                summary { h2 { (self.voice.word(key::URGENT_TITLE)) } }
                p { (self.voice.word(key::URGENT_INTRO)) }
                ul.urgent-lines {
                    @for support in supports {
                        li {
                            strong { (support.name) } (number(support)) span { (self.voice.text(&support.what)) }
                            (when(&self.voice, support))
                            @for also in &support.also { span { (other(&self.voice, also)) } }
                        }
                    }
                }
            }
        }
    }

    fn everyone(&self, topics: &[Topic]) -> Markup {
        html! {
            details.everyone #everyone {
                summary { h2 { (self.voice.word(key::EVERYONE_TITLE)) } }
                p { (self.voice.word(key::EVERYONE_INTRO)) }
                @for topic in topics { (self.topic(topic)) }
            }
        }
    }

    /// The way to the whole pages, where no script is needed.
    fn pages(&self) -> Markup {
        html! { p.start-pages { a href=(A_TO_Z.file) { (self.voice.word(key::START_PAGES)) } } }
    }

    /// Nothing for a topic without universal supports.
    fn topic(&self, topic: &Topic) -> Markup {
        let universal: Vec<&Support> = topic.supports.iter().filter(is_for_everyone).collect();
        html! {
            @if !universal.is_empty() {
                section.everyone-topic {
                    h3 { (topic.name) }
                    ul { @for support in universal { (self.support(support)) } }
                }
            }
        }
    }

    fn support(&self, support: &Support) -> Markup {
        html! {
            li.everyone-support {
                strong { (support.name) }
                p {
                    (self.voice.text(&support.what)) " " (self.voice.text(&support.how))
                    @if support.checked.is_empty() { " " (self.voice.word(key::SUPPORT_PLEASE_CHECK)) }
                }
                p.everyone-reach {
                    (number(support))
                    @for also in &support.also { span { (other(&self.voice, also)) } }
                    (website(&support.url))
                }
            }
        }
    }
}

fn is_urgent(support: &&Support) -> bool {
    support.urgent
}

fn is_for_everyone(support: &&Support) -> bool {
    support.kind == Tier::Universal && !support.urgent
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack(name: &str, tier: Tier, urgent: bool) -> Pack {
        let support = Support { name: name.into(), kind: tier, urgent, phone: "116 123".into(), ..Support::default() };
        Pack { topics: vec![Topic { supports: vec![support], ..Topic::default() }], ..Pack::default() }
    }

    #[test]
    fn what_is_written_in_the_content_is_text_and_never_html() {
        let page = start(&pack("<b>Play & talk</b>", Tier::Universal, false));
        assert!(page.contains("&lt;b&gt;Play &amp; talk&lt;/b&gt;"), "{page}");
    }

    #[test]
    fn every_family_sees_universal_support_and_the_urgent_numbers_and_no_targeted_support() {
        assert!(start(&pack("Samaritans", Tier::Universal, true)).contains("tel:116123"));
        assert!(start(&pack("Library", Tier::Universal, false)).contains("Library"));
        assert!(!start(&pack("Family Fund", Tier::Targeted, false)).contains("Family Fund"));
    }

    #[test]
    fn the_way_to_all_support_and_to_paper_is_a_plain_link() {
        assert!(start(&Pack::default()).contains("<a href=\"support-a-to-z.html\">"));
    }

    #[test]
    fn start_leads_to_help_that_is_open_and_says_so_before_any_script_runs() {
        let page = start(&pack("Samaritans", Tier::Universal, true));
        let (before, after) = page.split_once("id=\"instead\"").unwrap();
        assert!(
            before.contains("href=\"#instead\"") && before.contains("<p class=\"start-unsure\" id=\"start-unsure\">")
        );
        let open = after.split_once("</section>").unwrap().0;
        assert!(open.contains("tel:116123") && !open.contains("<details"), "{open}");
    }

    #[test]
    fn exit_is_a_link_on_the_start_page_and_stands_in_the_panel_and_in_the_dialog() {
        assert!(start(&Pack::default()).contains(&format!("data-exit href=\"{ELSEWHERE}\" target=\"_top\"")));
        assert_eq!(crash(&Pack::default()).matches("data-exit").count(), 2);
        assert!(include_str!("../../../../public/boot.js").contains(&format!("\"{ELSEWHERE}\"")));
    }
}
