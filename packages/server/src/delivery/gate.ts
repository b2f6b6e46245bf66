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
    const suspect = () => (this.#suspects.isFull ? undefined : this.#waitingSuspects.take(isOpenTo));
    if (this.#suspects.inUse < SURE_FOR_SUSPECTS) return suspect() ?? this.#waiting.take(isOpenTo);
    return this.#waiting.take(isOpenTo) ?? suspect();
  }
}

/** No address is called like an application. */
function at(address: string): string {
  return `at ${address}`;
}

/** Those who wait, by application; suspects by address, too. */
class Line {
  readonly #groups = new Map<string, Map<Again, Account>>();

  add(account: Account, again: Again): void {
    const key = account.isSuspect ? `${account.application} ${account.address}` : account.application;
    const group = this.#groups.get(key) ?? new Map<Again, Account>();
    group.set(again, account);
    this.#groups.set(key, group);
  }

  /** The first whose turn it is and for whom there is room. */
  take(isOpenTo: (account: Account) => boolean): Again | undefined {
    for (const [key, group] of this.#groups) {
      const [first] = group;
      if (!first || !isOpenTo(first[1])) continue;
      group.delete(first[0]);
      // To the end of the round.
      this.#groups.delete(key);
      if (group.size > 0) this.#groups.set(key, group);
      return first[0];
    }
    return undefined;
  }
}
