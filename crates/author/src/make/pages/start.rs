//! The page that stands without JavaScript, as HTML made from the same content as the widget: the start, the urgent
//! numbers, all support for every family, the calm panel for a crash, and the question before everything is deleted.
//! Whatever is content is escaped. Whatever has to be there when a file is missing is here, and in no script.

use std::cell::RefCell;

use maud::{Markup, PreEscaped, html};
use signpost_core::catalogue::{Topic, TopicId};
use signpost_core::content::Content;
use signpost_core::sitting::Printing;
use signpost_core::texts::{WordKey, key};

use crate::format::colour;
use crate::format::draft::WrittenSite;
use crate::make::pages::codes::codes;
use crate::make::pages::contact::{number, others, website, when};
use crate::make::pages::frame::A_TO_Z;
use crate::make::pages::spoken::Spoken;
use crate::make::pages::voice::Voice;

/// The start page, for `index.html`, and the texts of the content that stand in it as they are, in its order.
pub fn start(content: &Content) -> (String, Vec<String>) {
    Page::new(content, false).start()
}

/// The same on a screen that many people share: no link leads out of it, and the same texts stand in the same order.
pub fn kiosk_start(content: &Content) -> String {
    Page::new(content, true).start().0
}

/// What the start page says of a site: its name, behind its logo if it has one. Whoever makes the page puts the address
/// of the logo in the place of [`LOGO`].
pub(crate) fn site(site: &WrittenSite) -> String {
    html! {
        p.start-site {
            @if let Some(logo) = &site.logo {
                @let (width, height) = logo.shown();
                img.start-logo src=(LOGO) width=(width) height=(height) alt=(site.logo_says);
            }
            (site.written.name)
        }
    }
    .into_string()
}

/// Where nothing is to be printed, a print-out that is asked for all the same is blank.
const NO_PAPER: &str = "@media print{body{display:none}}";

const LOGO: &str = "signpost-logo";

/// How a site looks: its colours, its logo on a light plate where all else is dark, and on a screen that many people share
/// everything larger. No other page has it.
pub(crate) fn site_style(site: &WrittenSite) -> String {
    let logo = site.logo.as_ref().map_or("", |_| include_str!("logo.css").trim());
    let kiosk = site.kiosk.as_ref().map_or("", |_| include_str!("kiosk.css"));
    let paper = site.kiosk.as_ref().filter(|kiosk| kiosk.printing == Printing::Off).map_or("", |_| NO_PAPER);
    site.colour.map(colour::style).unwrap_or_default() + logo + kiosk + paper
}

/// The calm panel and the dialog, for `index.html`; boot.js and the widget show them.
pub fn crash(content: &Content) -> String {
    let page = Page::new(content, false);
    html! { (page.crash()) (page.forget()) }.into_string()
}

/// The same on a screen that many people share, the dialog that asks whether somebody is still there, and what stands
/// around a code. A phone that read a list from there keeps answers, and can delete them.
pub fn kiosk_crash(content: &Content) -> String {
    let page = Page::new(content, true);
    html! { (page.crash()) (page.forget()) (page.still()) (codes(&page.voice)) }.into_string()
}

/// Where a site says its name: whoever makes the page puts it there, or nothing.
const SITE: &str = "signpost-site";

/// Stands before every address in the folder of this language, because the page of a site is in another.
const UP: &str = "signpost-up/";

/// Where Exit leads: a page that gives nothing away and stays the same for everyone. exit.js has it, too.
const ELSEWHERE: &str = "https://www.bbc.co.uk/weather";

struct Page<'a> {
    content: &'a Content,
    voice: Voice<'a>,
    /// The texts that stand in the page as they stand in the content, in its order.
    said: RefCell<Vec<String>>,
}

impl<'a> Page<'a> {
    fn new(content: &'a Content, in_kiosk: bool) -> Self {
        Self { content, voice: Voice::new(content).in_kiosk(in_kiosk), said: RefCell::default() }
    }

