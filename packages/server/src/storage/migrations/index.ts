import { portalChatBot } from './0001-portal-chat-bot.ts';
import { receivers } from './0002-receivers.ts';
import { oauth } from './0003-oauth.ts';
import { people } from './0004-people.ts';
import { signIn } from './0005-sign-in.ts';
import { leanOutbox } from './0006-lean-outbox.ts';
import { subscriptions } from './0007-subscriptions.ts';
import { botGeneration } from './0008-bot-generation.ts';
import { portalState } from './0009-portal-state.ts';
import { leftovers } from './0010-leftovers.ts';
import { lineTotals } from './0011-line-totals.ts';
import { eventKeys } from './0012-event-keys.ts';
import { readableTries } from './0013-readable-tries.ts';
import { webhookMakers } from './0014-webhook-makers.ts';
import { ownBot } from './0015-own-bot.ts';
import { companyStructure } from './0016-company-structure.ts';
import { triedEvents } from './0017-tried-events.ts';
import { callLog } from './0018-call-log.ts';
import { notifications } from './0019-notifications.ts';
import { chatMarksAndStatuses } from './0020-chat-marks-and-statuses.ts';
import { search } from './0021-search.ts';
import { files } from './0023-files.ts';
import { placements } from './0024-placements.ts';
import { lines } from './0025-lines.ts';
import { lineSessionBegins } from './0026-line-session-begins.ts';
import { namesOfFiles } from './0027-names-of-files.ts';
import { chatbots2 } from './0028-chatbots-2.ts';
import { fetchedEvents } from './0029-fetched-events.ts';
import { messageTemplates } from './0031-message-templates.ts';
import { placementsOfPortal } from './0035-placements-of-portal.ts';
import { sessionsAndTokenLife } from './0038-sessions-and-token-life.ts';
import { lineHours } from './0041-line-hours.ts';
import { firstRuns } from './0042-first-runs.ts';
import { shownChatApps } from './0043-shown-chat-apps.ts';
import { keptSince } from './0044-kept-since.ts';
import { fetchedAt } from './0045-fetched-at.ts';
import { fewerSegments } from './0046-fewer-segments.ts';
import { causesOfTries } from './0047-causes-of-tries.ts';
import { idsFoundFirst } from './0048-ids-found-first.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  portalChatBot,
  receivers,
  oauth,
  people,
  signIn,
  leanOutbox,
  subscriptions,
  botGeneration,
  portalState,
  leftovers,
  lineTotals,
  eventKeys,
  readableTries,
  webhookMakers,
  ownBot,
  companyStructure,
  triedEvents,
  callLog,
  notifications,
  chatMarksAndStatuses,
  search,
  files,
  placements,
  lines,
  lineSessionBegins,
  namesOfFiles,
  chatbots2,
  fetchedEvents,
  messageTemplates,
  placementsOfPortal,
  sessionsAndTokenLife,
  lineHours,
  firstRuns,
  shownChatApps,
  keptSince,
  fetchedAt,
  fewerSegments,
  causesOfTries,
  idsFoundFirst,
];

/** The first of these steps that this program does not know: a newer one took it. */
export function unknownStep(done: readonly string[]): string | undefined {
  return done.find((name) => !migrations.some((migration) => migration.name === name));
}
