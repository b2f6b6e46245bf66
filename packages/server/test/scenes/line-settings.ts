import { expect } from 'vitest';
import { KEPT } from '#api/terms/line/kept-settings.ts';
import type { Answer, World } from '../world.ts';

/*
 * Settings of lines, as a program sets them and finds them again.
 */

/** Another value than the usual one, as it is sent, and as it is told. */
const otherOf = (usual: unknown): readonly [sent: unknown, told: unknown] => {
  if (usual === 'N') return [true, 'Y'];
  if (usual === 'Y') return ['N', 'N'];
  return typeof usual === 'string' && /^\d+$/.test(usual) ? [120, '120'] : ['other', 'other'];
};

/** What is set of each that nothing here follows. */
const OTHERS: Readonly<Record<string, readonly [sent: unknown, told: unknown]>> = {
  ...Object.fromEntries(Object.entries(KEPT).map(([name, { usual }]) => [name, otherOf(usual)])),
  WORKTIME_FROM: ['9:00', '9:00'],
  WORKTIME_TO: ['18:30', '18:30'],
  WORKTIME_TIMEZONE: ['Europe/Berlin', 'Europe/Berlin'],
  WORKTIME_DAYOFF: [
    ['SA', 'SU'],
    ['SA', 'SU'],
  ],
  WORKTIME_HOLIDAYS: ['1.01,2.01', ['1.01,2.01']],
  KPI_FIRST_ANSWER_LIST: [[1], ['1']],
  KPI_FURTHER_ANSWER_LIST: [[2], ['2']],
};

const OWN: Readonly<Record<string, readonly [sent: unknown, told: unknown]>> = {
  LINE_NAME: ['VIP', 'VIP'],
  ACTIVE: ['N', 'N'],
  QUEUE_TYPE: ['all', 'all'],
  WELCOME_BOT_ENABLE: ['N', 'N'],
  WELCOME_BOT_ID: [39, '39'],
  WELCOME_MESSAGE: ['Y', 'Y'],
  WELCOME_MESSAGE_TEXT: ['Hello!', 'Hello!'],
  LANGUAGE_ID: ['DE', 'de'],
};

export const SETTINGS = Object.fromEntries(Object.entries({ ...OTHERS, ...OWN }).map(([name, [sent]]) => [name, sent]));

/** For each setting a test that it is told as it was set: `set` sets one and answers with all of them. */
export function observedSettings(
  parent: string,
  set: (world: World, setting: Record<string, unknown>) => Promise<Answer['body']>,
): Record<string, (world: World) => Promise<void>> {
  const {
    DEFAULT_OPERATOR_DATA: _,
    AGREEMENT_MESSAGE: _a,
    AGREEMENT_ID: _b,
    XML_ID: _c,
    ...scalars
  } = { ...OTHERS, ...OWN };
  const observers = Object.entries(scalars).map(([name, [sent, told]]) => [
    `${parent}.${name}`,
    async (world: World) => {
      const before = await set(world, {});
      const after = await set(world, { [name]: sent });
      expect([after[name], before[name]]).toEqual([told, expect.not.toSatisfy((one) => one === told)]);
    },
  ]);
  const data = ['NAME', 'AVATAR', 'AVATAR_ID'].map((name) => [
    `${parent}.DEFAULT_OPERATOR_DATA.${name}`,
    async (world: World) => {
      const { DEFAULT_OPERATOR_DATA } = await set(world, { DEFAULT_OPERATOR_DATA: { [name]: 'other' } });
      expect(DEFAULT_OPERATOR_DATA).toEqual({ [name]: 'other' });
    },
  ]);
  return Object.fromEntries([...observers, ...data]);
}
