// What the tests look at in the page, in terms of its DOM contract. It is put before every script
// that they run there.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

const squeezed = (text) => text.replace(/\s+/g, " ").trim();

// The <details> of a section or of an entry.
const fold = (id) =>
  document.querySelector(`details#${id}, details[data-entry="${id}"], [data-entry="${id}"] details`);

// Left in by the filter, whether or not what it stands in is folded.
const isShown = (element) => {
  for (let each = element; each; each = each.parentElement) {
    if (getComputedStyle(each).display === "none") return false;
  }
  return true;
};

// On the screen, or would be if one scrolled to it.
const isVisible = (element) => 
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

// The text of a line without that of the lines below it.
const ownText = (line) => {
  const copy = line.cloneNode(true);
  all("li[data-line]", copy).forEach((nested) => nested.remove());
  return squeezed(copy.textContent);
};

const lines = () => all("li[data-line]");

// "5 of 10", without the comma of thousands.
const status = () => {
  const text = document.querySelector("[role=status]")?.textContent ?? "";
  return text.replace(/(\d),(?=\d{3})/g, "$1").match(/\d+ of \d+/)?.[0] ?? text;
};

// All text of the page that can be read, with or without scripts.
const text = () => {
  const copy = document.body.cloneNode(true);
  all("script, noscript, style, template", copy).forEach((element) => element.remove());
  return squeezed(copy.textContent);
};

// Where everything is that can be seen.
const places = () =>
  all("body *").filter(isVisible).map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.tagName} ${x + scrollX} ${y + scrollY} ${width} ${height}`;
  });

// The mark of a skill in a year.
const mark = (skill, year) => {
  const { first, years } = document.querySelector("thead th").dataset;
  const row = document.querySelector(`button[data-skill="${skill}"]`).closest("tr");
  const of = (circle) => Math.floor((parseFloat(circle.getAttribute("cx")) / 100) * years);
  return all("circle", row).find((circle) => of(circle) === year - first);
};

// The bar of an entry.
const bar = (id) => document.querySelector(`a[data-bar][href="#${id}"]`);

// What the focus is on, in a few words.
const focused = () => {
  const element = document.activeElement;
  return element.dataset.skill ?? element.name ?? element.id ?? element.nodeName;
};
