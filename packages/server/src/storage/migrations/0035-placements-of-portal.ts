import type { Migration } from './migration.ts';

/** Pages ask for everything that applications show in the portal. */
export const placementsOfPortal: Migration = {
  name: '0035-placements-of-portal',
  statements: () => ['create index placement_of_portal on placement(portal_id, id)'],
};
