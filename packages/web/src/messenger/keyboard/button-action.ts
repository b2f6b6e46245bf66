import { safeAddress } from '../../text/safe-address.ts';

/** What the press on a button or an item of a menu does, and what of it there is. */
interface ActionFields {
  readonly LINK?: string;
  readonly APP_ID?: number;
  readonly APP_PARAMS?: string;
  readonly ACTION?: string;
  readonly ACTION_VALUE?: string;
  readonly COMMAND?: string;
  readonly COMMAND_PARAMS?: string;
}

export type ButtonAction =
  | { readonly kind: 'link'; readonly address: string }
  | { readonly kind: 'app'; readonly appId: number; readonly params: string }
  | { readonly kind: 'act'; readonly act: string; readonly value: string }
  | { readonly kind: 'command'; readonly command: string; readonly params: string };

/** The first that can be done. */
export function actionOf(fields: ActionFields): ButtonAction | undefined {
  const { LINK, APP_ID, APP_PARAMS = '', ACTION, ACTION_VALUE, COMMAND, COMMAND_PARAMS = '' } = fields;
  const address = LINK === undefined ? undefined : safeAddress(LINK);
  if (address !== undefined) return { kind: 'link', address };
  if (APP_ID) return { kind: 'app', appId: APP_ID, params: APP_PARAMS };
  if (ACTION !== undefined && ACTION_VALUE !== undefined) return { kind: 'act', act: ACTION, value: ACTION_VALUE };
  return COMMAND === undefined ? undefined : { kind: 'command', command: COMMAND, params: COMMAND_PARAMS };
}
