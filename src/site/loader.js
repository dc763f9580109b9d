// Starts the app, whose module `early.js` has sent for. A script at the end of the
// page, so that nothing that is read waits for it. Written so that its lines can
// be joined: every statement ends in a semicolon.
{
  const root = document.documentElement;
  root.dataset.scripts = "app";
  // Compiled from its bytes, not from the response: hosts that call a module
  // by another type still work.
  const module = self.module
    .then((response) => response.arrayBuffer())
    .then((bytes) => WebAssembly.compile(bytes));
  const say = (text) => document.querySelector("output")?.replaceChildren(text);
  // What is clicked before the app is there is clicked again then, with the
  // same keys held. It is known by its place, since the app may put the
  // controls back.
  const buttons = ".tools button, #filter button, #filter [data-n]";
  const clicked = [];
  let waits = true;
  const again = () => {
    const all = document.querySelectorAll(buttons);
    for (const { at, altKey } of clicked) {
      all[at]?.dispatchEvent(new MouseEvent("click", { altKey, bubbles: true, cancelable: true }));
    }
  };
  addEventListener("click", (event) => {
    const button = waits && event.target.closest(buttons);
    if (!button) return;
    const at = [...document.querySelectorAll(buttons)].indexOf(button);
    clicked.push({ at, altKey: event.altKey });
    event.preventDefault();
    say("NOT-YET");
  });
  // Says that the filter does not work, and shows all that it may have hidden.
  const fail = () => {
    waits = false;
    delete root.dataset.pending;
    delete root.dataset.ready;
    root.dataset.failed = "";
    say("");
    for (const line of document.querySelectorAll("main [hidden]")) line.removeAttribute("hidden");
    for (const part of document.querySelectorAll("main [data-empty]")) {
      part.removeAttribute("data-empty");
      part.setAttribute("open", "");
    }
    document.querySelector("#filter fieldset")?.setAttribute("disabled", "");
    document.querySelector("#filter [role=status]")?.replaceChildren("NO-START");
  };
  // An app that has stopped would take what is asked of it and do nothing, or
  // half of it.
  for (const name of ["click", "keydown", "input", "popstate"]) {
    const keep = (event) => {
      if ("failed" in root.dataset) event.stopImmediatePropagation();
    };
    addEventListener(name, keep, true);
  }
  addEventListener("error", ({ error, filename }) => {
    if (error instanceof WebAssembly.RuntimeError || filename.startsWith(new URL("SCRIPT", location).href)) fail();
  });
  // A script that was kept is asked for anew under another address, since a
  // page remembers which failed.
  const script = import("SCRIPT").catch(() =>
    fetch("SCRIPT?", { cache: "reload" }).then(() => import("SCRIPT?")),
  );
  const started = Promise.all([script, module])
    .then(([script, module]) => script.default({ module_or_path: module }))
    .then(() => {
      waits = false;
      say("");
      again();
    })
    .catch((error) => {
      // Who leaves the page ends its loading, too. That is no failure, and by
      // then the page is gone.
      setTimeout(() => {
        console.error(error);
        fail();
      }, 100);
    });
  // Who leaves a page that is still loading and comes back finds it as it was
  // left.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && (waits || "failed" in root.dataset)) location.reload();
  });
  // Kept for when there is no network, once nothing waits for the network any
  // more; where the browser refuses, there is nothing to say.
  if (OFFLINE) started.then(() => navigator.serviceWorker.register("./worker.js")).catch(() => {});
}
