//! One browser window, driven over WebDriver (W3C).

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use xtask::tools::Engine;

use crate::driver::{Driver, Wishes};
use crate::page::LOOK;

/// One tab of the window, by the driver's name for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tab(String);

/// A window of a browser with an empty profile.
pub(crate) struct Session {
    agent: ureq::Agent,
    address: String,
    /// What it had at first, and where it stood.
    size: Value,
    /// Kept for its end, too: the driver stops when the session goes.
    driver: Driver,
    /// What it was asked for.
    wanted: Value,
}

impl Session {
    /// Opens a window.
    pub(crate) fn open(engine: Engine, wishes: Wishes) -> Self {
        let driver = Driver::start(engine, wishes);
        let agent = ureq::AgentBuilder::new().timeout(Duration::from_secs(90)).build();
        let wanted = json!({ "capabilities": { "alwaysMatch": driver.capabilities(engine, wishes) } });
        let address = begun(&agent, &driver, &wanted);
        let mut window = Self { agent, address, size: Value::Null, driver, wanted };
        window.size = window.get("window/rect");
        window
    }

    /// Ends the browser and begins it again. Chromium's profile lasts; other drivers begin with an empty one.
    pub(crate) fn restart(&mut self) {
        self.agent.delete(&self.address).call().expect("an end of the browser");
        self.address = begun(&self.agent, &self.driver, &self.wanted);
    }

