import { useAppPlaces } from '../stores/app-places.ts';
import { useChatApps } from '../stores/chat-apps.ts';
import { useChats } from '../stores/chats.ts';
import { useConversations } from '../stores/conversations.ts';
import { useDetails } from '../stores/details.ts';
import { useNotifications } from '../stores/notifications.ts';
import { useOwnStatus } from '../stores/own-status.ts';
import { usePeople } from '../stores/people.ts';
import { usePresses } from '../stores/presses.ts';
import { useTyping } from '../stores/typing.ts';
import type { Update } from '../types.generated.ts';

/**
 * The one place where what the portal tells changes what is shown. Applying an update twice, or one that was loaded
 * already, changes nothing: pages connect before they load.
 */
export function applyUpdate(update: Update): void {
  const chats = useChats();
  const conversations = useConversations();
  switch (update.kind) {
    case 'message':
      usePeople().learn(update.users);
      useTyping().stop(update.chatId, update.message.author_id);
      conversations.putMessage(update.chatId, update.message, update.what === 'added');
      usePresses().hear(update.chatId, update.message);
      chats.putMessage(update.chatId, update.message, update.what === 'added');
      // A line of the system may tell of another title or picture.
      if (update.message.author_id === 0) useDetails().changed(update.chatId);
      break;
    case 'gone':
      conversations.dropMessage(update.chatId, update.messageId);
      chats.refreshChat(update.chatId);
      break;
    case 'reaction':
      conversations.putLikes(update.chatId, update.messageId, update.likes);
      break;
    case 'read':
      conversations.putRead(update.chatId, update.userId, update.lastId);
      chats.putRead(update.chatId, update.userId, update.lastId);
      break;
    case 'typing':
      useTyping().put(update);
      break;
    case 'press':
      usePresses().put(update);
      break;
    case 'presence':
      usePeople().learn([update.user]);
      useOwnStatus().hear(update.user);
      break;
    case 'members':
      conversations.refreshDialog(update.chatId);
      chats.refreshChat(update.chatId);
      useDetails().changed(update.chatId);
      break;
    case 'recent':
      chats.refreshChat(update.chatId);
      break;
    case 'notifications':
      useNotifications().refresh();
      break;
    case 'placements':
      useAppPlaces().refresh();
      break;
    case 'chatApps':
      useChatApps().refresh();
      break;
  }
}

/** After it is not known what was missed. */
export function loadAnew(): void {
  useChats().refresh();
  useNotifications().refresh();
  useAppPlaces().refresh();
  useChatApps().refresh();
  useConversations().refreshShown();
}
