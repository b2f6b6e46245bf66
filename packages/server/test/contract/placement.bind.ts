import { expect } from 'vitest';
import { bindPlacement } from '#domain/placement/bind-placement.ts';
import { boundWith, HANDLER, ICON, placed, webhookWithPlaces } from '../scenes/placements.ts';
import type { TestApplication } from '../test-application.ts';
import type { World } from '../world.ts';
import { type Cause, contract } from './contract.ts';

const errorHandlerUrl = 'https://myapp.com/error/';

const bind =
  (PLACEMENT: string, more: Record<string, unknown> = {}) =>
  async (world: World): Promise<Cause> => ({ as: await placed(world), params: { PLACEMENT, HANDLER, ...more } });

const inTextarea = (options: Record<string, unknown>) => bind('IM_TEXTAREA', { OPTIONS: { ...ICON, ...options } });

/** As many placements more, in one unit. */
function bindMore({ app }: World, { id }: TestApplication, count: number): Promise<void> {
  return app.store.write(async (work) => {
    const application = await work.applications.findApplication(id);
    if (!application) throw new Error('It is not there');
    const texts = { title: '', description: '', groupName: '' };
    const place = { code: 'LEFT_MENU', isSingle: false, isPersonal: false };
    const wish = { place, userId: 0, handler: HANDLER, ...texts, translations: {}, options: {} };
    for (let i = 0; i < count; i += 1) await bindPlacement(work, application, wish);
  });
}

/** What `placement.get` tells of an option, by what is sent for it. */
async function kept(world: World, place: string, options: Record<string, unknown>): Promise<unknown> {
  const all = await boundWith(await placed(world), place, { OPTIONS: options });
  return all[0]?.['options'];
}

async function storedOf({ app }: World, { id }: TestApplication) {
  return app.store.read((work) => work.placements.listOfApplication(id));
}

