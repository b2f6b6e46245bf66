/** Small things that pages had no means for when the library was new. */
export const DOCUMENT = `
const proxies = new WeakMap();
let proxied;

/** The same function again for the same pair. */
function proxy(handler, context) {
  const key = context === null || typeof context !== 'object' && typeof context !== 'function' ? proxies : context;
  if (!proxies.has(key)) proxies.set(key, new Map());
  const known = proxies.get(key);
  if (!known.has(handler)) known.set(handler, function (...given) {
    const before = proxied;
    proxied = this;
    try {
      return handler.apply(context, given);
    } finally {
      proxied = before;
    }
  });
  return known.get(handler);
}

const isReady = () => document.readyState !== 'loading';
const ready = (callback) => isReady() ? callback() : document.addEventListener('DOMContentLoaded', () => callback(), { once: true });

function loadScript(sources, callback) {
  ready(() => {
    const [source, ...rest] = [sources].flat();
    if (source === undefined) {
      if (callback) callback();
      return;
    }
    const script = document.createElement('script');
    script.src = source;
    script.onload = () => loadScript(rest, callback);
    document.head.append(script);
  });
}

const ofDocument = {
  ready,
  isReady,
  bind: (element, event, handler) => element.addEventListener(event, handler),
  unbind: (element, event, handler) => element.removeEventListener(event, handler),
  proxy,
  proxyContext: () => proxied ?? null,
  loadScript,
};
`;
