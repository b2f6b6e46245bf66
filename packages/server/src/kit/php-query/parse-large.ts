import { StringDecoder } from 'node:string_decoder';
import { inTurns, othersTurn } from '../others-turn.ts';
import { BadQuery } from './bad-query.ts';
import { LIMITS, phpTreeOf, urlDecode } from './parse.ts';
import type { PhpMap } from './tree.ts';

const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const PERCENT = 0x25;
const NUL = 0;

/** Bytes of fields between two turns of others. */
const TURN = 256 * 1024;

/**
 * Reads a query of megabytes like {@link parsePhpQuery}, in pieces, and gives others their turn between them.
 * @throws {BadQuery} over a limit
 */
export async function parseLargeQuery(query: Buffer): Promise<PhpMap> {
  const pairs: [string, string][] = [];
  const nul = query.indexOf(NUL);
  const end = nul < 0 ? query.length : nul;
  let turn = 0;
  for (let start = 0, stop: number; start < end; start = stop + 1) {
    stop = query.indexOf(AMPERSAND, start);
    if (stop < 0 || stop > end) stop = end;
    if (stop === start) continue;
    if (pairs.length === LIMITS.fields) throw new BadQuery(`There are more than ${LIMITS.fields} fields`);
    const field = query.subarray(start, stop);
    const equals = field.indexOf(EQUALS);
    const name = await decoded(equals < 0 ? field : field.subarray(0, equals));
    pairs.push([name, equals < 0 ? '' : await decoded(field.subarray(equals + 1))]);
    if (stop - turn < TURN) continue;
    turn = stop;
    await othersTurn();
  }
  return phpTreeOf(pairs);
}

async function decoded(bytes: Buffer): Promise<string> {
  if (bytes.length < TURN) return urlDecode(bytes).toString('utf8');
  const decoder = new StringDecoder('utf8');
  let text = '';
  // An escape that is cut is decoded with the next piece.
  let cut = Buffer.alloc(0);
  for await (const piece of inTurns(bytes)) {
    const whole = cut.length > 0 ? Buffer.concat([cut, piece]) : piece;
    const last = whole.lastIndexOf(PERCENT);
    const end = last >= 0 && last > whole.length - 3 ? last : whole.length;
    cut = Buffer.from(whole.subarray(end));
    text += decoder.write(urlDecode(whole.subarray(0, end)));
  }
  return text + decoder.write(urlDecode(cut)) + decoder.end();
}
