import type { CallBatchFacts } from '#storage/call-log/call-batches.ts';
import type { KeptCall, KeptText, WholeCall } from './kept-call.ts';
import { type Facts, FLAG, type Rest, type Row, VERSION } from './written-batch.ts';

/** A batch that is read again, call by call. */
export class BatchReader {
  readonly firstId: number;
  readonly #facts: Facts;

  constructor({ first_id, facts }: CallBatchFacts) {
    this.firstId = first_id;
    const read = JSON.parse(facts) as Facts;
    // What a later version wrote is not read by an earlier one; it is gone within a day.
    this.#facts = read.v === VERSION ? read : { ...read, rows: [] };
  }

  /** Those that fit, the newest first. */
  list(fits: (call: KeptCall) => boolean): KeptCall[] {
    const found: KeptCall[] = [];
    for (let index = this.#facts.rows.length - 1; index >= 0; index -= 1) {
      const call = this.#call(index);
      if (call && fits(call)) found.push(call);
    }
    return found;
  }

  whole(call: KeptCall, texts: string): WholeCall {
    const index = call.id - this.firstId;
    const { rows } = this.#facts;
    let from = 0;
    for (let i = 0; i < index; i += 1) from += (rows[i]?.[6] ?? 0) + (rows[i]?.[7] ?? 0);
    const [, , , , , flags, params, result] = rows[index] as Row;
    const text = (at: number, length: number, none: number, cut: number): KeptText | undefined =>
      (flags & none) === 0 ? { text: texts.slice(at, at + length), isCut: (flags & cut) !== 0 } : undefined;
    return {
      ...call,
      params: text(from, params, FLAG.noParams, FLAG.paramsCut),
      result: text(from + params, result, FLAG.noResult, FLAG.resultCut),
    };
  }

  #call(index: number): KeptCall | undefined {
    const { at, methods, callers, rows } = this.#facts;
    const row = rows[index];
    const caller = callers[row?.[3] ?? -1];
    if (!row || !caller) return undefined;
    const [afterMs, tenths, method, , status, flags, , , chat, message, rest] = row;
    const { error, details = [], bots = [], events = [], deliveries = [], ...more }: Rest = rest === 0 ? {} : rest;
    return {
      id: this.firstId + index,
      at: at + afterMs,
      durationMs: tenths / 10,
      method: methods[method] ?? '',
      status,
      caller,
      error: error && { code: error[0], message: error[1] },
      details,
      chats: more.chats ?? some(chat),
      messages: more.messages ?? some(message),
      bots,
      events,
      deliveries: deliveries.map(([eventId, number, chatId]) => ({ eventId, number, chatId })),
      inBatch: (flags & FLAG.inBatch) !== 0,
      isRepeat: (flags & FLAG.isRepeat) !== 0,
    };
  }
}

function some(id: number): readonly number[] {
  return id === 0 ? [] : [id];
}
