import { z } from 'zod';
import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import type { SearchedDialog } from '#domain/search/searched-dialogs.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { presentMuted, presentOutline } from '../chat/present.ts';
import { chatOutlineSchema } from '../chat/schema.ts';
import { presentUserOf } from '../user/present.ts';
import { userSchema } from '../user/schema.ts';

/*
 * Dialogs that somebody went to from their search.
 */

const face = {
  avatar: z.object({ url: z.string(), color: z.string().describe('#RRGGBB') }),
  title: z.string(),
};

export const searchedSchema = z.union([
  z.object({ id: z.number().int(), type: z.literal('user'), ...face, user: userSchema }),
  z.object({ id: z.string().describe('chat123'), type: z.literal('chat'), ...face, chat: chatOutlineSchema }),
]);

interface Skipping {
  readonly SKIP_OPENLINES: boolean;
  readonly SKIP_CHAT: boolean;
  readonly SKIP_DIALOG: boolean;
}

export function isSkipped(dialog: SearchedDialog, { SKIP_OPENLINES, SKIP_CHAT, SKIP_DIALOG }: Skipping): boolean {
  if (dialog.kind === 'user') return SKIP_DIALOG;
  return dialog.view.chat.entity.type === 'LINES' ? SKIP_OPENLINES : SKIP_CHAT;
}

export async function presentSearched(
  work: Reading,
  dialog: SearchedDialog,
  { user: viewer, origin }: ApiCaller,
): Promise<z.infer<typeof searchedSchema>> {
  if (dialog.kind === 'user') {
    const user = await presentUserOf(work, dialog.user, origin);
    return { id: user.id, type: 'user', avatar: { url: user.avatar, color: user.color }, title: user.name, user };
  }
  const { chat, member } = dialog.view;
  const hasGuests = (await work.members.findExtranet(chat.id)) !== undefined;
  const outline = presentOutline({ chat, hasGuests }, origin);
  return {
    id: `chat${chat.id}`,
    type: 'chat',
    avatar: { url: outline.avatar, color: outline.color },
    title: outline.name,
    chat: { ...outline, mute_list: presentMuted({ isMuted: member?.isMuted ?? false, viewerId: viewer.id }) },
  };
}
