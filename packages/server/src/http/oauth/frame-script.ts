/**
 * Runs in the page between a page of ours and an application: the application finds in it the window that its library
 * speaks to (`parent`), and what it asks there is heard by the page of ours, packages/web/src/frames/frame-page.ts.
 * It passes on what comes from the window and the origin of the application, and answers these and no other.
 */
export const FRAME_SCRIPT = `
const frame = document.querySelector('iframe');
const form = document.querySelector('form');
const { origin } = frame.dataset;
const { host } = window.frameElement ?? {};
// Opened by itself there is nobody to hear the application.
if (!host) location.replace(location.pathname.replace(/frame\\/?$/, ''));
else {
  addEventListener('message', ({ source, origin: from, data }) => {
    if (source === frame.contentWindow && from === origin && typeof data === 'string') host.hear(data);
  });
  frame.addEventListener('load', () => host.loaded());
  host.open({
    facts: JSON.parse(frame.dataset.facts),
    auth: Object.fromEntries(new FormData(form)),
    element: frame,
    post: (options) => {
      form.elements.PLACEMENT_OPTIONS.value = JSON.stringify(options);
      form.submit();
    },
    answer: (text) => frame.contentWindow.postMessage(text, origin),
    // Whether anything answers there: of what is in a frame a browser does not tell.
    reach: () => fetch(origin, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', cache: 'no-store' })
      .then(() => true, () => false),
  });
}
`;
