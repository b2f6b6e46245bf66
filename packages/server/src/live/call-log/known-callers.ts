import type { NotedCall } from '#api/kernel/call/noted-call.ts';
import type { Store } from '#storage/store.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { KeptCaller } from './kept-call.ts';

/** Who made the calls of a batch: each is looked up once. */
export class KnownCallers {
  readonly #store: Store;
  readonly #known = new Map<string, KeptCaller>();
  #last: { readonly call: NotedCall; readonly caller: KeptCaller } | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** A promise only where it has to be looked up. */
  find(call: NotedCall): KeptCaller | Promise<KeptCaller> {
    if (this.#last && call.hasCallerOf(this.#last.call)) return this.#last.caller;
    const { callerKey } = call;
    const caller = this.#known.get(callerKey);
    if (!caller) return this.#lookUp(callerKey, call);
    this.#last = { call, caller };
    return caller;
  }

  async #lookUp(key: string, call: NotedCall): Promise<KeptCaller> {
    const caller = await this.#store.read((work) => callerOf(work, call));
    this.#known.set(key, caller);
    this.#last = { call, caller };
    return caller;
  }
}

async function callerOf(work: Reading, call: NotedCall): Promise<KeptCaller> {
  const { kind, userId, userName, application } = await call.findCaller(work);
  const bots = application ? await work.bots.listOfApplication(application.id) : [];
  return {
    kind,
    userId,
    applicationId: application?.id ?? 0,
    bots: bots.map(({ id }) => id),
    receivers: bots.map(({ receiverId }) => receiverId),
    shown: kind === 'stranger' ? userName : '',
  };
}
