/** An incoming webhook: a secret address through which a program acts as the person who made it. */
export interface Webhook {
  readonly id: number;
  readonly portalId: number;
  readonly userId: number;
  readonly scope: readonly string[];
  readonly title: string;
  readonly expiresAt: number | null;
}
