/**
 * Runs in the page of a line. What the visitor has written is kept in the browser until the portal has it, with the token
 * that the conversation is known by: reloading, or a portal that is gone for a while, loses nothing and sends nothing twice.
 * All that is shown is put there as text.
 */
export const CHAT_SCRIPT = `
const texts = JSON.parse(document.body.dataset.texts);
const isOpen = document.body.dataset.open === 'yes';
const base = location.pathname.replace(/\\/+$/, '');
const [history, list, state, form, field] = ['.history', 'ol', '.state', 'form', 'textarea'].map((one) => document.querySelector(one));
const hello = document.querySelector('.hello');

const memory = {};
function kept() {
  try { return JSON.parse(localStorage.getItem('chat ' + base)) || {}; } catch { return memory.kept || {}; }
}
function keep(change) {
  memory.kept = { ...kept(), ...change };
  try { localStorage.setItem('chat ' + base, JSON.stringify(memory.kept)); } catch { /* A browser that keeps nothing. */ }
}
const hex = (bytes) => [...crypto.getRandomValues(new Uint8Array(bytes))].map((one) => one.toString(16).padStart(2, '0')).join('');
if (!kept().token) keep({ token: hex(32), unsent: [] });

let version = '';
let lines = [];
let shownState = 'none';
let isTyping = false;
let note = '';
let hasBegun = (kept().unsent || []).length > 0 || kept().begun === true;
let begin;
const begun = new Promise((resolve) => { begin = resolve; });
if (hasBegun) begin();

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const ask = (what, options = {}) => fetch(base + what, { ...options, credentials: 'omit',
  headers: { authorization: 'Bearer ' + kept().token, ...(options.body && { 'content-type': 'application/json' }) } });

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function linked(text) {
  return text.split(/(https?:\\/\\/[^\\s<>"')\\]]+)/).map((part, index) => {
    if (index % 2 === 0) return part;
    const link = element('a', '', part);
    link.href = part;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    return link;
  });
}

function buttonOf(line, one) {
  if (one.kind === 'newline') return element('span', 'newline');
  const made = element(one.kind === 'link' || one.kind === 'call' ? 'a' : 'button', '', one.text);
  if (made instanceof HTMLAnchorElement) {
    made.href = one.kind === 'call' ? 'tel:' + one.value.replace(/[^+\\d]/g, '') : one.value;
    made.target = one.kind === 'call' ? '' : '_blank';
    made.rel = 'noopener noreferrer';
    return made;
  }
  made.type = 'button';
  made.disabled = one.isDisabled;
  made.addEventListener('click', () => press(line, one, made));
  return made;
}

async function press(line, one, made) {
  if (one.kind === 'send') return write(one.value);
  if (one.kind === 'put') { field.value = one.value; return field.focus(); }
  if (one.kind === 'copy') {
    await navigator.clipboard.writeText(one.value).then(() => say(texts.copied), () => undefined);
    return;
  }
  made.disabled = true;
  const answer = await ask('/presses', { method: 'POST', body: JSON.stringify({ message: line.id, button: one.place }) }).catch(() => undefined);
  if (!answer?.ok) say(answer ? (answer.status === 429 ? texts.tooMuch : texts.gone) : texts.offline);
  if (!one.isBlocked || !answer?.ok) made.disabled = false;
}

function itemOf(line) {
  const item = element('li', line.by + (line.isUnsent ? ' unsent' : ''));
  if (line.by !== 'portal') item.append(element('p', 'name', line.by === 'visitor' ? texts.you : line.name));
  const text = element('p', 'text');
  text.append(...linked(line.text));
  item.append(text);
  if (line.buttons?.length) {
    const row = element('div', 'buttons');
    row.append(...line.buttons.map((one) => buttonOf(line, one)));
    item.append(row);
  }
  return item;
}

const items = new Map();
function show() {
  const known = new Set(lines.map((line) => line.key).filter(Boolean));
  const unsent = (kept().unsent || []).filter((one) => !known.has(one.key));
  const all = [...lines, ...unsent.map((one) => ({ id: one.key, key: one.key, by: 'visitor', text: one.text, isUnsent: true }))];
  const isAtEnd = history.scrollTop + history.clientHeight >= history.scrollHeight - 40;
  const wanted = new Set(all.map((line) => line.key || line.id));
  for (const [key, { item }] of items) if (!wanted.has(key)) { item.remove(); items.delete(key); }
  let before;
  for (const line of all) {
    const [key, text] = [line.key || line.id, JSON.stringify(line)];
    let one = items.get(key);
    if (one?.text !== text) {
      const item = itemOf(line);
      if (one) one.item.replaceWith(item);
      one = { item, text };
      items.set(key, one);
    }
    const place = before ? before.nextSibling : list.firstChild;
    if (place !== one.item) list.insertBefore(one.item, place);
    before = one.item;
  }
  hello.hidden = all.length > 0;
  const last = lines.filter((line) => line.by !== 'visitor').at(-1);
  const said = isTyping ? (last ? last.name + ' ' : '') + texts.typing : shownState === 'queue' ? texts.waiting : shownState === 'closed' ? texts.finished : '';
  const told = isOpen ? note || said : texts.closed;
  if (state.textContent !== told) state.textContent = told;
  if (isAtEnd) history.scrollTop = history.scrollHeight;
}
let noteEnds;
function say(text, isLasting = false) {
  clearTimeout(noteEnds);
  note = text;
  if (text && !isLasting) noteEnds = setTimeout(() => say(''), 6000);
  show();
}

let isSending = false;
function write(text) {
  if (!text.trim() || !isOpen) return;
  keep({ begun: true, unsent: [...(kept().unsent || []), { key: hex(16), text: text.trim().slice(0, 4000) }] });
  hasBegun = true;
  show();
  history.scrollTop = history.scrollHeight;
  send();
}
async function send() {
  if (isSending) return;
  isSending = true;
  for (let wait = 1000, one; (one = (kept().unsent || [])[0]); ) {
    const answer = await ask('/messages', { method: 'POST', body: JSON.stringify(one) }).catch(() => undefined);
    if (!answer || answer.status === 429 || answer.status >= 500) {
      say(answer?.status === 429 ? texts.tooMuch : texts.offline, true);
      await pause(Number(answer?.headers.get('retry-after')) * 1000 || wait);
      wait = Math.min(wait * 2, 15000);
      continue;
    }
    wait = 1000;
    keep({ unsent: (kept().unsent || []).filter(({ key }) => key !== one.key) });
    if (answer.ok) {
      const { line } = await answer.json();
      if (!lines.some(({ id }) => id === line.id)) lines = [...lines, line];
      say('');
    } else say(texts.unsent);
    begin();
  }
  isSending = false;
}

let typingEnds;
async function follow() {
  await begun;
  for (let wait = 1000; ; ) {
    const answer = await ask('/conversation?wait=25&known=' + version).catch(() => undefined);
    if (!answer?.ok) {
      if (!answer || answer.status >= 500) say(texts.offline, true);
      await pause(Number(answer?.headers.get('retry-after')) * 1000 || wait);
      wait = Math.min(wait * 2, 15000);
      continue;
    }
    const told = await answer.json();
    if (wait > 1000) say('');
    wait = 1000;
    clearTimeout(typingEnds);
    isTyping = told.isTyping === true;
    if (isTyping) typingEnds = setTimeout(() => { isTyping = false; show(); }, 8000);
    if (told.lines) ({ lines, version, state: shownState } = told);
    show();
    if (told.state === 'none' || told.isBusy) await pause(2000);
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  write(field.value);
  field.value = '';
  field.focus();
});
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && parent !== window) parent.postMessage('botyard-chat-close', '*');
});
if (!isOpen) for (const one of form.elements) one.disabled = true;
show();
if ((kept().unsent || []).length > 0) send();
follow();
`;
