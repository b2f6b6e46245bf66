import { z } from 'zod';
import type { Values } from '#api/kernel/definition/field.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { LATER } from '#api/kernel/definition/unfinished.ts';
import { field } from '#api/terms/basic/fields.ts';
import { moment, skipFields, skippedKinds } from '#api/terms/recent/params.ts';
import { exampleRecent, recentSchema } from '#api/terms/recent/schema.ts';
import { type RecentRequest, RecentTold, tellRecent } from '#api/terms/recent/tell.ts';
import { done } from '#kit/outcome.ts';

const params = {
  ...skipFields,
  ONLY_OPENLINES: field.flag('Y: only chats of open channels', false),
  LAST_UPDATE: moment('Only chats in which a message was written since then'),
  LAST_SYNC_DATE: moment('The same, or which the person pinned or marked since then; of the last seven days'),
} as const;

/** Chats that are told of. */
const MOST = 1_000;

/** How far back one can be told of changes. */
const SEVEN_DAYS = 7 * 24 * 3_600_000;

export default defineMethod({
  name: 'im.recent.get',
  summary:
    'Lists the chats of the calling person, 1,000 at most: those that are pinned, then by their newest messages.',
  page: 'api-reference/chats/im-recent-get',
  scope: 'im',
  reads: true,
  gathers: () => new RecentTold(),
  params,
  errors: [],
  result: z.array(recentSchema),
  example: { params: { SKIP_OPENLINES: 'Y', LAST_UPDATE: '2026-02-25T18:30:00+01:00' }, result: [exampleRecent] },
  async handle({ work, caller, params, gathered }) {
    const { isLast } = await tellRecent(work, caller, toRequest(params, work.now), gathered);
    return done(isLast ? gathered.items : LATER);
  },
});

function toRequest(asked: Values<typeof params>, now: number): RecentRequest {
  const { ONLY_OPENLINES, LAST_UPDATE, LAST_SYNC_DATE } = asked;
  return {
    skips: ONLY_OPENLINES ? ['private', 'group', ...skippedKinds(asked)] : skippedKinds(asked),
    unreadOnly: false,
    activeSince: LAST_UPDATE,
    changedSince: LAST_SYNC_DATE && Math.max(LAST_SYNC_DATE, now - SEVEN_DAYS),
    offset: 0,
    // Longer lists are of no use to anybody, and take seconds and some 2 kB for each chat.
    limit: MOST,
    isOriginal: false,
  };
}
