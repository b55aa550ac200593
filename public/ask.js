// Stands in the page itself, in front of all that it loads, and asks for the big files: boot.js then finds them on their
// way. Links that preload them make WebKit ask for everything twice, and a script of its own would first have to be
// fetched. The page's policy allows these very bytes by their hash. Where a host forbids them, or an old browser stops
// here, boot.js asks itself.

// A list that a link brought leaves the address before anything is shown, whatever a mail program made of the link.
if (/list/i.test(location.hash)) {
  window.signpostList = location.hash;
  history.replaceState(history.state, "", location.pathname + location.search);
}

{
  const parts = document.querySelector('meta[name="signpost"]').dataset;
  window.signpostAsked = {};
  for (const name of ["wasm", "asked", "askedTexts"]) {
    const [address, integrity] = [parts[name], parts[`${name}Integrity`]];
    signpostAsked[address] = fetch(address, { credentials: "same-origin", integrity });
    signpostAsked[address].catch(() => 0);
  }
}
