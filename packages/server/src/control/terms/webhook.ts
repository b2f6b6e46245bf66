import { z } from 'zod';
import type { WebhookRefusal } from '#domain/webhook/access-webhook.ts';
import type { Webhook } from '#domain/webhook/webhook.ts';
import type { ControlledPortal } from '../definition.ts';

/*
 * What the commands about webhooks have in common.
 */

export const WEBHOOK_REFUSALS: Readonly<Record<WebhookRefusal, string>> = {
  webhook_not_found: "There is no such webhook, or it is somebody else's. See: npx botyard webhook list",
};

const DAY = 24 * 60 * 60 * 1000;

export const title = z.string().max(200);
export const days = z.number().positive().max(36_500);
export const id = z.number().int().positive();

export function endsAfter(now: number, expiresInDays: number): number {
  return now + Math.round(expiresInDays * DAY);
}

/** Where programs call: whoever has this acts as its owner. */
export function addressOf({ url }: ControlledPortal, { userId }: Webhook, code: string): string {
  return `${url()}/rest/${userId}/${code}/`;
}
