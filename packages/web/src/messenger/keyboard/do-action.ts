import { ask, ME } from '../../commands.ts';
import { i18n } from '../../languages/i18n.ts';
import { useNotices } from '../../stores/notices.ts';
import type { MessageActions } from '../../text/message-actions.ts';
import type { ButtonAction } from './button-action.ts';
import { openLine } from './open-line.ts';

/** Does what a page does by itself at the press on a button. */
export async function doAction(action: ButtonAction, actions: MessageActions | undefined): Promise<void> {
  if (action.kind === 'link') openBeside(action.address);
  if (action.kind === 'act') await act(action.act, action.value, actions);
  if (action.kind === 'app') await useNotices().attempt(() => openApp(action.appId, actions));
}

async function openApp(app: number, actions: MessageActions | undefined): Promise<void> {
  const { does } = await ask('dialog.app', { as: ME, app, dialogId: actions?.dialogId ?? '' });
  if (does.kind === 'page') openBeside(does.address);
  else await act(does.kind === 'support' ? 'LIVECHAT' : does.kind.toUpperCase(), does.value, actions);
}

async function act(name: string, value: string, actions: MessageActions | undefined): Promise<void> {
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
