/** The one place for the colours of the pages that the server writes by itself. */
export const COLORS = `
:root {
  color-scheme: light dark;
  --ground: #f3f5f8; --card: #fff; --line: #dfe3ea; --text: #1b2431; --quiet: #566173;
  --edge: #7f8a9b; --accent: #0a5cb8; --on-accent: #fff; --accent-strong: #084a94;
  --bad: #a3201a; --bad-ground: #fdeeec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12161c; --card: #1b2129; --line: #2d3541; --text: #e8ecf2; --quiet: #a4afbf;
    --edge: #78859a; --accent: #82b6f5; --on-accent: #0b1725; --accent-strong: #a6ccfa;
    --bad: #ffb4ab; --bad-ground: #3b1a18;
  }
}
`;

/** Of all of these pages but the live chat. The one place for their sizes. */
export const STYLE = `${COLORS}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column;
  background: var(--ground); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; }
body > header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center;
  justify-content: space-between; padding: 1rem 1.5rem; color: var(--quiet); font-size: .9375rem; }
body > header a { color: var(--text); font-weight: 650; font-size: 1.0625rem; text-decoration: none; }
body > header a.plain { color: var(--accent); font-weight: 400; font-size: inherit; text-decoration: underline; }
.here { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; }
form { margin: 0; }
main { flex: 1; width: 100%; max-width: 26rem; margin: 0 auto; padding: 4vh 1rem 3rem; }
main.wide { max-width: 42rem; }
main.framing { max-width: none; padding: 0; display: flex; flex-direction: column; }
main.framing iframe { flex: 1; width: 100%; min-height: 30rem; border: 0; border-top: 1px solid var(--line); background: #fff; }
body > header h1 { flex: 1; margin: 0; font-size: 1.0625rem; color: var(--text); }
.card { padding: 1.75rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card); }
.card + p { margin-top: 1.25rem; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
p:last-child, dl:last-child, ul:last-child { margin-bottom: 0; }
ul { margin: 0 0 1rem; padding-left: 1.25rem; }
.quiet { color: var(--quiet); }
.field { margin: 0 0 1.25rem; }
form > button:last-child { margin-top: .25rem; }
header form > button:last-child { margin-top: 0; }
label { display: block; margin-bottom: .3rem; font-weight: 600; font-size: .9375rem; }
.problem { margin: .3rem 0 0; color: var(--bad); font-size: .875rem; font-weight: 600; }
.below { margin: 1rem .25rem 0; color: var(--quiet); font-size: .9375rem; }
.hint { margin: .3rem 0 0; color: var(--quiet); font-size: .875rem; }
input { width: 100%; padding: .6rem .75rem; border: 1px solid var(--edge); border-radius: .5rem;
  background: var(--card); color: inherit; font: inherit; }
input[aria-invalid="true"] { border-color: var(--bad); }
button { display: inline-block; width: 100%; padding: .65rem 1rem; border: 1px solid transparent;
  border-radius: .5rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600;
  text-align: center; text-decoration: none; cursor: pointer; }
button:hover { background: var(--accent-strong); }
button.second { border-color: var(--edge); background: none; color: var(--text); }
button.second:hover { border-color: var(--text); }
button.small { width: auto; padding: .3rem .75rem; font-size: .9375rem; }
.choice { display: flex; gap: .75rem; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.bad { margin: 0 0 1.25rem; padding: .75rem 1rem; border-radius: .5rem; border-left: 4px solid;
  background: var(--bad-ground); color: var(--bad); }
code { padding: .1em .35em; border-radius: .3em; background: var(--ground); overflow-wrap: anywhere;
  font: .875em ui-monospace, monospace; }
dt { margin-top: 1rem; font-weight: 600; }
dd { margin: .15rem 0 0; color: var(--quiet); }
@media (forced-colors: active) { button, .card { border: 1px solid; } }
`;
