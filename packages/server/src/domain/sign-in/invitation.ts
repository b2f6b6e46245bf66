/** A link by which somebody chooses their password, and comes in for the first time. */
export interface Invitation {
  readonly id: number;
  readonly portalId: number;
  /** null: whoever follows it becomes the first administrator of a portal without people. */
  readonly userId: number | null;
  readonly createdAt: number;
}

/** Milliseconds. */
export const INVITATION_LIFETIME = 7 * 24 * 60 * 60 * 1000;
