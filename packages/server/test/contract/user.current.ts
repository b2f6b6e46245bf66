import { contract } from './contract.ts';

export default contract({
  method: 'user.current',
  example: async () => ({ params: {} }),
  // What clients expect beside the documented example, as texts.
  shape: (documented) => ({
    ...(documented as object),
    XML_ID: '',
    TIME_ZONE: '',
    TIMESTAMP_X: '2026-01-05T09:00:00+00:00',
  }),
  errors: {},
  params: {},
});
