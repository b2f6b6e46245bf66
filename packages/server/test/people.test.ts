import { expect, it } from 'vitest';
import { EVERYTHING, EVERYTHING_TOLD, personSeen } from './person-samples.ts';
import { joinGroup } from './scenes/chats.ts';
import { changeUser, seeActive, withScope } from './scenes/people.ts';
import { inWorld } from './world.ts';

it('user.current tells as much of the caller as the permissions open', () =>
  inWorld({}, async (world) => {
    await changeUser(world, world.alice.id, {
      birthday: '1990-07-14',
      website: 'https://alice.example.com',
      photo: 'a.png',
    });
    await seeActive(world, world.alice.id);
    const all = await world.alice.ok('user.current');
    expect(all).toMatchObject({
      ID: '1',
      EMAIL: 'alice@example.com',
      LAST_LOGIN: '2026-01-05T09:00:00+00:00',
      LAST_ACTIVITY_DATE: '2026-01-05 09:00:00',
      DATE_REGISTER: '2026-01-05T00:00:00+00:00',
      PERSONAL_BIRTHDAY: '1990-07-14T00:00:00+00:00',
      PERSONAL_WWW: 'https://alice.example.com',
      PERSONAL_PHOTO: `${world.app.url}/images/a.png`,
      IS_ONLINE: 'Y',
      XML_ID: '',
      TIME_ZONE: '',
      TIMESTAMP_X: expect.stringMatching(/^2026-01-05T/),
    });
    const hidden = async (scope: string[]) => {
      const told = await (await withScope(world, world.alice, scope)).ok('user.current');
      return Object.keys(all).filter((name) => !(name in told));
    };
    expect(await hidden(['user_basic'])).toEqual(['LAST_LOGIN', 'PERSONAL_WWW']);
    expect(await hidden(['user_brief'])).toEqual(['EMAIL', 'LAST_LOGIN', 'PERSONAL_WWW']);
    expect(await hidden(['user_brief', 'user_basic'])).toEqual(['LAST_LOGIN', 'PERSONAL_WWW']);
  }));

it('everything that is said of a person comes back, and finds them', () =>
  inWorld({}, async (world) => {
    const id = await world.alice.ok('user.add', { ...EVERYTHING, UF_DEPARTMENT: 1 });
    expect(await personSeen(world, id)).toMatchObject(EVERYTHING_TOLD);
    const open = await world.alice.ok('user.fields');
    for (const [name, sent] of Object.entries(EVERYTHING)) {
      if (typeof sent !== 'string') continue;
      expect(await world.alice.ok('user.get', { FILTER: { [name]: sent }, select: 'ID' })).toContainEqual({
        ID: `${id}`,
      });
      expect([name in open, name]).toEqual([name !== 'UF_FACEBOOK', name]);
    }
    const brief = await withScope(world, world.alice, ['user_brief']);
    const [told] = await brief.ok('user.get', { ID: id });
    expect(told).toMatchObject({ PERSONAL_CITY: 'PERSONAL_CITY of Eve' });
    for (const name of ['EMAIL', 'PERSONAL_PHONE', 'WORK_LOGO', 'UF_ZOOM']) expect(told).not.toHaveProperty(name);
    expect((await brief.call('user.update', { ID: id, NAME: 'Eva' })).body.error).toBe('insufficient_scope');
  }));

it('whoever was asked in by their address alone has a name to show all the same', () =>
  inWorld({}, async (world) => {
    const ID = await world.alice.ok('user.add', { EMAIL: 'eve.adams@example.com', UF_DEPARTMENT: 1 });
    expect(await world.bob.ok('im.user.get', { ID })).toMatchObject({ name: 'eve.adams', first_name: '' });
    const { body } = await world.alice.call('user.add', { EMAIL: 'nowhere', UF_DEPARTMENT: 1 });
    expect(body).toMatchObject({ error: 'ERROR_ARGUMENT', error_description: 'wrong_email', argument: '' });
    const eve = await world.app.store.read((work) => work.users.findUser(ID));
    expect(eve).toMatchObject({ isInvited: true, isActive: true });
  }));

it('changes of people can be followed by their time', () =>
  inWorld({}, async (world) => {
    world.clock.advance(60_000);
    await world.alice.ok('user.update', { ID: world.bob.id, NAME: 'Robert' });
    const since = new Date(world.clock.now()).toISOString();
    const changed = await world.alice.ok('user.get', { FILTER: { '>=TIMESTAMP_X': since }, select: ['NAME'] });
    expect(changed).toEqual([{ NAME: 'Robert' }]);
  }));

