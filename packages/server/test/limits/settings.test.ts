import { describe, expect, it } from 'vitest';
import { TARIFFS } from '#api/kernel/limits/limits.ts';
import { toConfig } from '../../src/config.ts';
import { createWorld, inWorld } from '../world.ts';
import { statuses, times } from './statuses.ts';

describe('the setting', () => {
  const limits = (options: object) => toConfig({ examples: false, ...options }).limits;

  it('is off unless it is asked for, open to the world or not', () => {
    for (const options of [{}, { production: true }, { limits: 'off' }]) expect(limits(options)).toBeUndefined();
    expect(limits({ limits: 'standard' })).toEqual(TARIFFS.standard);
  });

  it('of time has the usual value of the cloud with a tariff, that of a portal of one’s own without, and any other', () => {
    expect(limits({ operatingLimit: true })).toEqual({ operatingSeconds: 420 });
    expect(limits({ operatingLimit: true, limits: 'enterprise' })).toEqual(TARIFFS.enterprise);
    expect(limits({ operatingLimit: 60, limits: 'standard' })).toEqual({ ...TARIFFS.standard, operatingSeconds: 60 });
  });

  it('is nothing to the calls where it is off', () =>
    inWorld({}, async ({ alice }) => {
      expect(await statuses(300, () => alice.call('profile'))).toEqual(times(300, 200));
    }));
});

describe('the room for files', () => {
  it('is as much as the start says', () => {
    const together = (fileSpace?: number) =>
      toConfig({ examples: false, ...(fileSpace && { fileSpace }) }).settings.files.together;
    expect([together(), together(3)]).toEqual([10_737_418_240, 3_145_728]);
  });
});

describe('the bots of an application', () => {
  it('are as many as the start says', async () => {
    const { settings } = toConfig({ examples: false, botLimit: 2 });
    const world = await createWorld({ settings });
    for (const code of ['one', 'two', 'two']) await world.bot({ code });
    await expect(world.bot({ code: 'three' })).rejects.toThrow('maximum number of bots for application (max: 2)');
    await world.close();
  });
});
