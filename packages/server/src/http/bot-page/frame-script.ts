/**
 * Runs in the page between a page of ours and that of a bot. The bot's page is told that it may speak, and by which name,
 * `uniqueLoadId`; what it asks for under that name is heard by the page of ours, packages/web/src/messenger/bot-page/bot-page-frame.ts.
 */
export const FRAME_SCRIPT = `
const frame = document.querySelector('iframe');
const { address, load } = frame.dataset;
const { origin } = new URL(address);
const { host } = window.frameElement ?? {};
const read = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
addEventListener('message', ({ source, origin: from, data }) => {
  if (source !== frame.contentWindow || from !== origin || typeof data !== 'string') return;
  const asked = read(data);
  if (asked?.uniqueLoadId === load) host?.hear(asked);
});
frame.addEventListener('load', () => {
  frame.contentWindow.postMessage(JSON.stringify({ action: 'init', uniqueLoadId: load }), origin);
  // Whether anything answers there: of what is in a frame a browser does not tell.
  fetch(origin, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', cache: 'no-store' })
    .then(() => host?.loaded(true), () => host?.loaded(false));
});
host?.begun();
frame.src = address;
`;
