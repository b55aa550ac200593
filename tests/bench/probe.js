// Measures the page from inside: it is there before the page's own scripts, finds what a parent presses by the places
// that every screen has, and changes nothing. `window.probe` is what the bench calls. Times are in milliseconds.
(() => {
  const one = (css) => document.querySelector(css);
  const all = (css) => [...document.querySelectorAll(css)];
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const NEXT = "#app .ways button";
  const BACK = "#app .ways-back";
  const BOX = "#app .choice input";

  /** A message is delivered after the frame that was asked for is painted. */
  const painted = async () => {
    await frame();
    const { port1, port2 } = new MessageChannel();
    return new Promise((done) => { port1.onmessage = () => done(performance.now()); port2.postMessage(0); });
  };
  const until = async (isSo, patience = 60_000) => {
    for (const end = performance.now() + patience; !isSo();) {
      if (performance.now() > end) throw new Error(`waited in vain on the screen "${heading()}" for ${isSo}`);
      await frame();
    }
  };

  // What can be seen of a screen.
  const heading = () => one("#app h1")?.textContent ?? "";
  const isOpen = () => one("#app:not([hidden]) h1") !== null;
  const asksNames = () => one("#app .children") !== null;
  const isList = () => one("#app .list") !== null;
  const isEverything = () => one("#app .everything") !== null;
  const screen = () => all("#app h1, #app h2.question-title").map((title) => title.textContent).join("\n");

  // How much memory the WebAssembly has: whoever makes an instance gives it away, maybe by two names.
  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await make.apply(WebAssembly, given);
      const exported = Object.values((made.instance ?? made).exports ?? {});
      exported.filter((it) => it instanceof WebAssembly.Memory).forEach((it) => memories.add(it));
      return made;
    };
  }
  const wasmMemory = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

  /** How often the page's own thread was not to be had for 50 milliseconds since this was asked last. */
  let tasks = 0;
  const longTasks = new PerformanceObserver((list) => { tasks += list.getEntries().length; });
  longTasks.observe({ type: "longtask" });
  const longSince = async () => {
    await painted();
    const count = tasks + longTasks.takeRecords().length;
    tasks = 0;
    return count;
  };

  // ---- the start: press Start as soon as it is on the screen, pass the names, tick the first box

  const state = () => document.documentElement.dataset.signpost;
  const times = {};
  const watch = new MutationObserver(() => {
    if (state() !== "ready") return;
    times.ready = performance.now();
    watch.disconnect();
  });
  watch.observe(document, { subtree: true, attributes: true, attributeFilter: ["data-signpost"] });

  async function start() {
    await until(() => one("#start"));
    one("#start").click();
    await until(() => isOpen() || state() === "ready" || state() === "failed");
    await frame();
    if (!isOpen()) one("#start").click();
    const pressed = Math.max(performance.now(), times.ready);
    await until(isOpen);
    painted().then((now) => { times.screen = now - pressed; });
    if (asksNames()) one(NEXT).click();
    await until(() => !asksNames() && one(BOX));
    one(BOX).click();
    await until(() => one(BOX)?.checked);
    times.answered = await painted();
    times.bytes = bytes(times.answered);
    times.painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    return times;
  }

  /** What had come over the wire by then, with about 300 bytes of headers for each answer, as the browser counts. */
  const bytes = (by = Infinity) => {
    const answers = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const ours = answers.filter((it) => it.name.startsWith(location.origin) && it.responseEnd <= by);
    return ours.reduce((sum, answer) => sum + answer.transferSize, 0);
  };

  // ---- one press of a real pointer

  const PLACES = { box: BOX, next: NEXT, back: BACK, everything: ".shell-foot-row button" };
  let press;

  /** Waits until the screen takes presses, and gives the middle of what is to be pressed. */
  async function aim(place, wanted) {
    await until(() => one(PLACES[place]) && signpost.rests < performance.now());
    const target = one(PLACES[place]).closest("label") ?? one(PLACES[place]);
    target.scrollIntoView({ block: "center", behavior: "instant" });
    await painted();
    press = measure(one(PLACES[place]), wanted);
    const box = target.getBoundingClientRect();
    return { x: box.left + Math.min(box.width / 2, 60), y: box.top + box.height / 2 };
  }

  /** From the press until what is wanted of it is painted: "tick", another "screen", the "list" or "everything". */
  async function measure(input, wanted) {
    const [was, before] = [input.checked, screen()];
    const done = { tick: () => input.checked !== was, screen: () => screen() !== before && isOpen(), list: isList, everything: isEverything }[wanted];
    const begun = await new Promise((pressed) => {
      addEventListener("click", (event) => pressed(event.timeStamp), { capture: true, once: true });
    });
    await until(done, 20_000);
    return (await painted()) - begun;
  }

  // ---- many presses by script, at full speed

  /** So often: an answer, a page forward and a page back. */
  async function cycles(count) {
    for (let cycle = 0; cycle < count; cycle++) {
      const [box, other] = all(BOX);
      const [target, before] = [box.checked && box.type === "radio" ? other : box, screen()];
      target.click();
      await painted();
      one(NEXT).click();
      await until(() => screen() !== before);
      await painted();
      one(BACK).click();
      await until(() => screen() === before);
      await painted();
    }
  }

  /** Two children, one in a nursery and one at school. */
  async function nameChildren() {
    one("#app .children-add").click();
    await painted();
    const year = new Date().getFullYear();
    const set = (field, value, event) => {
      field.value = value;
      field.dispatchEvent(new Event(event, { bubbles: true }));
    };
    ["Ada", "Ben"].forEach((name, index) => {
      const [child, age] = [all("#app .child")[index], [3, 9][index]];
      const [month, born] = child.querySelectorAll("select");
      set(child.querySelector("input"), name, "input");
      set(month, "3", "change");
      set(born, String(year - age), "change");
    });
  }

  /** Ticks the first rows of every question on the screen, but for the row that prefers not to say. */
  function answer(ticks) {
    for (const question of all("#app .question-one")) {
      const boxes = [...question.querySelectorAll(".choice input")].filter((box) => !box.closest(".choices-apart"));
      const isMany = boxes[0]?.type === "checkbox";
      boxes.slice(0, isMany ? ticks : 1).filter((box) => !box.checked).forEach((box) => box.click());
    }
  }

  async function backToNames() {
    while (!asksNames()) {
      const before = screen();
      one(BACK).click();
      await until(() => screen() !== before);
    }
  }

  /** Goes on from screen to screen, at most so many, or until the list is there; gives how many screens it left. */
  async function walk(most, ticks) {
    for (let left = 0; left < most; left++) {
      if (asksNames() && ticks) await nameChildren();
      await painted();
      if (ticks) answer(ticks);
      await painted();
      const before = screen();
      one(NEXT).click();
      await until(() => screen() !== before);
      if (isList()) return left + 1;
    }
    return most;
  }

  /** What the list holds. */
  function list() {
    const comments = document.createTreeWalker(one("#app"), NodeFilter.SHOW_COMMENT);
    let count = 0;
    while (comments.nextNode()) count++;
    const cards = all("#app .list .group:not(.possible) .card").length;
    return { cards, elements: all("#app *").length, comments: count };
  }

  window.probe = { started: start(), aim, measured: () => press, cycles, backToNames, answer, walk, list, wasmMemory, bytes, longSince };
  window.probe.started.catch(() => 0);
})();
