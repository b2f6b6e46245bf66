import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';

/*
 * An event in the queue of an application, as presentFetched and presentQueued tell it.
 */

const text = z.string();

const fetched = z.object({
  ID: text,
  TIMESTAMP_X: text.describe('YYYY-MM-DDThh:mm:ss±hh:mm'),
  EVENT_NAME: text,
  EVENT_DATA: z.record(text, z.unknown()).describe('Which object it is about'),
  EVENT_ADDITIONAL: z.object({ user_id: z.union([text, z.literal(0)]) }).describe('Who caused it'),
  MESSAGE_ID: text.describe('32 characters, the same whenever the event is about the same object'),
});

export const fetchedEventSchema = component('FetchedEvent', 'An event taken from the queue', fetched);
export const queuedEventSchema = component(
  'QueuedEvent',
  'An event in the queue, with the batch that it is in hand with',
  fetched.extend({ PROCESS_ID: text, ERROR: z.enum(['0', '1']) }),
);

export const exampleEvent = {
  ID: '1',
  TIMESTAMP_X: '2024-07-18T12:32:31+00:00',
  EVENT_NAME: 'ONUSERADD',
  EVENT_DATA: { ID: '5' },
  EVENT_ADDITIONAL: { user_id: '5' },
  MESSAGE_ID: 'b0c7f7c2a3f1e4d5c6b7a8f9e0d1c2b3',
} as const;
