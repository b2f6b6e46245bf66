import type { Possibly, Values } from '#api/kernel/definition/field.ts';
import { changedAction } from '#domain/chat-app/change-chat-app.ts';
import type { ChatAppAction } from '#domain/chat-app/chat-app.ts';
import { type newChatAppFields, toOpens } from './params.ts';

/*
 * Rows about the buttons of bots beside the field in which people write.
 */

export const chatAppRow = {
  notFound: {
    code: 'CHAT_APP_ID_ERROR',
    message: 'Application not found',
    missing: 'APP_ID',
    refused: 'chat_app_not_found',
  },
  ofAnotherApp: {
    code: 'APP_ID_ERROR',
    message: 'Application was installed by another REST application',
    refused: 'chat_app_of_another_app',
  },
} as const;

/** An address that is no secure one. */
export function insecureFrame<const N extends string>(name: N) {
  return { code: 'IFRAME_HTTPS', message: 'The address of the frame must be an HTTPS address', wrong: name } as const;
}

const params = { code: 'PARAMS_ERROR', message: 'Incorrect JS or IFRAME params' } as const;
const notCreated = { code: 'WRONG_REQUEST', message: "Application can't be created" } as const;
const notUpdated = { code: 'WRONG_REQUEST', message: "Application can't be updated" } as const;

type NewParams = Possibly<Values<typeof newChatAppFields>>;

/** Of a new button, behind those about its bot, in the order of the page. A frame is looked at where nothing goes before it. */
export const registerRows = [
  {
    code: 'HASH_ERROR',
    message: "Hash isn't specified",
    wrong: 'HASH',
    when: ({ JS_METHOD, IFRAME, HASH }: NewParams, faulty: ReadonlySet<string>) =>
      JS_METHOD === undefined && !faulty.has('JS_METHOD') && IFRAME !== undefined && !HASH,
  },
  ...(['JS_METHOD', 'JS_PARAM', 'IFRAME_WIDTH', 'IFRAME_HEIGHT'] as const).map((wrong) => ({ ...params, wrong })),
  { ...params, when: (given: NewParams) => changedAction(undefined, toOpens(given)) === undefined },
  {
    code: 'LANG_ERROR',
    message: "Lang set can't be empty",
    wrong: 'LANG',
    when: ({ HIDDEN, LANG }: NewParams) => !HIDDEN && LANG === undefined,
  },
  { ...notCreated, wrong: 'CODE', when: ({ CODE }: NewParams) => CODE === undefined },
  { ...notCreated, wrong: 'CONTEXT' },
  { ...notCreated, refused: 'too_many_chat_apps', unsaved: true },
] as const;

/** Of a change. */
export const unchangedRows = [
  ...(['JS_METHOD', 'JS_PARAM', 'IFRAME_WIDTH', 'IFRAME_HEIGHT', 'HASH', 'CONTEXT', 'LANG'] as const).map(
    (name) => ({ ...notUpdated, wrong: `FIELDS.${name}` }) as const,
  ),
  { ...notUpdated, refused: 'action_incomplete', unsaved: true },
] as const;

/** What a new button does: its parameters have been looked at. */
export function actionOf(given: NewParams): ChatAppAction {
  const action = changedAction(undefined, toOpens(given));
  if (!action) throw new Error('The error table lets no such button pass');
  return action;
}
