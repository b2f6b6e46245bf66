import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';
import { namedApplication } from '../../domain/application/application.ts';
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
});
