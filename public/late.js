// Runs as soon as it comes and waits for nothing. It minds what boot.js cannot, because that waits for the whole page and
// its style sheet: a file that never comes cannot hold up the rest.

// Until boot.js has come, Exit on the start page is a link: what is kept is wiped before it leads away.
addEventListener("click", (event) => {
  if (window.signpost || !event.target.closest?.("[data-exit]")) return;
  for (const name of ["sessionStorage", "localStorage"]) {
    try {
      window[name].removeItem("parent-signpost");
    } catch {
      // Where storage is blocked nothing was kept.
    }
  }
}, true);

// The browser shows and runs nothing before it has the style sheet: one that is still not here is given up.
setTimeout(() => {
  const late = [...document.querySelectorAll("link[rel=stylesheet]")].filter((link) => !link.sheet);
  late.forEach((link) => link.remove());
  // Firefox waits on for a style sheet that is in the page no more, with a blank page, until all loading ends.
  if (late.length) setTimeout(() => window.signpost || stop(), 500);
}, 6_000);

// Where boot.js has still not hidden the sentence that the questions do not seem to start, it is true: it comes up, also
// where the style alone does not bring it up, or not in a page that is still being read.
setTimeout(() => {
  const unsure = document.getElementById("start-unsure");
  if (unsure) unsure.style.animation = "none";
  // The page was cut off before the help that Start leads to: then Start asks for all of it once more.
  if (!document.getElementById("instead")) document.getElementById("start")?.setAttribute("href", "");
}, 8_000);

// In a frame, also what talks with the page around it.
{
  const { framed: src, framedIntegrity: integrity } = document.querySelector('meta[name="signpost"]')?.dataset ?? {};
  if (parent !== window && src) {
    const script = document.createElement("script");
    document.head.append(Object.assign(script, { type: "module", src, integrity, crossOrigin: "" }));
  }
}
