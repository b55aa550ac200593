// One line for any website: `<parent-signpost>` shows the widget in a frame that is as high as what is in it. What stands
// inside the element stays until the frame has answered, and for good where it does not. The frame is greeted at its exact
// origin and answers over a channel that nobody else has, in the few words below: nothing that a parent said is among them.
// `ELSEWHERE` and `onThreeTaps` come from exit.js, which is joined in front of this file.

const NAME = "parent-signpost";
/** By then the frame has answered, or what stands inside stays: in milliseconds. */
const LATE = 20_000;
/** Longer than this nobody waits for a frame to be wiped before leaving. */
const WIPED = 1_000;
/** A page that still stands so long after it was to be left was not left. */
const STAYS = 2_000;
/** How high a frame is that scrolls inside, where its website does not say. */
const FIXED = 700;

const { origin } = new URL(import.meta.url);
const styles = "adoptedStyleSheets" in Document.prototype ? new CSSStyleSheet() : undefined;
styles?.replaceSync(`
:host { display: block; inline-size: 100%; block-size: auto !important; max-block-size: none !important; overflow: visible !important }
[hidden] { display: none !important }
div { position: relative }
i { position: absolute; inset-inline-start: 0; inline-size: 1px; pointer-events: none }
iframe { all: initial; display: block; inline-size: 100%; visibility: inherit }
iframe:not(.on) { position: absolute; visibility: hidden }
button {
  all: initial; position: fixed; inset-block: 8px auto; inset-inline: auto 8px; z-index: 2147483647; box-sizing: border-box;
  min-block-size: 44px; max-inline-size: calc(100% - 16px); padding: .5em 1em; border: 2px solid #5d5466; border-radius: .9em;
  background: #fffdfa; color: #2a2530; font: 600 medium/1.3 system-ui, sans-serif; cursor: pointer; touch-action: manipulation
}
button:focus-visible { outline: 3px solid #7a3cae; outline-offset: 2px }
@media print { button { display: none } }
`);

const make = (name, attributes) => Object.assign(document.createElement(name), attributes);
const isNumber = (value) => Number.isFinite(value) && Math.abs(value) < 1e6;
const isText = (value) => typeof value === "string" && value.length < 100;
const isList = (value, length, of) => Array.isArray(value) && value.length === length && value.every(of);

class ParentSignpost extends HTMLElement {
  static observedAttributes = ["site", "language", "theme", "fixed-height"];

  #box = make("div");
  #slot = make("slot");
  #exit = make("button", { type: "button", hidden: true });
  #mark = make("i");
  #frame;
  #channel;
  #late;
  #near;
  #seen;
  #taps;
  #isOpen = false;
  #isSeen = false;
  #isLeaving = false;
  #isGone = false;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [styles];
    shadow.append(this.#box);
    this.#box.append(this.#slot, this.#exit, this.#mark);
    // Above everything, also where the website's own styles would hold it back.
    this.#exit.setAttribute("popover", "manual");
    this.#exit.addEventListener("click", () => this.#leave());
  }

  connectedCallback() {
    this.#start();
  }

  disconnectedCallback() {
    this.#stop();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#seen || before === now) return;
    if (name === "theme") return this.#channel && this.#greet();
    this.#stop();
    this.#start();
  }

