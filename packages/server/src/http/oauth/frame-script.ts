/**
 * Runs in the page around an application. It opens the application as documented (a form is posted into the frame) and
 * then answers what the application's library asks: `command[:JSON]:key:APP_SID` in, `key:JSON` out, to the window and
 * the origin of the application and to no other.
 */
export const FRAME_SCRIPT = `
const frame = document.querySelector('iframe');
const form = document.querySelector('form.open');
const { origin, sid, csrf, facts } = frame.dataset;
let auth = Object.fromEntries(new FormData(form));

async function post(address, params) {
  const response = await fetch(address, { method: 'POST', body: new URLSearchParams(params) });
  if (!response.ok) throw new Error(address + ' answered ' + response.status);
  return response.json();
}
const ours = (what) => post(location.pathname.replace(/\\/?$/, '/') + what, { csrf });
const option = (method) => ({ name, value }) =>
  post('/rest/' + method, { auth: auth.AUTH_ID, ['options[' + name + ']']: value }).then(({ result }) => result);

const commands = {
  getInitData: () => ({ ...JSON.parse(facts), AUTH_ID: auth.AUTH_ID, REFRESH_ID: auth.REFRESH_ID,
    AUTH_EXPIRES: auth.AUTH_EXPIRES, MEMBER_ID: auth.member_id, PLACEMENT: auth.PLACEMENT }),
  refreshAuth: async () => (auth = { ...auth, ...(await ours('tokens')) }),
  setInstall: () => true,
  setInstallFinish: async () => {
    await ours('installed');
    setTimeout(() => location.reload());
    return true;
  },
  setAppOption: option('app.option.set'),
  setUserOption: option('user.option.set'),
  resizeWindow: ({ width, height }) => {
    frame.style.width = /^\\d+$/.test(width) ? width + 'px' : '100%';
    frame.style.height = Number(height) + 'px';
    return { width: frame.clientWidth, height: frame.clientHeight };
  },
  setTitle: ({ title }) => (document.querySelector('h1').textContent = document.title = String(title)),
  setScroll: ({ scroll }) => window.scrollTo(0, Number(scroll)),
  reloadWindow: () => location.reload(),
  closeApplication: () => location.assign('/'),
  openPath: ({ path }) => {
    if (!/^\\/(?![\\/\\\\])/.test(path)) return { result: 'error', errorCode: 'PATH_NOT_AVAILABLE' };
    window.open(path, '_blank', 'noopener');
    return { result: 'close' };
  },
  openMessenger: ({ dialogId }) =>
    void window.open(dialogId ? '/chat/' + encodeURIComponent(dialogId) : '/', '_blank', 'noopener'),
};

addEventListener('message', async ({ source, origin: from, data }) => {
  if (source !== frame.contentWindow || from !== origin || typeof data !== 'string') return;
  const [, command, json, key, asked] = /^(\\w+)(?::(.*))?:([^:]+):([^:]+)$/s.exec(data) || [];
  if (asked !== sid || !Object.hasOwn(commands, command)) return;
  const answer = await commands[command](json ? JSON.parse(json) : {});
  source.postMessage(key + ':' + JSON.stringify(answer === undefined ? null : answer), origin);
});
form.submit();
`;
