import { contract } from './contract.ts';

export default contract({
  method: 'app.info',
  example: async (world) => ({ params: {}, as: await world.application() }),
  // What the authorization server's answer to the same call holds (R41).
  shape: (documented) => ({
    ...(documented as object),
    client_id: '',
    scope: '',
    expires: '2026-01-05T10:00:00+00:00',
    user_id: 1,
    install: {
      installed: true,
      version: 1,
      status: 'L',
      scope: '',
      domain: '',
      uri: '',
      client_endpoint: '',
      member_id: '',
      member_type: '',
    },
  }),
  errors: {
    'ACCESS_DENIED: Access denied! Application context required': async () => ({ params: {}, auth: 'session' }),
  },
  params: {},
});
