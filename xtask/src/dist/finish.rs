//! Turns what trunk made into a release: one module, hashed names, digests, and the public files.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};

use super::{
    code, embed, glue,
    languages::Language,
    lean::{self, Lean},
    offline,
    page::{self, Part, Parts, Setting},
    pages::{self, Line},
    sites::Site,
    styles,
};
use crate::{names, process, tools, workspace::Workspace};

/// The script of `public/` that becomes part of the module instead of being copied.
const BOOT: &str = "boot.js";

/// The script of `public/` that runs whatever becomes of the others.
const LATE: &str = "late.js";

/// The script of `public/` that stands in the page itself.
const ASK: &str = "ask.js";

/// The script of `public/` that only frames ask for.
pub(super) const FRAMED: &str = "framed.js";

/// The script of `public/` that only the pages of sites ask for that open without a network.
const OFFLINE: &str = "offline.js";

/// The script of `public/` that only the pages of kiosks ask for.
const KIOSK: &str = "kiosk.js";

/// The script of `public/` that is joined in front of those that know Exit.
const EXIT: &str = "exit.js";

/// The script of `public/` that draws codes, only for the pages of kiosks.
const CODE: &str = "code.js";

/// The script of `public/` that takes the list home. Nobody waits for it.
const TAKE: &str = "take.js";

/// What stands in the place of the address of a site's logo.
const LOGO: &str = "signpost-logo";

/// Writes a whole release, not yet compressed, into an empty folder.
pub(super) fn finish(workspace: &Workspace, languages: &[Language], sites: &[Site], out: &Path) -> Result<()> {
    let generated = workspace.generated();
    let made = workspace.trunk_out();
    let public = workspace.root().join("public");
    let glue = lean::without_classes(&read(&the_only(&made, "js")?)?)?;
    let lean = lean::write(&the_only(&made, "wasm")?, &glue, &made)?;
    let alone = |file: &str, scope| {
        let short = shortened(&read(&public.join(file))?, scope, &made)?;
        put(short.as_bytes(), file.trim_end_matches(".js"), "js", out)
    };
    let shared = Parts {
        asks: shortened(&read(&public.join(ASK))?, Scope::Page, &made)?,
        script: script(&lean.glue, &made, &public, out)?,
        late: alone(LATE, Scope::Page)?,
        kiosk: alone(KIOSK, Scope::Module)?,
        take: alone(TAKE, Scope::Module)?,
        code: code(&made, &public, out)?,
        offline: alone(OFFLINE, Scope::Module)?,
        fetched: shared(&lean, &made, &public, &generated, out)?,
    };
    let tokens = read(&workspace.root().join("src/view").join(styles::TOKENS))?;
    show_line(&made, &public, &tokens, sites, out)?;
    let template = with_style_sheet(&read(&made.join("index.html"))?, &made, out)?;
    for language in languages {
        let spoken = Spoken::of(&shared, languages, language, &generated, out)?;
        let page = page::fill_in(&template, &spoken.parts, &spoken.setting(None))?;
        write(&out.join(language.folder()).join("index.html"), page.as_bytes())?;
        spoken.write_sites(sites, &template, &generated, out)?;
    }
    let made_of = [BOOT, LATE, ASK, FRAMED, KIOSK, CODE, EXIT, TAKE, OFFLINE, offline::WORKER, embed::SCRIPT];
    copy(&public, out, |name| !made_of.iter().chain(&pages::FILES).any(|it| name == Path::new(it)))
}

/// The page with the style sheet under a name made here: trunk leaves out noughts that a hash begins with, and hosts keep
/// by the rules in docs/hosting only what has all its digits.
fn with_style_sheet(page: &str, made: &Path, out: &Path) -> Result<String> {
    let sheet = the_only(made, "css")?;
    let name = sheet.file_name().unwrap_or_default().to_string_lossy();
    ensure!(page.contains(&*name), "trunk's page does not ask for its style sheet {name}.");
    Ok(page.replace(&*name, &rename(&sheet, "app", "css", out)?.name))
}

/// The line to embed, the page that makes it, and a page that shows it.
fn show_line(made: &Path, public: &Path, tokens: &str, sites: &[Site], out: &Path) -> Result<()> {
    let script = read(&public.join(EXIT))? + &read(&public.join(embed::SCRIPT))?;
    let version = embed::write(&shortened(&script, Scope::Module, made)?, out)?;
    let script = shortened(&read(&public.join("embed-page.js"))?, Scope::Module, made)?;
    Line { public, tokens, version: &version, sites }.write(&script, out)
}

