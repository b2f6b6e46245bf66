/** The root of all data: people, bots, chats and applications of one portal never see those of another. */
export interface Portal {
  readonly id: number;
  /** Identifies the portal to applications wherever it is reached from. */
  readonly memberId: string;
  /** Two letters; used where a person has chosen none. */
  readonly language: string;
  /** Its public part is closed: programs are not answered. */
  readonly isClosed: boolean;
  readonly plan: Plan;
  readonly webhookMakers: WebhookMakers;
}

/** What the portal is paid for; on the free plan programs are not answered. */
export type Plan = (typeof PLANS)[number];
export const PLANS = ['commercial', 'free'] as const;

/** Who may have webhooks made (N5); those that there are go on working. */
export type WebhookMakers = (typeof WEBHOOK_MAKERS)[number];
export const WEBHOOK_MAKERS = ['everybody', 'administrators'] as const;
