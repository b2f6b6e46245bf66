import { COLORS } from '../pages/style.ts';

/** Of the page of a line, which is as small as a corner of somebody else's page. */
export const CHAT_STYLE = `${COLORS}
* { box-sizing: border-box; }
html, body { height: 100%; }
body { margin: 0; display: flex; flex-direction: column; background: var(--ground); color: var(--text);
  font: 1rem/1.45 system-ui, sans-serif; }
header { padding: .75rem 1rem; background: var(--accent); color: var(--on-accent); }
h1 { margin: 0; font-size: 1.0625rem; overflow-wrap: anywhere; }
main { flex: 1; min-height: 0; display: flex; flex-direction: column; width: 100%; max-width: 46rem; margin: 0 auto; }
.history { flex: 1; overflow-y: auto; padding: 1rem; }
ol { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: .5rem; }
li { max-width: 85%; align-self: flex-start; }
li.visitor { align-self: flex-end; }
li.portal { align-self: center; text-align: center; }
.name { margin: 0 .25rem .1rem; color: var(--quiet); font-size: .8125rem; }
.text { margin: 0; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card);
  white-space: pre-wrap; overflow-wrap: anywhere; }
.visitor .text { border-color: transparent; background: var(--accent); color: var(--on-accent); }
.visitor .text a { color: inherit; }
.portal .text { border-style: dashed; background: none; color: var(--quiet); }
.unsent .text { border: 1px dashed var(--edge); background: none; color: var(--quiet); }
.note { margin: 0; padding: .25rem 1rem; color: var(--quiet); font-size: .9375rem; }
.note.hello { padding: 0 0 .75rem; }
.state { min-height: 1.9rem; }
.buttons { display: flex; flex-wrap: wrap; gap: .375rem; margin-top: .375rem; }
.buttons .newline { flex-basis: 100%; height: 0; }
form { display: flex; gap: .5rem; align-items: flex-end; padding: .5rem 1rem 1rem; }
textarea { flex: 1; resize: none; padding: .55rem .75rem; border: 1px solid var(--edge); border-radius: .5rem;
  background: var(--card); color: inherit; font: inherit; }
button, .buttons a { padding: .55rem .9rem; border: 1px solid transparent; border-radius: .5rem; background: var(--accent);
  color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
button:hover, .buttons a:hover { background: var(--accent-strong); }
.buttons button, .buttons a { padding: .35rem .75rem; border-color: var(--edge); background: var(--card); color: var(--text);
  font-weight: 400; }
.buttons button:hover, .buttons a:hover { border-color: var(--text); background: var(--ground); }
button:disabled { opacity: 1; border-color: var(--line); background: var(--ground); color: var(--quiet); cursor: default; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none; }
@media (forced-colors: active) { button, .text { border: 1px solid; } }
`;
