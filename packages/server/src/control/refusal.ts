import { Complaint } from '#kit/complaint.ts';

/** Why a command that pages give is not carried out, where a page says it in the language of whoever reads. */
export const REFUSAL_REASONS = [
  'title_missing',
  'wrong_handler',
  'wrong_install_url',
  'wrong_address',
  'no_events',
  'webhook_not_found',
  'webhooks_for_administrators',
  'name_missing',
  'email_taken',
  'guest_as_admin',
  'last_admin',
  'chat_unavailable',
  'renaming_forbidden',
  'head_unknown',
  'head_is_guest',
  'parent_gone',
  'department_gone',
  'too_many_departments',
  'company_has_no_parent',
  'circle',
  'is_company',
  'is_guest',
  'works_elsewhere',
  'only_in_company',
  'visitor_not_asked',
  'visitor_nobody_else',
  'visitor_not_in_hand',
  'visitor_taken',
  'visitor_to_colleague',
  'conversation_over',
  'event_gone',
  'event_not_waiting',
  'method_unknown',
  'error_unknown',
] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** A complaint with its reason as data, beside the English words. */
export class Refusal extends Complaint {
  readonly reason: RefusalReason;
  /** What stands in its words. */
  readonly values: Readonly<Record<string, string>>;

  constructor(reason: RefusalReason, words: string, values: Readonly<Record<string, string>> = {}) {
    super(words);
    this.reason = reason;
    this.values = values;
  }
}
