// Only on kiosks: draws the code that takes the list to a phone, where somebody asks for it. `leanQr` is the library of
// that name, joined in front of this file.

/** Error correction M, and no more squares than a telephone reads from a screen at arm's length: version 10. */
const MOST_SQUARES = 57;
/** The light around a code, in squares: a reader needs it. */
const QUIET = 4;

/** Where a phone finds this page. A kiosk may have it from its own computer, where no phone comes. */
const ADDRESS = document.querySelector("meta[name=signpost]").dataset.address ?? location.origin + location.pathname;

document.documentElement.dataset.codes = "";
addEventListener("click", ({ target }) => {
  const place = target.closest?.("[data-take=code]")?.parentElement;
  if (place) show(place.querySelector(".take-code"), ADDRESS, place.dataset.list);
});

/** The code, and the address in letters for a phone that cannot read one. A list that is too long for a code leaves the
 * address. */
function show(figure, address, list) {
  const code = leanQr.generate(`${address}#list=${list}`, { minCorrectionLevel: leanQr.correction.M });
  figure.querySelector("svg")?.remove();
  if (code.size <= MOST_SQUARES) figure.prepend(picture(code, figure.dataset.label));
  figure.querySelector("figcaption span").textContent = address;
  figure.hidden = false;
}

/** One path of all dark squares, row by row. */
function picture(code, label) {
  const wide = code.size + 2 * QUIET;
  const svg = make("svg", { viewBox: `0 0 ${wide} ${wide}`, role: "img", "aria-label": label });
  svg.append(make("rect", { width: wide, height: wide, fill: "#fff" }), make("path", { d: squares(code), fill: "#000" }));
  return svg;
}

function make(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

function squares(code) {
  let path = "";
  for (let row = 0; row < code.size; row++) {
    for (let column = 0; column < code.size; column++) {
      if (code.get(column, row)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return path;
}
