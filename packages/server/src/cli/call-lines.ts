import type { Answer } from '#control/registry.ts';
import { harmless, onOneLine, styled } from './terminal.ts';

type Call = Answer<'call.show'>['call'];
export type CallSummary = Answer<'event.show'>['calls'][number];

/** Who called, in words. */
export function callerOf({ caller }: CallSummary): string {
  const { kind, user, program } = caller;
  if (kind === 'person') return `${user} on a page`;
  return program === '' ? user : `${program} for ${user}`;
}

/** What came of it: ok, or the error with its reason. */
export function outcomeOf({ code, reason, details }: CallSummary): string {
  const why = details.join('; ');
  if (code === null) return why === '' ? 'ok' : `ok, without ${why}`;
  return `${[code || 'refused', reason === code ? '' : reason].filter(Boolean).join(': ')}${why === '' ? '' : ` (${why})`}`;
}

/** A call on one line, as it stands with an event. */
export function callLine(call: CallSummary): string {
  return onOneLine(`call ${call.id} at ${time(call.at)}: ${call.method} of ${callerOf(call)}: ${outcomeOf(call)}`);
}

/** All that is kept of a call. */
export function callLines(call: Call): string[] {
  const { id, at, durationMs, method, status, inBatch, isRepeat, code, details } = call;
  const marks = [...(inBatch ? ['within a batch'] : []), ...(isRepeat ? ['a repeat, answered as before'] : [])];
  const outcome =
    code === null ? `succeeded (${status})` : `refused (${status}): ${outcomeOf({ ...call, details: [] })}`;
  return [
    styled('bold', onOneLine(`Call ${id}: ${method} of ${callerOf(call)}`)),
    onOneLine([outcome, ...marks].join('; ')),
    ...details.map((one) => onOneLine(`  ${one}`)),
    `began at ${time(at)}, took ${durationMs} ms`,
    ...touched(call),
    '',
    ...text('>', 'What was sent is not kept: it could not be read, or too much came at once', call.params),
    ...(code === null ? text('<', 'What was answered is not kept: too much came at once', call.result) : []),
  ];
}

function touched({ chats, messages, bots, events, deliveries }: Call): string[] {
  const list = (one: string, many: string, ids: readonly number[]) =>
    ids.length === 0 ? [] : [`${ids.length === 1 ? one : many} ${ids.join(', ')}`];
  const parts = [
    ...(chats.length === 0 ? [] : [chats.map((chat) => `chat${chat}`).join(', ')]),
    ...list('message', 'messages', messages),
    ...list('bot', 'bots', bots),
    ...list('caused event', 'caused events', events),
  ];
  return [
    ...(parts.length === 0 ? [] : [parts.join('; ')]),
    ...deliveries.map((one) => `began while event ${one.eventId} was being delivered, try ${one.try}`),
  ];
}

function text(sign: string, without: string, kept: Call['params']): string[] {
  if (!kept) return [styled('dim', without)];
  const lines = harmless(kept.isCut ? kept.text : pretty(kept.text)).split('\n');
  return [
    ...lines.map((line) => `${sign} ${line}`),
    ...(kept.isCut ? [styled('dim', `${sign} (cut: 4 KiB are kept)`)] : []),
  ];
}

function pretty(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}

function time(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').slice(0, 19);
}
