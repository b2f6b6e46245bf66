import { z } from 'zod';
import { defineControlCommand } from '../definition.ts';
import { personCalled } from '../terms/names.ts';

/** A link that signs a person in, once. Whoever owns the data may be anybody. */
export const loginCommand = defineControlCommand({
  name: 'login',
  body: z.object({ as: z.string() }),
  async run(portal, { as }) {
    const { id, name } = await portal.store.read((work) => personCalled(work, portal.portalId, as));
    return { userId: id, name, url: portal.url() + portal.links.make(id) };
  },
});
