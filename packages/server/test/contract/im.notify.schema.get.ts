import { contract } from './contract.ts';

export default contract({
  method: 'im.notify.schema.get',
  example: async () => ({ params: {} }),
  // Of which modules there is something to tell is the portal's own.
  shape: (documented) => {
    const [module] = Object.values(documented as object);
    return { im: module, rest: module };
  },
  errors: {},
  params: {},
});