    fn start(self) -> (String, Vec<String>) {
        let urgent = Spoken::urgent(self.content);
        let parts = html! {
            main.start {
                (self.welcome())
                (self.instead(&urgent))
                (self.promises())
                (self.urgent(&urgent))
                (self.everyone())
                (self.pages())
            }
        };
        (parts.into_string(), self.said.into_inner())
    }

    /// A text of the content. Where it stands as it is, the widget finds it here, and it does not travel a second time.
    fn says(&self, text: &str) -> Markup {
        let shown = self.voice.text(text);
        let travels = shown != text || text.trim() != text || text.contains("  ");
        if !travels {
            self.said.borrow_mut().push(shown.clone());
        }
        html! { span data-says[!travels] { (shown) } }
    }

    /// Start is a link down this page, so that it leads somewhere even when no script runs.
    fn welcome(&self) -> Markup {
        html! {
            div.start-bar {
                p.start-name { (self.voice.word(key::PRODUCT_NAME)) }
                (self.way_out())
            }
            p #exited hidden { (self.voice.word(key::SHELL_EXITED)) }
            p.start-note #start-note role="status" {}
            (PreEscaped(SITE))
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
                @if !self.voice.in_kiosk {
                    button.button #start-print type="button" { (self.voice.word(key::START_PRINT)) }
                }
            }
        }
    }

    /// Where Start leads as long as no script takes it: help that is open, in few words.
    fn instead(&self, urgent: &[Spoken<'_>]) -> Markup {
        let universal = Spoken::all(self.content).filter(Spoken::is_for_everyone);
        html! {
            section.instead #instead tabindex="-1" aria-labelledby="instead-title" {
                h2 #instead-title { (self.voice.word(key::EVERYONE_TITLE)) }
                ul role="list" {
                    @for spoken in urgent.iter().copied().chain(universal) {
                        li {
                            strong { (spoken.texts.name) } " "
                            (number(&self.voice, spoken)) " " (website(&self.voice, spoken))
                        }
                    }
                }
                @if !self.voice.in_kiosk { p { a href={ (UP) (A_TO_Z.file) } { (self.voice.word(key::START_PAGES)) } } }
            }
        }
    }

    fn crash(&self) -> Markup {
        html! {
            div.crash #crash role="alert" hidden {
                h1 tabindex="-1" { (self.voice.word(key::CRASH_TITLE)) }
                p data-alone=[self.alone(key::CRASH_TEXT)] { (self.voice.word(self.crash_words())) }
                button.button.main #crash-again type="button" { (self.voice.word(key::CRASH_AGAIN)) }
                (self.exit())
            }
        }
    }

    fn crash_words(&self) -> WordKey {
        if self.voice.in_kiosk { key::KIOSK_CRASH } else { key::CRASH_TEXT }
    }

    /// A dialog keeps every press to itself, so it has an Exit of its own.
    fn forget(&self) -> Markup {
        html! {
            dialog.forget #forget aria-labelledby="forget-title" aria-describedby="forget-text" {
                h2 #forget-title { (self.voice.word(key::KEEPING_FORGET_TITLE)) }
                p #forget-text { (self.voice.word(key::KEEPING_FORGET_TEXT)) }
                div.ways {
                    button.button.main #forget-yes type="button" { (self.voice.word(key::KEEPING_FORGET_YES)) }
                    button.button #forget-no type="button" autofocus { (self.voice.word(key::KEEPING_FORGET_NO)) }
                    (self.exit())
                }
            }
        }
    }

    /// Asks whether somebody is still there, and counts the seconds until the screen is cleared.
    fn still(&self) -> Markup {
        html! {
            dialog.forget #still aria-labelledby="still-title" {
                h2 #still-title { (self.voice.word(key::KIOSK_STILL)) }
                p aria-hidden="true" { (self.voice.word(key::KIOSK_CLEARS)) " " strong #still-seconds {} }
                p.for-readers #still-said role="status" {}
                div.ways {
                    button.button.main #still-yes type="button" autofocus { (self.voice.word(key::KIOSK_STILL_YES)) }
                    button.button #still-longer type="button" { (self.voice.word(key::KIOSK_LONGER)) }
                    (self.exit())
                }
            }
        }
    }

    fn exit(&self) -> Markup {
        let alone = self.alone(key::SHELL_EXIT);
        html! { button.button.exit type="button" data-exit data-alone=[alone] { (self.exit_words()) } }
    }

    /// What the page of a shared screen says instead on a phone that read a list from it: kiosk.js puts it there.
    fn alone(&self, key: WordKey) -> Option<&'a str> {
        self.voice.in_kiosk.then(|| self.voice.word(key))
    }

    /// From a shared screen nobody goes elsewhere: it is cleared.
    fn exit_words(&self) -> &'a str {
        self.voice.word(if self.voice.in_kiosk { key::KIOSK_FINISHED } else { key::SHELL_EXIT })
    }

    /// A link, so that it leads away before any script has come.
    fn way_out(&self) -> Markup {
        if self.voice.in_kiosk {
            return self.exit();
        }
        html! {
            a.button.exit data-exit href=(ELSEWHERE) target="_top" rel="nofollow noreferrer" { (self.exit_words()) }
        }
    }

    fn promises(&self) -> Markup {
        let kiosk = self.voice.in_kiosk;
        let more = [key::START_SKIP, key::START_PAPER];
        let more = if kiosk { &more[..1] } else { &more[..] };
        let first = if kiosk { key::KIOSK_PROMISE } else { key::START_PRIVATE };
        html! {
            ul.start-promises {
                li data-alone=[self.alone(key::START_PRIVATE)] { (self.voice.word(first)) }
                @for &promise in more { li { (self.voice.word(promise)) } }
            }
            p.start-everything {
                @if kiosk {
                    button.button #start-everything type="button" { (self.voice.word(key::START_EVERYTHING)) }
                } @else {
                    a #start-everything href={ (UP) (A_TO_Z.file) } { (self.voice.word(key::START_EVERYTHING)) }
                }
            }
        }
    }

    fn urgent(&self, supports: &[Spoken<'_>]) -> Markup {
        html! {
            details.urgent {
                summary { h2 { (self.voice.word(key::URGENT_TITLE)) } }
                p { (self.voice.word(key::URGENT_INTRO)) }
                ul.urgent-lines role="list" {
                    @for &spoken in supports {
                        li {
                            strong { (self.says(&spoken.texts.name)) } (number(&self.voice, spoken))
                            (self.says(&spoken.texts.what))
                            (when(&self.voice, spoken))
                            @for other in others(&self.voice, spoken) { span { (other) } }
                        }
                    }
                }
            }
        }
    }

    fn everyone(&self) -> Markup {
        html! {
            details.everyone #everyone {
                summary { h2 { (self.voice.word(key::EVERYONE_TITLE)) } }
                p { (self.voice.word(key::EVERYONE_INTRO)) }
                @for (id, topic) in self.content.topics() { (self.topic(id, topic)) }
            }
        }
    }

    /// The way to the whole pages, where no script is needed.
    fn pages(&self) -> Markup {
        html! {
            @if !self.voice.in_kiosk {
                p.start-pages { a href={ (UP) (A_TO_Z.file) } { (self.voice.word(key::START_PAGES)) } }
            }
        }
    }

    /// Nothing for a topic without universal supports.
    fn topic(&self, id: TopicId, topic: &Topic) -> Markup {
        let all = topic.supports.iter().map(|&support| Spoken::of(self.content, support));
        let universal: Vec<Spoken<'_>> = all.filter(Spoken::is_for_everyone).collect();
        html! {
            @if !universal.is_empty() {
                section.everyone-topic {
                    h3 { (self.content.texts.topic(id)) }
                    ul { @for spoken in universal { (self.support(spoken)) } }
                }
            }
        }
    }

    fn support(&self, spoken: Spoken<'_>) -> Markup {
        html! {
            li.everyone-support {
                strong { (self.says(&spoken.texts.name)) }
                p {
                    (self.says(&spoken.texts.what)) " " (self.says(&spoken.texts.how))
                    @if spoken.support.checked.is_none() { " " (self.voice.word(key::SUPPORT_PLEASE_CHECK)) }
                }
                p.everyone-reach {
                    (number(&self.voice, spoken))
                    @for other in others(&self.voice, spoken) { span { (other) } }
                    (website(&self.voice, spoken))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use signpost_core::catalogue::Tier;
    use signpost_core::written::{Support, Topic, Written};

    use super::*;

    fn of(support: Support) -> Content {
        let topic = Topic { supports: vec![support], ..Topic::default() };
        Written { topics: vec![topic], ..Written::default() }.content().0
    }

    fn content(name: &str, kind: Tier, urgent: bool) -> Content {
        of(Support { name: name.into(), kind, urgent, phone: "116 123".into(), ..Support::default() })
    }

    fn page(content: &Content) -> String {
        start(content).0
    }

    #[test]
    fn what_is_written_in_the_content_is_text_and_never_html() {
        let page = page(&content("<b>Play & talk</b>", Tier::Universal, false));
        assert!(page.contains("&lt;b&gt;Play &amp; talk&lt;/b&gt;"), "{page}");
    }

    #[test]
    fn every_family_sees_universal_support_and_the_urgent_numbers_and_no_targeted_support() {
        assert!(page(&content("Samaritans", Tier::Universal, true)).contains("tel:116123"));
        assert!(page(&content("Library", Tier::Universal, false)).contains("Library"));
        assert!(!page(&content("Family Fund", Tier::Targeted, false)).contains("Family Fund"));
    }

    #[test]
    fn the_way_to_all_support_and_to_paper_is_a_plain_link() {
        assert!(page(&Content::default()).contains("<a href=\"signpost-up/support-a-to-z.html\">"));
    }

    #[test]
    fn start_leads_to_help_that_is_open_and_says_so_before_any_script_runs() {
        let page = page(&content("Samaritans", Tier::Universal, true));
        let (before, after) = page.split_once("id=\"instead\"").unwrap();
        assert!(
            before.contains("href=\"#instead\"") && before.contains("<p class=\"start-unsure\" id=\"start-unsure\">")
        );
        let open = after.split_once("</section>").unwrap().0;
        assert!(open.contains("tel:116123") && !open.contains("<details"), "{open}");
    }

    #[test]
    fn exit_is_a_link_on_the_start_page_and_stands_in_the_panel_and_in_the_dialog() {
        let nothing = Content::default();
        assert!(page(&nothing).contains(&format!("data-exit href=\"{ELSEWHERE}\" target=\"_top\"")));
        assert_eq!(crash(&nothing).matches("data-exit").count(), 2);
        assert!(include_str!("../../../../../public/exit.js").contains(&format!("\"{ELSEWHERE}\"")));
    }

    #[test]
    fn on_a_shared_screen_nothing_leads_out_of_the_page_and_its_texts_stand_in_the_same_order() {
        let content = content("Samaritans", Tier::Universal, true);
        let (at_home, kiosk) = (page(&content), kiosk_start(&content) + &kiosk_crash(&content));
        let links: Vec<&str> = kiosk.split("href=\"").skip(1).map(|rest| &rest[..1]).collect();
        assert_eq!(links, ["#"], "{kiosk}");
        assert!(kiosk.contains("116 123") && !kiosk.contains("tel:"), "{kiosk}");
        let texts = |page: &str| page.split("data-says>").skip(1).map(|it| it[..4].to_owned()).collect::<Vec<_>>();
        assert_eq!(texts(&at_home), texts(&kiosk));
        assert!(kiosk.contains("id=\"still\"") && kiosk.contains("id=\"forget\""));
        assert!(kiosk.matches("data-exit data-alone").count() == 4 && !at_home.contains("data-alone"), "{kiosk}");
    }

    #[test]
    fn a_text_is_left_for_the_widget_to_find_only_where_it_stands_as_it_is() {
        let (name, what, how) = ("Play & talk".into(), "For {child}.".into(), "Call  twice.".into());
        let (page, said) = start(&of(Support { name, what, how, ..Support::default() }));
        assert_eq!(said, ["Play & talk"]);
        assert_eq!(page.matches("<span data-says>").count(), 1);
        assert!(page.contains("<span data-says>Play &amp; talk</span>"), "{page}");
        assert!(page.contains("<span>For .</span>") && page.contains("<span>Call  twice.</span>"), "{page}");
    }
}
