/*
 * Parts of messages, as they may be sent and as they may not.
 */

const A_LOT = 'x'.repeat(31 * 1024);

/** Parts of a message that are not as their format says. */
export const WRONG = {
  ATTACH: { BLOCKS: 'none' },
  KEYBOARD: { BUTTONS: [{ TEXT: 'does nothing' }] },
  MENU: { ITEMS: [{ TEXT: 'does nothing' }] },
} as const;

/** Parts of a message that are longer than the methods of bots take. */
export const OVERSIZE = {
  ATTACH: { BLOCKS: [{ MESSAGE: A_LOT }] },
  KEYBOARD: { BUTTONS: [{ TEXT: A_LOT, LINK: '/' }] },
  MENU: { ITEMS: [{ TEXT: A_LOT, LINK: '/' }] },
} as const;

/** Longer than the methods of people take, who may attach more. */
export const WIDE_OVERSIZE = { BLOCKS: [{ MESSAGE: A_LOT }, { MESSAGE: A_LOT }] } as const;

export const ATTACH = { BLOCKS: [{ MESSAGE: 'in a card' }] } as const;
/** Longer than people may send, too. */
export const WIDE_KEYBOARD = {
  BUTTONS: [
    { TEXT: A_LOT, LINK: '/' },
    { TEXT: A_LOT, LINK: '/' },
  ],
} as const;

/** Commands are for bots: what a person may send. */
export const PERSON_KEYBOARD = { BUTTONS: [{ TEXT: 'open', LINK: '/online/' }] } as const;

export const KEYBOARD = { BUTTONS: [{ TEXT: 'press', COMMAND: 'echo pressed' }] } as const;
export const MENU = { ITEMS: [{ TEXT: 'choose', COMMAND: 'echo chosen' }] } as const;
