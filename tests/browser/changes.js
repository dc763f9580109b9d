// Changes what is asked for, two hundred times, and ends where it began: skills are chosen and let
// go of, words are typed and erased, years are asked for. Every fourth change is shown before the
// next comes.

const texts = ["d", "da", "data", "data s", "\"data store\"", "data -java", "zzz", ""];

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const change = async () => {
  const buttons = document.querySelectorAll("button[data-skill]");
  const search = document.querySelector("input[type=search]");
  for (let turn = 0; turn < 40; turn += 1) {
    const [one, other] = [buttons[turn % buttons.length], buttons[(turn + 3) % buttons.length]];
    one.click();
    other.click();
    await nextFrame();
    search.value = texts[turn % texts.length];
    search.dispatchEvent(new InputEvent("input", { bubbles: true }));
    one.click();
    await nextFrame();
    other.click();
  }
  // What is left for later has been done by then.
  await new Promise((resolve) => setTimeout(resolve, 500));
};