fn script(glue: &str, made: &Path, public: &Path, out: &Path) -> Result<Part> {
    let joined = glue::join(glue, &(read(&public.join(EXIT))? + &read(&public.join(BOOT))?))?;
    put(shortened(&joined, Scope::Module, made)?.as_bytes(), "app", "js", out)
}

/// Codes are drawn by a library and ours.
fn code(made: &Path, public: &Path, out: &Path) -> Result<Part> {
    let joined = code::join(&read(&tools::path(code::LIBRARY)?)?, &read(&public.join(CODE))?)?;
    put(shortened(&joined, Scope::Module, made)?.as_bytes(), "code", "js", out)
}

/// Whose names a script's own outermost names are.
pub(super) enum Scope {
    /// They are its own.
    Module,
    /// All such scripts of a page share them, so they stay as they are.
    Page,
}

/// The script without what only people read. Two files in one scope may use a name twice: this says so before a
/// browser does.
pub(super) fn shortened(script: &str, scope: Scope, made: &Path) -> Result<String> {
    let (long, short) = (made.join("joined.mjs"), made.join("short.mjs"));
    write(&long, script.as_bytes())?;
    let mut terser = Command::new(tools::path("terser")?);
    terser.arg(&long).args(["--compress", "--mangle", "--output"]).arg(&short);
    if matches!(scope, Scope::Module) {
        terser.arg("--module");
    }
    process::run(&mut terser, "Joining boot.js with wasm-bindgen's JavaScript")?;
    read(&short)
}

/// What the pages of a language say beside what all share.
struct Spoken<'a> {
    language: &'a Language,
    /// Every language of the release.
    all: &'a [Language],
    parts: Parts,
    start: String,
    crash: String,
    kiosk_start: String,
    kiosk_crash: String,
}

impl<'a> Spoken<'a> {
    fn of(shared: &Parts, all: &'a [Language], language: &'a Language, generated: &Path, out: &Path) -> Result<Self> {
        let mut parts = shared.clone();
        for (name, file) in [("asked-texts", "asked"), ("offered-texts", "offered")] {
            let file = format!("{file}.{}", language.name);
            let stem = language.folder() + &file;
            parts.fetched.push((name, rename(&generated.join(format!("{file}.txt")), &stem, "txt", out)?));
        }
        let html = |name: &str| read(&generated.join(format!("{name}.{}.html", language.name)));
        let [start, crash, kiosk_start, kiosk_crash] = ["start", "crash", "kiosk-start", "kiosk-crash"].map(html);
        let (start, crash, kiosk_start, kiosk_crash) = (start?, crash?, kiosk_start?, kiosk_crash?);
        Ok(Self { language, all, parts, start, crash, kiosk_start, kiosk_crash })
    }

    fn setting<'s>(&'s self, site: Option<(&'s Site, &'s Part, &'s str)>) -> Setting<'s> {
        let is_kiosk = site.is_some_and(|(site, ..)| site.is_kiosk());
        let [start, crash] = if is_kiosk { [&self.kiosk_start, &self.kiosk_crash] } else { [&self.start, &self.crash] };
        Setting { language: self.language, all: self.all, start, crash, site }
    }

    /// The page of each site that is in this language, with whatever is its own.
    fn write_sites(&self, sites: &[Site], template: &str, generated: &Path, out: &Path) -> Result<()> {
        for site in sites.iter().filter(|site| site.languages.contains(&self.language.name)) {
            let (page, folder) = (self.at(site, template, generated, out)?, site.folder());
            write(&out.join(folder + &site.inside(&self.language.name)).join("index.html"), page.as_bytes())?;
        }
        Ok(())
    }

    /// The page of a site, with a part and a style sheet of its own, which its pages in all languages share.
    fn at(&self, site: &Site, template: &str, generated: &Path, out: &Path) -> Result<String> {
        let own = |extension: &str| generated.join(format!("site.{}.{extension}", site.id));
        let put = |extension: &str| rename(&own(extension), &(site.folder() + "site"), extension, out);
        let (mut parts, style, mut name) = (self.parts.clone(), put("css")?, read(&own("html"))?);
        if !site.logo.is_empty() {
            let logo = rename(&own(&site.logo), &(site.folder() + "logo"), &site.logo, out)?;
            let up = if site.begins_in(&self.language.name) { "" } else { "../" };
            name = name.replace(LOGO, &(up.to_owned() + logo.name.trim_start_matches(&site.folder())));
        }
        parts.fetched.push(("site", put("txt")?));
        page::fill_in(template, &parts, &self.setting(Some((site, &style, &name))))
    }
}

/// What is fetched in every language, each with a hashed name: the WebAssembly in two halves, what frames run, what is asked, what is
/// offered.
fn shared(lean: &Lean, made: &Path, public: &Path, generated: &Path, out: &Path) -> Result<Vec<(&'static str, Part)>> {
    let framed = put(shortened(&read(&public.join(FRAMED))?, Scope::Module, made)?.as_bytes(), "framed", "js", out)?;
    let [first, later] = [(&lean.first, "app"), (&lean.later, "later")].map(|(it, stem)| rename(it, stem, "wasm", out));
    let mut parts = vec![("wasm", first?), ("later", later?), ("framed", framed)];
    for name in ["asked", "offered"] {
        parts.push((name, rename(&generated.join(format!("{name}.txt")), name, "txt", out)?));
    }
    Ok(parts)
}

fn rename(file: &Path, stem: &str, extension: &str, out: &Path) -> Result<Part> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read.", file.display()))?;
    put(&bytes, stem, extension, out)
}

