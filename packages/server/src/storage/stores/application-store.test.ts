import { expect, it } from 'vitest';
import { namedApplication } from '#domain/application/application.ts';
import { ACCESS_LIFETIME } from '#domain/oauth/token.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';
import { StoreRefused } from '../session.ts';

onEachDatabase('the application store', ({ store, write }) => {
  it('finds an application by its id and by its client id within the portal', async () => {
    const { portalId, application } = await write(insertPortal);
    await store().read(async (work) => {
      expect(await work.applications.findApplication(application.id)).toEqual(application);
      expect(await work.applications.findByClientId(portalId, 'echo-app')).toEqual(application);
      expect(await work.applications.findByClientId(portalId + 1, 'echo-app')).toBeUndefined();
    });
  });

  it('keeps the application token sealed', async () => {
    const { application } = await write(insertPortal);
    const rows = await store().readWith((session) =>
      session.query((db) => db.selectFrom('application').select('application_token_sealed')),
    );
    expect(application.applicationToken).toBe('token');
    expect(rows[0]?.application_token_sealed).toMatch(/^v1\./);
    expect(rows[0]?.application_token_sealed).not.toContain('token');
  });

  it('refuses a second application with the same client id', async () => {
    const { portalId } = await write(insertPortal);
    const again = write((work) =>
      work.applications.insertApplication(namedApplication(portalId, 'echo-app', 't'), work.now),
    );
    await expect(again).rejects.toBeInstanceOf(StoreRefused);
  });

  it('keeps what its owner says of an application, who may use it, and what has become of it', async () => {
    const { portalId, alice, bob } = await write(insertPortal);
    const draft = {
      ...namedApplication(portalId, 'local.0.0', 'token'),
      kind: 'local',
      title: 'Weather',
      handlerUrl: 'https://example.com/',
      isApiOnly: false,
      scope: ['im', 'imbot'],
      ownerId: alice.id,
      allowedUserIds: [alice.id, bob.id],
      isInstalled: false,
    } as const;
    const application = await write((work) => work.applications.insertApplication(draft, work.now, 'the secret'));
    const found = () => store().read((work) => work.applications.findApplication(application.id));
    expect(await found()).toEqual({ ...draft, id: application.id, tokenSeconds: ACCESS_LIFETIME, isRemoved: false });
    expect(await store().read((work) => work.applications.listLocal(portalId))).toEqual([application]);

    const changed = { ...application, title: 'Storm', scope: [], allowedUserIds: null, version: 2, tokenSeconds: 60 };
    await write(async (work) => {
      await work.applications.updateApplication(changed);
      await work.applications.updateTokenLife(application.id, 60);
      await work.applications.updateInstalled(application.id, work.now);
      await work.applications.updateRemoved(application.id, work.now);
    });
    expect(await found()).toEqual({ ...changed, isInstalled: true, isRemoved: true });
    expect(await store().read((work) => work.applications.listLocal(portalId))).toEqual([]);
  });

  it('knows the secret of an application, which a named one has not got', async () => {
    const { portalId, application: named } = await write(insertPortal);
    const { id } = await write((work) =>
      work.applications.insertApplication(namedApplication(portalId, 'local.0.0', 'token'), work.now, 'the secret'),
    );
    await store().read(async ({ applications }) => {
      expect(await applications.findWithSecret(id, 'the secret')).toMatchObject({ id });
      expect(await applications.findWithSecret(id, 'another')).toBeUndefined();
      expect(await applications.findWithSecret(named.id, '')).toBeUndefined();
      expect([await applications.getSecret(id), await applications.getSecret(named.id)]).toEqual(['the secret', '']);
    });
  });
});
