import type { LookupAddress } from 'node:dns';
import { lookup, Resolver } from 'node:dns/promises';
import type { Clock } from '#kit/clock.ts';
import type { Resolve } from './address-book.ts';
import { inHostsFile } from './hosts-file.ts';

export interface NameSources {
  readonly clock: Clock;
  /** Name servers, as 192.0.2.53 or 192.0.2.53:5353; those of the system unless given. */
  readonly servers?: readonly string[];
  readonly hostsFile?: string;
  /** Asked for what neither the hosts file nor a name server knows. */
  readonly system?: Resolve;
}

/** Milliseconds of the first try to reach a name server, and tries: the second takes twice as long. */
const FIRST_TRY = 2_500;
const TRIES = 2;
/** Milliseconds after which the system is asked again which name servers it has. */
const SERVERS_FOR = 30_000;
/** Milliseconds after which nobody waits any more for what the system would say. */
const WAITS_FOR = 10_000;

const LOOPBACK: readonly LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/** What a name server says of a name that it does not know, or that it has no such address of; or there is none to ask. */
const UNKNOWN: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA', 'ECONNREFUSED']);

const systemLookup: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Looks names up in the order in which systems do: the hosts file, then the name servers, which are asked over sockets of
 * our own. The system's own look-ups share two threads: two names whose servers hang keep everybody else waiting for
 * theirs. It is asked last, for what it may know from elsewhere, one name at a time.
 */
export function createResolve({ clock, servers, hostsFile, system = systemLookup }: NameSources): Resolve {
  let asked: { readonly resolver: Resolver; readonly since: number } | undefined;
  let line: Promise<unknown> = Promise.resolve();

  function nameServers(): Resolver {
    const now = clock.monotonic();
    if (asked && now - asked.since < SERVERS_FOR) return asked.resolver;
    const resolver = new Resolver({ timeout: FIRST_TRY, tries: TRIES });
    if (servers) resolver.setServers(servers);
    asked = { resolver, since: now };
    return resolver;
  }

  function inLine(hostname: string): Promise<readonly LookupAddress[]> {
    const since = clock.monotonic();
    const answer = line.then(() => {
      if (clock.monotonic() - since > WAITS_FOR) throw Object.assign(new Error('too late'), { code: 'ETIMEOUT' });
      return system(hostname);
    });
    line = answer.catch(() => undefined);
    return answer;
  }

  return async (hostname) => {
    const name = hostname.replace(/\.$/, '');
    const written = await inHostsFile(name, hostsFile);
    if (written.length > 0) return written;
    if (/(?:^|\.)localhost$/i.test(name)) return LOOPBACK;
    // Machines of a local network tell each other their names; name servers know none of them.
    if (/\.local$/i.test(name)) return inLine(hostname);
    return (await fromServers(nameServers(), hostname)) ?? inLine(hostname);
  };
}

/** undefined: they do not know the name. @throws when they fail, or do not answer */
async function fromServers(resolver: Resolver, hostname: string): Promise<LookupAddress[] | undefined> {
  const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  const found = answers.flatMap((answer, at) =>
    answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family: at === 0 ? 4 : 6 })) : [],
  );
  if (found.length > 0) return found;
  for (const answer of answers)
    if (answer.status === 'rejected' && !UNKNOWN.has(answer.reason?.code)) throw answer.reason;
  return undefined;
}
