import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { emptyApplication } from '../application/empty-application.ts';
import { emptyBot } from '../bot/empty-bot.ts';
import { emptyChat } from '../chat/empty-chat.ts';
import { emptyDepartment } from '../department/empty-department.ts';
import { emptyReceiver } from '../subscription/empty-receiver.ts';
import { emptyField } from '../user-field/empty-field.ts';
import type { Emptying } from './emptying.ts';
import type { Leftover, LeftoverKind } from './leftover.ts';

const EMPTYING: Readonly<Record<LeftoverKind, Emptying>> = {
  bot: emptyBot,
  application: emptyApplication,
  receiver: emptyReceiver,
  field: emptyField,
  department: emptyDepartment,
  chat: emptyChat,
};

/** Rows that go in the unit that takes something away: most of what is taken away has no more. */
const AT_ONCE = 200;

/** Deletes what is left of something that is seen no more from now on: a little at once, the rest in steps. */
export async function leaveBehind(work: UnitOfWork, portalId: number, kind: LeftoverKind, ref: number): Promise<void> {
  const leftover = await work.leftovers.insertLeftover(kind, ref);
  if ((await empty(work, leftover, AT_ONCE)) === AT_ONCE) work.announce({ type: 'leftBehind', portalId });
}

/** Goes on with what is left, `most` rows at once, the oldest first; answers how many. */
export async function emptyLeftovers(work: UnitOfWork, most: number): Promise<number> {
  let count = 0;
  while (count < most) {
    const oldest = await work.leftovers.findOldest();
    if (!oldest) break;
    count += await empty(work, oldest, most - count);
  }
  return count;
}

async function empty(work: UnitOfWork, { id, kind, ref }: Leftover, most: number): Promise<number> {
  const count = await EMPTYING[kind](work, ref, most);
  if (count < most) await work.leftovers.deleteLeftover(id);
  return count;
}
