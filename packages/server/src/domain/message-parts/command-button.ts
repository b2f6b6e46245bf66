import type { Keyboard } from './keyboard.ts';

/** What pressing a button calls. */
export interface CommandButton {
  /** undefined: a command of the author of the message. */
  readonly botId: number | undefined;
  readonly command: string;
  readonly params: string;
}

/** The button at that place, if it calls a command and can be pressed. */
export function commandButton({ BOT_ID, BUTTONS }: Keyboard, place: number): CommandButton | undefined {
  const button = BUTTONS[place];
  if (!button || !('TEXT' in button) || button.COMMAND === undefined || button.DISABLED === 'Y') return undefined;
  return { botId: BOT_ID, command: button.COMMAND, params: button.COMMAND_PARAMS ?? '' };
}
