import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPerson } from '#domain/user/add-person.ts';
import { changeAccount } from '#domain/user/change-account.ts';
import { changePerson } from '#domain/user/change-person.ts';
import type { User } from '#domain/user/user.ts';
import { changeWebhook } from '#domain/webhook/change-webhook.ts';
import { issueWebhook } from '#domain/webhook/issue-webhook.ts';
import { bind, comes, comesAgain, keep } from '../scenes/events.ts';
import { withScope } from '../scenes/people.ts';
import { userOf } from '../scenes/sign-in.ts';
import { CLIENT_ID, createWorld, type World } from '../world.ts';

/*
 * Calls that look first and write then, several of them at once. On SQLite one unit runs after the other; on PostgreSQL
 * they run beside each other, and each finds what was there before all of them unless it locks that.
 */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const AT_ONCE = 8;
const atOnce = <T>(one: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, index) => one(index)));

describe('calls at once', () => {
  it('give an address to one person', async () => {
    const draft = { name: 'Eve', lastName: '', email: 'eve@example.com', isAdmin: false, isExtranet: false };
    const { portalId } = world.app.cast;
    const added = await atOnce(() => world.app.store.write((work) => addPerson(work, portalId, draft)));
    expect(added.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('leave a portal one administrator', async () => {
    const { app, alice, bob, carol, dana } = world;
    const people = await app.store.write(async (work) => {
      const all: User[] = [];
      for (const { id } of [alice, bob, carol, dana]) {
        const made = await changeAccount(work, await userOf(work, id), { isAdmin: true });
        if (made.ok) all.push(made.value);
      }
      return all;
    });
    const taken = await Promise.all(
      people.map((person) => app.store.write((work) => changeAccount(work, person, { isAdmin: false }))),
    );
    expect(taken.filter(({ ok }) => ok)).toHaveLength(people.length - 1);
  });

  it('do not take somebody back who is dismissed while their card is changed', async () => {
    const { store } = world.app;
    const [alice, bob] = await store.read((work) =>
      Promise.all([userOf(work, world.alice.id), userOf(work, world.bob.id)]),
    );
    await Promise.all([
      store.write((work) => changeAccount(work, bob, { isActive: false })),
      atOnce(() => store.write((work) => changePerson(work, alice, bob, { name: 'Robert', fields: new Map() }))),
    ]);
    const after = await store.read((work) => userOf(work, bob.id));
    expect(after).toMatchObject({ name: 'Robert', isActive: false });
  });

  it('tell a bot once that it is unregistered', async () => {
    const handler = await world.handler();
    const BOT_ID = await world.bot({ handler });
    await atOnce(() => world.alice.call('imbot.unregister', { BOT_ID, CLIENT_ID }));
    await world.settled();
    expect(handler.events('ONIMBOTDELETE')).toHaveLength(1);
  });

  it('each change something of a command', async () => {
    const handler = await world.handler();
    const BOT_ID = await world.bot({ handler });
    const LANG = [{ LANGUAGE_ID: 'en', TITLE: 'Echo' }];
    const command = { BOT_ID, COMMAND: 'echo', EVENT_COMMAND_ADD: handler.url, LANG, CLIENT_ID };
    const COMMAND_ID = await world.alice.ok('imbot.command.register', command);
    const change = (FIELDS: object) => world.alice.ok('imbot.command.update', { COMMAND_ID, FIELDS, CLIENT_ID });
    await Promise.all([{ COMMAND: 'parrot' }, { HIDDEN: 'Y' }, { EXTRANET_SUPPORT: 'Y' }].map(change));
    const found = await world.app.store.read((work) => work.commands.findCommand(COMMAND_ID));
    expect(found).toMatchObject({ name: 'parrot', isHidden: true, isExtranet: true });
  });

  it('each change something of a webhook', async () => {
    const { app, alice } = world;
    const owner = await app.store.read((work) => userOf(work, alice.id));
    const { webhook } = await app.store.write((work) => issueWebhook(work, owner, { scope: ['im'], title: 'Mine' }));
    const changes = [{ title: 'Yours' }, { scope: ['user'] }, { expiresAt: 2 ** 42 }];
    await Promise.all(
      changes.map((change) => app.store.write((work) => changeWebhook(work, owner, webhook.id, change))),
    );
    const found = await app.store.read((work) => work.webhooks.findWebhook(webhook.id));
    expect(found).toMatchObject({ title: 'Yours', scope: ['user'], expiresAt: 2 ** 42 });
  });

  it('each change something of a field of people', async () => {
    const { ok } = await withScope(world, world.alice, ['user.userfield']);
    const fields = { USER_TYPE_ID: 'string', FIELD_NAME: 'SKILL', EDIT_FORM_LABEL: { en: 'Skill' } };
    const id = await ok('user.userfield.add', { fields });
    const changes = [
      { SORT: 7 },
      { EDIT_FORM_LABEL: { de: 'Talent' } },
      { LIST_COLUMN_LABEL: { en: 'What they can do' } },
      { SETTINGS: { ROWS: 3 } },
    ];
    await Promise.all(changes.map((change) => ok('user.userfield.update', { id, fields: change })));
    const [found] = await world.app.store.read((work) => work.userFields.listOfPortal(world.app.cast.portalId));
    expect(found).toMatchObject({
      sort: 7,
      labels: { form: { en: 'Skill', de: 'Talent' }, column: { en: 'What they can do' } },
      settings: { ROWS: 3 },
    });
  });

  it('put what somebody has searched for on top once', async () => {
    const { alice, bob, carol } = world;
    for (const { id } of [bob, carol]) await alice.ok('im.search.last.add', { DIALOG_ID: id });
    expect(await atOnce(() => alice.ok('im.search.last.add', { DIALOG_ID: bob.id }))).toEqual(
      Array(AT_ONCE).fill(true),
    );
    const found = await alice.ok('im.search.last.get');
    expect(found.map(({ id }: { id: number }) => id)).toEqual([bob.id, carol.id]);
  });

  it('each make a version of an application', async () => {
    const application = await world.application();
    await atOnce((index) => application.change({ title: `Version ${index}` }));
    const { version } = await world.app.store.read(async (work) => {
      const found = await work.applications.findApplication(application.id);
      if (!found) throw new Error('It is not there');
      return found;
    });
    expect(version).toBe(1 + AT_ONCE);
  });

  it('tell an application once that something waits for it', async () => {
    const [application, handler] = [await world.application(), await world.handler()];
    await keep(application, 'ONUSERADD');
    await bind(application, 'ONOFFLINEEVENT', handler, { options: { minTimeout: 60 } });
    const { alice, bob, carol, dana } = world;
    await Promise.all([alice, bob, carol, dana].map(({ id }) => comesAgain(world, id)));
    await world.settled();
    expect(handler.events('ONOFFLINEEVENT')).toHaveLength(1);
    world.clock.advance(60_000);
    await world.settled();
    expect(handler.events('ONOFFLINEEVENT')).toHaveLength(2);
  });

  it('install an application once', async () => {
    const [application, handler] = [await world.application({ isApiOnly: false }), await world.handler()];
    await bind(application, 'ONAPPINSTALL', handler);
    await atOnce(() => application.finishInstallation());
    await comes(world, 'Eve');
    await world.settled();
    expect(handler.events('ONAPPINSTALL')).toHaveLength(1);
  });
});
