/** A message in its dialog; ids grow in the order in which messages were written. */
export interface Seen {
  readonly dialog: string;
  readonly id: number;
}

/** What was seen from outside of a portal that was killed again and again. */
export interface Trace {
  /** Answered with success. */
  readonly acknowledged: readonly Seen[];
  /** In the history after the last start. */
  readonly stored: readonly Seen[];
  /** At the bot's handler, in the order it came; repeats included. */
  readonly arrived: readonly Seen[];
  /** For each kill, how many calls were waiting for their answer. */
  readonly inFlight: readonly number[];
}

/** How much must have been going on for the trace to prove anything. */
export interface Demand {
  readonly kills: number;
  readonly writes: number;
  readonly dialogs: number;
  readonly inFlight: number;
}

/** Everything that is wrong with a trace, in words; a trace in which too little happened is wrong, too. */
export function faultsOf(trace: Trace, demand: Demand): string[] {
  return [...lost(trace), ...undelivered(trace), ...outOfOrder(trace), ...tooLittle(trace, demand)];
}

function lost({ acknowledged, stored }: Trace): string[] {
  const kept = keys(stored);
  return acknowledged
    .filter((one) => !kept.has(key(one)))
    .map((one) => `lost: ${key(one)} was acknowledged and is not in the history`);
}

function undelivered({ stored, arrived }: Trace): string[] {
  const heard = keys(arrived);
  return stored
    .filter((one) => !heard.has(key(one)))
    .map((one) => `undelivered: ${key(one)} is in the history and did not reach the handler`);
}

/** What comes for the first time must come after everything that was written before it in its dialog. */
function outOfOrder({ arrived }: Trace): string[] {
  const faults: string[] = [];
  const newest = new Map<string, number>();
  const heard = new Set<string>();
  for (const one of arrived) {
    const last = newest.get(one.dialog) ?? 0;
    if (!heard.has(key(one)) && one.id < last)
      faults.push(`out of order: ${key(one)} came for the first time after ${last}`);
    heard.add(key(one));
    newest.set(one.dialog, Math.max(last, one.id));
  }
  return faults;
}

function tooLittle({ acknowledged, arrived, inFlight }: Trace, demand: Demand): string[] {
  const dialogs = new Set(acknowledged.map(({ dialog }) => dialog)).size;
  const repeats = arrived.length - keys(arrived).size;
  const fewest = Math.min(...inFlight);
  return [
    ...(inFlight.length < demand.kills ? [`too little: ${inFlight.length} kills, not ${demand.kills}`] : []),
    ...(acknowledged.length < demand.writes ? [`too little: ${acknowledged.length} writes, not ${demand.writes}`] : []),
    ...(dialogs < demand.dialogs ? [`too little: ${dialogs} dialogs, not ${demand.dialogs}`] : []),
    ...(fewest < demand.inFlight ? [`too little: ${fewest} writes in flight at a kill, not ${demand.inFlight}`] : []),
    // Without a repeat no kill fell between a delivery and its acknowledgement, which is where the danger is.
    ...(repeats === 0 ? ['too little: nothing was delivered twice'] : []),
  ];
}

function key({ dialog, id }: Seen): string {
  return `${dialog}/${id}`;
}

function keys(seen: readonly Seen[]): Set<string> {
  return new Set(seen.map(key));
}
