/**
 * The library that pages of applications load, `BX24`: what it is told by the page around them, and calls of methods with
 * the token from there. Documented at https://apidocs.bitrix24.com/sdk/bx24-js-sdk/index.html.
 */
export const FRAME_LIBRARY = `(() => {
if (window.BX24) return;
const [domain = '', protocol = '0', sid = ''] = window.name.split('|');
const portal = (protocol === '1' ? 'https://' : 'http://') + domain;
const waiting = new Map();
let count = 0;
let facts;
let onInstall;
const onInit = [];

function tell(command, params, callback) {
  count += 1;
  const key = 'bx24_' + count;
  if (callback) waiting.set(key, callback);
  const json = params === undefined ? '' : ':' + JSON.stringify(params);
  window.parent.postMessage(command + json + ':' + key + ':' + sid, portal);
}

addEventListener('message', ({ source, origin, data }) => {
  if (source !== window.parent || origin !== portal || typeof data !== 'string') return;
  const at = data.indexOf(':');
  const callback = waiting.get(data.slice(0, at));
  waiting.delete(data.slice(0, at));
  if (callback) callback(JSON.parse(data.slice(at + 1) || 'null'));
});

function began(told) {
  facts = told;
  if (facts.INSTALL && onInstall) {
    const install = onInstall;
    onInstall = undefined;
    if (typeof install === 'string') location.assign(install);
    else install();
    return;
  }
  for (const callback of onInit.splice(0)) callback();
}

/** A form as PHP reads it. */
function fields(value, name, into) {
  if (value === null || value === undefined) into.push([name, '']);
  else if (typeof value === 'object')
    for (const key of Object.keys(value)) fields(value[key], name === '' ? key : name + '[' + key + ']', into);
  else into.push([name, String(value === true ? 1 : value === false ? 0 : value)]);
  return into;
}
const encoded = (params) => new URLSearchParams(fields(params, '', [])).toString();

async function post(method, params, isRepeat) {
  const body = encoded({ ...params, auth: facts.AUTH_ID });
  const response = await fetch(portal + '/rest/' + method + '.json', { method: 'POST', body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  const answer = await response.json();
  if (answer.error !== 'expired_token' || isRepeat) return { answer, status: response.status };
  await new Promise((resolve) => BX24.refreshAuth(resolve));
  return post(method, params, true);
}

class CallError {
  constructor(status, { error, error_description = '' }) {
    this.status = status;
    this.ex = { error, error_description };
  }
  getError() { return this.ex; }
  getStatus() { return this.status; }
  toString() { return this.ex.error + (this.ex.error_description ? ': ' + this.ex.error_description : '') + ' (' + this.status + ')'; }
}

class CallResult {
  constructor(answer, status, again) {
    this.answer = answer;
    this.status = status;
    this.again = again;
  }
  data() { return this.answer.result; }
  error() { return this.answer.error === undefined ? undefined : new CallError(this.status, this.answer); }
  error_description() { return this.answer.error === undefined ? undefined : this.answer.error_description; }
  more() { return Number.isFinite(Number(this.answer.next)) && this.answer.next !== undefined; }
  total() { return this.answer.total === undefined ? NaN : Number(this.answer.total); }
  time() { return this.answer.time; }
  next(callback) {
    if (!this.more()) return false;
    this.again(this.answer.next, callback);
    return true;
  }
}

function whenBegun(act) {
  if (facts) act();
  else onInit.push(act);
}

function callFrom(start, method, params, callback) {
  whenBegun(async () => {
    const sent = { ...params };
    if (Number(sent.start) > 0) delete sent.start;
    const { answer, status } = await post(method, start === undefined ? sent : { ...sent, start });
    if (callback) callback(new CallResult(answer, status, (next, further) => callFrom(next, method, params, further || callback)));
  });
}

function callBatch(calls, callback, halt) {
  const keys = Object.keys(calls);
  if (keys.length === 0) return;
  const cmd = {};
  const asked = {};
  for (const key of keys) {
    const one = calls[key];
    const [method, params = {}] = Array.isArray(one) ? one : [one.method, one.params];
    asked[key] = [method, params];
    cmd[key] = method + '?' + encoded(params);
  }
  whenBegun(async () => {
    const { answer, status } = await post('batch', { halt: halt ? 1 : 0, cmd });
    if (answer.error !== undefined) throw new Error(new CallError(status, answer).toString());
    const { result = {}, result_error = {}, result_total = {}, result_next = {}, result_time = {} } = answer.result;
    const results = Array.isArray(calls) ? [] : {};
    for (const key of keys) {
      const error = result_error[key];
      if (error === undefined && result[key] === undefined) continue;
      const one = { result: error === undefined ? result[key] : {}, time: result_time[key], total: result_total[key],
        next: result_next[key], ...error };
      results[key] = new CallResult(one, status, (next, further) => callFrom(next, ...asked[key], further));
    }
    if (callback) callback(results);
  });
}

function options(command, method, kept) {
  return {
    get: (name) => (facts && facts[kept] ? facts[kept][name] : undefined),
    set: (name, value, callback) => whenBegun(() => {
      facts[kept] = { ...facts[kept], [name]: value };
      tell(command, { name, value }, callback);
    }),
  };
}

const ready = (callback) => document.readyState === 'loading'
  ? document.addEventListener('DOMContentLoaded', () => callback(), { once: true })
  : callback();
const bind = (event, handler, params) => ({ event, handler, ...params });
const notHere = (what) => () => { throw new Error('BX24.' + what + ' is not there: this portal has nothing to pick from'); };

const BX24 = {
  init(callback) {
    if (facts && !facts.INSTALL) callback();
    else onInit.push(callback);
  },
  install(callback) { onInstall = callback; },
  installFinish() {
    if (facts && !facts.INSTALL) for (const callback of onInit.splice(0)) callback();
    else tell('setInstallFinish');
  },
  getAuth: () => facts ? { access_token: facts.AUTH_ID, refresh_token: facts.REFRESH_ID, expires_in: facts.AUTH_EXPIRES,
    domain, member_id: facts.MEMBER_ID } : false,
  refreshAuth(callback) {
    tell('refreshAuth', {}, (auth) => {
      Object.assign(facts, auth);
      if (callback) callback(BX24.getAuth());
    });
  },
  callMethod: (method, params, callback) => callFrom(undefined, method, params || {}, callback),
  callBatch,
  callBind: (event, handler, authType, callback) =>
    BX24.callMethod('event.bind', bind(event, handler, authType === undefined || authType === null ? {} : { auth_type: authType }), callback),
  callUnbind: (event, handler, authType, callback) =>
    BX24.callMethod('event.unbind', bind(event, handler, authType === undefined || authType === null ? {} : { auth_type: authType }), callback),
  appOption: options('setAppOption', 'app.option.set', 'APP_OPTIONS'),
  userOption: options('setUserOption', 'user.option.set', 'USER_OPTIONS'),
  isAdmin: () => Boolean(facts && facts.IS_ADMIN),
  getLang: () => facts ? facts.LANG : '',
  getDomain: () => domain,
  getScrollSize: () => ({ scrollWidth: document.documentElement.scrollWidth, scrollHeight: document.documentElement.scrollHeight }),
  resizeWindow: (width, height, callback) => tell('resizeWindow', { width, height }, callback),
  fitWindow: (callback) => BX24.resizeWindow('100%', BX24.getScrollSize().scrollHeight, callback),
  setTitle: (title, callback) => tell('setTitle', { title: String(title) }, callback),
  scrollParentWindow: (scroll, callback) => tell('setScroll', { scroll }, callback),
  reloadWindow: () => tell('reloadWindow', {}),
  closeApplication: () => tell('closeApplication', {}),
  openPath: (path, callback) => tell('openPath', { path }, callback),
  selectAccess: notHere('selectAccess'),
  selectCRM: notHere('selectCRM'),
  im: {
    openMessenger: (dialogId) => tell('openMessenger', { dialogId: dialogId === undefined ? '' : String(dialogId) }),
    openHistory: (dialogId) => tell('openMessenger', { dialogId: String(dialogId) }),
  },
  placement: { info: () => ({ placement: facts ? facts.PLACEMENT : '', options: facts ? facts.PLACEMENT_OPTIONS || {} : {} }) },
  ready,
  isReady: () => document.readyState !== 'loading',
  bind: (element, event, handler) => element.addEventListener(event, handler),
  unbind: (element, event, handler) => element.removeEventListener(event, handler),
  proxy: (handler, context) => handler.bind(context),
  loadScript(sources, callback) {
    const [source, ...rest] = [sources].flat();
    if (source === undefined) return callback && callback();
    const script = document.createElement('script');
    script.src = source;
    script.onload = () => BX24.loadScript(rest, callback);
    document.head.append(script);
  },
};
window.BX24 = BX24;
if (sid !== '') tell('getInitData', {}, began);
})();
`;
