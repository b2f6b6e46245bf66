import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams, byBot, enterGroup, type Place } from '../scenes/acting-bots.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { fileOf, sentTo } from '../scenes/second-files.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.File.download';

/** Alice has sent it to the group that the bot is in. */
const near: Place = async (world, acting) => ({ fileId: await sentTo(world, await enterGroup(world, acting)) });

export default contract({
  method: METHOD,
  example: byBot(near),
  errors: {
    ...actingErrors,
    'FILE_ACCESS_ERROR: File access error': byBot(async (world) => ({ fileId: await sentTo(world, world.bob.id) })),
    'FILE_NOT_FOUND: File not found': byBot(async () => ({ fileId: NOBODY })),
  },
  params: {
    ...actingParams(METHOD, near),
    // V58
    async fileId(world) {
      const acting = await actingBot(world);
      const { downloadUrl } = await acting.by(METHOD, await near(world, acting));
      expect(await fileOf(downloadUrl)).toEqual({
        text: 'Hello World!',
        disposition: expect.stringContaining('hello.txt'),
      });
      expect(await fileOf(downloadUrl)).toMatchObject({ text: 'Hello World!' });
    },
  },
});
