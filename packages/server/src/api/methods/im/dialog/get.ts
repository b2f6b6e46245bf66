import { z } from 'zod';
import { accessDialog } from '../../../../domain/chat/access-chat.ts';
import { overviewOf } from '../../../../domain/chat/chat-overview.ts';
import { done } from '../../../../kit/outcome.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { presentChat } from '../../../present/v1/chat.ts';
import { presentEntityPath } from '../../../present/v1/entity-link.ts';
import { row } from '../../../rows.ts';

export default defineMethod({
  name: 'im.dialog.get',
  summary: 'Describes a chat as the calling person sees it.',
  page: 'api-reference/chats/im-dialog-get',
  scope: 'im',
  reads: true,
  params: { DIALOG_ID: field.wideDialogId },
  errors: [row.dialogIdEmpty, { ...row.dialogDenied, refused: ['chat_not_found', 'chat_denied'] }],
  result: z.looseObject({ id: z.number().int(), dialog_id: z.string() }),
  example: {
    params: { DIALOG_ID: 'chat1435' },
    result: { id: 1435, name: 'Deal chat', type: 'crm', dialog_id: 'chat1435' },
  },
  async handle({ work, caller, params }) {
    const view = await accessDialog(work, caller.user, params.DIALOG_ID);
    if (!view.ok) return view;
    const chat = presentChat(await overviewOf(work, caller.user, view.value), params.DIALOG_ID, caller.origin);
    return done({ ...chat, restrictions: { ...chat.restrictions, ...presentEntityPath(view.value.chat.entity) } });
  },
});