pub(super) fn put(bytes: &[u8], stem: &str, extension: &str, out: &Path) -> Result<Part> {
    let name = names::hashed(stem, extension, bytes);
    write(&out.join(&name), bytes)?;
    Ok(Part { name, integrity: names::integrity(bytes) })
}

/// The one file of this kind that trunk made.
fn the_only(folder: &Path, extension: &str) -> Result<PathBuf> {
    let mut found = super::files(folder)?;
    found.retain(|file| has_extension(file, extension));
    match found.as_slice() {
        [file] => Ok(file.clone()),
        _ => bail!("trunk made {} .{extension} files where one was meant.", found.len()),
    }
}

fn has_extension(file: &Path, extension: &str) -> bool {
    file.extension().is_some_and(|it| it == extension)
}

/// Copies what is wanted, by its path inside `from`.
///
/// # Errors
/// Something cannot be read or written.
pub fn copy(from: &Path, to: &Path, wanted: impl Fn(&Path) -> bool) -> Result<()> {
    for file in super::files(from)? {
        let inside = file.strip_prefix(from).unwrap_or(&file);
        if wanted(inside) {
            let bytes = fs::read(&file).with_context(|| format!("{} cannot be read.", file.display()))?;
            write(&to.join(inside), &bytes)?;
        }
    }
    Ok(())
}

pub(super) fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read.", file.display()))
}

