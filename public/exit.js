// Exit, as the page itself (boot.js) and the page around a frame (embed.js) know it: joined in front of both.

const ELSEWHERE = "https://www.bbc.co.uk/weather";
/** Shift goes down and up within this, or it is held for another reason. */
const TAP = 500;
/** Taps further apart than this do not count together. */
const TOGETHER = 5_000;

/** Three quick taps on Shift and nothing between: not Shift held for a capital, for a click, or for long. */
function onThreeTaps(leave, signal) {
  let taps = 0;
  let downAt = -Infinity;
  let lastTap = -Infinity;
  const hear = (name, heard) => addEventListener(name, heard, { capture: true, passive: true, signal });
  hear("keydown", (event) => {
    const tap = event.key === "Shift" && !event.repeat;
    downAt = tap ? event.timeStamp : -Infinity;
    if (!tap) taps = 0;
  });
  hear("keyup", (event) => {
    if (event.key !== "Shift") return;
    const quick = event.timeStamp - downAt < TAP;
    taps = quick ? (event.timeStamp - lastTap < TOGETHER ? taps : 0) + 1 : 0;
    lastTap = event.timeStamp;
    if (taps === 3) leave();
  });
  for (const other of ["pointerdown", "wheel"]) {
    hear(other, () => { taps = 0; downAt = -Infinity; });
  }
}
