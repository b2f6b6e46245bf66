import { NEW_LINE } from '#domain/line/line.ts';
import { presentSettings } from './present.ts';

/** A line of which nothing was said but its name. */
const line = {
  ...NEW_LINE,
  id: 15,
  portalId: 1,
  code: '',
  name: 'Support',
  language: 'en',
  changedBy: 1,
  createdAt: 0,
  changedAt: 0,
} as const;

export const exampleSettings = {
  ...presentSettings(line),
  QUEUE: [],
  QUEUE_FULL: [],
  QUEUE_USERS_FIELDS: [],
  QUEUE_ONLINE: 'N',
} as const;
