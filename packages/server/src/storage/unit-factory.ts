import type { Cause } from '#domain/cause.ts';
import { type Settings, USUAL_SETTINGS } from '#domain/settings.ts';
import type { Clock } from '#kit/clock.ts';
import type { Complaint } from '#kit/complaint.ts';
import type { Random } from '#kit/random.ts';
import { linkCodec } from './link-codec.ts';
import type { Secrets } from './secrets.ts';
import type { Session } from './session.ts';
import { tokenCodec } from './token-codec.ts';
import { stores, type UnitOfWork } from './unit-of-work.ts';

export interface StoreOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly settings?: Settings | undefined;
  /** Told when one who listens to commits throws. */
  readonly onListenerError?: (error: unknown) => void;
  /** Told once, when this portal can keep nothing any more: another one has taken its database, or the disk fails. */
  readonly onLost?: (complaint: Complaint) => void;
}

/** Where what a unit announces goes. */
export type Announcing = Pick<UnitOfWork, 'announce' | 'announceNow' | 'announced'>;

export type UnitFactory = (cause?: Cause) => UnitOfWork;

/** The stores are made once per connection; a unit adds its own moment to them. */
export function unitFactory(
  session: Session,
  { clock, random, secrets, settings = USUAL_SETTINGS }: StoreOptions,
  announcing: Announcing,
): UnitFactory {
  const tokens = tokenCodec(secrets);
  const links = linkCodec(secrets);
  // A class: an object that is made with a prototype of its own is slow to make, and to read.
  class Unit {
    readonly now = clock.now();
    readonly cause: Cause | undefined;
    /** Most units notice nobody: the set is made when one does. */
    #noticed: Set<number> | undefined;

    constructor(cause: Cause | undefined) {
      this.cause = cause;
    }

    isFirstNotice(subscriptionId: number): boolean {
      this.#noticed ??= new Set();
      if (this.#noticed.has(subscriptionId)) return false;
      this.#noticed.add(subscriptionId);
      return true;
    }
  }
  Object.assign(Unit.prototype, stores(session, secrets), { random, settings, tokens, links, ...announcing });
  return (cause) => new Unit(cause) as unknown as UnitOfWork;
}

export const nothingToAnnounce: Announcing = {
  announce: refuseToAnnounce,
  announceNow: refuseToAnnounce,
  announced: () => [],
};

function refuseToAnnounce(): never {
  throw new Error('A unit that only reads has nothing to announce');
}
