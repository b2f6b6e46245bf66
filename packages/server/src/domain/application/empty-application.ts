import { type Emptying, inTurn } from '../leftover/emptying.ts';

/** What is left of an application that was removed: events that wait for it, its grants, what it kept, who has run it, where it is opened. */
export const emptyApplication: Emptying = inTurn(
  (work, applicationId, most) => work.offlineEvents.deleteOfApplication(applicationId, most),
  (work, applicationId, most) => work.grants.deleteOfApplication(applicationId, most),
  (work, applicationId, most) => work.options.deleteOfApplication(applicationId, most),
  (work, applicationId, most) => work.firstRuns.deleteOfApplication(applicationId, most),
  (work, applicationId, most) => work.placements.deleteOfApplication(applicationId, most),
);
