import en from './en.json';
import { i18n } from './i18n.ts';

export interface Problem {
  readonly message: string;
  readonly reason?: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** Why the portal does not do what a page asked for: in the language of the reader, where its reason is known. */
export function refusalText({ message, reason, values = {} }: Problem): string {
  return reason !== undefined && reason in en.refusals ? i18n.global.t(`refusals.${reason}`, values) : message;
}
