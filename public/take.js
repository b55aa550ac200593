// Taking the list home, and an appointment: what only a press may do, and what the browser alone can. What is taken
// stands in the page already, with the words for what comes of it. It sends nothing. Nobody waits for it: where it has
// not come, the page says that what it does cannot be done.

/** The ways to take something, by what their buttons are called. */
const TAKING = {
  copy: (place) => copy(place, place.querySelector("textarea").value),
  link: (place) => copy(place, `${here()}#list=${place.closest("[data-list]").dataset.list}`),
  share: (place) => navigator.share({ text: place.querySelector("textarea").value }).catch(() => 0),
  day: saveDay,
};

Object.assign(document.documentElement.dataset, { takes: "", ...navigator.share && { shares: "" } });
addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-take]");
  if (button) TAKING[button.dataset.take]?.(button.parentElement);
});

function here() {
  return location.origin + location.pathname;
}

/** By the browser's own way, else by the one that frames may use, else by hand. */
async function copy(place, text) {
  const [says, area] = [place.querySelector(".take-says"), place.querySelector("textarea")];
  const list = area.value;
  area.hidden = true;
  says.textContent = "";
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    area.value = text;
    area.hidden = false;
    area.select();
    if (!document.execCommand("copy")) {
      says.textContent = says.dataset.byHand;
      return area.addEventListener("blur", () => { area.value = list; }, { once: true });
    }
    area.hidden = true;
    area.value = list;
  }
  says.textContent = says.dataset.copied;
}

/** Both fields say themselves what is missing. */
function saveDay(place) {
  const fields = [...place.querySelectorAll("input")];
  if (!fields.every((field) => field.reportValidity())) return;
  const [day, time] = fields.map((field) => field.value);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const file = new Blob([calendar(day, time, place.dataset.event, new Date(), bytes)], { type: "text/calendar" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: "appointment.ics" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A calendar with one appointment (RFC 5545), at the time on the clocks where it is opened, and a word a day before. */
function calendar(day, time, title, now, bytes) {
  const plain = (text) => text.replace(/[-:]/g, "");
  const uid = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const words = title.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Parent Signpost//EN",
    "BEGIN:VEVENT", `UID:${uid}`, `DTSTAMP:${plain(now.toISOString()).slice(0, 15)}Z`,
    `DTSTART:${plain(day)}T${plain(time).padEnd(6, "0")}`, "DURATION:PT1H", `SUMMARY:${words}`,
    "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${words}`, "TRIGGER:-P1D", "END:VALARM",
    "END:VEVENT", "END:VCALENDAR", "",
  ];
  return lines.map(folded).join("\r\n");
}

/** No line is longer than 75 bytes, and no letter is cut in two. */
function folded(line) {
  let [all, bytes] = ["", 0];
  for (const letter of line) {
    const more = new TextEncoder().encode(letter).length;
    if (bytes + more > 75) [all, bytes] = [`${all}\r\n `, 1];
    [all, bytes] = [all + letter, bytes + more];
  }
  return all;
}
