import { expect } from 'vitest';
import type { Answer, World } from './world.ts';

/*
 * What can be said of a person: one table for the methods that say it, and one way to see that it was heard.
 */

/** One red pixel. */
export const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==';

const AN_IMAGE = /^http:\/\/.*\/images\/[0-9a-f]{32}\.png$/;

interface Sample {
  readonly name: string;
  readonly sent: unknown;
  /** What `user.get` tells then. */
  readonly told: unknown;
}

const WORDS = [
  ...['NAME', 'LAST_NAME', 'SECOND_NAME', 'XML_ID', 'TITLE', 'TIME_ZONE'],
  ...['PERSONAL_PROFESSION', 'PERSONAL_WWW', 'PERSONAL_ICQ', 'PERSONAL_PHONE', 'PERSONAL_FAX', 'PERSONAL_MOBILE'],
  ...['PERSONAL_PAGER', 'PERSONAL_STREET', 'PERSONAL_CITY', 'PERSONAL_STATE', 'PERSONAL_ZIP', 'PERSONAL_COUNTRY'],
  ...['PERSONAL_MAILBOX', 'PERSONAL_NOTES', 'WORK_PHONE', 'WORK_COMPANY', 'WORK_POSITION', 'WORK_DEPARTMENT'],
  ...['WORK_WWW', 'WORK_FAX', 'WORK_PAGER', 'WORK_STREET', 'WORK_MAILBOX', 'WORK_CITY', 'WORK_STATE', 'WORK_ZIP'],
  ...['WORK_COUNTRY', 'WORK_PROFILE', 'WORK_NOTES', 'UF_SKYPE_LINK', 'UF_ZOOM', 'UF_INTERESTS', 'UF_SKILLS'],
  ...['UF_WEB_SITES', 'UF_XING', 'UF_LINKEDIN', 'UF_FACEBOOK', 'UF_TWITTER', 'UF_SKYPE', 'UF_DISTRICT'],
  ...['UF_PHONE_INNER', 'UF_TIMEMAN'],
];

const SAMPLES: readonly Sample[] = [
  ...WORDS.map((name) => ({ name, sent: `${name} of Eve`, told: `${name} of Eve` })),
  { name: 'EMAIL', sent: 'eve.adams@example.com', told: 'eve.adams@example.com' },
  { name: 'PERSONAL_GENDER', sent: 'f', told: 'F' },
  { name: 'PERSONAL_BIRTHDAY', sent: '1990-07-14', told: '1990-07-14T00:00:00+00:00' },
  { name: 'UF_EMPLOYMENT_DATE', sent: '02/26/2024', told: '2024-02-26T00:00:00+00:00' },
  { name: 'PERSONAL_PHOTO', sent: ['eve.png', PIXEL], told: expect.stringMatching(AN_IMAGE) },
  { name: 'WORK_LOGO', sent: { fileData: ['logo.png', PIXEL] }, told: expect.stringMatching(AN_IMAGE) },
];

/** All of them at once. */
export const EVERYTHING: Readonly<Record<string, unknown>> = Object.fromEntries(
  SAMPLES.map(({ name, sent }) => [name, sent]),
);
export const EVERYTHING_TOLD: Readonly<Record<string, unknown>> = Object.fromEntries(
  SAMPLES.map(({ name, told }) => [name, told]),
);

/** A person as an administrator reads of them. */
export async function personSeen(world: World, ID: number): Promise<Answer['body']> {
  return (await world.alice.ok('user.get', { FILTER: { ID } }))[0];
}

/** For each of the samples a test that says it alone, of somebody of whom it is not said yet. */
export function observeSaying(
  say: (world: World, said: Readonly<Record<string, unknown>>) => Promise<number>,
): Record<string, (world: World) => Promise<void>> {
  return Object.fromEntries(
    SAMPLES.map(({ name, sent, told }) => [
      name,
      async (world: World) => {
        const before = await personSeen(world, await say(world, {}));
        expect(before).not.toMatchObject({ [name]: told });
        expect(await personSeen(world, await say(world, { [name]: sent }))).toMatchObject({ [name]: told });
      },
    ]),
  );
}
