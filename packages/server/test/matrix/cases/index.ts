import type { Calls, Case } from '../case.ts';
import { basic } from './basic.ts';
import { event } from './event.ts';
import { files } from './files.ts';
import { im } from './im.ts';
import { imbot } from './imbot.ts';
import { imbotV2, imV2 } from './imbot-v2.ts';
import { imopenlines } from './imopenlines.ts';
import { notifications } from './notifications.ts';
import { placement } from './placement.ts';
import { user } from './user.ts';

/*
 * For each method a call, or several, that succeeds for a caller who names things of their own, and which of them may be
 * somebody else's without a refusal. A method that is missing here fails the run, and so does a parameter that carries
 * an id and stands in none of the calls.
 */
const all: Readonly<Record<string, Calls>> = {
  ...basic,
  ...im,
  ...notifications,
  ...imbot,
  ...imbotV2,
  ...imV2,
  ...imopenlines,
  ...user,
  ...event,
  ...files,
  ...placement,
};

export const cases: Readonly<Record<string, readonly Case[]>> = Object.fromEntries(
  Object.entries(all).map(([name, calls]) => [name, [calls].flat()]),
);
