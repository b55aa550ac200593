//! What a start page offers whoever reads another language: the languages of its site, each by its own name. Plain
//! links, so that they lead there before any script has come.

use super::{
    languages::Language,
    page::{Setting, escaped},
};

/// The list, where there is something to choose.
pub(super) fn list(setting: &Setting<'_>) -> String {
    let languages = setting.languages();
    if languages.len() < 2 {
        return String::new();
    }
    let each: Vec<_> = languages.iter().map(|language| entry(setting, language)).collect();
    format!("<nav aria-label=\"{}\">{}</nav>", quoted(&setting.language.all), each.join(" "))
}

/// The language of the page is marked, and leads nowhere.
fn entry(setting: &Setting<'_>, language: &Language) -> String {
    let Language { tag, direction, own, .. } = language;
    let (speaks, own) = (format!("lang=\"{tag}\" dir=\"{direction}\""), escaped(own));
    if language == setting.language {
        return format!("<strong aria-current=\"page\" {speaks}>{own}</strong>");
    }
    let (address, says) = (setting.way_to(language), says(setting, language));
    format!("<a class=\"button quiet\" href=\"{address}\" hreflang=\"{tag}\" {speaks}>{own}{says}</a>")
}

/// A screen that many people share invites in every language, as its button that starts does.
fn says(setting: &Setting<'_>, language: &Language) -> String {
    let start = escaped(&language.start);
    if setting.is_kiosk() { format!(" <strong>{start}</strong>") } else { String::new() }
}

fn quoted(text: &str) -> String {
    escaped(text).replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::super::{languages::tests::two, page::Part, sites::Site};
    use super::*;

    fn site(languages: &[&str], kiosk: &str) -> Site {
        let [id, keeping, name] = ["oak", "nowhere", "Oak"].map(String::from);
        let (languages, kiosk) = (languages.iter().map(|it| (*it).to_owned()).collect(), kiosk.to_owned());
        Site { id, languages, keeping, name, logo: String::new(), kiosk, offline: false }
    }

    /// The list on the page of a language.
    fn on_page(language: usize, site: Option<&Site>) -> String {
        let (all, style) = (two(), Part { name: String::new(), integrity: String::new() });
        let site = site.map(|site| (site, &style, ""));
        list(&Setting { language: &all[language], all: &all, start: "", crash: "", site })
    }

    fn addresses(list: &str) -> Vec<&str> {
        list.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn each_language_is_called_by_its_own_name_in_its_own_direction_and_that_of_the_page_is_no_link() {
        let meant = "<nav aria-label=\"Languages\"><strong aria-current=\"page\" lang=\"en-GB\" dir=\"ltr\">English</strong> \
            <a class=\"button quiet\" href=\"./ar-XB/\" hreflang=\"ar-XB\" lang=\"ar-XB\" dir=\"rtl\">اب</a></nav>";
        assert_eq!(on_page(0, None), meant);
    }

    #[test]
    fn every_page_leads_to_those_beside_it() {
        let oak = site(&["ar-XB", "en"], "");
        assert_eq!(addresses(&on_page(1, None)), ["../"]);
        assert_eq!(addresses(&on_page(1, Some(&oak))), ["./en/"]);
        assert_eq!(addresses(&on_page(0, Some(&oak))), ["../"]);
    }

    #[test]
    fn the_languages_of_a_site_stand_in_its_own_order() {
        let list = on_page(0, Some(&site(&["ar-XB", "en"], "")));
        assert!(list.find("ar-XB").unwrap() < list.find("English").unwrap(), "{list}");
    }

    #[test]
    fn where_there_is_one_language_there_is_no_list() {
        assert_eq!(on_page(0, Some(&site(&["en"], "90 off"))), "");
    }

    #[test]
    fn a_shared_screen_says_in_every_language_what_its_button_says_that_starts() {
        let list = on_page(0, Some(&site(&["en", "ar-XB"], "90 off")));
        assert!(list.contains(">اب <strong>بدء</strong></a>"), "{list}");
        assert!(!on_page(0, Some(&site(&["en", "ar-XB"], ""))).contains("بدء"));
    }
}
