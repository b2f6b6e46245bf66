import type { z } from 'zod';
import type { Clock } from '#kit/clock.ts';
import type { Passwords } from '#kit/password.ts';
import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';
import type { Store } from '#storage/store.ts';
import type { LineStream } from './line-stream.ts';
import type { SignInLinks } from './sign-in-links.ts';

/** The running portal as the control interface sees it. */
export interface ControlledPortal {
  readonly portalId: number;
  readonly store: Store;
  readonly hub: Hub<Happening>;
  readonly clock: Clock;
  /** Milliseconds of `clock.monotonic()`. */
  readonly startedAt: number;
  /** Where the portal is called from outside, without a slash at the end. */
  readonly url: () => string;
  /** Permissions that a webhook can have, and those it gets unless others are named. */
  readonly scopes: { readonly known: readonly string[]; readonly usual: readonly string[] };
  readonly passwords: Passwords;
  readonly links: SignInLinks;
  /** Resolves when every event that can be delivered now is, and no call is being answered. */
  readonly settled: () => Promise<void>;
  /** Told of what is nobody's fault but ours. */
  readonly onError: (error: unknown) => void;
}

/** `POST /control/<name>` with a JSON body. Answers with an object, or with one per line for as long as it goes on. */
export interface ControlCommand {
  readonly name: string;
  readonly body: z.ZodType;
  run(portal: ControlledPortal, body: unknown): Promise<object | LineStream>;
}

/** Throws a Complaint where the person at the other end can do better. */
export function defineControlCommand<B>(command: {
  readonly name: string;
  readonly body: z.ZodType<B>;
  run(portal: ControlledPortal, body: B): Promise<object | LineStream>;
}): ControlCommand {
  // Run only with what its own schema let through.
  return command as ControlCommand;
}
