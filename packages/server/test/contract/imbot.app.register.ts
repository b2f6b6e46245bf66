import { expect } from 'vitest';
import { chatApp, keptChatApp, LANG } from '../scenes/chat-apps.ts';
import { PICTURE } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY, storeRefuses } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const js = { CODE: 'echo', JS_METHOD: 'SEND', JS_PARAM: '/help', LANG, CLIENT_ID };
const IFRAME = 'https://marta.bitrix.com/iframe/echo.php';
const frame = { CODE: 'echo', IFRAME, HASH: 'd1ab17949a572b0979d8db0d5b349cd2', LANG, CLIENT_ID };

const forBot = async (world: World, params: Record<string, unknown>) => ({
  params: { BOT_ID: await world.bot(), ...params },
});

/** What is kept of a button that is registered so. */
async function kept(world: World, more: Record<string, unknown>) {
  return keptChatApp(world, await world.alice.ok('imbot.app.register', (await forBot(world, more)).params));
}

const PARAMS_ERROR = 'PARAMS_ERROR: Incorrect JS or IFRAME params';

export default contract({
  method: 'imbot.app.register',
  example: (world) => forBot(world, js),
  errors: {
    'BOT_ID_ERROR: Bot not found': () => ({ params: { BOT_ID: NOBODY, ...js } }),
    'APP_ID_ERROR: Bot was installed by another REST application': async (world) => ({
      params: { BOT_ID: await foreignBot(world), ...js },
    }),
    'IFRAME_HTTPS: The address of the frame must be an HTTPS address': (world) =>
      forBot(world, { ...frame, IFRAME: 'http://marta.bitrix.com/' }),
    "HASH_ERROR: Hash isn't specified": (world) => forBot(world, { ...frame, HASH: '' }),
    [PARAMS_ERROR]: (world) => forBot(world, { ...js, JS_METHOD: '' }),
    "LANG_ERROR: Lang set can't be empty": (world) => forBot(world, { ...js, LANG: [] }),
    "WRONG_REQUEST: Application can't be created": async (world) => {
      const cause = await forBot(world, js);
      await storeRefuses(world, 'insert on chat_app');
      return cause;
    },
  },
  params: {
    async BOT_ID(world) {
      const [, second] = [await world.bot({ code: 'first' }), await world.bot({ code: 'second' })];
      expect(await keptChatApp(world, await chatApp(world, second))).toMatchObject({ botId: second });
    },
    async CODE(world) {
      const bot = await world.bot();
      const [one, again, other] = [
        await chatApp(world, bot),
        await chatApp(world, bot, { JS_PARAM: '/other' }),
        await chatApp(world, bot, { CODE: 'other' }),
      ];
      // R14, G57
      expect([again, other]).toEqual([one, expect.not.toSatisfy((id) => id === one)]);
      expect(await keptChatApp(world, one)).toMatchObject({ code: 'echo', opens: { param: '/help' } });
      const nameless = (await forBot(world, { ...js, CODE: '' })).params;
      await expectRefusal(world.alice, 'imbot.app.register', nameless, 'WRONG_REQUEST');
      for (let i = 2; i < 100; i += 1) await chatApp(world, bot, { CODE: `more${i}` });
      await expectRefusal(world.alice, 'imbot.app.register', { ...js, BOT_ID: bot, CODE: 'too many' }, 'WRONG_REQUEST');
    },
    async JS_METHOD(world) {
      expect(await kept(world, { ...frame, JS_METHOD: 'CALL', JS_PARAM: '+1 234' })).toMatchObject({
        opens: { kind: 'js', method: 'call', param: '+1 234' },
      });
      const wrong = (await forBot(world, { ...js, JS_METHOD: 'OPEN' })).params;
      await expectRefusal(world.alice, 'imbot.app.register', wrong, 'PARAMS_ERROR');
    },
    async JS_PARAM(world) {
      expect(await kept(world, { ...js, JS_METHOD: 'SUPPORT', JS_PARAM: 'x'.repeat(32) })).toMatchObject({
        opens: { param: 'x'.repeat(32) },
      });
      for (const more of [{ JS_PARAM: '/help!' }, { JS_PARAM: '' }, { JS_METHOD: 'SUPPORT', JS_PARAM: 'short' }]) {
        const { params } = await forBot(world, { ...js, CODE: 'wrong', ...more });
        await expectRefusal(world.alice, 'imbot.app.register', params, 'PARAMS_ERROR');
      }
    },
    async IFRAME(world) {
      expect(await kept(world, frame)).toMatchObject({ opens: { kind: 'iframe', url: IFRAME, width: 0, height: 0 } });
    },
    async IFRAME_WIDTH(world) {
      expect(await kept(world, { ...frame, IFRAME_WIDTH: '350' })).toMatchObject({ opens: { width: 350 } });
      const narrow = (await forBot(world, { ...frame, CODE: 'narrow', IFRAME_WIDTH: 249 })).params;
      await expectRefusal(world.alice, 'imbot.app.register', narrow, 'PARAMS_ERROR');
    },
    async IFRAME_HEIGHT(world) {
      expect(await kept(world, { ...frame, IFRAME_HEIGHT: '150' })).toMatchObject({ opens: { height: 150 } });
      const low = (await forBot(world, { ...frame, CODE: 'low', IFRAME_HEIGHT: 49 })).params;
      await expectRefusal(world.alice, 'imbot.app.register', low, 'PARAMS_ERROR');
    },
    async HASH(world) {
      expect(await kept(world, { ...frame, HASH: 'any-text-of-21-letter' })).toMatchObject({
        opens: { hash: 'any-text-of-21-letter' },
      });
    },
    async HIDDEN(world) {
      expect(await kept(world, { ...js, HIDDEN: 'Y', LANG: [] })).toMatchObject({ isHidden: true, titles: [] });
    },
    async ICON_FILE(world) {
      const { icon } = await kept(world, { ...js, ICON_FILE: PICTURE });
      expect((await fetch(`${world.app.url}/images/${icon}`)).status).toBe(200);
      expect(await kept(world, { ...js, CODE: 'plain', ICON_FILE: '/* base64 image */' })).toMatchObject({ icon: '' });
    },
    async CONTEXT(world) {
      expect(await kept(world, js)).toMatchObject({ context: 'all', isForAdmins: false });
      expect(await kept(world, { ...js, CODE: 'admins', CONTEXT: 'lines-admin' })).toMatchObject({
        context: 'lines',
        isForAdmins: true,
      });
      const wrong = (await forBot(world, { ...js, CODE: 'wrong', CONTEXT: 'NOWHERE' })).params;
      await expectRefusal(world.alice, 'imbot.app.register', wrong, 'WRONG_REQUEST');
    },
    async EXTRANET_SUPPORT(world) {
      expect(await kept(world, { ...js, EXTRANET_SUPPORT: 'Y' })).toMatchObject({ isExtranet: true });
    },
    async LIVECHAT_SUPPORT(world) {
      expect(await kept(world, { ...js, LIVECHAT_SUPPORT: 'Y' })).toMatchObject({ isLivechat: true });
    },
    async IFRAME_POPUP(world) {
      expect(await kept(world, { ...frame, IFRAME_POPUP: 'Y' })).toMatchObject({ isPopup: true });
    },
    async 'LANG.LANGUAGE_ID'(world) {
      expect(await kept(world, { ...js, LANG: [{ LANGUAGE_ID: 'DE', TITLE: 'Knopf' }] })).toMatchObject({
        titles: [{ language: 'de', title: 'Knopf', description: '', copyright: '' }],
      });
    },
    async 'LANG.TITLE'(world) {
      expect(await kept(world, js)).toMatchObject({ titles: [{ title: 'Echobot BUTTON' }] });
    },
    async 'LANG.DESCRIPTION'(world) {
      expect(await kept(world, js)).toMatchObject({ titles: [{ description: 'Send help command' }] });
    },
    async 'LANG.COPYRIGHT'(world) {
      expect(await kept(world, { ...js, LANG: [{ ...LANG[0], COPYRIGHT: 'Botyard' }] })).toMatchObject({
        titles: [{ copyright: 'Botyard' }],
      });
    },
  },
});