export default contract({
  method: 'placement.bind',
  example: bind('IM_CONTEXT_MENU', {
    OPTIONS: { context: 'CHAT;LINES' },
    TITLE: 'title',
    DESCRIPTION: 'description',
    GROUP_NAME: 'group',
    LANG_ALL: { en: { TITLE: 'title', DESCRIPTION: 'description', GROUP_NAME: 'group' } },
  }),
  errors: {
    'ERROR_PLACEMENT_MAX_COUNT: Too many handlers (max: 1)': async (world) => {
      const application = await placed(world);
      await boundWith(application, 'REST_APP_URI');
      return { as: application, params: { PLACEMENT: 'REST_APP_URI', HANDLER: `${HANDLER}other` } };
    },
    'ERROR_PLACEMENT_USER_MODE: User mode is not available': async (world) =>
      bind('LEFT_MENU', { USER_ID: world.bob.id })(world),
    'EMPTY_ERROR_HANDLER_URL: The option errorHandlerUrl is empty or no address': bind('PAGE_BACKGROUND_WORKER'),
    "ERROR_ARGUMENT: Argument 'PLACEMENT' is null or empty": bind(''),
    'WRONG_AUTH_TYPE: Current authorization type is denied for this method Application context required': async (
      world,
    ) => ({
      as: await webhookWithPlaces(world),
      params: { PLACEMENT: 'LEFT_MENU', HANDLER },
    }),
    'ACCESS_DENIED: Access denied!': async (world) => ({
      as: (await placed(world)).as(world.bob),
      params: { PLACEMENT: 'LEFT_MENU', HANDLER },
    }),
    'ERROR_PLACEMENT_NOT_FOUND: Placement not found': bind('CRM_DEAL_DETAIL_TAB'),
    'ERROR_WRONG_HANDLER_URL: Wrong handler URL': bind('LEFT_MENU', { HANDLER: 'https://myapp/' }),
    'ERROR_UNSUPPORTED_PROTOCOL: Unsupported handler protocol': bind('LEFT_MENU', { HANDLER: 'ftp://myapp.com/' }),
    'INVALID_ERROR_CONTEXT: Invalid value of the option CONTEXT': inTextarea({ context: 'CHAT;EVERY' }),
    'INVALID_ERROR_EXTRANET: Invalid value of the option EXTRANET': inTextarea({ extranet: 'maybe' }),
    'INVALID_ERROR_ROLE: Invalid value of the option ROLE': inTextarea({ role: 'OWNER' }),
    'INVALID_ERROR_ICON_NAME: Invalid value of the option ICON_NAME': inTextarea({ iconName: 'fa-500px' }),
    'INVALID_ERROR_COLOR: Invalid value of the option COLOR': inTextarea({ color: 'BLUE' }),
    'INVALID_ERROR_WIDTH: Invalid value of the option WIDTH': inTextarea({ width: -1 }),
    'INVALID_ERROR_HEIGHT: Invalid value of the option HEIGHT': inTextarea({ height: 'tall' }),
  },
  params: {
    async PLACEMENT(world) {
      const application = await placed(world, 'crm');
      await boundWith(application, 'crm_deal_detail_tab');
      // Neither `im` is needed for the messenger's, nor does one place take no second address (U7).
      for (const place of ['IMMOBILE_CONTEXT_MENU', 'LEFT_MENU', 'LEFT_MENU']) await boundWith(application, place);
      expect((await application.ok('placement.get')).map((one: { placement: string }) => one.placement)).toEqual([
        'CRM_DEAL_DETAIL_TAB',
        'IMMOBILE_CONTEXT_MENU',
        'LEFT_MENU',
        'LEFT_MENU',
      ]);
      const refused = await application.call('placement.bind', { PLACEMENT: 7, HANDLER });
      expect(refused).toMatchObject({ status: 200, body: { error: 'ERROR_ARGUMENT', argument: 'PLACEMENT' } });
    },
    async HANDLER(world) {
      const application = await placed(world);
      const local = 'http://localhost:3000/?a=1';
      expect(await boundWith(application, 'LEFT_MENU', { HANDLER: local })).toMatchObject([{ handler: local }]);
      const refused = await application.call('placement.bind', { PLACEMENT: 'LEFT_MENU' });
      expect(refused).toMatchObject({ status: 200, body: { error: 'ERROR_ARGUMENT', argument: 'HANDLER' } });
      await bindMore(world, application, 199);
      const more = await application.call('placement.bind', { PLACEMENT: 'LEFT_MENU', HANDLER });
      expect(more.body.error_description).toBe('Too many handlers (max: 200)');
      await application.remove();
      expect(await storedOf(world, application)).toEqual([]);
    },
    async TITLE(world) {
      expect(await boundWith(await placed(world), 'LEFT_MENU', { TITLE: 'Menu' })).toMatchObject([
        { title: 'Menu', description: '', langAll: [] },
      ]);
    },
    async DESCRIPTION(world) {
      const application = await placed(world);
      expect(await boundWith(application, 'LEFT_MENU', { DESCRIPTION: 'All' })).toMatchObject([{ description: 'All' }]);
    },
    async GROUP_NAME(world) {
      const application = await placed(world);
      await boundWith(application, 'LEFT_MENU', { GROUP_NAME: 'Documents' });
      expect(await storedOf(world, application)).toMatchObject([{ groupName: 'Documents' }]);
    },
    async LANG_ALL(world) {
      const LANG_ALL = { de: { TITLE: 'Rechnung' }, EN: { TITLE: 'Invoice', GROUP_NAME: '' } };
      expect(await boundWith(await placed(world), 'LEFT_MENU', { LANG_ALL })).toMatchObject([{ langAll: LANG_ALL }]);
    },
    async OPTIONS(world) {
      expect(await kept(world, 'IM_CONTEXT_MENU', { iconName: 'fa' })).toEqual({
        extranet: 'N',
        context: 'ALL',
        role: 'USER',
      });
      const wide = { ...ICON, extranet: true, context: 'CHAT; LINES', role: 'ADMIN', color: 'LIGHT_BLUE', width: 400 };
      expect(await kept(world, 'IM_TEXTAREA', wide)).toEqual({
        ...wide,
        extranet: 'Y',
        context: 'CHAT;LINES',
        height: 100,
      });
      expect(await kept(world, 'IM_SIDEBAR', { ...ICON, context: 'CRM;ALL' })).toMatchObject({ context: 'ALL' });
      expect(await kept(world, 'IM_NAVIGATION', { ...ICON, context: 'none' })).not.toHaveProperty('context');
      expect(await kept(world, 'LEFT_MENU', { any: { deep: [1] } })).toEqual({ any: { deep: [1] } });
      expect(await kept(world, 'REST_APP_URI', { any: 1 })).toEqual([]);
      expect(await kept(world, 'PAGE_BACKGROUND_WORKER', { errorHandlerUrl, any: 1 })).toEqual({ errorHandlerUrl });
      const application = await placed(world);
      expect((await application.call('placement.bind', { PLACEMENT: 'IM_SIDEBAR', HANDLER })).body).toMatchObject({
        error: 'ERROR_ARGUMENT',
        argument: 'iconName',
      });
    },
    async USER_ID(world) {
      const application = await placed(world);
      const OPTIONS = { errorHandlerUrl };
      const forUser = (USER_ID: unknown) =>
        application.call('placement.bind', { PLACEMENT: 'PAGE_BACKGROUND_WORKER', HANDLER, OPTIONS, USER_ID });
      const answers = [await forUser(world.bob.id), await forUser(0), await forUser(undefined), await forUser(999_999)];
      expect(answers.map(({ body }) => body.error)).toEqual([
        undefined,
        undefined,
        'ERROR_PLACEMENT_MAX_COUNT',
        'ERROR_ARGUMENT',
      ]);
      expect(await application.ok('placement.get')).toMatchObject([{ userId: world.bob.id }, { userId: 0 }]);
    },
  },
});
