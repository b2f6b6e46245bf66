import { Command } from 'commander';
import type { Answer } from '#control/registry.ts';
import { systemClock } from '#kit/clock.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { proposed } from './proposed.ts';
import { stateOfBot, stateOfLaggard } from './receiver-state.ts';
import { duration, onOneLine, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

type Status = Answer<'status'>;

/** Says how a running portal is doing. */
export function statusCommand(): Command {
  const command = new Command('status')
    .description('Say how the portal is doing, and each bot: answer times are those of the last 10,000 events')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (flags: WhichServer & { json?: true }) => {
    const status = await control(findServer(flags), 'status', {});
    for (const line of flags.json ? [JSON.stringify(status)] : report(status)) console.log(line);
  });
}

function report(status: Status): string[] {
  const { version, url, uptimeMs, people, bots, laggards, events } = status;
  const now = systemClock.now();
  const summary = table([
    ['Botyard', version],
    ['Address', url],
    ['Running', `for ${duration(uptimeMs)}`],
    ...refusals(status),
    ['People', String(people)],
    ['Bots', String(bots.length)],
    [
      'Events',
      `${events.pending} waiting, ${events.kept} to be fetched, ${events.delivered} delivered, ${events.dead} given up, ${events.dropped} dropped`,
    ],
    ...strays(status, now),
  ]);
  return [
    ...summary,
    ...section(
      ['BOT', 'CODE'],
      bots.map((bot) => {
        const [state = '', more = ''] = withRefused(stateOfBot(bot, now), bot, now);
        const isDeaf = 'its application is not installed yet, and it is told nothing';
        return [`${bot.name} (${bot.id})`, bot.code, bot.isInstalled ? state : isDeaf, more];
      }),
    ),
    ...section(
      ['LAGGING BEHIND', 'AT'],
      laggards.map((one) => [`${one.kind} ${one.name}`, one.address, ...stateOfLaggard(one, now)]),
    ),
  ];
}

/** Why programs or people are refused something, if they are. */
function refusals({ isClosed, plan, webhookMakers, faults }: Status): string[][] {
  return [
    ...(isClosed ? [['Closed', `programs are refused, until: ${proposed('portal open')}`]] : []),
    ...(plan === 'free' ? [['Plan', `free: programs are refused, until: ${proposed('portal plan commercial')}`]] : []),
    ...(webhookMakers === 'administrators'
      ? [['Webhooks', `are made for administrators alone, until: ${proposed('portal webhooks everybody')}`]]
      : []),
    ...(faults > 0 ? [['Made to fail', `${faults}, see: ${proposed('fail --list')}`]] : []),
  ];
}

/** Calls that no bot looks ill by, although one of them made them. */
function strays({ strayCalls }: Status, now: number): string[][] {
  if (!strayCalls) return [];
  const { count, last } = strayCalls;
  const told = `${count} refused that ${count === 1 ? 'belongs' : 'belong'} to no bot; ${lastRefused(last, now)}`;
  return [['Calls', onOneLine(told)]];
}

function lastRefused({ id, at, method, code, reason }: RefusedCall, now: number): string {
  return `last refused call ${id}, ${duration(Math.max(0, now - at))} ago: ${method} ${code} ${reason === code ? '' : reason}`.trim();
}

type RefusedCall = NonNullable<Status['strayCalls']>['last'];

/** A bot that takes its events and whose answers are refused looks well by its deliveries alone. */
function withRefused(
  [state = '', more = '']: string[],
  { refusedCalls }: Status['bots'][number],
  now: number,
): string[] {
  if (!refusedCalls) return [state, more];
  const { count, last } = refusedCalls;
  return [
    `${count} ${count === 1 ? 'call' : 'calls'} refused, ${state}`,
    [lastRefused(last, now), more].filter(Boolean).join('; '),
  ];
}

function section(names: readonly string[], rows: readonly string[][]): string[] {
  if (rows.length === 0) return [];
  const [heading = '', ...lines] = table([[...names, 'DELIVERY', ''], ...rows.map((row) => row.map(onOneLine))]);
  return ['', styled('dim', heading), ...lines];
}
