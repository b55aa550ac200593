//! Real web servers that serve a release as the files in `docs/hosting` tell hosts to: nothing is set here but what those
//! files leave to the host (address, folder), and what keeps a trial on this computer to itself.

use std::{
    fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use crate::{dist, process, tools, workspace::Workspace};

/// How long a server may take until it listens.
const PATIENCE: Duration = Duration::from_secs(20);

/// A file of `docs/hosting` that a real server here can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipe {
    /// `nginx.conf`
    Nginx,
    /// `apache.htaccess`
    Apache,
    /// `Caddyfile`
    Caddy,
    /// The other `Caddyfile`, in `docs/kiosk`: for the computer behind a screen, and nobody else.
    Kiosk,
}

impl Recipe {
    /// Every one for websites.
    pub const ALL: [Self; 3] = [Self::Nginx, Self::Apache, Self::Caddy];

    /// What its server is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Apache => "Apache",
            Self::Caddy | Self::Kiosk => "Caddy",
        }
    }

    /// Inside `docs`.
    fn file(self) -> &'static str {
        match self {
            Self::Nginx => "hosting/nginx.conf",
            Self::Apache => "hosting/apache.htaccess",
            Self::Caddy => "hosting/Caddyfile",
            Self::Kiosk => "kiosk/Caddyfile",
        }
    }

    /// The lines that a host changes, and what they are here.
    fn yours(self, port: u16, release: &Path) -> Vec<(&'static str, String)> {
        let release = release.display();
        match self {
            Self::Nginx => vec![
                ("    listen 80;\n", format!("    listen 127.0.0.1:{port};\n")),
                ("    root /srv/signpost;\n", format!("    root {release};\n")),
            ],
            Self::Caddy => vec![
                ("\nhelp.example.org {\n", format!("\nhttp://127.0.0.1:{port} {{\n")),
                ("\troot * /srv/signpost\n", format!("\troot * {release}\n")),
            ],
            Self::Kiosk => vec![
                ("\nhttp://127.0.0.1:8970 {\n", format!("\nhttp://127.0.0.1:{port} {{\n")),
                ("\troot * /srv/kiosk\n", format!("\troot * {release}\n")),
            ],
            Self::Apache => vec![],
        }
    }

    /// The file as a host would have it.
    fn filled_in(self, port: u16, release: &Path) -> Result<String> {
        let file = Workspace::find()?.root().join("docs").join(self.file());
        let mut text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read.", file.display()))?;
        for (line, here) in self.yours(port, release) {
            ensure!(text.matches(line).count() == 1, "{} has not once the line: {}", file.display(), line.trim());
            text = text.replace(line, &here);
        }
        Ok(text)
    }
}

/// A server that serves a copy of a release. It stops when dropped.
pub struct Hosting {
    server: Child,
    port: u16,
    /// The copy, the settings, and what the server writes.
    _folder: TempDir,
}

impl Hosting {
    /// Uploads the release to a folder of its own, and serves it from there.
    ///
    /// # Errors
    /// The server is not here, or does not start: with its own words.
    pub fn start(recipe: Recipe, release: &Path) -> Result<Self> {
        let folder = open_folder()?;
        let uploaded = folder.path().join("uploaded");
        dist::copy(release, &uploaded, |_| true)?;
        Self::serve(recipe, folder, &uploaded)
    }

    /// Makes the folder of one kiosk alone, and serves it as the computer behind its screen does.
    ///
    /// # Errors
    /// The site is no kiosk; or the server is not here, or does not start: with its own words.
    pub fn on_device(release: &Path, site: &str) -> Result<Self> {
        let folder = open_folder()?;
        let copied = folder.path().join("copied");
        dist::write_kiosk(release, site, &copied)?;
        Self::serve(Recipe::Kiosk, folder, &copied)
    }

    fn serve(recipe: Recipe, folder: TempDir, uploaded: &Path) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let settings = recipe.filled_in(port, uploaded)?;
        let mut command = match recipe {
            Recipe::Nginx => nginx(folder.path(), &settings)?,
            Recipe::Apache => apache(folder.path(), &settings, uploaded, port)?,
            Recipe::Caddy | Recipe::Kiosk => caddy(folder.path(), &settings)?,
        };
        let said = folder.path().join("said.txt");
        let words = fs::File::create(&said)?;
        command.stdin(Stdio::null()).stdout(words.try_clone()?).stderr(words);
        let server = command.spawn().with_context(|| format!("{} cannot be started.", recipe.name()))?;
        let mut hosting = Self { server, port, _folder: folder };
        hosting.wait(recipe, &said)?;
        Ok(hosting)
    }

    /// The address of the folder, without a final slash.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The port it listens on.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The process that was started; it may have others.
    pub(crate) fn id(&self) -> u32 {
        self.server.id()
    }

    fn wait(&mut self, recipe: Recipe, said: &Path) -> Result<()> {
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let ended = self.server.try_wait()?.is_some();
            if ended || begun.elapsed() > PATIENCE {
                let words = fs::read_to_string(said).unwrap_or_default();
                bail!("{} does not serve docs/{}: {words}", recipe.name(), recipe.file());
            }
            sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Hosting {
    /// Asked to end, a server ends its own processes too.
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.server.id().to_string()).status();
        let _ = self.server.wait();
    }
}

