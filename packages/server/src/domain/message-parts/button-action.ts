import { type Demand, REFUSED, type Reader, shape } from './document.ts';
import { splitCommand } from './invocation.ts';
import { link } from './link.ts';
import { integer, oneOf, text } from './scalar.ts';

/** What a press does on the client's side: insert, send or copy a text, call a number, open a dialog, a live chat, help. */
type ClientAction = 'PUT' | 'SEND' | 'COPY' | 'CALL' | 'DIALOG' | 'LIVECHAT' | 'HELP';

/** What pressing a button or a menu item does: one of LINK, APP_ID, ACTION, COMMAND is there. */
export interface ButtonAction {
  readonly LINK?: string;
  /** A bot's command by its name alone, without slash and params. */
  readonly COMMAND?: string;
  readonly COMMAND_PARAMS?: string;
  readonly ACTION?: ClientAction;
  /** Free text (R31); there if ACTION is. */
  readonly ACTION_VALUE?: string;
  /** An application to open. */
  readonly APP_ID?: number;
  readonly APP_PARAMS?: string;
}

const readFields = shape<ButtonAction>({
  LINK: link,
  COMMAND: text,
  COMMAND_PARAMS: text,
  ACTION: oneOf('PUT', 'SEND', 'COPY', 'CALL', 'DIALOG', 'LIVECHAT', 'HELP'),
  ACTION_VALUE: text,
  APP_ID: integer(),
  APP_PARAMS: text,
});

/** What is written on a button; blanks and 0 are no text (V68). */
export const face: Reader<string> = (raw, notes) => {
  const written = text(raw);
  const seen = typeof written === 'string' ? written.trim() : '';
  if (seen === '0') return notes.refuse('has the text "0", which counts as none');
  return seen === '' ? notes.refuse('has no text') : (written as string);
};

/** The first that is usable of LINK, APP_ID, ACTION with a value, COMMAND (V68). */
export const readButtonAction = buttonAction([linkOf, applicationOf, clientActionOf, commandOf]);

/** In the message of a person: commands belong to bots (R48). */
export const readPersonAction = buttonAction([linkOf, applicationOf, clientActionOf]);

function buttonAction(kinds: readonly ((fields: ButtonAction) => ButtonAction | undefined)[]): Demand<ButtonAction> {
  return (raw, notes) => {
    const fields = readFields(raw, notes);
    if (fields === REFUSED) return REFUSED;
    for (const kind of kinds) {
      const action = kind(fields);
      if (action) return action;
    }
    return notes.refuse(
      fields.COMMAND !== undefined && !kinds.includes(commandOf)
        ? 'has a COMMAND, which works in the messages of bots only'
        : 'has no action: a good LINK, APP_ID, ACTION with ACTION_VALUE, or COMMAND',
    );
  };
}

function linkOf({ LINK }: ButtonAction): ButtonAction | undefined {
  return LINK === undefined ? undefined : { LINK };
}

function commandOf({ COMMAND, COMMAND_PARAMS }: ButtonAction): ButtonAction | undefined {
  const { name, params } = splitCommand(COMMAND ?? '', COMMAND_PARAMS);
  if (name === '') return undefined;
  return params === '' ? { COMMAND: name } : { COMMAND: name, COMMAND_PARAMS: params };
}

function clientActionOf({ ACTION, ACTION_VALUE }: ButtonAction): ButtonAction | undefined {
  return ACTION === undefined || ACTION_VALUE === undefined ? undefined : { ACTION, ACTION_VALUE };
}

function applicationOf({ APP_ID, APP_PARAMS }: ButtonAction): ButtonAction | undefined {
  if (APP_ID === undefined) return undefined;
  return APP_PARAMS === undefined ? { APP_ID } : { APP_ID, APP_PARAMS };
}
