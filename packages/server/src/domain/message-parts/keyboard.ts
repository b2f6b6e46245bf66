import { type ButtonAction, readButtonAction } from './button-action.ts';
import { type ColorToken, colorToken, type HexColor, hexColor } from './color.ts';
import { both, type Demand, list, REFUSED, required, shape } from './document.ts';
import { type PartLimit, type PartResult, parsePart, wrapped } from './part.ts';
import { flag, integer, oneOf, text } from './scalar.ts';

/**
 * The buttons under a message. What is left out means the documented default and stays left out: a stored keyboard is
 * no longer than what the bot wrote, and that is what its size limit is about.
 */
export interface Keyboard {
  /** Whose commands the buttons call, if it is not the author of the message. */
  readonly BOT_ID?: number;
  readonly BUTTONS: readonly Button[];
}

export type Button = PressButton | LineBreak;

/** The buttons behind it start a new line. */
interface LineBreak {
  readonly TYPE: 'NEWLINE';
}

interface PressButton extends ButtonAction, ButtonFace {}

interface ButtonFace {
  readonly TEXT: string;
  /** Y: a button with a COMMAND is locked after a press. Default N. */
  readonly BLOCK?: 'Y' | 'N';
  /** Y: cannot be pressed. Default N. */
  readonly DISABLED?: 'Y' | 'N';
  /** Where it is shown. Default ALL. */
  readonly CONTEXT?: 'MOBILE' | 'DESKTOP' | 'ALL';
  /** LINE: beside other buttons. Default BLOCK. */
  readonly DISPLAY?: 'LINE' | 'BLOCK';
  /** Pixels. */
  readonly WIDTH?: number;
  readonly BG_COLOR?: HexColor;
  /** Default base. */
  readonly BG_COLOR_TOKEN?: ColorToken;
  readonly TEXT_COLOR?: HexColor;
  readonly OFF_BG_COLOR?: HexColor;
  readonly OFF_TEXT_COLOR?: HexColor;
}

const readFace = shape<ButtonFace>({
  TEXT: required(text),
  BLOCK: flag,
  DISABLED: flag,
  CONTEXT: oneOf('MOBILE', 'DESKTOP', 'ALL'),
  DISPLAY: oneOf('LINE', 'BLOCK'),
  WIDTH: integer(),
  BG_COLOR: hexColor,
  BG_COLOR_TOKEN: colorToken,
  TEXT_COLOR: hexColor,
  OFF_BG_COLOR: hexColor,
  OFF_TEXT_COLOR: hexColor,
});
const readPressButton: Demand<PressButton> = both(readFace, readButtonAction);
const readLineBreak = shape<LineBreak>({ TYPE: required(oneOf('NEWLINE')) });

const readButton: Demand<Button> = (raw) => {
  const lineBreak = readLineBreak(raw);
  return lineBreak === REFUSED ? readPressButton(raw) : lineBreak;
};

const readKeyboard = shape<Keyboard>({ BOT_ID: integer(), BUTTONS: list(readButton) });

/** null: there is none, or it is to be removed. */
export function parseKeyboard(raw: unknown, limit: PartLimit = {}): PartResult<Keyboard | null> {
  return parsePart(raw, limit, wrapped('BUTTONS', readKeyboard));
}
