// Does deeds in the page, one after the other, and says of each how long it took. Put before the
// script that names the deeds.

const posted = () =>
  new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now());
    channel.port2.postMessage(null);
  });

// A message posted while a frame is being made comes after it is painted.
const painted = () => new Promise((resolve) => requestAnimationFrame(() => posted().then(resolve)));

const rest = (time) => new Promise((resolve) => setTimeout(resolve, time));

const answer = () => {
  const text = document.querySelector("[role=status]").textContent.replace(/,(?=\d{3})/g, "");
  return Number(text.match(/(\d+) of \d+/)[1]);
};

// After all that a deed leaves for the end of its task, and for the end of that, and so on. A
// message would come too late: a frame that is due comes before it.
const settled = async () => {
  for (let turn = 0; turn < 50; turn += 1) await null;
  return performance.now();
};

// Every deed begins right after a frame, so that all of them wait as long for the next one.
const measure = async (deeds) => {
  const taken = { script: [], paint: [], lines: [] };
  for (const deed of deeds) {
    await rest(40);
    await painted();
    const start = performance.now();
    deed();
    const [script, paint] = await Promise.all([settled(), painted()]);
    taken.script.push(script - start);
    taken.paint.push(paint - start);
    taken.lines.push(answer());
  }
  return taken;
};

const click = (skill) => () => document.querySelector(`button[data-skill="${skill}"]`).click();

const type = (text) => () => {
  const input = document.querySelector("input[type=search]");
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
};
