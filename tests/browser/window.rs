//! Where a visit looks: the tabs of the window, the frames of a page, and the pages of other websites around them.

use xtask::server::ServerOptions;

use crate::host::{FRAME, Host};
use crate::session::Tab;
use crate::spare;
use crate::visit::Visit;

impl Visit {
    /// Opens the page of another website that holds the widget in a frame. [`Visit::in_frame`] looks into it.
    pub(crate) fn open_host(&mut self, host: &Host) -> &mut Self {
        self.open_website(&host.page(&self.server.address()))
    }

    /// Opens the widget on a telephone's screen of this size and waits until the questions can begin.
    pub(crate) fn open_phone(&mut self, width: &str, height: u32) -> &mut Self {
        let page = Host::phone(width, height).replace("WIDGET", &self.server.address());
        self.open_website(&page).in_frame(FRAME).ready()
    }

    /// Opens a page of another website, given as HTML.
    pub(crate) fn open_website(&mut self, page: &str) -> &mut Self {
        let server = spare::server(ServerOptions::empty().with_page("/school", page));
        let address = format!("{}/school", server.foreign_address());
        self.host = Some(server);
        self.go(&address)
    }

    /// Opens the page of the website once more, as somebody who types the address.
    pub(crate) fn open_again(&mut self) -> &mut Self {
        let address = self.host.as_ref().map(|server| format!("{}/school", server.foreign_address()));
        self.go(&address.expect("a website"))
    }

    /// Ends the browser and begins it again: see [`crate::session::Session::restart`].
    pub(crate) fn restart(&mut self) -> &mut Self {
        self.frame = None;
        self.browser.as_mut().expect("an open page").session.restart();
        self
    }

    /// Loads the page again, with the frames in it.
    pub(crate) fn reload(&mut self) -> &mut Self {
        self.session().reload();
        self.in_top()
    }

    /// Presses the browser's own Back, and looks at the page itself.
    pub(crate) fn go_back(&mut self) -> &mut Self {
        self.session().go_back();
        self.in_top()
    }

    /// Presses the browser's own Forward, and looks at the page itself.
    pub(crate) fn go_forward(&mut self) -> &mut Self {
        self.session().go_forward();
        self.in_top()
    }

    /// Looks into this frame from now on, and presses and types there.
    pub(crate) fn in_frame(&mut self, css: &str) -> &mut Self {
        self.in_top().until(&format!("the frame {css}"), |visit| visit.session().enter_frame(css));
        self.frame = Some(css.to_owned());
        self
    }

    /// Looks at the page itself again, not into its frames.
    pub(crate) fn in_top(&mut self) -> &mut Self {
        self.session().leave_frames();
        self.frame = None;
        self
    }

    /// The frame that is looked into.
    pub(crate) fn frame(&self) -> Option<String> {
        self.frame.clone()
    }

    /// Opens a tab, and is in it from now on. Its page shares what is kept on the device, not what is kept in a tab.
    pub(crate) fn new_tab(&mut self) -> Tab {
        self.frame = None;
        self.session().new_tab(self.engine)
    }

    /// Opens a window, and is in it from now on.
    pub(crate) fn new_window(&mut self) -> Tab {
        self.frame = None;
        self.session().new_window()
    }

    /// Closes the tab that is open and goes to this one.
    pub(crate) fn close_tab(&mut self, then: &Tab) -> &mut Self {
        self.session().close_tab();
        self.switch_to(then)
    }

    /// Is in this tab from now on, outside its frames.
    pub(crate) fn switch_to(&mut self, tab: &Tab) -> &mut Self {
        self.session().switch_to(tab);
        self.in_top()
    }
}
