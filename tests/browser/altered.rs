//! A release whose script was changed on its way, so that a device can be as wrong as real ones are: its clock, the
//! page that Exit leads to, a stack that runs over. The page's own policy forbids any other script.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::json;
use xtask::server::{Fault, Server, ServerOptions, Travel};

use crate::spare;
use crate::visit::Visit;

/// Where Exit leads.
const WEATHER: &str = "https://www.bbc.co.uk/weather";

/// What can be read there.
pub(crate) const SUNNY: &str = "Sunny in most places";

/// The clock says what the window's name says, or the truth. A name outlives a reload and is not storage.
const CLOCK: &str = r#"{
  const True = Date;
  const says = () => window.name.startsWith("clock ") ? True.parse(window.name.slice(6)) : True.now();
  globalThis.Date = class extends True {
    constructor(...given) { super(...(given.length ? given : [says()])); }
    static now() { return says(); }
  };
}"#;

/// A screen as wide as a telephone's.
const NARROW: &str = "Object.defineProperty(screen, 'width', { value: 412 });";

/// Runs a stack over when it is asked to.
const OVERFLOW: &str = r#"{
  const deeper = () => deeper() + 1;
  addEventListener("overflow", () => deeper());
}"#;

/// Shows the memory of the WebAssembly as `memory`, counts in `listening` who listens to elements, and waits with `turn`
/// until the page has had its turn. The history is a plain list: a browser refuses a page that steps too often.
const COUNTS: &str = r#"{
  const isMemory = (it) => it instanceof WebAssembly.Memory;
  const kept = (made) => { window.memory ??= Object.values(made.instance.exports).find(isMemory); return made; };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    if (real) WebAssembly[name] = async (...given) => kept(await real.apply(WebAssembly, given));
  }
  window.listening = 0;
  for (const [name, more] of [['addEventListener', 1], ['removeEventListener', -1]]) {
    const real = EventTarget.prototype[name];
    EventTarget.prototype[name] = function (...given) {
      if (this instanceof Element) window.listening += more;
      return real.apply(this, given);
    };
  }
  const entries = [history.state];
  let at = 0;
  window.turn = () => new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); go(); };
    port2.postMessage(0);
  });
  const step = async (by) => {
    await turn();
    at += by;
    dispatchEvent(new PopStateEvent('popstate', { state: entries[at] }));
  };
  Object.defineProperties(history, {
    state: { get: () => entries[at] },
    pushState: { value: (state) => { at += 1; entries.splice(at, Infinity, state); } },
    replaceState: { value: (state) => { entries[at] = state; } },
    back: { value: () => step(-1) },
  });
}"#;

/// The next call into the WebAssembly ends in a trap where `armed` says so.
const TRAPS: &str = r#"{
  const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11];
  const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.t;
  const trapping = (act) => (...given) => {
    if (!window.armed) return act(...given);
    window.armed = false;
    return trap();
  };
  const real = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const { instance } = await real.apply(WebAssembly, given);
    const all = Object.entries(instance?.exports ?? {});
    const each = ([name, it]) => [name, typeof it === "function" ? trapping(it) : it];
    return { instance: { exports: Object.fromEntries(all.map(each)) } };
  };
}"#;

impl Visit {
    /// Whatever the page calls in the WebAssembly can be made to trap.
    pub(crate) fn with_traps(&mut self) -> &mut Self {
        self.spoiled_by(altered(|script| format!("{TRAPS}\n{script}")))
    }

    /// What the page takes can be counted: see [`COUNTS`].
    pub(crate) fn with_counts(&mut self) -> &mut Self {
        self.spoiled_by(altered(|script| format!("{COUNTS}\n{script}")))
    }

    /// The device's clock can be set with [`Visit::set_clock`].
    pub(crate) fn with_clock(&mut self) -> &mut Self {
        self.spoiled_by(altered(|script| format!("{CLOCK}\n{script}")))
    }

    /// The device has the screen of a telephone.
    pub(crate) fn with_narrow_screen(&mut self) -> &mut Self {
        self.spoiled_by(altered(|script| format!("{NARROW}\n{script}")))
    }

    /// From now on the device's clock says this, such as `1970-01-01T00:10`.
    pub(crate) fn set_clock(&mut self, says: &str) -> &mut Self {
        self.script_with("window.name = 'clock ' + arguments[0];", json!([says]));
        self
    }

    /// A stack runs over when the event `overflow` happens.
    pub(crate) fn with_overflow(&mut self) -> &mut Self {
        self.spoiled_by(altered(|script| format!("{OVERFLOW}\n{script}")))
    }

    /// The page that Exit leads to is on this computer, and its answer travels like this.
    pub(crate) fn with_weather(&mut self, travel: Travel) -> &mut Self {
        let fault = self.weather(travel);
        self.spoiled_by(fault)
    }

    /// The same, and the questions never come.
    pub(crate) fn with_weather_only(&mut self) -> &mut Self {
        let fault = self.weather(Travel::Whole);
        self.spoiled_by(Box::new(move |path, served| {
            let served = fault(path, served);
            if path.ends_with(".wasm") { served.travelling(Travel::Stall) } else { served }
        }))
    }

    fn weather(&mut self, travel: Travel) -> Fault {
        let (server, fault) = weather(travel);
        self.host = Some(server);
        fault
    }
}

/// A page that says what the weather is like, and Exit leading there.
pub(crate) fn weather(travel: Travel) -> (Server, Fault) {
    let page = format!("<!doctype html><title>Weather</title><h1>{SUNNY}</h1>");
    let options = ServerOptions::empty().with_page("/weather", page).with_route(Box::new(move |_| travel));
    let server = spare::server(options);
    let address = format!("{}/weather", server.foreign_address());
    (server, altered(move |script| script.replace(WEATHER, &address)))
}

/// As a parent chooses them, and as the page says them.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// This year, by the clock of the tests.
pub(crate) fn this_year() -> u64 {
    months_since_1970() / 12 + 1970
}

/// The month and year of so many months ago, as a parent chooses them: `("March", 2026)`.
pub(crate) fn months_ago(months: u64) -> (&'static str, u64) {
    let then = months_since_1970() - months;
    (MONTHS[(then % 12) as usize], then / 12 + 1970)
}

/// By months of the same length: near a turn of the month it can be the one beside it.
fn months_since_1970() -> u64 {
    const MONTH: u64 = 31_556_952 / 12;
    SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970").as_secs() / MONTH
}

/// Changes the page's own script and the line to embed, and takes its hash out of the page so that the browser runs it all the same.
pub(crate) fn altered(change: impl Fn(String) -> String + Send + Sync + 'static) -> Fault {
    Box::new(move |path, mut served| {
        let text = || String::from_utf8_lossy(&served.body).into_owned();
        if (path.contains("/app-") || path.starts_with("/embed")) && path.ends_with(".js") {
            served.body = change(text()).into_bytes();
        } else if path.ends_with('/') || path.ends_with("index.html") {
            served.body = without_hashes(&text()).into_bytes();
        }
        served
    })
}

fn without_hashes(page: &str) -> String {
    let mut parts = page.split(" integrity=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once('"')).fold(first, |page, (_, rest)| page + rest)
}
