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
function ready(callback) {
  if (typeof callback !== 'function') return;
  if (isReady()) callback();
  else document.addEventListener('DOMContentLoaded', () => callback(), { once: true });
}
/** Firefox tells of the wheel under a name of its own. */
const namesOf = (event) => event === 'mousewheel' ? [event, 'DOMMouseScroll'] : [event];

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
  bind: (element, event, handler) => namesOf(event).forEach((name) => element.addEventListener(name, handler)),
  unbind: (element, event, handler) => namesOf(event).forEach((name) => element.removeEventListener(name, handler)),
  proxy,
  proxyContext: () => proxied ?? null,
  loadScript,
};
`;
