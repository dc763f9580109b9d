// Says how the page begins. A classic script in the head, so that nothing is
// painted before it; what can wait is in `loader.js`. Written so that its lines
// can be joined: every statement ends in a semicolon.
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
})();
