import type { Faults } from '#api/kernel/call/faults.ts';
import type { Registry } from '#api/kernel/definition/registry.ts';
import type { Interventions } from '#delivery/interventions.ts';
import type { Clock } from '#kit/clock.ts';
import type { Passwords } from '#kit/password.ts';
import type { CallLog } from '#live/call-log/call-log.ts';
import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';
import type { ShownMessages } from '#live/updates/shown-messages.ts';
import type { DataPlace } from '#storage/data-files.ts';
import type { Store } from '#storage/store.ts';
import type { SignInLinks } from './sign-in-links.ts';

/** The running portal as commands see it. */
export interface ControlledPortal {
  readonly portalId: number;
  readonly store: Store;
  /** undefined: in memory. */
  readonly place: DataPlace | undefined;
  readonly hub: Hub<Happening>;
  /** The log of REST calls. */
  readonly calls: CallLog;
  /** When messages came to which open pages. */
  readonly shown: Pick<ShownMessages, 'of'>;
  /** Takes part in how events are delivered. */
  readonly delivery: Interventions;
  readonly registry: Registry;
  /** What calls are made to fail with. */
  readonly faults: Faults;
  readonly clock: Clock;
  /** Milliseconds of `clock.monotonic()`. */
  readonly startedAt: number;
  /** Where the portal is called from outside, without a slash at the end. */
  readonly url: () => string;
  /** Where people open its pages. */
  readonly pagesUrl: () => string;
  /** Permissions that a webhook can have, and those it gets unless others are named. */
  readonly scopes: { readonly known: readonly string[]; readonly usual: readonly string[] };
  readonly passwords: Passwords;
  readonly links: SignInLinks;
  /** Resolves when every event that can be delivered now is, and no call is being answered. */
  readonly settled: () => Promise<void>;
  /** Has the portal finish what is on its way and stop, after what is being answered. */
  readonly stop: () => void;
  /** Told of what is nobody's fault but ours. */
  readonly onError: (error: unknown) => void;
}
