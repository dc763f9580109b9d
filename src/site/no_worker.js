// Takes the place of a worker that kept the page: forgets what it kept, and
// then itself.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const leave = async () => {
    const ours = `resume ${new URL("./", location).href} `;
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(ours));
    await Promise.all(old.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(leave());
});
