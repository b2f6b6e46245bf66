import type { Account } from './gate.ts';
import type { HeldLease } from './leases.ts';
import { type Owner, serverOf } from './receiver-owner.ts';
import type { WorkerContext } from './worker-context.ts';

type Claiming = Pick<WorkerContext, 'claim' | 'owner' | 'holds'>;

/** The right to send the events of one receiver, and on whose account they are sent. */
export class ReceiverClaim {
  readonly #receiverId: number;
  readonly #context: Claiming;
  readonly #onFresh: (lease: HeldLease) => void;
  #lease: HeldLease | undefined;
  #owner: Owner | undefined;
  #lastUrl = '';
  #isDropped = false;
  /** As it was last read: a try that was on its way while the receiver was dropped ends without a lease. */
  #retries = true;

  /** `onFresh` is called where somebody else may have had the receiver since: what they wrote down is the truth. */
  constructor(receiverId: number, context: Claiming, onFresh: (lease: HeldLease) => void) {
    this.#receiverId = receiverId;
    this.#context = context;
    this.#onFresh = onFresh;
  }

  /** Asked before every exchange. */
  get isHeld(): boolean {
    return this.#lease !== undefined && this.#context.holds(this.#lease);
  }

  /** Whether what fails is tried again. */
  get retries(): boolean {
    return this.#retries;
  }

  /** A person wants nothing to be sent for now. */
  get isPaused(): boolean {
    return this.#lease?.isPaused ?? false;
  }

  /** Somebody changed what is written down of the receiver: it is claimed anew, and then is fresh. */
  drop(): void {
    this.#lease = undefined;
    this.#isDropped = true;
  }

  /** false: another process has the receiver. */
  async acquire(): Promise<boolean> {
    const held = this.#lease;
    const lease = await this.#context.claim(this.#receiverId);
    this.#owner ??= await this.#context.owner(this.#receiverId);
    this.#lease = lease;
    if (!lease) return false;
    this.#retries = lease.retries;
    if (this.#isDropped || lease.epoch !== (held?.epoch ?? 0) + 1) this.#onFresh(lease);
    this.#isDropped = false;
    return true;
  }

  accountOf(isSuspect: boolean): Account {
    const { application = '', address = '' } = this.#owner ?? {};
    return { application, address, isSuspect };
  }

  /** Where a bot hears is known when its first event is made. */
  learnAddress(url: string): void {
    if (url === this.#lastUrl || !this.#owner) return;
    this.#lastUrl = url;
    this.#owner = { ...this.#owner, address: serverOf(url) };
  }
}
