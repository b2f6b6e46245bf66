import type { Frame, FrameCommands } from '../frame.ts';

/** What an application asks about itself: its tokens, its options, its installation. */
export function ownCommands(frame: Frame): FrameCommands {
  const { page, opening } = frame;
  let { auth } = page;

  const option =
    (method: string) =>
    async ({ name, value }: { name?: unknown; value?: unknown }) => {
      const body = JSON.stringify({ auth: auth['AUTH_ID'], options: { [String(name)]: value } });
      const headers = { 'content-type': 'application/json' };
      return (await (await fetch(`/rest/${method}`, { method: 'POST', headers, body })).json()).result;
    };

  return {
    getInitData: () => ({
      ...page.facts,
      AUTH_ID: auth['AUTH_ID'],
      REFRESH_ID: auth['REFRESH_ID'],
      AUTH_EXPIRES: auth['AUTH_EXPIRES'],
      MEMBER_ID: auth['member_id'],
      PLACEMENT: auth['PLACEMENT'],
      PLACEMENT_OPTIONS: opening.options,
    }),
    refreshAuth: async () => {
      const fresh = await frame.ask('tokens');
      auth = { ...auth, ...fresh };
      return fresh;
    },
    setInstall: async () => {
      // It begins whether that is remembered or not.
      await frame.ask('begun').catch(() => undefined);
      return true;
    },
    setInstallFinish: async () => {
      await frame.ask('installed');
      setTimeout(frame.reload);
      return true;
    },
    setAppOption: option('app.option.set'),
    setUserOption: option('user.option.set'),
  };
}
