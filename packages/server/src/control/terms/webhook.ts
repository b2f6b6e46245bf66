import { z } from 'zod';
import type { WebhookRefusal } from '#domain/webhook/access-webhook.ts';
import type { Webhook } from '#domain/webhook/webhook.ts';
import { programName } from '#kit/program-name.ts';
import type { ControlledPortal } from '../controlled-portal.ts';

/*
 * What the commands about webhooks have in common.
 */

export const WEBHOOK_REFUSALS: Readonly<Record<WebhookRefusal | 'webhooks_for_administrators', string>> = {
  webhook_not_found: `There is no such webhook, or it is somebody else's. See: ${programName()} webhook list`,
  webhooks_for_administrators: `Only administrators have webhooks made here. To change it: ${programName()} portal webhooks everybody`,
};

const DAY = 24 * 60 * 60 * 1000;

export const title = z.string().max(200).describe('What it is for');
export const days = z.number().positive().max(36_500).describe('Days from now until it stops working');
export const id = z.number().int().positive();

/** A webhook as it is told: without its address, which is for its owner alone. */
export const webhook = z.strictObject({
  id: z.number(),
  portalId: z.number(),
  userId: z.number().describe('Whose it is'),
  scope: z.array(z.string()).describe('What it may do'),
  title: z.string(),
  expiresAt: z.number().nullable().describe('Milliseconds since 1970; null: it works until it is revoked'),
});

export function endsAfter(now: number, expiresInDays: number): number {
  return now + Math.round(expiresInDays * DAY);
}

/** Where programs call: whoever has this acts as its owner. */
export function addressOf({ url }: ControlledPortal, { userId }: Webhook, code: string): string {
  return `${url()}/rest/${userId}/${code}/`;
}
