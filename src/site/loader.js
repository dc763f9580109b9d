// Starts the app. A classic script in the head, so that no click comes before
// it. Written so that its lines can be joined: every statement ends in a
// semicolon.
(() => {
  const root = document.documentElement;
  // Where a policy or an extension stops this script, the controls stay out of
  // sight: see the styles.
  root.dataset.scripts = "";
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
  if (/[?&](skill|q|from|to)=/.test(location.search)) root.dataset.pending = "";
  // Script and module are sent for once the first frame is laid out, which
  // else waits for the sending; at once where that frame waits for the app. A
  // page out of sight has no frames.
  const drawn = new Promise((resolve) => {
    if ("pending" in root.dataset) resolve();
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 500);
  });
  // Compiled from its bytes, not from the response: hosts that call a module
  // by another type still work. Its name is that of what it holds, so that it
  // is never too old.
  const module = drawn
    .then(() => fetch("MODULE", { integrity: "INTEGRITY", cache: "force-cache" }))
    .then((response) => response.arrayBuffer())
    .then((bytes) => WebAssembly.compile(bytes));
  const say = (text) => document.querySelector("output")?.replaceChildren(text);
  // What is asked for before the app is there goes into the address, which the
  // app reads when it starts; what else is clicked is clicked again then.
  let waits = true;
  const clicked = [];
  const later = (event) => {
    event.preventDefault();
    say("NOT-YET");
  };
  addEventListener("submit", (event) => {
    if (!waits) return;
    const { name, value } = event.submitter ?? {};
    if (name) {
      const asked = new URLSearchParams(location.search);
      const before = asked.getAll(name);
      const others = before.filter((each) => each !== value);
      if (others.length === before.length) others.push(value);
      asked.delete(name);
      for (const each of others) asked.append(name, each);
      // Where the address cannot be written, the form is sent.
      try {
        history.replaceState(null, "", `?${asked}`);
      } catch {
        return;
      };
    }
    later(event);
  });
  addEventListener("click", (event) => {
    const button = waits && event.target.closest(".tools button, #filter [type=button], #filter td");
    if (!button) return;
    clicked.push(button);
    later(event);
  });
  // Says that the filter does not work, and shows all that it may have hidden.
  const fail = () => {
    waits = false;
    delete root.dataset.pending;
    delete root.dataset.ready;
    root.dataset.failed = "";
    read.then(() => {
      say("");
      for (const line of document.querySelectorAll("main [hidden]")) line.removeAttribute("hidden");
      for (const part of document.querySelectorAll("main [data-empty]")) {
        part.removeAttribute("data-empty");
        part.setAttribute("open", "");
      }
      document.querySelector("#filter fieldset")?.setAttribute("disabled", "");
      document.querySelector("#filter [role=status]")?.replaceChildren("NO-START");
    });
  };
  // An app that has stopped would take clicks and do nothing.
  addEventListener("error", ({ error, filename }) => {
    if (error instanceof WebAssembly.RuntimeError || new URL("SCRIPT", location).href === filename) fail();
  });
  const started = Promise.all([drawn.then(() => import("SCRIPT")), module, read])
    .then(([script, module]) => script.default({ module_or_path: module }))
    .then(() => {
      waits = false;
      say("");
      for (const button of clicked) button.click();
    })
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
