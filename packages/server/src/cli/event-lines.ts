import type { Answer } from '#control/registry.ts';
import { callerOf, callLine } from './call-lines.ts';
import { proposed } from './proposed.ts';
import { duration, harmless, onOneLine, styled } from './terminal.ts';

type Shown = Answer<'event.show'>;
type Summary = Shown['event'];
type Try = Shown['tries'][number];

const STATES: Readonly<Record<Summary['state'], string>> = {
  pending: 'waiting',
  delivered: 'delivered',
  dead: 'given up',
  dropped: 'dropped',
  kept: 'to be fetched',
};

/** In which state an event is, and when it goes on. */
export function stateOf({ state, nextTryAt }: Summary, now: number): string {
  const due = nextTryAt === null ? '' : `, next try ${nextTryAt <= now ? 'now' : `in ${duration(nextTryAt - now)}`}`;
  return `${STATES[state]}${due}`;
}

/** What is kept of an event; of its tries only the last in full, unless `isWhole`: they differ in little. */
export function eventLines({ event, tries, resentAs, cause, calls }: Shown, now: number, isWhole: boolean): string[] {
  const { id, name, receiver, chatId, reason, createdAt, resentFrom, isTest, isEdited } = event;
  const marks = [
    ...(isTest ? ['a test: nothing had happened'] : []),
    ...(resentFrom === null ? [] : [`another sending of event ${resentFrom}`]),
    ...(isEdited ? ['edited'] : []),
    ...resentAs.map((other) => `sent anew as event ${other}`),
  ];
  return [
    styled('bold', onOneLine(`Event ${id}: ${name} for ${receiver}${chatId > 0 ? `, chat${chatId}` : ''}`)),
    onOneLine(`${stateOf(event, now)}: ${reason}`),
    `happened at ${time(createdAt)}${marks.length > 0 ? `; ${marks.join('; ')}` : ''}`,
    ...(cause ? [onOneLine(`caused by call ${cause.id}: ${cause.method} of ${callerOf(cause)}`)] : []),
    ...tries.flatMap((one, index) => tryLines(one, index + 1, isWhole || index === tries.length - 1)),
    ...(calls.length === 0 ? [] : ['', 'REST calls of the bot that began meanwhile:']),
    ...calls.map((call) => `  ${callLine(call)}`),
    ...wayOn(event),
  ];
}

function tryLines({ at, reason, answer, request, ms }: Try, number: number, isWhole: boolean): string[] {
  const phases = [
    ms.waited === null ? '' : `waited ${milliseconds(ms.waited)}`,
    ms.connect === null ? '' : `connected after ${milliseconds(ms.connect)}`,
    ms.firstByte === null ? '' : `first byte after ${milliseconds(ms.firstByte)}`,
    `whole ${milliseconds(ms.whole)}`,
  ];
  const heading = onOneLine(`Try ${number} at ${time(at)}: ${reason}`);
  const times = styled('dim', phases.filter(Boolean).join(', '));
  if (!isWhole) return ['', heading, times];
  return [
    '',
    styled('bold', heading),
    times,
    ...(request
      ? [
          onOneLine(`> POST ${request.url}`),
          ...request.headers.map(({ name, value }) => onOneLine(`> ${name}: ${value}`)),
          ...fieldsOf(request.body).map((line) => onOneLine(`>   ${line}`)),
        ]
      : [styled('dim', 'What was sent is not kept: too much was sent at once, or it is an old event')]),
    ...(answer
      ? harmless(answer)
          .split('\n')
          .map((line) => `< ${line.trimEnd()}`)
      : []),
  ];
}

/** As names and values, one a line: nobody reads a form as it goes over the wire. */
function fieldsOf(body: string): string[] {
  return [...new URLSearchParams(body)].map(([name, value]) => `${name} = ${value}`);
}

function wayOn({ id, state, isFetched }: Summary): string[] {
  const sent: Partial<Record<Summary['state'], string>> = {
    pending: `Try it now: ${proposed(`retry ${id}`)}   let its dialog go on without it: ${proposed(`skip ${id}`)}`,
    dead: `Try it again: ${proposed(`retry ${id}`)}   send it edited: ${proposed(`resend ${id} --set 'data[PARAMS][MESSAGE]=hello'`)}`,
    dropped: `Try it again: ${proposed(`retry ${id}`)}`,
  };
  const again = `Let it be fetched again: ${proposed(`retry ${id}`)}`;
  const fetched: typeof sent = { dead: again, dropped: again };
  const way = (isFetched ? fetched : sent)[state];
  return way === undefined ? [] : ['', styled('dim', way)];
}

/** `curl` with the request, to be pasted into a shell. */
export function curlLine({ url, headers, body }: NonNullable<Shown['prepared']>): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  return [
    `curl -i ${quoted(url)}`,
    ...headers.map(({ name, value }) => `-H ${quoted(`${name}: ${value}`)}`),
    `--data-raw ${quoted(body)}`,
  ].join(' \\\n  ');
}

function milliseconds(ms: number): string {
  return ms < 10_000 ? `${ms} ms` : duration(ms);
}

function time(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').slice(0, 19);
}
