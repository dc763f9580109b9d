// Starts the app. A classic script in the head, so that script and module are
// on their way before the page is read. Written so that its lines can be
// joined: every statement ends in a semicolon.
(() => {
  const root = document.documentElement;
  // Where storage is blocked, the theme is the system's.
  try {
    const theme = localStorage.getItem("theme");
    if (theme) root.dataset.theme = theme;
  } catch {};
  const read = new Promise((resolve) => {
    addEventListener("DOMContentLoaded", resolve);
  });
  // A page that opens with a filter waits for it out of sight, for a moment:
  // see the styles for `data-pending`.
  if (location.search) root.dataset.pending = "";
  // Compiled from its bytes, not from the response: hosts that call a module
  // by another type still work.
  const module = fetch("MODULE", { integrity: "INTEGRITY" })
    .then((response) => response.arrayBuffer())
    .then((bytes) => WebAssembly.compile(bytes));
  // Says that the filter does not work, and shows all that it may have hidden.
  const fail = () => {
    delete root.dataset.pending;
    delete root.dataset.ready;
    root.dataset.failed = "";
    read.then(() => {
      document.querySelector("#filter fieldset").disabled = true;
      document.querySelector("#filter [role=status]").textContent = "NO-START";
      for (const line of document.querySelectorAll("main [hidden]")) line.removeAttribute("hidden");
      for (const part of document.querySelectorAll("main [data-empty]")) {
        part.removeAttribute("data-empty");
        part.setAttribute("open", "");
      }
    });
  };
  // An app that has stopped would take clicks and do nothing.
  addEventListener("error", ({ error, filename }) => {
    if (error instanceof WebAssembly.RuntimeError || new URL("SCRIPT", location).href === filename) fail();
  });
  const started = Promise.all([import("SCRIPT"), module, read])
    .then(([script, module]) => script.default({ module_or_path: module }))
    .catch((error) => {
      // Who leaves the page ends its loading, too. That is no failure, and by
      // then the page is gone.
      setTimeout(() => {
        console.error(error);
        fail();
      }, 100);
    });
  // Kept for when there is no network, once nothing waits for the network any
  // more; where the browser refuses, there is nothing to say.
  if (OFFLINE) started.then(() => navigator.serviceWorker.register("./worker.js")).catch(() => {});
})();
