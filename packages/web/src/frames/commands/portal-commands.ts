import type { User } from '@botyard/client';
import { call } from '../../calls.ts';
import { useFrameWindows } from '../../stores/frame-windows.ts';
import { type Frame, type FrameCommands, oneAtATime, UNANSWERED } from '../frame.ts';

/** What an application asks of the portal around it: people, chats, and what its place offers. */
export function portalCommands(frame: Frame): FrameCommands {
  const windows = useFrameWindows();

  async function showChat(asked: unknown): Promise<void> {
    const path = await pathOfDialog(String(asked ?? ''));
    if (path === undefined) return frame.lacks(String(asked));
    if (frame.look === 'page') {
      window.open(path, '_blank', 'noopener');
      return;
    }
    windows.closeAll();
    await frame.router.push(path);
  }
  const opensChat = ({ dialogId }: { dialogId?: unknown }) => {
    void showChat(dialogId);
    return UNANSWERED;
  };
  const lacks = (what: string) => () => {
    frame.lacks(what);
    return UNANSWERED;
  };

  return {
    selectUser: oneAtATime(async ({ mult }) => {
      const picked = await windows.pickPeople(mult === true);
      if (!picked) return UNANSWERED;
      const people = picked.map(presentPerson).sort((one, other) => Number(one.id) - Number(other.id));
      return mult === true ? people : people[0];
    }),
    selectAccess: lacks('selectAccess'),
    selectCRM: lacks('selectCRM'),
    // No place of the messenger has commands or events of its own.
    getInterface: () => ({ command: [], event: [] }),
    imOpenMessenger: opensChat,
    imOpenHistory: opensChat,
    imCallTo: lacks('callTo'),
    imPhoneTo: ({ phone }) => {
      const number = String(phone ?? '').replace(/[^\d+*#]/g, '');
      if (number === '') frame.lacks('phoneTo');
      else location.assign(`tel:${number}`);
      return UNANSWERED;
    },
  };
}

/** A person as the documented dialogues give one out. */
function presentPerson({ id, name, work_position: position, avatar }: User) {
  const photo = avatar === '' ? '' : new URL(avatar, location.origin).href;
  return { id: String(id), name, position, photo, url: `/company/personal/user/${id}/` };
}

/** `5`, `chat5`, a conversation of an open line as `imol|5`; empty: the list. */
async function pathOfDialog(dialogId: string): Promise<string | undefined> {
  if (dialogId === '') return '/';
  if (/^(?:chat)?[1-9]\d*$/.test(dialogId)) return `/chat/${dialogId}`;
  const session = /^imol\|(\d+)$/.exec(dialogId)?.[1];
  if (session === undefined) return undefined;
  const chat = await call('imopenlines.dialog.get', { SESSION_ID: Number(session) }).catch(() => undefined);
  return chat && `/chat/chat${chat.id}`;
}