/// A folder that the users that servers run as can read.
fn open_folder() -> Result<TempDir> {
    let folder = TempDir::new().context("There is no room for a copy of the release.")?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755))?;
    }
    Ok(folder)
}

fn write(folder: &Path, name: &str, text: &str) -> Result<PathBuf> {
    let file = folder.join(name);
    fs::write(&file, text).with_context(|| format!("{} cannot be written.", file.display()))?;
    Ok(file)
}

/// What a host sets around, which the file must cope with: compressing by itself, and a header that keeps frames off other
/// websites.
const AROUND_NGINX: &str = "    gzip on;\n    gzip_types *;\n    add_header X-Frame-Options SAMEORIGIN;\n";

/// One worker: at most one core. It writes its log as nginx does by itself, but here.
fn nginx(folder: &Path, settings: &str) -> Result<Command> {
    let settings = write(folder, "signpost.conf", settings)?;
    let (here, settings) = (folder.display(), settings.display());
    let kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let kept: String = kept.iter().map(|it| format!("    {it}_temp_path {here}/{it};\n")).collect();
    let around = format!(
        "daemon off;\npid {here}/pid;\nworker_processes 1;\nevents {{ }}\nhttp {{\n    access_log {here}/access.log;\n\
         {kept}{AROUND_NGINX}    sendfile on;\n    tcp_nopush on;\n    include {settings};\n}}\n"
    );
    let around = write(folder, "around.conf", &around)?;
    let mut nginx = Command::new(tools::server("nginx")?);
    nginx.args(["-e", "stderr", "-p"]).arg(folder).arg("-c").arg(around);
    Ok(nginx)
}

/// What a host of websites sets around a folder, with two habits of theirs that the file must cope with: compressing by
/// itself, and a header that keeps frames off other websites.
const AROUND_APACHE: &str = "TypesConfig /dev/null\n\
    AddType application/x-gzip .gz .tgz\n\
    AddLanguage br .br\n\
    AddDefaultCharset iso-8859-1\n\
    AddOutputFilterByType DEFLATE text/html text/css text/plain text/javascript application/wasm\n\
    Header always set X-Frame-Options SAMEORIGIN\n\
    User www-data\n\
    Group www-data\n";

fn apache(folder: &Path, settings: &str, uploaded: &Path, port: u16) -> Result<Command> {
    write(uploaded, ".htaccess", settings)?;
    let (here, uploaded) = (folder.display(), uploaded.display());
    let modules = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "filter", "deflate"];
    let modules: String =
        modules.iter().map(|it| format!("LoadModule {it}_module /usr/lib/apache2/modules/mod_{it}.so\n")).collect();
    let around = format!(
        "ServerRoot {here}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {here}/pid\n\
         ErrorLog {here}/said.txt\n{modules}{AROUND_APACHE}DocumentRoot {uploaded}\n<Directory {uploaded}>\n\
         AllowOverride FileInfo Indexes\nRequire all granted\n</Directory>\n"
    );
    let around = write(folder, "around.conf", &around)?;
    let program = process::on_path("apache2").context("Apache is missing. This says more: cargo xtask doctor")?;
    let mut apache = Command::new(program);
    apache.arg("-d").arg(folder).arg("-f").arg(around).args(["-D", "FOREGROUND"]);
    Ok(apache)
}

/// Without certificates, and without the door by which settings are changed.
fn caddy(folder: &Path, settings: &str) -> Result<Command> {
    let settings = write(folder, "Caddyfile", settings)?;
    let around = format!("{{\n\tadmin off\n\tauto_https off\n}}\nimport {}\n", settings.display());
    let around = write(folder, "around.caddy", &around)?;
    let mut caddy = Command::new(tools::server("caddy")?);
    caddy.args(["run", "--adapter", "caddyfile", "--config"]).arg(around);
    caddy.env("XDG_DATA_HOME", folder).env("XDG_CONFIG_HOME", folder);
    Ok(caddy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_for_hosts_has_its_own_lines_filled_in_and_nothing_else() {
        for recipe in Recipe::ALL.into_iter().chain([Recipe::Kiosk]) {
            let text = recipe.filled_in(8123, Path::new("/uploaded")).unwrap();
            let mine = recipe.yours(8123, Path::new("/uploaded"));
            assert!(mine.iter().all(|(line, here)| text.contains(here.trim()) && !text.contains(line)), "{text}");
        }
    }
}
