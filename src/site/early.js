// Says how the page begins, and sends for the module, which is what takes
// longest to come. A classic script at the top of the head, so that nothing is
// painted before it, and that it runs while the rest of the page is on its way;
// what can wait is in `loader.js`. Written so that its lines can be joined: every
// statement ends in a semicolon.
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
  // A page that opens with a filter waits for it out of sight, for a moment:
  // see the styles for `data-pending`.
  if (/[?&](skill|q|from|to)=/.test(location.search)) root.dataset.pending = "";
  // A page that broke off has nothing that starts the app: by now it would have
  // said so.
  addEventListener("DOMContentLoaded", () => {
    if (root.dataset.scripts) return;
    delete root.dataset.scripts;
    delete root.dataset.pending;
    root.dataset.failed = "";
  });
  // Its name is that of what it holds, so that it is never too old; but what a
  // host in trouble gave in its place may have been kept, too, and is asked for
  // anew.
  const get = (cache) => fetch("MODULE", { integrity: "INTEGRITY", cache });
  self.module = get("force-cache").catch(() => get("reload"));
  // What it is to fail is for `loader.js` to say, which may be long in coming.
  self.module.catch(() => {});
  // The first frame is what stands before the sections, most of which are further
  // down than the screen: they are laid out once it is painted. A tab behind
  // others is given no frame, and has its sections all the same. Who is led to a
  // place in the page, be it by its text, which only the entry tells, or comes
  // back to one, has it from the start. Last, so that nothing else waits for it.
  const [visit] = performance.getEntriesByType("navigation");
  if (visit?.type === "navigate" && !(visit.name + location).includes("#")) {
    root.dataset.first = "";
    const show = () => delete root.dataset.first;
    const look = () => document.querySelector("main") ? setTimeout(show) : requestAnimationFrame(look);
    requestAnimationFrame(look);
    addEventListener("DOMContentLoaded", () => setTimeout(show, 100));
  }
})();
