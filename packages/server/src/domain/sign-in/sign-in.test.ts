import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal, person } from '../../../test/portal-in-store.ts';
import { changeAccount } from '../user/change-account.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { accessInvitation } from './access-invitation.ts';
import { accessSession } from './access-session.ts';
import { findByLogin } from './find-by-login.ts';
import { INVITATION_LIFETIME } from './invitation.ts';
import { issueFounderInvitation, issueInvitation } from './issue-invitation.ts';
import { openSession } from './open-session.ts';
import { setPassword } from './set-password.ts';
import { SESSION_IDLE_LIFETIME } from './web-session.ts';

const told = { name: 'Zoe', lastName: 'Zimt', email: 'zoe@example.com', passwordHash: 'a hash' };

onEachDatabase('signing in', ({ clock, write }) => {
  it('opens a session that its token alone finds, in its own portal alone', async () => {
    const { portalId, alice } = await write(insertPortal);
    const { session, token } = await write((work) => openSession(work, alice));
    await write(async (work) => {
      expect(await accessSession(work, portalId, token)).toMatchObject({ session, user: { id: alice.id } });
      expect(await accessSession(work, portalId, token.slice(1))).toBeUndefined();
      expect(await accessSession(work, portalId + 1, token)).toBeUndefined();
    });
    clock.advance(SESSION_IDLE_LIFETIME);
    await write(async (work) => {
      expect(await accessSession(work, portalId, token)).toBeUndefined();
      await openSession(work, alice);
      // Cleared away by then, and not only passed over.
      expect(await work.webSessions.findByToken(token)).toBeUndefined();
    });
  });

  it('keeps one password for everybody, whose change ends what was opened with the old one', async () => {
    const { portalId, alice, bob } = await write(insertPortal);
    const opened = await write(async (work) => [await openSession(work, alice), await openSession(work, bob)]);
    await write(async (work) => {
      const invitation = await issueInvitation(work, alice);
      await setPassword(work, alice, 'first');
      expect(await accessInvitation(work, portalId, invitation)).toBeUndefined();
      await setPassword(work, alice, 'second');
      expect(await work.credentials.findPasswordHash(alice.id)).toBe('second');
      expect(await work.credentials.findPasswordHash(bob.id)).toBeUndefined();
      const found = [];
      for (const { token } of opened) found.push(await accessSession(work, portalId, token));
      expect(found.map((one) => one?.user.id)).toEqual([undefined, bob.id]);
    });
  });

  it('finds whom somebody means by an address or a name that only one has', async () => {
    const { portalId } = await write(insertPortal);
    await write(async (work) => {
      const insert = (name: string, more: Parameters<typeof person>[2]) =>
        work.users.insertUser(person(portalId, name, more), work.now);
      const one = await insert('Robin', { lastName: 'Ash', email: 'r.ash@example.com' });
      await insert('Robin', { lastName: 'Oak', email: 'r.oak@example.com' });
      // Nobody comes in as Alice by calling themselves like her address.
      await insert('alice@example.com', { email: 'mallory@example.com' });
      await insert('Gone', { isActive: false });
      const found = async (login: string) => (await findByLogin(work, portalId, login))?.email;
      expect(await found('R.ASH@example.com')).toBe(one.email);
      expect(await found('robin  ash')).toBe(one.email);
      expect(await found('robin')).toBeUndefined();
      expect(await found('alice@example.com')).toBe('alice@example.com');
      expect(await found('gone@example.com')).toBeUndefined();
      expect(await found('gone')).toBeUndefined();
      expect(await found('echo')).toBeUndefined();
      expect(await found(' ')).toBeUndefined();
      expect(await findByLogin(work, portalId + 1, 'alice')).toBeUndefined();
    });
  });

  it('lets an invitation be accepted once, and its person come in under the name they tell', async () => {
    const { portalId, bob } = await write(insertPortal);
    const code = await write((work) => issueInvitation(work, bob));
    await write(async (work) => {
      const refusedWith = async (more: Partial<typeof told>) => {
        const accepted = await acceptInvitation(work, portalId, code, { ...told, ...more });
        return accepted.ok ? undefined : accepted.reason;
      };
      expect(await refusedWith({ name: ' ' })).toBe('name_missing');
      expect(await refusedWith({ email: 'ALICE@example.com' })).toBe('email_taken');
      expect(await refusedWith({})).toBeUndefined();
      expect(await refusedWith({})).toBe('invitation_over');
      expect(await work.users.findUser(bob.id)).toMatchObject({ name: 'Zoe', lastName: 'Zimt', email: told.email });
      expect(await work.credentials.findPasswordHash(bob.id)).toBe('a hash');
    });
  });

  it('counts whoever was asked in by an address as invited until they come', async () => {
    const { portalId } = await write(insertPortal);
    await write(async (work) => {
      const invited = await work.users.insertUser(person(portalId, 'Zoe', { isInvited: true }), work.now);
      await openSession(work, invited);
      expect(await work.users.findUser(invited.id)).toMatchObject({ isInvited: false });
    });
  });

  it('invites nobody for longer than a week, nor with an older link, nor whom it has dismissed', async () => {
    const { portalId, alice, bob } = await write(insertPortal);
    const isOpen = (code: string) =>
      write(async (work) => (await accessInvitation(work, portalId, code)) !== undefined);
    const [older, newer] = await write(async (work) => [
      await issueInvitation(work, bob),
      await issueInvitation(work, bob),
    ]);
    expect([await isOpen(older), await isOpen(newer), await isOpen('guessed')]).toEqual([false, true, false]);
    await write((work) => changeAccount(work, alice, { isAdmin: true }));
    await write((work) => changeAccount(work, bob, { isActive: false }));
    expect(await isOpen(newer)).toBe(false);
    const late = await write((work) => issueInvitation(work, alice));
    clock.advance(INVITATION_LIFETIME);
    expect(await isOpen(late)).toBe(false);
  });

  it('founds a portal once: whoever comes first administers it', async () => {
    const portalId = await write((work) => work.portals.insertPortal({ memberId: 'm', language: 'en', now: work.now }));
    const [older, newer] = await write(async (work) => [
      await issueFounderInvitation(work, portalId),
      await issueFounderInvitation(work, portalId),
    ]);
    const accept = (code = '') => write((work) => acceptInvitation(work, portalId, code, told));
    expect((await accept(older)).ok).toBe(false);
    expect(await accept(newer)).toMatchObject({ ok: true, value: { isAdmin: true, isExtranet: false, name: 'Zoe' } });
    expect((await accept(newer)).ok).toBe(false);
    expect(await write((work) => issueFounderInvitation(work, portalId))).toBeUndefined();
  });

  it('always leaves somebody who can administer the portal', async () => {
    const { alice, bob } = await write(insertPortal);
    await write(async (work) => {
      const change = async (id: number, standing: Parameters<typeof changeAccount>[2]) => {
        const user = await work.users.findUser(id);
        const changed = user && (await changeAccount(work, user, standing));
        return changed?.ok ? 'done' : changed?.reason;
      };
      expect(await change(alice.id, { isAdmin: true })).toBe('done');
      expect(await change(alice.id, { isAdmin: false })).toBe('last_admin');
      expect(await change(alice.id, { isActive: false })).toBe('last_admin');
      expect(await change(bob.id, { isAdmin: true })).toBe('done');
      expect(await change(alice.id, { isActive: false })).toBe('done');
      expect(await change(bob.id, { isAdmin: false })).toBe('last_admin');
      const guest = await work.users.insertUser(person(alice.portalId, 'Dana', { isExtranet: true }), work.now);
      expect(await change(guest.id, { isAdmin: true })).toBe('guest_as_admin');
    });
  });
});
