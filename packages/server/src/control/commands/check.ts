import { z } from 'zod';
import { KEEPING } from '#delivery/sweeper.ts';
import { checkUp } from '#storage/checkup/checkup.ts';
import { defineCommand } from '../definition.ts';
import { checkup, presentCheckup } from '../terms/checkup.ts';

export default defineCommand({
  summary: 'Says whether the data of the portal is in order: the database, the key, versions, the disk.',
  body: z.strictObject({}),
  answer: checkup,
  async run({ place, store, clock }) {
    const read = store.readWith.bind(store);
    return presentCheckup(place, await checkUp(place, { now: clock.now(), keeping: KEEPING, read }));
  },
});
