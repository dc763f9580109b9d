// Keeps a page for when there is no network: the files of one build, all or
// none. Beside each page lies one of its own, which knows of no other.

// Each file by its address, with the hash of what it holds.
const files = new Map(
  Object.entries(FILES).map(([path, hash]) => [new URL(path, location).href, hash]),
);
const page = new URL("./", location).href;

// Several sites may share a host. An address holds no space, so that none of
// these is the beginning of another folder's.
const ours = `resume ${page} `;
const build = `${ours}BUILD`;

// How long the network may take for the page, in milliseconds, where one is kept.
const patience = 3000;

// Fetches files of this build. What the host has in their place by now is
// refused, as is a part of them.
const keep = async (urls) => {
  const request = (url) =>
    new Request(url, { cache: "no-cache", integrity: files.get(url), redirect: "error" });
  const cache = await caches.open(build);
  await cache.addAll(urls.map(request));
};

// A file that is kept, unless it is damaged.
const kept = async (url) => {
  try {
    const response = await caches.match(url, { cacheName: build });
    const digest = await crypto.subtle.digest("SHA-384", await response.clone().arrayBuffer());
    const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
    if (files.get(url) === `sha384-${hash}`) return response;
  } catch {
    // There is none, or the browser does not give it out.
  }
};

// Fetches again what is damaged, while the host still has this build.
const mend = async () => {
  for (const url of files.keys()) {
    if (!(await kept(url))) await keep([url]);
  }
};

// Whoever takes a page from their host does not want it read, later neither.
const forget = async () => {
  await caches.delete(build);
  await registration.unregister();
};

// Keeps the page in order, unless the host has it no longer: neither it nor,
// where another site has taken its place, this worker.
const tidy = async (page) => {
  const worker = await fetch(location, { cache: "no-cache" });
  const gone = [page, worker].some(({ status }) => status === 404 || status === 410);
  await (gone ? forget() : mend());
};

// The page as it is now, or else, whole, as it was. What the browser has in its
// own cache may be older than what is kept.
const show = async (event) => {
  const asked = fetch(event.request, { cache: "no-cache" });
  event.waitUntil(asked.then(tidy).catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  const response = await Promise.race([asked, late]).catch(() => {});
  if (response && response.status < 500) return response;
  return (await kept(page)) ?? asked;
};

addEventListener("install", (event) => {
  const undo = async (error) => {
    await caches.delete(build);
    throw error;
  };
  event.waitUntil(keep([...files.keys()]).then(() => skipWaiting(), undo));
});

// A page that is open has its script and module already, so that nobody needs
// what was kept before.
addEventListener("activate", (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(ours) && name !== build);
    await Promise.all(old.map((name) => caches.delete(name)));
  };
  event.waitUntil(tidy());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range")) return;
  if (request.mode === "navigate") {
    // What it is asked for beyond the page's address is for the app to read.
    // Other pages of the host are none of its business.
    const [url] = request.url.split(/[?#]/);
    if (url === page || url === `${page}index.html`) event.respondWith(show(event));
  } else if (files.has(request.url)) {
    event.respondWith(kept(request.url).then((response) => response ?? fetch(request)));
  }
});
