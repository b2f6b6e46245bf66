import { ask, ME } from '../../commands.ts';
import { i18n } from '../../languages/i18n.ts';
import { useBotPages } from '../../stores/bot-pages.ts';
import { useNotices } from '../../stores/notices.ts';
import type { MessageActions } from '../../text/message-actions.ts';
import type { ButtonAction } from './button-action.ts';
import { openLine } from './open-line.ts';

/**
 * Does what a page does by itself at the press on a button.
 * @param messageId the message that it stands in; undefined: beside the field
 */
export async function doAction(
  action: ButtonAction,
  actions: MessageActions | undefined,
  messageId?: number,
): Promise<void> {
  if (action.kind === 'link') openBeside(action.address);
  if (action.kind === 'act') await act(action.act, action.value, actions);
  if (action.kind === 'app') await useNotices().attempt(() => openApp(action, actions, messageId));
}

async function openApp(
  { appId, params }: ButtonAction & { kind: 'app' },
  actions: MessageActions | undefined,
  messageId: number | undefined,
): Promise<void> {
  const { does } = await ask('dialog.app', { as: ME, app: appId, language: i18n.global.locale.value });
  if (does.kind !== 'page')
    await act(does.kind === 'support' ? 'LIVECHAT' : does.kind.toUpperCase(), does.value, actions);
  else if (actions) {
    const { dialogId } = actions;
    const from = new URLSearchParams({ dialog: dialogId });
    if (messageId !== undefined) {
      from.set('message', String(messageId));
      from.set('params', params);
    }
    useBotPages().open({ ...does, appId, dialogId, actions, address: `/bot-pages/${appId}?${from}` });
  }
}

/** Does an act by its documented name. */
export async function act(name: string, value: string, actions: MessageActions | undefined): Promise<void> {
  const notices = useNotices();
  const { t } = i18n.global;
  if (name === 'PUT') actions?.put(value);
  else if (name === 'SEND') actions?.send(value);
  else if (name === 'COPY') {
    if (await notices.attempt(() => navigator.clipboard.writeText(value))) notices.tell('done', t('keyboard.copied'));
  } else if (name === 'CALL') location.assign(`tel:${value.replace(/[^\d+*#]/g, '')}`);
  else if (name === 'DIALOG' && /^(?:chat|sg)?[1-9]\d*$/.test(value)) actions?.go(`/chat/${value}`);
  else if (name === 'HELP' && /^https?:\/\//.test(value)) openBeside(value);
  else if (!(name === 'LIVECHAT' && (await openLine(value))))
    notices.tell('failed', t('keyboard.nothing', { action: name, value }));
}

function openBeside(address: string): void {
  window.open(address, '_blank', 'noopener,noreferrer');
}
