import { InvalidArgumentError } from 'commander';
import type { Answer } from '#control/registry.ts';

/** What it may do and for how long, in words. */
export function terms({ scope, expiresAt }: Answer<'webhook.revoke'>): string {
  return `It may use ${scope.join(', ')}, ${until(expiresAt)}.`;
}

export function until(expiresAt: number | null): string {
  return expiresAt === null ? 'without an end' : `until ${new Date(expiresAt).toISOString().slice(0, 10)}`;
}

export function days(text: string): number {
  const number = Number(text);
  if (number > 0 && number <= 36_500) return number;
  throw new InvalidArgumentError('Days are a number above 0.');
}

export function webhookId(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('An id is a number, as "list" shows it.');
}
