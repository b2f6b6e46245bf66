import { expect, it } from 'vitest';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';
import { changeWebhook } from './change-webhook.ts';
import { issueWebhook } from './issue-webhook.ts';
import { revokeWebhook } from './revoke-webhook.ts';

async function bobsWebhook(work: UnitOfWork) {
  const { alice, bob, ...portal } = await insertPortal(work);
  const issued = await issueWebhook(work, bob, { scope: ['im'], title: 'Weather' });
  return { ...portal, ...issued, bob, alice, admin: { ...alice, isAdmin: true } };
}

onEachDatabase('a webhook', ({ write }) => {
  it('is changed by its owner and keeps its code', () =>
    write(async (work) => {
      const { webhook, code, bob } = await bobsWebhook(work);
      const changed = await changeWebhook(work, bob, webhook.id, { scope: ['im', 'user'], expiresAt: work.now + 1 });
      const now = { ...webhook, scope: ['im', 'user'], expiresAt: work.now + 1 };
      expect(changed).toEqual({ ok: true, value: { webhook: now, newCode: undefined } });
      expect(await work.webhooks.findUsable(bob.id, code, work.now)).toEqual(now);
      expect(await work.webhooks.findUsable(bob.id, code, work.now + 1)).toBeUndefined();
    }));

  it('belongs to the administrator who changes it, under a code that its owner does not know', () =>
    write(async (work) => {
      const { webhook, code, bob, admin } = await bobsWebhook(work);
      const changed = await changeWebhook(work, admin, webhook.id, {});
      const newCode = changed.ok ? (changed.value.newCode ?? '') : '';
      expect(await work.webhooks.findUsable(bob.id, code, work.now)).toBeUndefined();
      expect(await work.webhooks.findUsable(bob.id, newCode, work.now)).toBeUndefined();
      expect(await work.webhooks.findUsable(admin.id, newCode, work.now)).toEqual({ ...webhook, userId: admin.id });
      expect(await work.webhooks.listOfUser(bob.id)).toEqual([]);
    }));

  it('is out of reach for everybody else', () =>
    write(async (work) => {
      const { webhook, code, bob, alice } = await bobsWebhook(work);
      expect(await changeWebhook(work, alice, webhook.id, { scope: [] })).toMatchObject({
        reason: 'webhook_not_found',
      });
      expect(await revokeWebhook(work, alice, webhook.id)).toMatchObject({ reason: 'webhook_not_found' });
      const elsewhere = { ...alice, isAdmin: true, portalId: alice.portalId + 1 };
      expect(await revokeWebhook(work, elsewhere, webhook.id)).toMatchObject({ reason: 'webhook_not_found' });
      expect(await work.webhooks.findUsable(bob.id, code, work.now)).toEqual(webhook);
    }));

  it('is worth nothing once it is revoked, and cannot be changed any more', () =>
    write(async (work) => {
      const { webhook, code, bob, portalId } = await bobsWebhook(work);
      expect(await work.webhooks.listOfPortal(portalId)).toEqual([webhook]);
      expect(await revokeWebhook(work, bob, webhook.id)).toEqual({ ok: true, value: webhook });
      expect(await work.webhooks.findUsable(bob.id, code, work.now)).toBeUndefined();
      expect(await work.webhooks.listOfPortal(portalId)).toEqual([]);
      expect(await changeWebhook(work, bob, webhook.id, { title: 'Again' })).toMatchObject({ ok: false });
    }));
});
