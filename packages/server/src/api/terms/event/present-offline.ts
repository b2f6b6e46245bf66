import { toIso } from '#api/kernel/call/time-block.ts';
import type { PortalEvent } from '#domain/event.ts';
import type { OfflineEvent } from '#domain/offline-event/offline-event.ts';
import { eventName } from './names.ts';

/** A record as it is fetched: what happened to which object. */
export function presentFetched({ id, messageId, changedAt, event }: OfflineEvent) {
  return {
    ID: String(id),
    TIMESTAMP_X: toIso(changedAt),
    EVENT_NAME: eventName(event.type),
    EVENT_DATA: presentObject(event),
    EVENT_ADDITIONAL: { user_id: event.userId === 0 ? (0 as const) : String(event.userId) },
    MESSAGE_ID: messageId,
  };
}

/** The same as it is listed: with whoever has it in hand. */
export function presentQueued(event: OfflineEvent) {
  return { ...presentFetched(event), PROCESS_ID: event.processId, ERROR: event.isError ? '1' : '0' } as const;
}

/** Only by what the object is known, ids as text as events have them: how it is now is asked for. */
function presentObject(event: PortalEvent): Readonly<Record<string, unknown>> {
  const bot = 'botId' in event ? { BOT_ID: String(event.botId) } : {};
  switch (event.type) {
    case 'messageAdded':
    case 'messageChanged':
    case 'messageDeleted':
    case 'reactionChanged':
      return { ...bot, CHAT_ID: String(event.message.chatId), MESSAGE_ID: String(event.message.id) };
    case 'commandInvoked':
      return {
        ...bot,
        CHAT_ID: String(event.message.chatId),
        MESSAGE_ID: String(event.message.id),
        COMMAND_ID: String(event.commandId),
        COMMAND: event.command,
        COMMAND_PARAMS: event.params,
      };
    case 'botJoinedChat':
    case 'contextGiven':
    case 'memberJoined':
      return { ...bot, CHAT_ID: String(event.chatId) };
    case 'botDeleted':
      return { ...bot, BOT_CODE: event.code };
    case 'userAdded':
      return { ID: String(event.personId) };
    case 'testCalled':
      return { QUERY: event.query };
    case 'applicationInstalled':
    case 'applicationUpdated':
      return { VERSION: event.version };
    case 'applicationRemoved':
    case 'offlineChanged':
      return {};
  }
}
