// Follows the file while it is written: asks for what is new, loads the page again when there is,
// and shows over it what is wrong with the file.
(() => {
  const here = document.currentScript.src;
  const shown = new URL(here).search.slice(1);
  let overlay;

  const show = (problem) => {
    overlay?.remove();
    if (problem === null) return;
    overlay = document.createElement("div");
    overlay.popover = "manual";
    overlay.role = "alert";
    overlay.style.cssText =
      "position: fixed; inset: auto 0 0; width: auto; max-height: 80vh; overflow: auto; margin: 0;" +
      "border: 0; border-top: 3px solid #ff8f84; padding: 1rem clamp(1rem, 4vw, 3rem);" +
      "background: #16181b; color: #f2f2f0; font: 0.875rem/1.5 ui-monospace, monospace;";
    const text = document.createElement("pre");
    text.style.cssText = "margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit;";
    text.textContent = problem;
    const hide = document.createElement("button");
    hide.textContent = "Hide";
    hide.style.cssText = "float: right; padding: 0.5rem 1rem; font: inherit; color: inherit;" +
      "background: none; border: 1px solid; cursor: pointer;";
    hide.onclick = () => overlay.remove();
    overlay.append(hide, text);
    document.body.append(overlay);
    overlay.showPopover();
  };

  const follow = async (seen) => {
    try {
      const answer = await fetch(new URL(`live?${seen}`, here), { cache: "no-store" });
      const { edition, problem } = await answer.json();
      if (edition !== shown && problem === null) return location.reload();
      if (edition !== seen) show(problem);
      follow(edition);
    } catch {
      // The server is away for a moment: it begins anew whenever the program has changed.
      setTimeout(follow, 250, seen);
    }
  };
  // What is wrong now is wanted, too, so nothing has been seen yet.
  follow("");
})();
