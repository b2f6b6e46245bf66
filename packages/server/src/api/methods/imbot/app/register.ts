import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { newChatAppFields } from '#api/terms/chat-app/params.ts';
import { actionOf, insecureFrame, registerRows } from '#api/terms/chat-app/rows.ts';
import { registerChatApp } from '#domain/chat-app/register-chat-app.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.app.register',
  summary: 'Gives a bot a button beside the field in which people write.',
  page: 'api-reference/chats/outdated/create-app/imbot-app-register',
  scope: 'imbot',
  params: { BOT_ID: botId, ...newChatAppFields, CLIENT_ID: clientId },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [botRow.notFound, botRow.ofAnotherApp, insecureFrame('IFRAME'), ...registerRows],
  result: z.number().int().describe('Id of the button'),
  example: {
    params: {
      BOT_ID: 62,
      CODE: 'echo',
      JS_METHOD: 'SEND',
      JS_PARAM: '/help',
      CONTEXT: 'BOT',
      LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Echobot BUTTON', DESCRIPTION: 'Send help command' }],
      CLIENT_ID: 'my-bots',
    },
    result: 13,
  },
  async handle({ work, bot, params }) {
    const registered = await registerChatApp(work, bot, {
      code: params.CODE ?? '',
      opens: actionOf(params),
      icon: params.ICON_FILE,
      context: params.CONTEXT?.context ?? 'all',
      isForAdmins: params.CONTEXT?.isForAdmins ?? false,
      isHidden: params.HIDDEN,
      isExtranet: params.EXTRANET_SUPPORT,
      isLivechat: params.LIVECHAT_SUPPORT,
      isPopup: params.IFRAME_POPUP,
      titles: params.LANG ?? [],
    });
    return mapDone(registered, ({ id }) => id);
  },
});
