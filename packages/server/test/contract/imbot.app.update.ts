import { expect } from 'vitest';
import { chatApp, keptChatApp } from '../scenes/chat-apps.ts';
import { PICTURE } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY, storeRefuses } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const IFRAME = 'https://marta.bitrix.com/iframe/echo.php';
const frame = { IFRAME, HASH: 'register' };

const update = async (world: World, FIELDS: Record<string, unknown>, flat = {}) => ({
  params: { APP_ID: await chatApp(world, await world.bot()), FIELDS, ...flat, CLIENT_ID },
});

/** What is kept of a button after it was changed so. */
async function kept(world: World, fields: Record<string, unknown>, flat = {}) {
  const { params } = await update(world, fields, flat);
  await world.alice.ok('imbot.app.update', params);
  return keptChatApp(world, params.APP_ID);
}

export default contract({
  method: 'imbot.app.update',
  example: (world) => update(world, { ...frame, IFRAME_WIDTH: '350', JS_METHOD: 'SEND', JS_PARAM: '/help' }),
  errors: {
    'CHAT_APP_ID_ERROR: Application not found': () => ({
      params: { APP_ID: NOBODY, FIELDS: { HIDDEN: 'Y' }, CLIENT_ID },
    }),
    'APP_ID_ERROR: Application was installed by another REST application': async (world) => {
      const foreign = await chatApp(world, await foreignBot(world), { CLIENT_ID: 'another-app' });
      return { params: { APP_ID: foreign, FIELDS: { HIDDEN: 'Y' }, CLIENT_ID } };
    },
    'IFRAME_HTTPS: The address of the frame must be an HTTPS address': (world) =>
      update(world, { IFRAME: 'http://marta.bitrix.com/', HASH: 'x' }),
    "WRONG_REQUEST: Application can't be updated": async (world) => {
      const cause = await update(world, { HIDDEN: 'Y' });
      await storeRefuses(world, 'update on chat_app');
      return cause;
    },
  },
  params: {
    async APP_ID(world) {
      const bot = await world.bot();
      const [one, other] = [await chatApp(world, bot), await chatApp(world, bot, { CODE: 'other' })];
      await world.alice.ok('imbot.app.update', { APP_ID: other, FIELDS: { CONTEXT: 'CHAT' }, CLIENT_ID });
      expect([await keptChatApp(world, one), await keptChatApp(world, other)]).toMatchObject([
        { context: 'all' },
        { context: 'chat' },
      ]);
      await expectRefusal(world.alice, 'imbot.app.update', { APP_ID: one, CLIENT_ID }, 'WRONG_REQUEST');
    },
    async 'FIELDS.IFRAME'(world) {
      expect(await kept(world, frame)).toMatchObject({ opens: { kind: 'iframe', url: IFRAME, hash: 'register' } });
      // Flat too; what is done on the client's side goes before a page (G57).
      expect(await kept(world, {}, frame)).toMatchObject({ opens: { kind: 'iframe' } });
      const both = { ...frame, JS_METHOD: 'PUT', JS_PARAM: '/both' };
      expect(await kept(world, {}, both)).toMatchObject({ opens: { kind: 'js', param: '/both' } });
      const { params } = await update(world, { IFRAME });
      const id = params.APP_ID;
      await world.alice.ok('imbot.app.update', { APP_ID: id, FIELDS: { JS_METHOD: 'PUT', JS_PARAM: '/x' }, CLIENT_ID });
      await expectRefusal(world.alice, 'imbot.app.update', params, 'WRONG_REQUEST');
    },
    async 'FIELDS.IFRAME_WIDTH'(world) {
      expect(await kept(world, { ...frame, IFRAME_WIDTH: 300 })).toMatchObject({ opens: { width: 300 } });
    },
    async 'FIELDS.IFRAME_HEIGHT'(world) {
      expect(await kept(world, { ...frame, IFRAME_HEIGHT: 60 })).toMatchObject({ opens: { height: 60 } });
    },
    async 'FIELDS.JS_METHOD'(world) {
      expect(await kept(world, { JS_METHOD: 'PUT' })).toMatchObject({ opens: { method: 'put', param: '/help' } });
    },
    async 'FIELDS.JS_PARAM'(world) {
      expect(await kept(world, { JS_PARAM: '/more' })).toMatchObject({ opens: { method: 'send', param: '/more' } });
      const { params } = await update(world, { JS_PARAM: '!' });
      await expectRefusal(world.alice, 'imbot.app.update', params, 'WRONG_REQUEST');
    },
    async 'FIELDS.HASH'(world) {
      const { params } = await update(world, frame);
      await world.alice.ok('imbot.app.update', params);
      await world.alice.ok('imbot.app.update', { ...params, FIELDS: { HASH: 'newer' } });
      expect(await keptChatApp(world, params.APP_ID)).toMatchObject({ opens: { url: IFRAME, hash: 'newer' } });
    },
    async 'FIELDS.ICON_FILE'(world) {
      const { params } = await update(world, { ICON_FILE: PICTURE });
      const icon = async () => {
        await world.alice.ok('imbot.app.update', params);
        return (await keptChatApp(world, params.APP_ID)).icon;
      };
      const status = async (name: string) => (await fetch(`${world.app.url}/images/${name}`)).status;
      const [first, second] = [await icon(), await icon()];
      expect([await status(first), await status(second)]).toEqual([404, 200]);
      await world.alice.ok('imbot.app.unregister', { APP_ID: params.APP_ID, CLIENT_ID });
      expect(await status(second)).toBe(404);
    },
    async 'FIELDS.CONTEXT'(world) {
      expect(await kept(world, { CONTEXT: 'USER-admin' })).toMatchObject({ context: 'user', isForAdmins: true });
    },
    async 'FIELDS.EXTRANET_SUPPORT'(world) {
      expect(await kept(world, { EXTRANET_SUPPORT: 'Y' })).toMatchObject({ isExtranet: true, isHidden: false });
    },
    async 'FIELDS.LIVECHAT_SUPPORT'(world) {
      expect(await kept(world, { LIVECHAT_SUPPORT: true })).toMatchObject({ isLivechat: true });
    },
    async 'FIELDS.IFRAME_POPUP'(world) {
      expect(await kept(world, { IFRAME_POPUP: 'Y' })).toMatchObject({ isPopup: true });
    },
    async 'FIELDS.LANG.LANGUAGE_ID'(world) {
      expect(await kept(world, { LANG: [{ LANGUAGE_ID: 'de', TITLE: 'Knopf' }] })).toMatchObject({
        titles: [{ language: 'de' }],
      });
    },
    async 'FIELDS.LANG.TITLE'(world) {
      expect(await kept(world, { LANG: [{ LANGUAGE_ID: 'de', TITLE: 'Knopf' }] })).toMatchObject({
        titles: [{ title: 'Knopf' }],
      });
    },
    async 'FIELDS.LANG.DESCRIPTION'(world) {
      expect(await kept(world, { LANG: [{ LANGUAGE_ID: 'de', TITLE: 'Knopf', DESCRIPTION: 'Hilfe' }] })).toMatchObject({
        titles: [{ description: 'Hilfe' }],
      });
    },
    async 'FIELDS.LANG.COPYRIGHT'(world) {
      expect(await kept(world, { LANG: [{ LANGUAGE_ID: 'de', TITLE: 'Knopf', COPYRIGHT: 'Wir' }] })).toMatchObject({
        titles: [{ copyright: 'Wir' }],
      });
    },
  },
});
