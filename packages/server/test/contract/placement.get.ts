import { boundWith, placed, webhookWithPlaces } from '../scenes/placements.ts';
import { contract } from './contract.ts';

const wrongAuth = 'Current authorization type is denied for this method. Application context required';

export default contract({
  method: 'placement.get',
  async example(world) {
    const application = await placed(world, 'crm');
    const named = (TITLE: string, GROUP_NAME = '') => ({
      TITLE,
      LANG_ALL: { de: { TITLE, DESCRIPTION: '', GROUP_NAME } },
    });
    await boundWith(application, 'CRM_DEAL_LIST_TOOLBAR', named('Add invoice', 'Documents'));
    await boundWith(application, 'CRM_DEAL_LIST_TOOLBAR', named('Import invoice', 'Documents'));
    await boundWith(application, 'IM_CONTEXT_MENU', named('My App 1'));
    await boundWith(application, 'PAGE_BACKGROUND_WORKER', {
      ...named('My App 2'),
      OPTIONS: { errorHandlerUrl: 'https://myapp.com/?handler=3' },
      USER_ID: 1,
    });
    return { as: application, params: {} };
  },
  errors: {
    [`WRONG_AUTH_TYPE: ${wrongAuth}`]: async (world) => ({ as: await webhookWithPlaces(world), params: {} }),
    'ACCESS_DENIED: Access denied!': async (world) => ({ as: (await placed(world)).as(world.bob), params: {} }),
  },
  params: {},
});
