import type { ChatApp } from '#domain/chat-app/chat-app.ts';
import { CLIENT_ID, type World } from '../world.ts';

export const LANG = [{ LANGUAGE_ID: 'en', TITLE: 'Echobot BUTTON', DESCRIPTION: 'Send help command' }];

/** A button that sends `/help`, or what `more` says. */
export function chatApp(world: World, botId: number, more: Record<string, unknown> = {}): Promise<number> {
  const params = { BOT_ID: botId, CODE: 'echo', JS_METHOD: 'SEND', JS_PARAM: '/help', LANG, CLIENT_ID };
  return world.alice.ok('imbot.app.register', { ...params, ...more });
}

/** A button as it is kept. */
export async function keptChatApp({ app }: World, id: number): Promise<ChatApp> {
  const found = await app.store.read((work) => work.chatApps.findChatApp(id));
  if (!found) throw new Error(`There is no button ${id}`);
  return found;
}
