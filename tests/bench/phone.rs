//! A telephone that is not there: Chromium with a small screen, slowed down through its DevTools.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use serde_json::{Value, json};
use xtask::server::{Server, ServerOptions};
use xtask::tools::Engine;

use crate::driver::Wishes;
use crate::session::Session;

/// What the page is measured with, from inside.
const PROBE: &str = include_str!("probe.js");

/// How many times slower than this computer a telephone is.
pub(crate) const SLOW: u32 = 4;

/// A mobile network where it is weak: bits a second down and up, and milliseconds there and back.
const DOWN: u32 = 1_600_000;
const UP: u32 = 750_000;
const LATENCY: u32 = 150;

/// How often to ask whether the network is quiet, and how long that must be the answer.
const QUIET: Duration = Duration::from_millis(250);
const QUIET_TIMES: usize = 4;

/// A browser window on the release.
pub(crate) struct Phone {
    session: Session,
    server: Server,
}

impl Phone {
    /// Opens a window, not yet on the page.
    pub(crate) fn new(release: &Path) -> Result<Self> {
        let server = Server::start(ServerOptions::new(release))?;
        let wishes = Wishes { unfinished: true, ..Wishes::default() };
        let phone = Self { session: Session::open(Engine::Chromium, wishes), server };
        phone.devtools("Page.enable", json!({}))?;
        phone.devtools("Network.enable", json!({}))?;
        // What the page's own thread works, not what it waits for a processor that others use.
        phone.devtools("Performance.enable", json!({ "timeDomain": "threadTicks" }))?;
        let screen = json!({ "width": 412, "height": 915, "deviceScaleFactor": 2, "mobile": true });
        phone.devtools("Emulation.setDeviceMetricsOverride", screen)?;
        phone.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PROBE }))?;
        Ok(phone)
    }

    /// Goes to the page, and is at the first question, answered, when it comes back; gives the times of the start.
    pub(crate) fn start(&self) -> Result<Value> {
        self.devtools("Page.navigate", json!({ "url": format!("{}/", self.server.address()) }))?;
        self.ask(
            "new Promise((done) => { const look = () => window.probe ? done() : setTimeout(look, 20); look(); })",
        )?;
        self.ask("probe.started").context("The first question could not be answered.")
    }

    /// The processor is so many times slower from now on.
    pub(crate) fn slowed(&self, times: u32) -> Result<()> {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).map(drop)
    }

    /// The network is a weak mobile one from now on.
    pub(crate) fn on_weak_network(&self) -> Result<()> {
        let conditions = json!({
            "offline": false,
            "latency": LATENCY,
            "downloadThroughput": DOWN / 8,
            "uploadThroughput": UP / 8,
        });
        self.devtools("Network.emulateNetworkConditions", conditions).map(drop)
    }

    /// Waits until nothing more comes over the network; gives how many bytes came in all.
    pub(crate) fn quiet(&self) -> Result<f64> {
        let (mut bytes, mut times) = (0.0, 0);
        while times < QUIET_TIMES {
            std::thread::sleep(QUIET);
            let now = self.number("probe.bytes()")?;
            times = if now > bytes { 0 } else { times + 1 };
            bytes = now;
        }
        Ok(bytes)
    }

    /// Presses a place of the screen with a real pointer; gives the milliseconds until what is wanted of it is painted.
    pub(crate) fn press(&self, place: &str, wanted: &str) -> Result<f64> {
        let middle = self.ask(&format!("probe.aim('{place}', '{wanted}')"))?;
        for kind in ["mousePressed", "mouseReleased"] {
            let (x, y) = (&middle["x"], &middle["y"]);
            let press = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
            self.devtools("Input.dispatchMouseEvent", press)?;
        }
        self.number("probe.measured()")
    }

    /// Heap of JavaScript and memory of WebAssembly together, in bytes, when nothing is left to be cleared away.
    pub(crate) fn memory(&self) -> Result<f64> {
        for _ in 0..2 {
            self.devtools("HeapProfiler.collectGarbage", json!({}))?;
        }
        Ok(self.metric("JSHeapUsedSize")? + self.number("probe.wasmMemory()")?)
    }

    /// How many milliseconds the page's own thread has worked so far: "Task" for everything, "Script" for that alone.
    pub(crate) fn worked(&self, on: &str) -> Result<f64> {
        Ok(self.metric(&format!("{on}Duration"))? * 1000.0)
    }

    /// A figure that the browser keeps of the page. Times are in seconds.
    fn metric(&self, name: &str) -> Result<f64> {
        let metrics = self.devtools("Performance.getMetrics", json!({}))?;
        let mut known = metrics["metrics"].as_array().into_iter().flatten();
        let metric = known.find(|metric| metric["name"] == name).and_then(|metric| metric["value"].as_f64());
        metric.with_context(|| format!("Chromium does not tell {name}."))
    }

    /// A number that the page knows.
    pub(crate) fn number(&self, expression: &str) -> Result<f64> {
        self.ask(expression)?.as_f64().with_context(|| format!("The page gives no number for {expression}."))
    }

    /// What the page knows, when it knows it.
    pub(crate) fn ask(&self, expression: &str) -> Result<Value> {
        let wanted = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.devtools("Runtime.evaluate", wanted)?;
        match answer["exceptionDetails"]["exception"]["description"].as_str() {
            Some(trouble) => Err(anyhow!("The page could not do it: {trouble}")),
            None => Ok(answer["result"]["value"].take()),
        }
    }

    fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let asked = self.session.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }));
        asked.map_err(|error| anyhow!("Chromium refused {command}: {error}"))
    }
}