    /// Goes to an address.
    pub(crate) fn go(&self, address: &str) {
        self.post("url", json!({ "url": address })).unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Loads the page again.
    pub(crate) fn reload(&self) {
        self.post("refresh", json!({})).expect("a reload");
    }

    /// The browser's own Back. It is asked for by a script: engines pass over entries that no hand made.
    pub(crate) fn back(&self) {
        self.script("history.back()", json!([]));
    }

    /// The button Back of the browser itself.
    pub(crate) fn go_back(&self) {
        self.post("back", json!({})).expect("a step back");
    }

    /// The button Forward of the browser itself.
    pub(crate) fn go_forward(&self) {
        self.post("forward", json!({})).expect("a step forward");
    }

    /// Opens a tab, and is in it from now on. WebKitGTK's tabs take no presses while they stand behind another, so
    /// there it is a window.
    pub(crate) fn new_tab(&self, engine: Engine) -> Tab {
        if engine == Engine::WebKit { self.new_window() } else { self.open_one_more("tab") }
    }

    /// Opens a window, and is in it from now on. Its page is drawn also while others are.
    pub(crate) fn new_window(&self) -> Tab {
        self.open_one_more("window")
    }

    fn open_one_more(&self, kind: &str) -> Tab {
        let opened = self.post("window/new", json!({ "type": kind })).expect("a new tab");
        let tab = Tab(opened["handle"].as_str().expect("the name of a tab").to_owned());
        self.switch_to(&tab);
        tab
    }

    /// The tab that is driven now.
    pub(crate) fn tab(&self) -> Tab {
        Tab(self.get("window").as_str().expect("the name of a tab").to_owned())
    }

    /// Every tab, also those that the page opened.
    pub(crate) fn tabs(&self) -> Vec<Tab> {
        let tabs = self.get("window/handles");
        tabs.as_array().into_iter().flatten().filter_map(Value::as_str).map(|name| Tab(name.to_owned())).collect()
    }

    /// Drives this tab from now on.
    pub(crate) fn switch_to(&self, tab: &Tab) {
        self.post("window", json!({ "handle": tab.0 })).expect("another tab");
    }

    /// Closes the tab that is driven now. Another one has to be chosen.
    pub(crate) fn close_tab(&self) {
        assert!(self.closes(), "a closed tab");
    }

    fn closes(&self) -> bool {
        self.agent.delete(&format!("{}/window", self.address)).call().is_ok()
    }

    /// Drives what is in this frame of the page; says whether there is one.
    pub(crate) fn enter_frame(&self, css: &str) -> bool {
        let found = self.try_script(&format!("{LOOK}return deep(arguments[0])"), json!([css]));
        found
            .and_then(|frame| if frame.is_null() { Err("no frame".to_owned()) } else { Ok(frame) })
            .and_then(|frame| self.post("frame", json!({ "id": frame })))
            .is_ok()
    }

    /// Drives the page again, not what is in its frames.
    pub(crate) fn leave_frames(&self) {
        self.post("frame", json!({ "id": null })).expect("the page itself");
    }

    /// Makes the window so many CSS pixels wide. A browser may refuse to be that narrow; then the page says so.
    pub(crate) fn resize(&self, width: u32) {
        self.resize_to(width, 900);
    }

    /// Makes the window so many CSS pixels wide and high, with whatever the browser draws around the page.
    pub(crate) fn resize_to(&self, width: u32, height: u32) {
        self.post("window/rect", json!({ "width": width, "height": height })).expect("another size");
    }

    /// Runs a script in the page and gives what it returns.
    pub(crate) fn script(&self, script: &str, arguments: Value) -> Value {
        self.try_script(script, arguments).unwrap_or_else(|error| panic!("a script failed: {error}"))
    }

    /// The same, where a page that is just being left is no failure.
    pub(crate) fn try_script(&self, script: &str, arguments: Value) -> Result<Value, String> {
        let run = self.post("execute/sync", json!({ "script": script, "args": arguments }));
        run.map_err(|error| format!("{error}\n{}", script.strip_prefix(LOOK).unwrap_or(script)))
    }

    /// Runs a script in the page that calls its last argument when it is done.
    pub(crate) fn script_later(&self, script: &str, arguments: Value) -> Value {
        let run = self.post("execute/async", json!({ "script": script, "args": arguments }));
        run.unwrap_or_else(|error| panic!("a script failed: {error}\n{}", script.strip_prefix(LOOK).unwrap_or(script)))
    }

    /// What the browser tells a screen reader of an element that a script found: its `role` or its `label`.
    pub(crate) fn computed(&self, what: &str, element: &Value) -> String {
        let id = element.as_object().and_then(|names| names.values().next()).and_then(Value::as_str);
        let told = self.get(&format!("element/{}/computed{what}", id.expect("an element")));
        told.as_str().unwrap_or_default().to_owned()
    }

    /// Presses a key, as a keyboard does.
    pub(crate) fn key(&self, key: &str) {
        let press = [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })];
        self.act(json!({ "type": "key", "id": "keyboard", "actions": press }));
    }

    /// Lets one device do what hands do with it. Firefox's driver complains where the page went away under the hand, as it
    /// does by Exit: then the hand has done it, and whoever waits for what comes of it finds out.
    pub(crate) fn act(&self, device: Value) {
        if let Err(error) = self.post("actions", json!({ "actions": [device] })) {
            assert!(error.to_string().contains("InactiveActor"), "the hand could not do it: {error}");
        }
    }

    /// What the page looks like, as PNG.
    pub(crate) fn screenshot(&self) -> Option<Vec<u8>> {
        let shot = self.agent.get(&format!("{}/screenshot", self.address)).call().ok()?.into_json::<Value>().ok()?;
        STANDARD.decode(shot["value"].as_str()?).ok()
    }

    /// The page as it would be printed on paper of this size in centimetres, as PDF.
    pub(crate) fn print(&self, [width, height]: [f64; 2]) -> Vec<u8> {
        let page = json!({ "page": { "width": width, "height": height }, "shrinkToFit": false, "background": false });
        let printed = self.post("print", page).expect("a print-out");
        STANDARD.decode(printed.as_str().expect("a PDF")).expect("a PDF")
    }

    /// Tells Chromium something that its own tools can tell it, and no other driver has.
    pub(crate) fn tell_chromium(&self, command: &str, params: Value) -> Value {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": params })).expect("an answer")
    }

    /// What the browser holds in memory, in bytes, by what each of its processes is for.
    pub(crate) fn memory(&self) -> BTreeMap<String, u64> {
        self.driver.memory()
    }

    /// Ends the browser as whoever closes its last window does: it writes down what it has still to write.
    pub(crate) fn end(&self) {
        let _ = self.agent.delete(&self.address).call();
    }

    /// The files of the browser's profile that hold these words.
    pub(crate) fn on_disk(&self, words: &str) -> Vec<PathBuf> {
        let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [self.driver.holding(words.as_bytes()), self.driver.holding(&wide)].concat()
    }

    /// Closes everything that was opened, and is in a fresh tab of the size that the window had at first. Says whether that
    /// went well.
    pub(crate) fn clear(&self) -> bool {
        let others = self.tabs();
        let fresh = self.open_one_more("tab");
        let closed = others.iter().all(|tab| {
            self.switch_to(tab);
            self.closes()
        });
        self.switch_to(&fresh);
        closed && self.post("window/rect", self.size.clone()).is_ok()
    }

    fn get(&self, what: &str) -> Value {
        let answer = self.agent.get(&format!("{}/{what}", self.address)).call().expect("an answer of the driver");
        answer.into_json::<Value>().expect("an answer of the driver")["value"].take()
    }

    /// Asks the driver for something that it does for this window.
    pub(crate) fn post(&self, what: &str, body: Value) -> Result<Value, String> {
        send(self.agent.post(&format!("{}/{what}", self.address)), body)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.end();
    }
}

/// The address of a new window at the driver.
fn begun(agent: &ureq::Agent, driver: &Driver, wanted: &Value) -> String {
    let session = send(agent.post(&format!("{}/session", driver.address)), wanted.clone()).expect("a browser window");
    format!("{}/session/{}", driver.address, session["sessionId"].as_str().expect("the id of a session"))
}

fn send(request: ureq::Request, body: Value) -> Result<Value, String> {
    match request.send_json(body) {
        Ok(answer) => Ok(answer.into_json::<Value>().map_err(|error| error.to_string())?["value"].take()),
        Err(ureq::Error::Status(_, answer)) => Err(answer.into_string().unwrap_or_default()),
        Err(error) => Err(error.to_string()),
    }
}