  /** The first of a page comes at once, the others when they are near. */
  #start() {
    const address = this.#address();
    if (!address) return;
    this.#seen = new IntersectionObserver((entries) => {
      this.#isSeen = entries.at(-1).isIntersecting;
      this.#offerExit();
    });
    // Not the element itself: a website's styles may leave that without a box.
    this.#seen.observe(this.#box);
    if (document.querySelector(NAME) === this) return this.#load(address);
    this.#near = new IntersectionObserver((entries) => {
      if (entries.at(-1).isIntersecting) this.#load(address);
    }, { rootMargin: "100%" });
    this.#near.observe(this.#box);
  }

  #stop() {
    this.#seen?.disconnect();
    this.#seen = undefined;
    this.#drop();
  }

  /** A site and a language are folders beside this script. */
  #address() {
    const folders = [this.getAttribute("site"), this.getAttribute("language")].filter((folder) => folder !== null);
    if (folders.every((folder) => /^[a-z0-9-]+$/i.test(folder))) {
      return new URL(["./", ...folders.map((folder) => `${folder}/`)].join(""), import.meta.url).href;
    }
    console.warn(`${NAME}: a site or a language is letters, digits and hyphens.`);
    return undefined;
  }

  #load(src) {
    this.#near?.disconnect();
    const title = this.textContent.trim() || "Parent Signpost";
    this.#frame = make("iframe", { src, title, referrerPolicy: "no-referrer" });
    this.#frame.addEventListener("load", () => this.#greet());
    this.#frame.style.blockSize = `${this.#fixed() ?? 1}px`;
    this.#box.append(this.#frame);
    this.#late = setTimeout(() => this.#drop(), LATE);
  }

  /** Without its frame the element is what stands inside it. */
  #drop() {
    clearTimeout(this.#late);
    this.#near?.disconnect();
    this.#open(false);
    this.#channel?.close();
    this.#channel = undefined;
    this.#frame?.remove();
    this.#frame = undefined;
    this.#slot.hidden = false;
  }

  /** A height that is none, or out of reach, is the usual one. */
  #fixed() {
    if (!this.hasAttribute("fixed-height")) return undefined;
    const height = Number(this.getAttribute("fixed-height"));
    return height >= 200 && height <= 20_000 ? height : FIXED;
  }

  #greet() {
    const { port1, port2 } = new MessageChannel();
    this.#channel?.close();
    this.#channel = port1;
    this.#channel.onmessage = ({ data }) => this.#hear(Object(data));
    this.#isLeaving = false;
    this.#open(false);
    const hello = { signpost: "hello", fit: this.#fixed() === undefined, theme: this.getAttribute("theme") };
    this.#frame.contentWindow.postMessage(hello, origin, [port2]);
  }

  /** Whatever is none of these words is nothing. */
  #hear({ signpost, value }) {
    if (signpost === "ready" && isList(value, 3, isText)) this.#ready(value);
    if (signpost === "height" && isNumber(value) && value > 0) this.#grow(value);
    if (signpost === "heading" && isList(value, 2, isNumber)) this.#bring(value);
    if (signpost === "open" && typeof value === "boolean") this.#open(value);
    if (signpost === "gone") this.#go();
  }

  /** Exit speaks the language of the frame. Whoever has the keyboard on the link that stands inside keeps it. */
  #ready([textContent, lang, dir]) {
    clearTimeout(this.#late);
    Object.assign(this.#exit, { textContent, lang, dir });
    this.#slot.hidden = !this.matches(":focus-within");
    this.#frame.className = "on";
    this.dispatchEvent(new CustomEvent("signpost-ready", { bubbles: true }));
  }

  #grow(height) {
    if (this.#fixed() !== undefined) return;
    this.#frame.style.blockSize = `${height}px`;
    this.dispatchEvent(new CustomEvent("signpost-height", { bubbles: true, detail: { height } }));
  }

  /** Brings a new heading into view, if it is not, or lies under a header of the website. Nothing moves on the way: a
   * page that slides takes presses amiss. */
  #bring([top, bottom]) {
    const { left, top: start, width } = this.#frame.getBoundingClientRect();
    const isClear = this.getRootNode().elementFromPoint(left + width / 2, start + top) === this;
    if (isClear && start + bottom <= innerHeight) return;
    const above = Math.max(0, top - 80);
    Object.assign(this.#mark.style, { top: `${above}px`, height: `${bottom - above}px` });
    this.#mark.scrollIntoView({ behavior: "instant", block: "start", inline: "nearest" });
  }

  /** While the questions are open, the page around them leaves by three taps on Shift, too. */
  #open(isOpen) {
    if (isOpen !== this.#isOpen) {
      this.#taps?.abort();
      this.#taps = isOpen ? new AbortController() : undefined;
      if (isOpen) onThreeTaps(() => this.#leave(), this.#taps.signal);
    }
    this.#isOpen = isOpen;
    this.#offerExit();
  }

  /** A browser that knows no popovers has a button that stays on the screen all the same. */
  #offerExit() {
    const shown = this.#isOpen && this.#isSeen;
    if (this.#exit.hidden === !shown) return;
    this.#exit.hidden = !shown;
    if (this.isConnected) this.#exit[shown ? "showPopover" : "hidePopover"]?.();
  }

  /** Blank first; the frame wipes and says so; then the whole page is left. */
  #leave() {
    if (this.#isLeaving) return;
    this.#isLeaving = true;
    this.#frame.className = "";
    this.#channel.postMessage("exit");
    setTimeout(() => this.#go(), WIPED);
  }

  /** Once, however often the frame says so: a website may ask the parent each time. Where the page stays for that, the
   * link stands in the place of the blank frame. */
  #go() {
    if (this.#isGone) return;
    this.#isGone = true;
    setTimeout(() => {
      this.#isGone = false;
      this.#stop();
    }, STAYS);
    try {
      window.top.location.replace(ELSEWHERE);
    } catch {
      location.replace(ELSEWHERE);
    }
  }
}

if (styles && !customElements.get(NAME)) customElements.define(NAME, ParentSignpost);
