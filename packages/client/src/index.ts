export { CallError } from './call-error.ts';
export {
  type BatchAnswer,
  type BatchCalls,
  type Client,
  type ClientOptions,
  createClient,
  type Page,
} from './client.ts';
export { type EventName, type ReceivedEvent, readEvent } from './read-event.ts';
export type * from './types.generated.ts';
