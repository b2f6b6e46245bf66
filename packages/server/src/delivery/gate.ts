import { Places } from './places.ts';

/** Exchanges at once, over all receivers. */
export const PLACES = 2_048;
/** Of them, at most so many for receivers whose last tries timed out. */
export const FOR_SUSPECTS = PLACES / 4;
/** So many of those go before everybody else: with all places in use, one that has recovered would not be noticed. */
export const SURE_FOR_SUSPECTS = 32;

/** On whose account a place is taken. */
export interface Account {
  readonly application: string;
  /** The server that is called. */
  readonly address: string;
  /** Its last tries timed out. */
  readonly isSuspect: boolean;
}

type Again = () => void;

/**
 * Lets so many exchanges run at once as there are places; the others are told when it is their turn.
 *
 * An application may take a place as long as it holds fewer than are free: alone it gets half of them, two get a third
 * each, and a share as large as anybody's always stays free for those who come next. Suspects share a quarter by the
 * same rule, by application and by address.
 */
export class Gate {
  readonly #all = new Places(PLACES);
  readonly #suspects = new Places(FOR_SUSPECTS);
  readonly #waiting = new Line();
  readonly #waitingSuspects = new Line();

  /**
   * false: no place. Then `again` is called once when there is one; it must enter before it returns, or the place goes
   * to the next. Applications take turns, each in the order of asking. Asking again with the same function keeps the
   * place in the line.
   */
  enter(account: Account, again: Again): boolean {
    if (!this.#isOpenTo(account)) {
      (account.isSuspect ? this.#waitingSuspects : this.#waiting).add(account, again);
      return false;
    }
    const { application, address, isSuspect } = account;
    this.#all.take(application);
    if (isSuspect) this.#suspects.take(application, at(address));
    return true;
  }

  /** With the same account as at the entrance. */
  leave({ application, address, isSuspect }: Account): void {
    this.#all.free(application);
    if (isSuspect) this.#suspects.free(application, at(address));
    for (let next = this.#next(); next; next = this.#next()) next();
  }

  #isOpenTo({ application, address, isSuspect }: Account): boolean {
    return this.#all.hasRoomFor(application) && (!isSuspect || this.#suspects.hasRoomFor(application, at(address)));
  }

  #next(): Again | undefined {
    if (this.#all.isFull) return undefined;
    const isOpenTo = (account: Account) => this.#isOpenTo(account);
    const hasRoomAt = (address: string) => this.#suspects.hasRoomFor(address);
    const suspect = () => (this.#suspects.isFull ? undefined : this.#waitingSuspects.take(isOpenTo, hasRoomAt));
    if (this.#suspects.inUse < SURE_FOR_SUSPECTS) return suspect() ?? this.#waiting.take(isOpenTo);
    return this.#waiting.take(isOpenTo) ?? suspect();
  }
}

/** No address is called like an application. */
function at(address: string): string {
  return `at ${address}`;
}

type Group = Map<Again, Account>;

/** Those who wait, by application; suspects by address first: of all who wait for a server without room one is asked. */
class Line {
  readonly #addresses = new Map<string, Map<string, Group>>();

  add(account: Account, again: Again): void {
    const address = account.isSuspect ? at(account.address) : '';
    const applications = this.#addresses.get(address) ?? new Map<string, Group>();
    const group = applications.get(account.application) ?? new Map<Again, Account>();
    group.set(again, account);
    applications.set(account.application, group);
    this.#addresses.set(address, applications);
  }

  /** The first whose turn it is and for whom there is room. */
  take(
    isOpenTo: (account: Account) => boolean,
    hasRoomAt: (address: string) => boolean = () => true,
  ): Again | undefined {
    for (const [address, applications] of this.#addresses) {
      if (!hasRoomAt(address)) continue;
      for (const [application, group] of applications) {
        const [first] = group;
        if (!first || !isOpenTo(first[1])) continue;
        group.delete(first[0]);
        toEndOfRound(applications, application, group);
        toEndOfRound(this.#addresses, address, applications);
        return first[0];
      }
    }
    return undefined;
  }
}

function toEndOfRound<Waiting extends { readonly size: number }>(
  round: Map<string, Waiting>,
  name: string,
  waiting: Waiting,
): void {
  round.delete(name);
  if (waiting.size > 0) round.set(name, waiting);
}