it('user.get shows a guest those they share a chat with, and never a bot', () =>
  inWorld({}, async (world) => {
    const botId = await world.bot();
    const seen = async () => (await world.dana.ok('user.get')).map(({ ID }: { ID: string }) => Number(ID));
    expect(await seen()).toEqual([world.dana.id]);
    await joinGroup(world, world.dana.id);
    expect(await seen()).toEqual([world.alice.id, world.bob.id, world.dana.id]);
    await world.dana.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hi' });
    expect(await seen()).not.toContain(botId);
  }));

it('profile shows a picture only when there is one, and no zone as an empty text (N18)', () =>
  inWorld({}, async (world) => {
    const bare = await world.alice.ok('profile');
    expect(bare).not.toHaveProperty('PERSONAL_PHOTO');
    expect(bare.TIME_ZONE).toBe('');
    await changeUser(world, world.alice.id, { photo: 'a.png' });
    expect(await world.alice.ok('profile')).toMatchObject({
      ADMIN: true,
      PERSONAL_PHOTO: `${world.app.url}/images/a.png`,
    });
    expect(await world.bob.ok('profile')).toMatchObject({ ID: '2', ADMIN: false });
  }));

it('a message in the history shows all that it carries, and an empty list when that is nothing', () =>
  inWorld({}, async (world) => {
    const DIALOG_ID = `chat${world.groupChatId}`;
    const plain = await world.alice.ok('im.message.add', { DIALOG_ID, MESSAGE: 'plain' });
    await world.alice.ok('im.message.add', {
      DIALOG_ID,
      MESSAGE: 'rich',
      ATTACH: [{ MESSAGE: 'block' }],
      KEYBOARD: [{ TEXT: 'Open', LINK: 'https://example.com' }],
      MENU: [{ TEXT: 'Open', LINK: 'https://example.com' }],
      URL_PREVIEW: 'N',
      REPLY_ID: plain,
    });
    const system = await world.alice.ok('im.message.add', { DIALOG_ID, MESSAGE: 'line', SYSTEM: 'Y' });
    const edited = await world.alice.ok('im.message.add', { DIALOG_ID, MESSAGE: 'before' });
    await world.alice.ok('im.message.update', { MESSAGE_ID: edited, MESSAGE: 'after' });
    const { messages } = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID });
    expect(messages).toMatchObject([
      { id: edited, text: 'after', params: { IS_EDITED: 'Y' } },
      { id: system, author_id: 0, uuid: null, text: 'line', params: [] },
      {
        author_id: 1,
        uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        params: {
          ATTACH: [{ BLOCKS: [{ MESSAGE: 'block' }], COLOR: expect.stringMatching(/^#/), COLOR_TOKEN: 'base', ID: 1 }],
          KEYBOARD: { BUTTONS: [expect.objectContaining({ TEXT: 'Open', LINK: 'https://example.com' })] },
          MENU: { ITEMS: [{ TEXT: 'Open', LINK: 'https://example.com' }] },
          URL_PREVIEW: 'N',
          REPLY_ID: plain,
        },
      },
      { id: plain, unread: true, replaces: [], params: [], disappearing_date: null },
    ]);
  }));

it('a filter that is sent in two spellings is the later one, so that a list is read to its end (R42)', () =>
  inWorld({}, async (world) => {
    const read = async (method: string) => {
      const seen: string[] = [];
      for (let last = 0; ; ) {
        // As the vendor's SDK sends its own filter behind that of the program.
        const page = await world.alice.ok(method, { FILTER: { '>ID': 0 }, filter: { '>ID': last }, start: -1 });
        const ids: string[] = page.map(({ ID }: { ID: string }) => ID);
        if (ids.length === 0 || seen.length > 10) return seen;
        seen.push(...ids.slice(0, 2));
        last = Number(seen.at(-1));
      }
    };
    expect(await read('user.get')).toEqual(['1', '2', '3', '4']);
    expect(await read('user.search')).toEqual(['1', '2', '3', '4']);
    expect(await world.alice.ok('user.get', { FILTER: { NAME: 'Bob', name: 'Carol' } })).toMatchObject([{ ID: '3' }]);
    const mixed = await fetch(`${world.alice.webhookUrl}user.get?FILTER[ID]=2&filter[ID]=1&Filter[ID]=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ filter: { ID: 3 } }),
    });
    expect(await mixed.json()).toMatchObject({ result: [{ ID: '3' }] });
  }));
