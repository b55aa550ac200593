// Runs at once and waits for nothing, so that one file that never comes cannot hold up the rest: a style sheet that is
// still not here after a while is given up, because the browser shows and runs nothing before it has it.

setTimeout(() => {
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
    if (!link.sheet) link.remove();
  }
}, 6_000);
