import type { Reading } from '#storage/unit-of-work.ts';

/**
 * The id of the first line of a chat that was written at that moment or later; behind all lines where there is none. Lines
 * follow one another in time, so that it is found by bisection. Where the clock was set back meanwhile, it is one of
 * several places where a line of then follows an earlier one.
 */
export async function lineFrom(work: Reading, chatId: number, at: number): Promise<number> {
  const newest = await work.messages.findLast(chatId);
  let low = 0;
  let high = newest?.id ?? 0;
  // Behind `high` the next line is in time, or there is none.
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    const line = await work.messages.findLineAfter(chatId, middle);
    if (!line || line.createdAt >= at) high = middle;
    else low = line.id;
  }
  return (await work.messages.findLineAfter(chatId, low))?.id ?? Number.MAX_SAFE_INTEGER;
}
