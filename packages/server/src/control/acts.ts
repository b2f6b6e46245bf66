import { pressCommand } from '#domain/command/press-command.ts';
import { accessAsMember } from '#domain/message/access-message.ts';
import type { Message } from '#domain/message/message.ts';
import { type SendRefusal, sendInto, sendMessage } from '#domain/message/send-message.ts';
import type { ButtonAction } from '#domain/message-parts/button-action.ts';
import type { User } from '#domain/user/user.ts';
import { Complaint } from '#kit/complaint.ts';
import type { FeedMessage } from '#live/feed-item.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ControlledPortal } from './controlled-portal.ts';
import type { Act } from './conversation.ts';
import { dialogCalled, personCalled } from './terms/names.ts';

/*
 * What a person does in a conversation that somebody follows.
 */

const REFUSALS: Readonly<Record<SendRefusal, string>> = {
  user_not_found: 'There is nobody with that id to write to',
  chat_not_found: 'There is no such chat',
  chat_denied: 'They are not in that chat',
  reply_not_found: 'There is no such message to reply to',
  reply_from_other_chat: 'That message is in another chat',
};

export interface Words {
  readonly as: string;
  readonly to: string;
  readonly text: string;
}

/** @throws Complaint when it cannot be said there */
export function write(portal: ControlledPortal, { as, to, text }: Words): Promise<Act> {
  return portal.store.write(async (work) => {
    const person = await personCalled(work, portal.portalId, as);
    const sent = await sendMessage(work, person, await dialogCalled(work, person, to), { text, params: {} });
    if (!sent.ok) throw new Complaint(REFUSALS[sent.reason]);
    return written(work, sent.value);
  });
}

/**
 * Presses the button with that text on the newest of the messages that has one.
 *
 * @throws Complaint when there is none, or nothing that a portal does when it is pressed
 */
export function press(
  portal: ControlledPortal,
  as: string,
  messages: readonly FeedMessage[],
  text: string,
): Promise<Act> {
  const fits = (written: string) => written.trim().toLowerCase() === text.trim().toLowerCase();
  const shown = messages.findLast(({ buttons }) => buttons.some((button) => fits(button.text)));
  if (!shown) {
    const there = messages.flatMap(({ buttons }) => buttons.map((button) => `"${button.text}"`));
    throw new Complaint(`No button "${text}" came back. There are: ${there.join(', ') || 'none'}`);
  }
  return portal.store.write(async (work) => {
    const person = await personCalled(work, portal.portalId, as);
    const view = await accessAsMember(work, person, shown.id);
    if (!view.ok) throw new Complaint(`The message with the button "${text}" has gone`);
    const { message, chat } = view.value;
    const { keyboard } = message.params;
    const button = keyboard?.BUTTONS.find((one) => 'TEXT' in one && fits(one.TEXT));
    if (!button || !('TEXT' in button)) throw new Complaint(`The button "${text}" has gone`);
    if (button.DISABLED === 'Y') throw new Complaint(`The button "${text}" cannot be pressed: it is disabled`);
    if (button.ACTION === 'SEND') {
      const sent = await sendInto(work, person, chat, { text: button.ACTION_VALUE ?? '', params: {} });
      if (!sent.ok) throw new Complaint(REFUSALS[sent.reason]);
      return written(work, sent.value);
    }
    const bot = await work.bots.findBot(keyboard?.BOT_ID ?? message.authorId);
    if (button.COMMAND === undefined || !bot) throw new Complaint(`The button "${text}" ${otherThanCommand(button)}`);
    const called = await pressCommand(work, person, view.value, {
      bot,
      command: button.COMMAND,
      params: button.COMMAND_PARAMS ?? '',
    });
    if (!called.ok)
      throw new Complaint(`The button "${text}" calls /${button.COMMAND}, which ${person.name} cannot call here`);
    return pressed(work, message, person);
  });
}

function otherThanCommand({ LINK, ACTION }: ButtonAction): string {
  if (LINK !== undefined) return `opens ${LINK}: the portal is not told of it`;
  return ACTION === undefined
    ? 'calls no command of a bot that is there'
    : `does ${ACTION} in the reader's own program`;
}

async function written(work: Reading, { id, chatId, authorId }: Message): Promise<Act> {
  return {
    chatId,
    userId: authorId,
    receivers: await receiversIn(work, chatId),
    // Who writes to a bot for the first time opens their chat, and the bot is told of that, too.
    caused: (event) =>
      ('message' in event && event.type !== 'messageDeleted' && event.message.id === id) ||
      (event.type === 'botJoinedChat' && event.userId === authorId),
  };
}

async function pressed(work: Reading, { id, chatId }: Message, { id: userId }: User): Promise<Act> {
  return {
    chatId,
    userId,
    receivers: await receiversIn(work, chatId),
    caused: (event) => event.type === 'commandInvoked' && event.userId === userId && event.message.id === id,
  };
}

async function receiversIn(work: Reading, chatId: number): Promise<ReadonlyMap<number, number>> {
  return new Map((await work.bots.listInChat(chatId)).map(({ id, receiverId }) => [id, receiverId]));
}
