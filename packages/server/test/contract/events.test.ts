import { describe, expect, it } from 'vitest';
import { events } from '#api/events.generated.ts';
import { causes, receive } from '../event-causes.ts';
import { causesForPeople, fetchedOfBob, fetchedOfBot } from '../event-causes-v2.ts';
import { faultIn } from '../held.ts';
import type { Received } from '../world.ts';
import { amendedFields, amendedPayload, amendedTold, TOLD_TYPES } from './amendments/events.ts';
import { documentedEvents } from './checks/catalog.ts';
import { shapeDifferences } from './checks/compare-shape.ts';
import { fieldDifferences } from './checks/event-fields.ts';

/*
 * What a handler really receives is compared, key by key, with the payloads that are documented.
 */

/** undici writes these itself, and in lower case. */
const TRANSPORT_HEADERS = ['host', 'connection', 'content-length'];

for (const { name, page, tells } of events) {
  if (tells === 'person') continue;
  describe(name, () => {
    const documented = documentedEvents.find((event) => event.name === name);

    it('names its page', () => {
      expect(page).toBe(documented?.page);
    });

    it.each(documented?.fields ? [] : (documented?.payloads ?? []))(
      'has the documented keys: $label',
      async ({ label, payload }) => {
        const { body } = await receive(name, /group/i.test(label));
        const amended = amendedPayload(name, payload);
        const compared = asDocumented(body, amended);
        expect(keysOf(compared)).toEqual(keysOf(amended));
        expect(otherForms(amended, compared)).toEqual([]);
      },
    );

    it.runIf(documented?.fields)('has every documented field and no other', async () => {
      const { data, ...beside } = (await receive(name, true)).body;
      expect(fieldDifferences(amendedFields(name, documented?.fields ?? {}), data)).toEqual([]);
      const [{ payload = {} } = {}] = documented?.payloads ?? [];
      expect(keysOf(beside)).toEqual(keysOf({ ...(payload as object), data: {} }));
    });

    it('has nothing but text in it', async () => {
      const { body, raw } = await receive(name, true);
      expect(scalarsOf(body).filter((value) => typeof value !== 'string')).toEqual([]);
      expect(raw.split('&').filter((pair) => /=(undefined|null|NaN|true|false|%5Bobject)/.test(pair))).toEqual([]);
    });

    it('comes as the requests of a portal come', async () => {
      const { headers, rawHeaders, raw } = await receive(name, false);
      expect(headers).toMatchObject({
        'user-agent': 'Bitrix24 Webhook Engine',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(raw)),
      });
      const names = rawHeaders.filter((header, index) => index % 2 === 0 && !TRANSPORT_HEADERS.includes(header));
      expect(names.filter((header) => !/^[A-Z][a-z]*(-[A-Z][a-z]*)*$/.test(header))).toEqual([]);
    });
  });
}

describe('what a bot fetches', () => {
  const definitions = events.filter(({ tells, generation }) => tells === 'bot' && generation === 'v2');

  it.each(definitions)('of $name is what its definition says', async ({ name, payload }) => {
    const { data } = await fetchedOfBot(name);
    expect(faultIn(payload, data)).toBe(undefined);
    // All of itself, and nothing to call with.
    expect(data.bot).toMatchObject({ code: 'second', eventMode: 'fetch' });
    expect(data.bot).not.toHaveProperty('auth');
  });

  it.each(definitions)('of $name is in other forms what it would be called with', async ({ name }) => {
    const { bot: _bot, ...fetched } = (await fetchedOfBot(name)).data;
    const { bot: _called, ...called } = (await receive(name, true)).body.data;
    expect(keysOf(withoutEmpty(fetched))).toEqual(keysOf(called));
  });
});

describe('what is fetched for a person', () => {
  const definitions = events.filter(({ tells }) => tells === 'person');

  it.each(definitions)('of $name is as documented', async ({ name, page, payload }) => {
    const documented = documentedEvents.find((event) => event.name === name);
    expect(page).toBe(documented?.page);
    const { data } = await fetchedOfBob(name);
    expect(faultIn(payload, data)).toBe(undefined);
    expect(shapeDifferences(amendedTold(documented?.payloads[0]?.payload), data, TOLD_TYPES, 'data')).toEqual([]);
  });
});

describe('the events', () => {
  it('are all documented, and those that are tested all exist', () => {
    expect(events.map(({ name }) => name).sort()).toEqual(
      [...Object.keys(causes), ...Object.keys(causesForPeople)].sort(),
    );
    expect(events.filter(({ name }) => !documentedEvents.some((event) => event.name === name))).toEqual([]);
  });
});

/** Where a page leaves out what stands in `auth`, there is nothing to compare with. */
function asDocumented({ auth, ...rest }: Received['body'], payload: unknown): Received['body'] {
  const documented = payload as { readonly auth: object };
  return Object.keys(documented.auth).length > 0 ? { ...rest, auth } : rest;
}

/** Values of a documented form that come in another one: numbers, moments, flags. */
function otherForms(documented: unknown, received: unknown, path = ''): string[] {
  if (typeof documented !== 'object' || documented === null) {
    const form = FREE.has(path) ? undefined : FORMS.find((one) => one.test(String(documented)));
    return form && !form.test(String(received)) ? [`${path} is ${received}, documented is ${documented}`] : [];
  }
  if (typeof received !== 'object' || received === null) return [];
  return Object.entries(documented).flatMap(([key, value]) =>
    Object.hasOwn(received, key)
      ? otherForms(value, (received as Readonly<Record<string, unknown>>)[key], `${path}[${key}]`)
      : [],
  );
}

/** R32: any text. */
const FREE: ReadonlySet<string> = new Set(['[data][PARAMS][CHAT_ENTITY_ID]']);

const FORMS = [/^\d+$/, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/, /^[YN]$/];

/** Every path in a body, sorted. Ids that serve as keys are all alike, and so are the entries of a list. */
function keysOf(body: unknown): string[] {
  return [...new Set(pathsIn(body, ''))].sort();
}

function pathsIn(body: unknown, path: string): string[] {
  if (typeof body !== 'object' || body === null) return [path];
  return Object.entries(body).flatMap(([key, value]) => pathsIn(value, `${path}[${/^\d+$/.test(key) ? 'id' : key}]`));
}

/** V59: what is an empty map or list leaves no trace in a form. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const left = Object.entries(value).map(([key, one]) => [key, withoutEmpty(one)] as const);
  return Object.fromEntries(left.filter(([, one]) => !isEmpty(one)));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function scalarsOf(body: unknown): unknown[] {
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(scalarsOf) : [body];
}
