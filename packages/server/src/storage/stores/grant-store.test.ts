import { expect, it } from 'vitest';
import { REFRESH_LIFETIME } from '#domain/oauth/token.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';

const FAMILY = '0123456789abcdef';

onEachDatabase('the store of grants', ({ store, write, clock }) => {
  const granted = () =>
    write(async (work) => {
      const { application, alice } = await insertPortal(work);
      const grant = { applicationId: application.id, userId: alice.id, family: FAMILY, expiresAt: work.now + 30_000 };
      await work.grants.insertCode('the-code', grant, work.now);
      return grant;
    });

  it('finds a code by itself, and notes that it was used', async () => {
    const grant = await granted();
    const find = (code: string) => store().read((work) => work.grants.findCode(code));
    expect(await find('the-code')).toEqual({ ...grant, isUsed: false });
    expect(await find('another')).toBeUndefined();
    await write((work) => work.grants.updateCodeUsed('the-code', work.now));
    expect(await find('the-code')).toEqual({ ...grant, isUsed: true });
  });

  it('keeps no code in clear, and none for long', async () => {
    const { expiresAt, ...grant } = await granted();
    const codes = () =>
      store().readWith((session) => session.query((db) => db.selectFrom('authorization_code').selectAll()));
    expect(JSON.stringify(await codes())).not.toContain('the-code');
    clock.advance(2 * 3_600_000);
    await write((work) => work.grants.insertCode('the-next', { ...grant, expiresAt: work.now + 30_000 }, work.now));
    expect(await codes()).toHaveLength(1);
  });

  it('counts a family on, ends it, and forgets it with the last of its tokens', async () => {
    const { applicationId } = await granted();
    const find = () => store().read((work) => work.grants.findFamily(FAMILY));
    expect(await find()).toBeUndefined();
    await write((work) => work.grants.updateFamily(FAMILY, applicationId, 1, work.now));
    await write((work) => work.grants.updateFamily(FAMILY, applicationId, 2, work.now));
    expect(await find()).toMatchObject({ number: 2, rotatedAt: clock.now(), isRevoked: false });
    await write((work) => work.grants.updateFamilyRevoked(FAMILY, applicationId, work.now));
    expect(await find()).toMatchObject({ isRevoked: true });
    clock.advance(REFRESH_LIFETIME * 1000 + 1);
    await write((work) => work.grants.updateFamily('f'.repeat(16), applicationId, 1, work.now));
    expect(await find()).toBeUndefined();
  });

  it('can end a family of which nothing was used yet', async () => {
    const { applicationId } = await granted();
    await write((work) => work.grants.updateFamilyRevoked(FAMILY, applicationId, work.now));
    expect(await store().read((work) => work.grants.findFamily(FAMILY))).toMatchObject({ isRevoked: true });
  });

  it('drops what an application was granted', async () => {
    const { applicationId } = await granted();
    await write(async (work) => {
      await work.grants.updateFamily(FAMILY, applicationId, 1, work.now);
      await work.grants.deleteOfApplication(applicationId, 10);
    });
    await store().read(async (work) => {
      expect(await work.grants.findCode('the-code')).toBeUndefined();
      expect(await work.grants.findFamily(FAMILY)).toBeUndefined();
    });
  });
});
