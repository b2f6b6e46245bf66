import type { Line } from '#domain/line/line.ts';
import { textsIn } from './texts.ts';

/**
 * What a page of somebody else's loads: a button that opens the page of the line in a frame. It sets styles by script alone,
 * as pages with a strict policy allow no others, and reads nothing of the page it is in.
 */
export function widgetScript({ name, language }: Line): string {
  const { texts } = textsIn(language);
  const words = JSON.stringify({ name, open: texts.open, close: texts.close }).replace(/</g, '\\u003c');
  return `(() => {
  const words = ${words};
  const address = document.currentScript.src.replace(/\\/widget\\.js(?:\\?.*)?$/, '');
  const button = document.createElement('button');
  const frame = document.createElement('iframe');
  Object.assign(button.style, { position: 'fixed', right: '1rem', bottom: '1rem', zIndex: '2147483000', padding: '.75rem 1.25rem',
    border: '0', borderRadius: '2rem', background: '#0a5cb8', color: '#fff', font: '600 1rem/1.3 system-ui, sans-serif',
    cursor: 'pointer', boxShadow: '0 2px 12px rgb(0 0 0 / .3)' });
  Object.assign(frame.style, { position: 'fixed', right: '1rem', bottom: '4.75rem', zIndex: '2147483000', border: '1px solid #7f8a9b',
    borderRadius: '.75rem', width: 'min(24rem, calc(100vw - 2rem))', height: 'min(36rem, calc(100vh - 6.5rem))', background: '#fff',
    boxShadow: '0 4px 24px rgb(0 0 0 / .3)', display: 'none' });
  frame.title = words.name;
  button.type = 'button';
  let isOpen = false;
  const turn = (open) => {
    isOpen = open;
    if (open && !frame.src) frame.src = address;
    frame.style.display = open ? 'block' : 'none';
    button.textContent = open ? words.close : words.open;
    button.setAttribute('aria-expanded', String(open));
    (open ? frame : button).focus();
  };
  button.addEventListener('click', () => turn(!isOpen));
  addEventListener('message', ({ source, data }) => {
    if (source === frame.contentWindow && data === 'botyard-chat-close') turn(false);
  });
  button.textContent = words.open;
  button.setAttribute('aria-expanded', 'false');
  const add = () => document.body.append(frame, button);
  if (document.body) add();
  else addEventListener('DOMContentLoaded', add);
})();
`;
}
