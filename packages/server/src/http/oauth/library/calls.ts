/** Calls of methods, with the token of the person: one, its further pages, and many in a batch. */
export const CALLS = `
/** A form as PHP reads it. */
function fields(value, name, into) {
  if (value === null || value === undefined) into.push([name, '']);
  else if (typeof value === 'object')
    for (const key of Object.keys(value)) fields(value[key], name === '' ? key : name + '[' + key + ']', into);
  else into.push([name, String(value === true ? 1 : value === false ? 0 : value)]);
  return into;
}
const encoded = (params) => new URLSearchParams(fields(params, '', [])).toString();

/** Elements of the page stand for what is in them, a file for its name and its content. */
async function filled(value) {
  if (value instanceof File) return [value.name, await contentOf(value)];
  if (value instanceof HTMLInputElement && value.type === 'file')
    return filled(value.multiple ? [...value.files] : value.files[0] ?? '');
  if (value instanceof Element) return value.value ?? '';
  if (value === null || typeof value !== 'object') return value;
  const entries = await Promise.all(Object.entries(value).map(async ([key, one]) => [key, await filled(one)]));
  return Object.fromEntries(entries);
}
const contentOf = (file) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(file);
});

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

function callFrom(start, method, params, callback) {
  // Read at once: pages use the same object again.
  const given = filled(params);
  whenBegun(async () => {
    const sent = await given;
    if (Number(sent.start) > 0) delete sent.start;
    const { answer, status } = await post(method, start === undefined ? sent : { ...sent, start });
    if (callback) callback(new CallResult(answer, status, (next, further) => callFrom(next, method, sent, further || callback)));
  });
}

function callBatch(calls, callback, halt) {
  const keys = Object.keys(calls);
  if (keys.length === 0) return;
  const asking = Promise.all(keys.map(async (key) => {
    const one = calls[key];
    const [method, params = {}] = Array.isArray(one) ? one : [one.method, one.params];
    return [key, [method, await filled(params)]];
  }));
  whenBegun(async () => {
    const asked = Object.fromEntries(await asking);
    const cmd = Object.fromEntries(keys.map((key) => [key, asked[key][0] + '?' + encoded(asked[key][1])]));
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

const handlerCall = (method) => (event, handler, authType, callback) =>
  BX24.callMethod(method, { event, handler, ...(authType === undefined || authType === null ? {} : { auth_type: authType }) }, callback);

const ofCalls = {
  callMethod: (method, params, callback) => callFrom(undefined, method, params || {}, callback),
  callBatch,
  callBind: handlerCall('event.bind'),
  callUnbind: handlerCall('event.unbind'),
};
`;
