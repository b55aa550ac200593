//! A site adds and never forks: what it brings stands beside what everybody is offered, what cannot be had there is gone,
//! and nothing of another site comes along.

use signpost_core::content::Content;
use signpost_core::family::{Answer, Who};
use signpost_core::plan::Plan;
use signpost_core::wire::{self, Refused};
use signpost_core::written::{LocalService, Own, Person, Site, Support};

use crate::family::{changed, family_of, small};

/// Offers a grant to whoever lives in the area of the site, and knows who lives elsewhere.
fn content() -> &'static Content {
    changed(|written| {
        let mut area = written.sections[2].questions[0].clone();
        area.choices.truncate(2);
        (area.id, area.asked) = ("place".into(), signpost_core::catalogue::Asked::BySite);
        (area.ask_when, area.ask_unless) = (Vec::new(), Vec::new());
        (area.choices[0].id, area.choices[1].id) = ("here".into(), "elsewhere".into());
        written.sections[2].questions.insert(0, area);
        let grant = &mut written.topics[2].supports[0];
        grant.tags.clear();
        grant.offer_when[0].lines = vec![signpost_core::written::Line::Any(vec!["place.here".into()])];
    })
}

fn oak() -> Site {
    Site {
        id: "oak-primary".into(),
        name: "Oak Primary".into(),
        area: "Calderdale".into(),
        people: vec![Person {
            role: "SENCO".into(),
            name: "Mr Khan".into(),
            phone: "0300 123 4097".into(),
            concerns: vec!["talk-phone".into(), "breakfast-here".into()],
            ..Person::default()
        }],
        services: vec![LocalService {
            support: "hub".into(),
            name: "Stay and play".into(),
            place: "The hall".into(),
            hours: "Mondays".into(),
            ..LocalService::default()
        }],
        hide: vec!["toddler-check".into()],
        own: vec![Own {
            topic: "money".into(),
            support: Support { id: "breakfast-here".into(), name: "Breakfast club".into(), ..Support::default() },
        }],
    }
}

/// The content as it arrives at this site.
fn at(site: &Site) -> Result<Content, Refused> {
    let content = content();
    let (added, problems) = site.added(content);
    assert_eq!(problems, [""; 0], "{}", site.id);
    arrived(content, Some(&wire::site(content, &added)))
}

fn arrived(content: &Content, site: Option<&[u8]>) -> Result<Content, Refused> {
    let arrived = wire::read(&wire::asked(content), &wire::asked_texts(content))?;
    wire::bring_to(&arrived, &wire::offered(content), &wire::offered_texts(content, &[]), site, &[])?;
    Ok(arrived)
}

fn list(content: &Content, told: &str) -> String {
    let family = family_of(Box::leak(Box::new(content.clone())), told);
    names(family.content, &family.plan())
}

fn names(content: &Content, plan: &Plan) -> String {
    plan.offers().map(|offer| content.support(offer.support).name.as_str()).collect::<Vec<_>>().join(", ")
}

#[test]
fn what_a_site_adds_arrives_beside_what_everybody_is_offered() {
    let oak = at(&oak()).unwrap();
    let site = oak.site().expect("the site");
    let (clinic, hub) = (oak.support_named("talk-phone").unwrap(), oak.support_named("hub").unwrap());
    let breakfast = oak.support_named("breakfast-here").unwrap();
    let said = oak.texts.site().expect("what is said of it");
    assert_eq!(
        (site.name.as_str(), said.name.as_str(), said.area.as_str()),
        ("oak-primary", "Oak Primary", "Calderdale")
    );
    for (support, people, services) in [(clinic, vec![0], vec![]), (hub, vec![], vec![0]), (breakfast, vec![0], vec![])]
    {
        let asked: Vec<usize> = site.people_for(support).collect();
        assert_eq!((asked, site.services_for(support).collect::<Vec<_>>()), (people, services));
    }
    assert_eq!((said.people[0].role.as_str(), said.people[0].name.as_str()), ("SENCO", "Mr Khan"));
    assert_eq!(site.people[0].contacts[0].to, "0300 123 4097");
    assert_eq!((said.services[0].name.as_str(), said.services[0].place.as_str()), ("Stay and play", "The hall"));
}

#[test]
fn a_support_of_its_own_is_universal_and_known_as_its_own() {
    let oak = at(&oak()).unwrap();
    let breakfast = oak.support_named("breakfast-here").unwrap();
    assert!(oak.is_own(breakfast) && !oak.is_own(oak.support_named("hub").unwrap()));
    assert_eq!(oak.texts.support(breakfast).name, "Breakfast club");
    assert!(oak.topic(oak.support(breakfast).topic).supports.contains(&breakfast));
    assert!(list(&oak, "").ends_with("breakfast-here"), "{}", list(&oak, ""));
}

