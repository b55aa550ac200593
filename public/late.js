// Runs at once and waits for nothing, so that one file that never comes cannot hold up the rest. A style sheet that is
// still not here after a while is given up, because the browser shows and runs nothing before it has it. And where
// boot.js has still not hidden the sentence that the questions do not seem to start, it is true: it comes up, also where
// the browser does not bring it up by the style alone, or not in a page that is still being read.

setTimeout(() => {
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
    if (!link.sheet) link.remove();
  }
}, 6_000);

setTimeout(() => {
  const unsure = document.getElementById("start-unsure");
  if (unsure) unsure.style.animation = "none";
  // The page was cut off before the help that Start leads to: then Start asks for all of it once more.
  if (!document.getElementById("instead")) document.getElementById("start")?.setAttribute("href", "");
}, 8_000);
