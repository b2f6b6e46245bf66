import { optional, readBy } from '#api/kernel/definition/field.ts';
import { toText } from '#api/kernel/wire/read.ts';
import type { RecentKind } from '#domain/recent/recent-place.ts';
import { field } from '../basic/fields.ts';
import { parseTime } from '../basic/time.ts';
import { wire } from '../basic/wire.ts';

/** Kinds of chats that are left out. */
export const skipFields = {
  SKIP_OPENLINES: field.flag('Y: without chats of open channels', false),
  SKIP_CHAT: field.flag('Y: without groups', false),
  SKIP_DIALOG: field.flag('Y: without private chats', false),
} as const;

/** Who reads on from a time must not be sent back to the beginning by one that cannot be read. */
export const moment = (description: string) =>
  optional(
    description,
    readBy(wire.moment, (raw) => parseTime(toText(raw) ?? '')),
  );

export function skippedKinds({
  SKIP_OPENLINES,
  SKIP_CHAT,
  SKIP_DIALOG,
}: Readonly<Record<keyof typeof skipFields, boolean>>): RecentKind[] {
  return [
    ...(SKIP_OPENLINES ? (['openChannel'] as const) : []),
    ...(SKIP_CHAT ? (['group'] as const) : []),
    ...(SKIP_DIALOG ? (['private'] as const) : []),
  ];
}
