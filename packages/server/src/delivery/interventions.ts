import type { Store } from '#storage/store.ts';
import { type Outbox, outbox, type PendingEvent } from '#storage/stores/outbox.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import { type PreparedEvent, prepareEvent } from './prepare-event.ts';
import type { ReceiverWorker } from './receiver-worker.ts';

/** What people do about events that are on their way, or did not arrive. */
export interface Interventions {
  /** Changes what is written down of a receiver and its events. Nothing is sent to it meanwhile, and no order is lost. */
  change<T>(receiverId: number, change: (write: WriteOutbox) => Promise<T>): Promise<T>;
  /** An event that is not to be tried again, even if it is on the wire; within a change. */
  skip(event: Pick<PendingEvent, 'id' | 'lane' | 'receiverId'>): void;
  /** Whatever waits because its receiver failed is tried at once: the receiver may have been mended. */
  mend(receiverId: number): Promise<void>;
  /** An event as it would go out now, with new tokens; undefined: nobody is there to hear of it. */
  prepare(event: PendingEvent): Promise<PreparedEvent | undefined>;
}

export type WriteOutbox = <T>(work: (box: Outbox) => Promise<T>) => Promise<T>;

interface Parts {
  readonly options: DeliveryOptions;
  readonly acknowledgements: Acknowledgements;
  readonly workerOf: (receiverId: number) => ReceiverWorker;
}

export function interventions({ options, acknowledgements, workerOf }: Parts): Interventions {
  const { store } = options;
  const write = writingTo(store);

  async function change<T>(receiverId: number, work: (write: WriteOutbox) => Promise<T>): Promise<T> {
    const { changes } = workerOf(receiverId);
    changes.begin();
    try {
      await acknowledgements.written();
      return await work(write);
    } finally {
      changes.end();
    }
  }

  return {
    change,
    skip: (event) => workerOf(event.receiverId).changes.skip(event),
    async mend(receiverId) {
      if (!workerOf(receiverId).changes.isInTrouble) return;
      await change(receiverId, (write) =>
        write(async (box) => {
          await box.updateHealth(receiverId, 0, 0);
          await box.updateDue(receiverId);
        }),
      );
    },
    prepare: (event) =>
      store.read(async (work) => {
        const outgoing = await options.render(work, event);
        return typeof outgoing === 'object' ? prepareEvent(outgoing, event, work.now) : undefined;
      }),
  };
}

function writingTo(store: Store): WriteOutbox {
  return (work) => store.writeWith((session) => work(outbox(session)));
}
