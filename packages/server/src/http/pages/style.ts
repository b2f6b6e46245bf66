/** The one place for the colours of the pages that the server writes by itself: those of packages/web/src/style/tokens.css. */
export const COLORS = `
:root {
  color-scheme: light dark;
  --ground: oklch(0.975 0.004 270); --card: oklch(1 0 0); --sunk: oklch(0.955 0.006 270); --hover: oklch(0.945 0.008 270);
  --line: oklch(0.915 0.008 270); --edge: oklch(0.72 0.015 270); --text: oklch(0.24 0.02 270); --quiet: oklch(0.46 0.02 270);
  --accent: oklch(0.52 0.19 275); --on-accent: oklch(1 0 0); --accent-strong: oklch(0.46 0.19 275); --soft: oklch(0.945 0.03 275);
  --bad: oklch(0.53 0.19 25); --bad-ground: oklch(0.955 0.03 20); --round-m: 10px; --round-l: 16px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: oklch(0.175 0.012 270); --card: oklch(0.205 0.013 270); --sunk: oklch(0.27 0.015 270); --hover: oklch(0.265 0.016 270);
    --line: oklch(0.29 0.016 270); --edge: oklch(0.45 0.02 270); --text: oklch(0.94 0.006 270); --quiet: oklch(0.76 0.014 270);
    --accent: oklch(0.72 0.14 277); --on-accent: oklch(0.18 0.03 275); --accent-strong: oklch(0.78 0.12 277); --soft: oklch(0.3 0.06 277);
    --bad: oklch(0.74 0.14 25); --bad-ground: oklch(0.3 0.07 22);
  }
}
`;

/** Of all of these pages but the live chat. The one place for their sizes. */
export const STYLE = `${COLORS}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column;
  background: var(--ground); color: var(--text);
  font: 400 14.5px/1.45 "Inter Variable", Inter, system-ui, "Segoe UI", Roboto, sans-serif; -webkit-font-smoothing: antialiased; }
body > header { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; min-height: 60px;
  justify-content: space-between; padding: 12px 18px; color: var(--quiet); }
body > header a { display: inline-flex; gap: 10px; align-items: center; color: var(--text); font-weight: 650;
  letter-spacing: -0.012em; text-decoration: none; }
body > header a::before { content: ""; width: 28px; height: 28px; border-radius: 9px; background: url(/icon.svg) center / cover; }
.here { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
form { margin: 0; }
main { flex: 1; width: 100%; max-width: 412px; margin: 0 auto; padding: 5vh 16px 40px; }
main.wide { max-width: 672px; }
main.framing { max-width: none; padding: 0; display: flex; flex-direction: column; }
main.framing iframe { flex: 1; width: 100%; border: 0; background: #fff; }
.card { padding: 28px 32px; border: 1px solid var(--line); border-radius: var(--round-l); background: var(--card); }
.card + p { margin-top: 16px; }
h1 { margin: 0 0 12px; font-size: 17px; font-weight: 640; letter-spacing: -0.012em; line-height: 1.3; text-wrap: balance; overflow-wrap: anywhere; }
p { margin: 0 0 12px; overflow-wrap: anywhere; }
p:last-child, dl:last-child, ul:last-child { margin-bottom: 0; }
ul { margin: 0 0 12px; padding-left: 20px; }
.quiet { color: var(--quiet); }
.field { margin: 0 0 14px; }
form:not(.cast) > button:last-child { margin-top: 2px; }
header form > button:last-child { margin-top: 0; }
label { display: block; margin-bottom: 5px; font-weight: 560; font-size: 13px; }
.problem { margin: 5px 0 0; color: var(--bad); font-size: 13px; font-weight: 560; }
.below { margin: 14px 4px 0; color: var(--quiet); font-size: 13px; }
.hint { margin: 5px 0 0; color: var(--quiet); font-size: 13px; }
input { width: 100%; height: 38px; padding: 0 12px; border: 1px solid var(--edge); border-radius: var(--round-m);
  background: var(--card); color: inherit; font: inherit; }
input:focus-visible { outline: none; border-color: var(--accent); box-shadow: 0 0 0 3px var(--soft); }
input[aria-invalid="true"] { border-color: var(--bad); }
button { display: inline-block; width: 100%; min-height: 38px; padding: 0 16px; border: 1px solid transparent;
  border-radius: var(--round-m); background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 570;
  text-align: center; text-decoration: none; cursor: pointer; }
button:hover { background: var(--accent-strong); }
button.second { border-color: var(--line); background: var(--card); color: var(--text); }
button.second:hover { background: var(--hover); }
button.small { width: auto; min-height: 30px; padding: 0 12px; font-size: 13px; }
.choice { display: flex; gap: 8px; }
.go-on { margin: 20px 0 8px; color: var(--quiet); font-size: 13px; }
.cast { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 7px; }
.cast button { display: flex; gap: 9px; align-items: center; min-height: 44px; padding: 0 10px 0 8px; border-color: var(--line);
  background: var(--card); color: var(--text); font-size: 13px; text-align: start; }
.cast button:hover { background: var(--hover); }
.cast i { flex: none; width: 28px; height: 28px; border-radius: 50%; display: grid; place-items: center; font-size: 11px; font-weight: 600;
  font-style: normal; background: var(--soft); color: var(--accent); }
.cast small { margin-inline-start: auto; font-size: 11.5px; font-weight: 450; color: var(--quiet); }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.bad { margin: 0 0 14px; padding: 10px 14px; border-radius: var(--round-m); background: var(--bad-ground); color: var(--bad); font-weight: 550; }
code { padding: 1px 5px; border-radius: 5px; background: var(--sunk); overflow-wrap: anywhere;
  font: 500 12.5px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
dt { margin-top: 14px; font-weight: 600; }
dd { margin: 2px 0 0; color: var(--quiet); }
@media (forced-colors: active) { button, .card { border: 1px solid; } }
`;
