import { i18n } from '../../languages/i18n.ts';
import { useNotices } from '../../stores/notices.ts';
import type { MessageActions } from '../../text/message-actions.ts';
import type { ButtonAction } from './button-action.ts';

/** Does what a page does by itself at the press on a button. */
export async function doAction(action: ButtonAction, actions: MessageActions | undefined): Promise<void> {
  const notices = useNotices();
  const { t } = i18n.global;
  if (action.kind === 'link') window.open(action.address, '_blank', 'noopener,noreferrer');
  if (action.kind === 'app') actions?.go(`/apps/${action.appId}`);
  if (action.kind !== 'act') return;
  const { act, value } = action;
  if (act === 'PUT') actions?.put(value);
  else if (act === 'SEND') actions?.send(value);
  else if (act === 'COPY') {
    if (await notices.attempt(() => navigator.clipboard.writeText(value))) notices.tell('done', t('keyboard.copied'));
  } else if (act === 'CALL') location.assign(`tel:${value.replace(/[^\d+*#]/g, '')}`);
  else if (act === 'DIALOG' && /^(?:chat|sg)?[1-9]\d*$/.test(value)) actions?.go(`/chat/${value}`);
  else if (act === 'HELP' && /^https?:\/\//.test(value)) window.open(value, '_blank', 'noopener,noreferrer');
  else notices.tell('failed', t('keyboard.nothing', { action: act, value }));
}
