import { colorHex } from '#api/terms/basic/colors.ts';
import { colorOf } from '#domain/color.ts';
import type { Message } from '#domain/message/message.ts';
import type { Attach, AttachBlock } from '#domain/message-parts/attach.ts';
import type { UserBlock } from '#domain/message-parts/blocks/user-block.ts';
import type { Button, Keyboard } from '#domain/message-parts/keyboard.ts';

/** The head of an attachment is the portal's own: a number, and a colour where the message names none (V66). */
export function presentAttach(attach: readonly Attach[], message: Pick<Message, 'id'>) {
  return attach.map((one, index) => ({
    COLOR_TOKEN: 'base' as const,
    // Drawn from the message, so that it is the same at every reading.
    COLOR: colorHex(colorOf({ id: message.id + index, color: '' })),
    ...one,
    ID: index + 1,
    BLOCKS: one.BLOCKS.map(presentBlock),
  }));
}

/** With what is shown where the bot says nothing (V64, V65). */
function presentBlock(block: AttachBlock): AttachBlock {
  if ('USER' in block) return { USER: { AVATAR_TYPE: avatarOf(block.USER), ...block.USER } };
  return 'GRID' in block ? { GRID: block.GRID.map((item) => ({ COLOR_TOKEN: 'base', ...item })) } : block;
}

function avatarOf({ CHAT_ID, BOT_ID }: UserBlock): 'USER' | 'CHAT' | 'BOT' {
  if (CHAT_ID !== undefined) return 'CHAT';
  return BOT_ID === undefined ? 'USER' : 'BOT';
}

/** Every button says what it is, whose it is and how it looks, defaults included; a line break says nothing more (V68). */
export function presentKeyboard(keyboard: Keyboard, message: Message, isByBot: boolean) {
  const BOT_ID = keyboard.BOT_ID ?? (isByBot ? message.authorId : 0);
  return { ...keyboard, BUTTONS: keyboard.BUTTONS.map((button) => presentButton(button, BOT_ID)) };
}

function presentButton(button: Button, BOT_ID: number) {
  return 'TYPE' in button
    ? button
    : ({ TYPE: 'BUTTON', BOT_ID, BLOCK: 'N', DISABLED: 'N', DISPLAY: 'BLOCK', CONTEXT: 'ALL', ...button } as const);
}
