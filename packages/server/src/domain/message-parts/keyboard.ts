import { type ButtonAction, face, readButtonAction, readPersonAction } from './button-action.ts';
import { type ColorToken, colorToken, type HexColor, hexColor } from './color.ts';
import { both, type Demand, has, list, mapped, REFUSED, required, shape } from './document.ts';
import { Notes } from './omissions.ts';
import { type PartLimit, type PartResult, parsePart, wrapped } from './part.ts';
import { flag, integer, oneOf } from './scalar.ts';

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
  TEXT: required(face),
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
const readLineBreak = shape<LineBreak>({ TYPE: required(oneOf('NEWLINE')) });

function keyboard(readAction: Demand<ButtonAction>): Demand<Keyboard> {
  const readPressButton: Demand<PressButton> = both(readFace, readAction);
  const readButton: Demand<Button> = (raw, notes) => {
    const lineBreak = has(raw, 'TYPE') ? readLineBreak(raw, new Notes('')) : REFUSED;
    return lineBreak === REFUSED ? readPressButton(raw, notes) : lineBreak;
  };
  // Line breaks alone are no buttons.
  const readButtons = mapped(list('button', readButton), (buttons, notes) =>
    buttons.some((button) => 'TEXT' in button) ? buttons : notes.refuse('no button is left'),
  );
  return shape<Keyboard>({ BOT_ID: integer(), BUTTONS: readButtons });
}

const readKeyboard = wrapped('BUTTONS', keyboard(readButtonAction));
const readPersonKeyboard = wrapped('BUTTONS', keyboard(readPersonAction));

/** null: there is none, or it is to be removed. */
export function parseKeyboard(raw: unknown, limit: PartLimit = {}): PartResult<Keyboard | null> {
  return parsePart('KEYBOARD', raw, limit, readKeyboard);
}

/** The same in the message of a person, where buttons with commands are left out. */
export function parsePersonKeyboard(raw: unknown, limit: PartLimit = {}): PartResult<Keyboard | null> {
  return parsePart('KEYBOARD', raw, limit, readPersonKeyboard);
}
