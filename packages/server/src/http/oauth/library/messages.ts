/** What the page around an application is asked, and what it answers: `command[:JSON]:key:APP_SID` and `key:JSON`. */
export const MESSAGES = `
const [domain = '', protocol = '0', sid = ''] = window.name.split('|');
const portal = (protocol === '1' ? 'https://' : 'http://') + domain;
const waiting = new Map();
let count = 0;

/** An answer comes once; of events there are as many as happen. */
function tell(command, params, callback, isEvent) {
  count += 1;
  const key = 'bx24_' + count;
  if (typeof callback === 'function') waiting.set(key, { callback, isEvent });
  const json = params === undefined ? '' : ':' + JSON.stringify(params);
  window.parent.postMessage(command + json + ':' + key + ':' + sid, portal);
}

addEventListener('message', ({ source, origin, data }) => {
  if (source !== window.parent || origin !== portal || typeof data !== 'string') return;
  const at = data.indexOf(':');
  const key = data.slice(0, at);
  const asked = waiting.get(key);
  if (!asked) return;
  if (!asked.isEvent) waiting.delete(key);
  asked.callback(JSON.parse(data.slice(at + 1) || 'null'));
});
`;