#[test]
fn whoever_is_to_be_asked_about_the_second_of_its_own_supports_is() {
    let mut two = oak();
    let mut second = two.own[0].clone();
    second.support.id = "supper-here".into();
    two.own.push(second);
    two.people[0].concerns = vec!["supper-here".into()];
    let oak = at(&two).unwrap();
    let asked = |name| oak.site().unwrap().people_for(oak.support_named(name).unwrap()).count();
    assert_eq!((asked("breakfast-here"), asked("supper-here")), (0, 1));
}

#[test]
fn what_cannot_be_had_there_is_on_no_list() {
    let toddler = "child Ada\nborn: 2024-12";
    let (oak, everywhere) = (at(&oak()).unwrap(), arrived(content(), None).unwrap());
    assert!(list(&everywhere, toddler).contains("toddler-check"));
    assert!(!list(&oak, toddler).contains("toddler-check"));
    assert!(oak.is_hidden(oak.support_named("toddler-check").unwrap()));
    assert!(oak.supports().all(|(_, support)| support.name != "toddler-check"));
}

#[test]
fn a_family_lives_in_the_area_of_the_site_until_it_says_otherwise() {
    let (oak, everywhere) = (at(&oak()).unwrap(), arrived(content(), None).unwrap());
    assert!(list(&oak, "").contains("grant"));
    assert!(!list(&everywhere, "").contains("grant"), "no site, no area");
    let mut family = family_of(Box::leak(Box::new(oak)), "");
    let place = family.content.question_named("place").unwrap();
    let elsewhere = family.content.choice_named("place.elsewhere").unwrap();
    family.answers.set(family.content, place, Who::Family, Some(Answer::Ticked(vec![elsewhere])));
    assert!(!names(family.content, &family.plan()).contains("grant"));
}

#[test]
fn a_site_without_an_area_says_nothing_of_where_a_family_lives() {
    let nowhere = at(&Site { area: String::new(), ..oak() }).unwrap();
    assert_eq!(nowhere.site().unwrap().area, None);
    assert!(!list(&nowhere, "").contains("grant"));
}

#[test]
fn without_a_site_nothing_is_hidden_and_nothing_is_its_own() {
    let everywhere = arrived(content(), None).unwrap();
    assert_eq!(everywhere.site(), None);
    assert!(everywhere.supports().all(|(id, _)| !everywhere.is_hidden(id) && !everywhere.is_own(id)));
}

#[test]
fn a_site_of_another_content_or_cut_anywhere_is_refused_and_nothing_is_brought() {
    let content = content();
    let part = wire::site(content, &oak().added(content).0);
    let other = small();
    let foreign = wire::site(other, &Site { id: "elm".into(), ..Site::default() }.added(other).0);
    for (place, part) in (0..part.len()).map(|end| &part[..end]).chain([&foreign[..]]).enumerate() {
        let arrived = wire::read(&wire::asked(content), &wire::asked_texts(content)).unwrap();
        let (offered, texts) = (wire::offered(content), wire::offered_texts(content, &[]));
        let brought = wire::bring_to(&arrived, &offered, &texts, Some(part), &[]);
        assert!(brought.is_err() || part == &foreign[..] && content.version == other.version, "part {place}");
        assert!(brought.is_ok() || !arrived.is_whole(), "part {place}");
    }
}

#[test]
fn a_name_that_leads_nowhere_is_left_out_and_named() {
    let mut lost = oak();
    lost.hide.push("nothing".into());
    lost.people[0].concerns.push("nobody".into());
    lost.services[0].support = "nowhere".into();
    lost.own[0].topic = "no-topic".into();
    let (added, problems) = lost.added(content());
    assert_eq!(
        problems,
        [
            "oak-primary names the topic no-topic, which there is not",
            "oak-primary names the support breakfast-here, which there is not",
            "oak-primary names the support nobody, which there is not",
            "oak-primary names the support nowhere, which there is not",
            "oak-primary names the support nothing, which there is not",
        ]
    );
    let there = arrived(content(), Some(&wire::site(content(), &added))).unwrap();
    let site = there.site().unwrap();
    assert_eq!((site.hidden.len(), site.people[0].concerns.len(), site.services.len(), site.own), (1, 1, 0, 0));
}

#[test]
fn nothing_of_another_site_is_in_a_part() {
    let part = String::from_utf8_lossy(&wire::site(content(), &oak().added(content()).0)).into_owned();
    assert!(part.contains("Mr Khan") && part.contains("Stay and play"));
    let elm = Site { id: "elm-primary".into(), name: "Elm Primary".into(), ..Site::default() };
    let part = String::from_utf8_lossy(&wire::site(content(), &elm.added(content()).0)).into_owned();
    assert!(part.contains("Elm") && !part.contains("Oak") && !part.contains("Khan"), "{part}");
    assert!(part.len() < 100, "{} bytes for a site that adds nothing", part.len());
}
