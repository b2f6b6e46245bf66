import { type Demand, REFUSED, type Reader, shape } from './document.ts';
import { splitCommand } from './invocation.ts';
import { link } from './link.ts';
import { integer, oneOf, text } from './scalar.ts';

/** What a press does on the client's side: insert, send or copy a text, call a number, open a dialog. */
type ClientAction = 'PUT' | 'SEND' | 'COPY' | 'CALL' | 'DIALOG';

/** What pressing a button or a menu item does: at least one of LINK, COMMAND, ACTION, APP_ID is there. */
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

const clientActions = oneOf('PUT', 'SEND', 'COPY', 'CALL', 'DIALOG');

/** An action has no default to fall to: an unknown one would make a button that does nothing. */
const clientAction: Reader<ClientAction> = (raw) =>
  text(raw) === undefined ? undefined : (clientActions(raw) ?? REFUSED);

const readFields = shape<ButtonAction>({
  LINK: link,
  COMMAND: text,
  COMMAND_PARAMS: text,
  ACTION: clientAction,
  ACTION_VALUE: text,
  APP_ID: integer(),
  APP_PARAMS: text,
});

export const readButtonAction: Demand<ButtonAction> = (raw) => {
  const fields = readFields(raw);
  if (fields === REFUSED) return REFUSED;
  if (fields.ACTION !== undefined && fields.ACTION_VALUE === undefined) return REFUSED;
  const action = { ...linkOf(fields), ...commandOf(fields), ...clientActionOf(fields), ...applicationOf(fields) };
  return Object.keys(action).length > 0 ? action : REFUSED;
};

function linkOf({ LINK }: ButtonAction): ButtonAction {
  return LINK === undefined ? {} : { LINK };
}

function commandOf({ COMMAND, COMMAND_PARAMS }: ButtonAction): ButtonAction {
  const { name, params } = splitCommand(COMMAND ?? '', COMMAND_PARAMS);
  if (name === '') return {};
  return params === '' ? { COMMAND: name } : { COMMAND: name, COMMAND_PARAMS: params };
}

function clientActionOf({ ACTION, ACTION_VALUE }: ButtonAction): ButtonAction {
  return ACTION === undefined || ACTION_VALUE === undefined ? {} : { ACTION, ACTION_VALUE };
}

function applicationOf({ APP_ID, APP_PARAMS }: ButtonAction): ButtonAction {
  if (APP_ID === undefined) return {};
  return APP_PARAMS === undefined ? { APP_ID } : { APP_ID, APP_PARAMS };
}
