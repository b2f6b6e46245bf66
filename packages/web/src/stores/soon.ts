/** Milliseconds in which several reasons become one. */
const GATHERS = 50;

/** Does something once for all who ask within a moment, and once more for those who ask while it is done. */
export function soon(act: () => Promise<unknown>): () => void {
  let state: 'idle' | 'waiting' | 'running' | 'asked again' = 'idle';
  const run = () => {
    state = 'running';
    void act()
      .catch(() => undefined)
      .then(() => {
        const again = state === 'asked again';
        state = 'idle';
        if (again) ask();
      });
  };
  const ask = () => {
    if (state === 'running') state = 'asked again';
    if (state !== 'idle') return;
    state = 'waiting';
    setTimeout(run, GATHERS);
  };
  return ask;
}
