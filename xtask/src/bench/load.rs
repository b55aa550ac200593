//! How many first visits a second one core of nginx serves, set as `docs/hosting/nginx.conf` says. What is counted is the
//! time that nginx itself works, so that it does not matter what else this computer does meanwhile.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};

use crate::{
    dist::sizes,
    hosting::{Hosting, Recipe},
    process, say,
};

/// How many parents come at once. Each takes the whole visit over one connection, and then another comes.
const AT_ONCE: usize = 4;

/// How long the files and nginx may get warm.
const WARM_UP: Duration = Duration::from_secs(1);

/// How long is measured.
const MEASURED: Duration = Duration::from_secs(10);

/// What the line on a website asks for first.
const LINE: &str = "embed.js";

/// Prints the figures for a release.
pub(super) fn measure(release: &Path) -> Result<()> {
    let nginx = Hosting::start(Recipe::Nginx, release)?;
    let visit: Vec<String> = [LINE.to_owned()].into_iter().chain(sizes::first_visit(release)?).collect();
    let bytes = take(&nginx, &visit)?;
    come(&nginx, &visit, WARM_UP)?;
    let (begun, worked) = (Instant::now(), worked(nginx.id())?);
    let visits = come(&nginx, &visit, MEASURED)?;
    let (time, worked) = (begun.elapsed(), self::worked(nginx.id())?.saturating_sub(worked));
    say::line(&table(&Load { files: visit.len(), bytes, visits, time, worked })?);
    Ok(())
}

/// What was measured.
struct Load {
    files: usize,
    bytes: usize,
    visits: usize,
    time: Duration,
    worked: Duration,
}

fn table(load: &Load) -> Result<String> {
    let Load { files, bytes, visits, time, worked } = load;
    ensure!(*visits > 0 && !worked.is_zero(), "Not one visit was served: nothing can be said.");
    #[allow(clippy::cast_precision_loss, reason = "counts of a few seconds")]
    let (visits, files, bytes) = (*visits as f64, *files as f64, *bytes as f64);
    let each = visits / worked.as_secs_f64();
    let lines = [
        ("files of a first visit, with the line's script", files, ""),
        ("as they travel, with headers", bytes / 1000.0, "kB"),
        ("visits in the time measured", visits, ""),
        ("of one core that nginx worked meanwhile", 100.0 * worked.as_secs_f64() / time.as_secs_f64(), "%"),
        ("first visits a second of one core", each, ""),
        ("requests a second of one core", each * files, ""),
        ("to send that, the line carries", each * bytes * 8.0 / 1_000_000.0, "Mbit/s"),
    ];
    Ok(lines.map(|(what, value, unit)| format!("{what:<50}{value:>10.0} {unit}").trim_end().to_owned()).join("\n"))
}

/// Parents come for so long, several at once; how many whole visits that made.
fn come(nginx: &Hosting, visit: &[String], time: Duration) -> Result<usize> {
    let until = Instant::now() + time;
    let one = || -> Result<usize> {
        let mut visits = 0;
        while Instant::now() < until {
            take(nginx, visit)?;
            visits += 1;
        }
        Ok(visits)
    };
    thread::scope(|scope| {
        let parents: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(one)).collect();
        parents.into_iter().map(|it| it.join().unwrap_or_else(|_| Ok(0))).sum()
    })
}

/// One visit; how many bytes it took.
fn take(nginx: &Hosting, visit: &[String]) -> Result<usize> {
    let mut connection = BufReader::new(TcpStream::connect(("127.0.0.1", nginx.port()))?);
    visit.iter().map(|file| ask(&mut connection, file)).sum()
}

/// One file, as a browser of today asks for it.
fn ask(connection: &mut BufReader<TcpStream>, file: &str) -> Result<usize> {
    let request = format!("GET /{file} HTTP/1.1\r\nHost: here\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n\r\n");
    connection.get_mut().write_all(request.as_bytes())?;
    let (mut bytes, mut body, mut line) = (0, 0, String::new());
    while line != "\r\n" {
        line.clear();
        let read = connection.read_line(&mut line)?;
        ensure!(read > 0 && (bytes > 0 || line.starts_with("HTTP/1.1 200")), "nginx says of /{file}: {line}");
        if let Some(length) = line.strip_prefix("Content-Length: ") {
            body = length.trim().parse::<usize>()?;
        }
        bytes += read;
    }
    connection.read_exact(&mut vec![0; body])?;
    Ok(bytes + body)
}

/// How long the workers of a server have worked until now, as Linux counts it.
fn worked(server: u32) -> Result<Duration> {
    let a_second = process::output(Command::new("getconf").arg("CLK_TCK")).and_then(|says| says.parse::<u64>().ok());
    let a_second = a_second.context("How finely this system counts time cannot be told.")?;
    let all = fs::read_dir("/proc").context("Only on Linux can it be told how long nginx worked.")?;
    let each = all.filter_map(|entry| fs::read_to_string(entry.ok()?.path().join("stat")).ok());
    let ticks: u64 = each.filter_map(|stat| of_child(&stat, server)).sum();
    Ok(Duration::from_millis(ticks * 1000 / a_second))
}

/// The time of a process, in ticks, where this one is its parent. What stands before the last bracket is its name.
fn of_child(stat: &str, parent: u32) -> Option<u64> {
    let (_, fields) = stat.rsplit_once(") ")?;
    let fields: Vec<&str> = fields.split(' ').collect();
    let number = |place: usize| fields.get(place)?.parse::<u64>().ok();
    (number(1)? == u64::from(parent)).then_some(number(11)? + number(12)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_a_worker_is_its_own_and_the_systems() {
        let stat = "20 (nginx: (a) b) S 10 1 1 0 -1 4 0 0 0 0 70 30 0 0 20 0 1 0 5 6 7";
        assert_eq!(of_child(stat, 10), Some(100));
        assert_eq!(of_child(stat, 20), None);
    }

    #[test]
    fn a_core_serves_what_was_served_while_it_worked() {
        let time = Duration::from_secs(10);
        let load = Load { files: 10, bytes: 1_000_000, visits: 500, time, worked: time / 4 };
        let text = table(&load).unwrap();
        let figure = |what: &str| {
            let line = text.lines().find(|line| line.starts_with(what)).unwrap();
            line.trim_end_matches("Mbit/s").trim().rsplit(' ').next().unwrap().to_owned()
        };
        assert_eq!(figure("first visits a second of one core"), "200");
        assert_eq!(figure("requests a second of one core"), "2000");
        assert_eq!(figure("to send that"), "1600");
        assert!(table(&Load { visits: 0, ..load }).is_err());
    }
}
