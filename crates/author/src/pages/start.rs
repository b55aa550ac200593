//! The page that stands without JavaScript, as HTML made from the same pack as the widget: the start, the urgent
//! numbers, all support for every family, and the calm panel for a crash. Whatever is content is escaped.

use maud::{Markup, html};
use signpost_core::pack::{Pack, Support, Tier, Topic};
use signpost_core::words::{Words, key};

use crate::pages::contact::{number, phone, website};
use crate::pages::frame::A_TO_Z;
use crate::pages::voice::Voice;

/// The start page, for `index.html`.
pub fn start(pack: &Pack) -> String {
    let page = Page { voice: Voice::new(Words::new(pack.words.clone())) };
    let urgent: Vec<&Support> = pack.topics.iter().flat_map(|topic| &topic.supports).filter(is_urgent).collect();
    let parts = html! {
        main.start {
            (page.welcome())
            (page.promises())
            (page.urgent(&urgent))
            (page.everyone(&pack.topics))
            (page.pages())
        }
    };
    parts.into_string()
}

/// The calm panel, for `index.html`; boot.js shows it.
pub fn crash(pack: &Pack) -> String {
    let page = Page { voice: Voice::new(Words::new(pack.words.clone())) };
    let panel = html! {
        div.crash #crash role="alert" hidden {
            h1 tabindex="-1" { (page.voice.word(key::CRASH_TITLE)) }
            p { (page.voice.word(key::CRASH_TEXT)) }
            button.button.main type="button" { (page.voice.word(key::CRASH_AGAIN)) }
        }
    };
    panel.into_string()
}

struct Page {
    voice: Voice,
}

impl Page {
    /// Start is a link down this page, so that it leads somewhere even when no script runs.
    fn welcome(&self) -> Markup {
        html! {
            p.start-name { (self.voice.word(key::PRODUCT_NAME)) }
            p.start-note #start-note role="status" {}
            h1.start-title tabindex="-1" { (self.voice.word(key::START_TITLE)) }
            p.start-intro { (self.voice.word(key::START_INTRO)) }
            div.start-go {
                a.button.main #start href="#everyone" { (self.voice.word(key::START_GO)) }
                span.start-time { (self.voice.word(key::START_TIME)) }
            }
            p.start-waiting role="status" { (self.voice.word(key::START_GETTING_READY)) }
            noscript { p.start-failed { (self.voice.word(key::START_NO_SCRIPT)) } }
            div.start-failed #start-failed role="alert" hidden {
                p { (self.voice.word(key::START_FAILED)) }
                button.button #start-print type="button" { (self.voice.word(key::START_PRINT)) }
            }
        }
    }

    fn promises(&self) -> Markup {
        html! {
            ul.start-promises {
                @for promise in [key::START_PRIVATE, key::START_SKIP, key::START_PAPER] {
                    li { (self.voice.word(promise)) }
                }
            }
            p.start-everything { a #start-everything href="#everyone" { (self.voice.word(key::START_EVERYTHING)) } }
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
                            @for also in &support.also { span { (also.name) ": " (phone(&also.phone)) } }
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
                p { (self.voice.text(&support.what)) " " (self.voice.text(&support.how)) }
                p.everyone-reach {
                    (number(support))
                    @for also in &support.also { span { (also.name) ": " (phone(&also.phone)) } }
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
}
