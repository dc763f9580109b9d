// Sends what the console would say of a page to the server: errors, what the policy blocks, what
// cannot be loaded, what scripts write. It runs before all of the page's own.
{
  const hear = (...words) => navigator.sendBeacon("/heard", words.map(String).join(" "));
  addEventListener("error", ({ target, message, filename }) => {
    hear(message ? `error: ${message} (${filename})` : `not loaded: ${target.outerHTML}`);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => hear("not caught:", reason));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    hear("blocked:", effectiveDirective, blockedURI);
  });
  for (const level of ["debug", "log", "info", "warn", "error", "trace", "assert"]) {
    console[level] = (...words) => hear(level, ...words);
  }
}
