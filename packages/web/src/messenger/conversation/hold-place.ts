import { frameShown } from '../../kit/frame-shown.ts';

/** Milliseconds in which rows that were put in front have been measured. */
const HOLDS_FOR = 500;
/** The list hides a row until it has measured it, which takes longer on a busy machine. */
const UNMEASURED = '[style*="visibility: hidden"]';
/** What a person scrolls with. */
const HANDS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Called before rows are put in front: keeps what is shown where it is until they are measured, a person scrolls, or
 * what it gives is called. The list does so itself, but where it takes scrolling for ended before it has measured the
 * rows, what is shown moves by what it had estimated wrongly.
 */
export function holdPlace(scroller: HTMLElement): () => void {
  const released = new AbortController();
  const { signal } = released;
  const release = () => released.abort();
  for (const name of HANDS) scroller.addEventListener(name, release, { passive: true, signal });
  void hold(scroller, signal).finally(release);
  return release;
}

async function hold(scroller: HTMLElement, signal: AbortSignal): Promise<void> {
  const { top, height } = scroller.getBoundingClientRect();
  const row = rowsOf(scroller).find((one) => one.getBoundingClientRect().bottom > top + height / 2);
  if (!row) return;
  const id = row.dataset['message'];
  const y = row.getBoundingClientRect().top;
  const until = performance.now() + HOLDS_FOR;
  while (performance.now() < until || scroller.querySelector(UNMEASURED)) {
    // The list measures at the end of a frame.
    await frameShown();
    const now = rowsOf(scroller).find((one) => one.dataset['message'] === id);
    if (!now || signal.aborted || !scroller.isConnected) return;
    const off = now.getBoundingClientRect().top - y;
    if (Math.abs(off) >= 1) scroller.scrollTop += off;
  }
}

const rowsOf = (scroller: HTMLElement) => [...scroller.querySelectorAll<HTMLElement>('[data-message]')];
