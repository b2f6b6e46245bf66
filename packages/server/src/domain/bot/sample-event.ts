import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { BotEvent, MessageFacts } from '../event.ts';
import { NO_CHAT } from '../subscription/enqueue.ts';
import type { Bot } from './bot.ts';

export type SampleRefusal = 'no_chat' | 'no_command';

/** Of which there are samples. */
export type SampledType = Exclude<BotEvent['type'], 'reactionChanged' | 'contextGiven'>;

/** An event of nothing that happened, to try whether a bot hears. */
export interface Sample {
  readonly lane: number;
  readonly event: BotEvent;
}

const TEXT = 'This is a test event: nothing was written';

/** An event of that kind as the bot would hear it in the first of its chats, from the first person there. */
export async function sampleEvent(work: Reading, bot: Bot, type: SampledType): Promise<Outcome<Sample, SampleRefusal>> {
  const [chatId] = await work.members.listChatsOf(bot.id, 1);
  const chat = chatId === undefined ? undefined : await work.chats.findChat(chatId);
  if (type === 'botDeleted') return done({ lane: NO_CHAT, event: { type, userId: bot.registeredBy, code: bot.code } });
  if (!chat) return refused('no_chat');
  const members = await work.members.listOfChat(chat.id);
  const userId = members.find((member) => !member.isBot)?.userId ?? chat.ownerId;
  const lane = chat.id;
  if (type === 'botJoinedChat')
    return done({ lane, event: { type, userId, chatId: chat.id, chatType: chat.type, seesHistory: false } });
  const last = (await work.messages.findLast(chat.id))?.id ?? 0;
  const message: MessageFacts = {
    id: last,
    chatId: chat.id,
    chatType: chat.type,
    authorId: userId,
    text: TEXT,
    isSystem: false,
    uuid: null,
    createdAt: work.now,
    previousId: last,
    mentionedIds: [],
    botIds: members.filter((member) => member.isBot).map((member) => member.userId),
    skipConnector: false,
  };
  if (type !== 'commandInvoked') return done({ lane, event: { type, userId, message } });
  const [command] = await work.commands.listOfBot(bot.id);
  if (!command) return refused('no_command');
  const { id: commandId, name } = command;
  const called = { ...message, text: `/${name} test` };
  const context = 'textarea';
  return done({
    lane,
    event: { type, userId, commandId, command: name, params: 'test', context, message: called },
  });
}
