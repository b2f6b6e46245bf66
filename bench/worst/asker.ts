import { request } from 'node:http';
import { performance } from 'node:perf_hooks';

/*
 * Asks a portal all the time whether it is well, in a process of its own: who sends floods has no time to look at answers.
 * Whenever it is asked, it tells in milliseconds how long an answer took at most since it was asked before.
 */

/** Milliseconds between two questions. */
const EVERY = 5;

const [url = ''] = process.argv.slice(2);
let worst = 0;
/** When the question was put that is not answered yet. */
let open: number | undefined;
process.once('disconnect', () => process.exit());
process.on('message', () => {
  process.send?.(Math.max(worst, open === undefined ? 0 : performance.now() - open));
  worst = 0;
});
ask();
process.send?.('asking');

function ask(): void {
  const begun = performance.now();
  open = begun;
  const asked = request(`${url}/health`, (answer) => {
    answer.resume().once('end', () => {
      worst = Math.max(worst, performance.now() - begun);
      open = undefined;
      setTimeout(ask, EVERY);
    });
  });
  asked.once('error', () => process.exit()).end();
}
