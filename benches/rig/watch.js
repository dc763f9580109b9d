// Runs in every page before its own scripts.

const bench = { ready: null, memories: [] };
self.bench = bench;

// When the page has been taken over, in milliseconds since the navigation to it.
const observer = new MutationObserver(() => {
  if (!("ready" in document.documentElement.dataset)) return;
  bench.ready = performance.now();
  observer.disconnect();
});
observer.observe(document, { attributeFilter: ["data-ready"], subtree: true });

const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...args) => {
  const made = await instantiate.apply(WebAssembly, args);
  const { memory } = (made.instance ?? made).exports;
  if (memory) bench.memories.push(memory);
  return made;
};
