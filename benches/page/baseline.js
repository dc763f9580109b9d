// The plainest way to filter the page: every line and every button is looked at for every answer.
// Has neither history nor exclusion, years, marks or reasons.

const { tags, evidence, about } = JSON.parse(document.querySelector("#baseline").textContent);
const form = document.querySelector("#filter");
const input = form.querySelector("input[type=search]");
const buttons = [...form.querySelectorAll("button[data-skill]")];
const matchAll = form.querySelector("button[data-match=all]");
const clear = form.querySelector("button[data-clear]");
const status = form.querySelector("[role=status]");
const chosen = new Set();
let all = false;

const items = [...document.querySelectorAll("#resume li[data-line]")];
const place = new Map(items.map((item, at) => [item, at]));
const headline = (entry) =>
  [...entry.querySelectorAll("h3, .place")].map((part) => part.textContent).join(" ");
const lines = items.map((item, at) => {
  const own = [...item.childNodes].filter((node) => node.nodeName !== "UL");
  const text = own.map((node) => node.textContent).join("");
  return {
    item,
    text: `${text} ${headline(item.closest("[data-entry]"))}`.toLowerCase(),
    parent: place.get(item.parentElement.closest("li[data-line]")),
    tags: evidence[at],
  };
});
const entries = [...document.querySelectorAll("#resume [data-entry]")].map((entry, at) => ({
  entry,
  lines: [...entry.querySelectorAll("li[data-line]")].map((item) => place.get(item)),
  text: entry.textContent.toLowerCase(),
  about: about[at],
}));
const sections = [...document.querySelectorAll("#resume .section")].map((section) => ({
  section,
  entries: entries.filter(({ entry }) => section.contains(entry)),
}));

const stand = (element, stands) => {
  element.toggleAttribute("data-empty", !stands);
  if (element.matches("details")) element.open = stands;
};

const update = () => {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text) => words.every((word) => text.includes(word));
  const counts = tags.map(() => 0);
  const shown = lines.map(() => false);
  const within = lines.map(() => false);
  let both = 0;
  lines.forEach((line, at) => {
    const found = holds(line.text);
    const tagged =
      chosen.size === 0 ||
      (all
        ? [...chosen].every((tag) => line.tags.includes(tag))
        : line.tags.some((tag) => chosen.has(tag)));
    const matches = found && tagged;
    const joins = chosen.size > 0 && !all;
    if (matches && joins) both += 1;
    if (joins ? found && !tagged : matches) line.tags.forEach((tag) => (counts[tag] += 1));
    within[at] = matches || (line.parent !== undefined && within[line.parent]);
    shown[at] = within[at];
    if (!matches) return;
    for (let up = line.parent; up !== undefined; up = lines[up].parent) shown[up] = true;
  });

  lines.forEach(({ item }, at) => (item.hidden = !shown[at]));
  for (const each of entries) {
    each.stands = each.lines.length
      ? each.lines.some((at) => shown[at])
      : holds(each.text) && (chosen.size === 0 || chosen.has(each.about));
    stand(each.entry, each.stands);
  }
  for (const { section, entries } of sections) {
    stand(section, entries.some((each) => each.stands));
  }
  for (const button of buttons) {
    const tag = tags.indexOf(button.dataset.skill);
    button.setAttribute("aria-pressed", chosen.has(tag));
    button.querySelector(".count").textContent = counts[tag] + both;
  }
  matchAll.setAttribute("aria-pressed", all);
  clear.disabled = chosen.size === 0 && !all && words.length === 0;
  status.textContent = `${shown.filter(Boolean).length} of ${lines.length} lines`;
};

form.addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("input", update);
for (const button of buttons) {
  const tag = tags.indexOf(button.dataset.skill);
  button.addEventListener("click", () => {
    if (!chosen.delete(tag)) chosen.add(tag);
    update();
  });
}
matchAll.addEventListener("click", () => {
  all = !all;
  update();
});
clear.addEventListener("click", () => {
  chosen.clear();
  all = false;
  input.value = "";
  update();
});
document.documentElement.dataset.ready = "";
