import { z } from 'zod';
import { defineCommand } from '../definition.ts';
import { person, personCalled } from '../terms/names.ts';

export default defineCommand({
  summary: 'Makes a link that signs a person in, once and within an hour. Whoever owns the data may be anybody.',
  body: z.strictObject({ as: person }),
  answer: z.strictObject({ userId: z.number(), name: z.string(), url: z.string().describe('The link') }),
  async run(portal, { as }) {
    const { id, name } = await portal.store.read((work) => personCalled(work, portal.portalId, as));
    return { userId: id, name, url: portal.pagesUrl() + portal.links.make(id) };
  },
});