pub(super) fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes).with_context(|| format!("{} cannot be written.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::{compress, languages::tests::two, sizes};

    const PAGE: &str = "<html lang=signpost-lang dir=signpost-dir><meta content=\"'signpost-asks'\"><title>signpost-title</title>\
        <link href=./app.css rel=stylesheet><meta name=\"signpost-parts\">signpost-start signpost-crash";

    /// What the compiler of content leaves for sites of these names, and of one language.
    fn compiled(generated: &Path, names: &[&str]) -> Vec<Site> {
        for name in names {
            let own = |extension: &str, text: String| {
                write(&generated.join(format!("site.{name}.{extension}")), text.as_bytes()).unwrap();
            };
            own("txt", format!("the people of {name}\n").repeat(name.len() * 9));
            own("css", format!("/* {name} */"));
            own("html", format!("<p><img src=\"signpost-logo\">{name}</p>"));
            own("svg", format!("<svg><!-- {name} --></svg>"));
        }
        let site = |name: &&str| Site {
            id: (*name).into(),
            languages: vec!["en".into(), "ar-XB".into()],
            keeping: "this-visit".into(),
            offline: false,
            name: (*name).into(),
            logo: "svg".into(),
            kiosk: String::new(),
        };
        names.iter().map(site).collect()
    }

    /// A release of these sites, with the page that is no site's.
    fn release(names: &[&str]) -> tempfile::TempDir {
        let (generated, out, languages) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), two());
        let sites = compiled(generated.path(), names);
        for language in &languages {
            let parts = page::tests::parts();
            let start = format!("<h1>Start</h1>signpost-site{}", "<p>Help for every family.</p>".repeat(20));
            let [crash, kiosk_start, kiosk_crash] = [const { String::new() }; 3];
            let spoken = Spoken { language, all: &languages, parts, start, crash, kiosk_start, kiosk_crash };
            let plain = page::fill_in(PAGE, &spoken.parts, &spoken.setting(None)).unwrap();
            write(&out.path().join(language.folder()).join("index.html"), plain.as_bytes()).unwrap();
            spoken.write_sites(&sites, PAGE, generated.path(), out.path()).unwrap();
        }
        compress::beside_each(out.path(), &sites).unwrap();
        out
    }

    const NAMES: [&str; 5] = ["ash-primary", "birch-hub", "cedar", "elm-academy", "oak-federation-of-schools"];

    #[test]
    fn nothing_of_a_site_stands_in_the_folder_of_another_nor_in_what_all_share() {
        let release = release(&NAMES);
        for file in crate::dist::files(release.path()).unwrap() {
            let inside = file.strip_prefix(release.path()).unwrap().to_string_lossy().into_owned();
            let text = String::from_utf8_lossy(&fs::read(&file).unwrap()).into_owned();
            let owner = inside.split_once('/').map(|(folder, _)| folder);
            assert!(owner.is_none_or(|owner| owner == "ar-XB" || NAMES.contains(&owner)), "{inside}");
            for name in NAMES.iter().filter(|name| owner != Some(**name)) {
                assert!(!text.contains(name), "{inside} knows of {name}");
            }
        }
    }

    #[test]
    fn what_a_site_adds_is_what_its_folder_has_less_the_page_that_all_have() {
        let release = release(&NAMES);
        let travels = |file: &Path| {
            let packed = PathBuf::from(format!("{}.br", file.display()));
            fs::metadata(if packed.exists() { &packed } else { file }).unwrap().len()
        };
        let page = |folder: PathBuf| travels(&folder.join("index.html"));
        for (site, bytes) in sizes::of_sites(release.path()).unwrap() {
            let folder = release.path().join(&site);
            let files = crate::dist::files(&folder).unwrap();
            let own = files.iter().filter(|file| has_extension(file, "txt") || has_extension(file, "css"));
            let all: u64 = own.map(|file| travels(file)).sum();
            let more = ["", "ar-XB"].map(|language| page(folder.join(language)) - page(release.path().join(language)));
            assert_eq!(bytes, all + more[0].max(more[1]), "{site}");
        }
        assert!(sizes::gate_sites(release.path()).is_ok());
    }

    #[test]
    fn the_page_of_a_site_shows_the_logo_in_its_folder() {
        let release = release(&NAMES);
        for (folder, up) in [("cedar", ""), ("cedar/ar-XB", "../")] {
            let folder = release.path().join(folder);
            let page = read(&folder.join("index.html")).unwrap();
            let name = page.split_once("<img src=\"").and_then(|(_, rest)| rest.split_once('"')).unwrap().0;
            assert!(name.starts_with(&format!("{up}logo-")) && names::is_hashed(name), "{name}");
            assert!(read(&folder.join(name)).unwrap().contains("cedar"));
        }
    }

    #[test]
    fn a_site_has_a_page_in_each_of_its_languages_over_one_set_of_files() {
        let release = release(&["cedar"]);
        let inside = |file: PathBuf| file.strip_prefix(release.path().join("cedar")).map(Path::to_owned).ok();
        let files = crate::dist::files(release.path()).unwrap().into_iter().filter_map(inside);
        let (pages, own): (Vec<_>, Vec<_>) = files
            .filter(|file| !has_extension(file, "br") && !has_extension(file, "gz"))
            .partition(|file| has_extension(file, "html"));
        assert_eq!(pages, [Path::new("ar-XB/index.html"), Path::new("index.html")]);
        assert!(own.len() == 3 && own.iter().all(|file| file.parent() == Some(Path::new(""))), "{own:?}");
    }

    #[test]
    fn a_style_sheet_that_trunk_gave_too_few_digits_has_all_of_them_in_the_release() {
        let (made, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        write(&made.path().join("app-9d5a8efc58f9670.css"), b"a { color: red }").unwrap();
        let page = with_style_sheet("<link href=./app-9d5a8efc58f9670.css>", made.path(), out.path()).unwrap();
        let name = page.trim_start_matches("<link href=./").trim_end_matches('>');
        assert!(names::is_hashed(name) && out.path().join(name).exists(), "{page}");
    }

    #[test]
    fn a_site_that_is_too_heavy_is_no_release() {
        let release = release(&NAMES);
        let text: String = (0..2_000).map(|number| format!("{:x}", number * number * 7)).collect();
        fs::write(release.path().join("cedar/site-0123456789abcdef.txt"), text).unwrap();
        let error = sizes::gate_sites(release.path()).unwrap_err().to_string();
        assert!(error.contains("cedar adds") && !error.contains("birch-hub"), "{error}");
    }
}
