import { afterAll, beforeAll, expect, it } from 'vitest';
import { issueFounderInvitation, issueInvitation } from '#domain/sign-in/issue-invitation.ts';
import { addPerson } from '#domain/user/add-person.ts';
import { startApp } from '../../src/app.ts';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { givePassword, PASSWORD } from '../scenes/sign-in.ts';
import { createWorld, quickPasswords, type World } from '../world.ts';

/** A name that would be more than a name where it is put into a page without care. */
const HOSTILE = `"'><img src=x onerror=alert(1)>&amp;`;

describeInBrowser('in a browser', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await givePassword(world, world.alice.id);
  });
  afterAll(() => world.close());

  it('somebody signs in where they were led to, and out again', async () => {
    const { page } = await open();
    await page.goto(`${world.app.pagesUrl}/login?next=%2F%3Fseen`);
    expect(await page.title()).toBe('Sign in to Botyard');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('E-mail address or name').fill('alice');
    await page.getByLabel('Password').fill('wrong');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toBe('There is nobody with that name and password.');
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.getByLabel('E-mail address or name').inputValue()).toBe('alice');

    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Chats' }).waitFor();
    expect(page.url()).toBe(`${world.app.pagesUrl}/?seen`);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${world.app.pagesUrl}/login`);
    await page.goto(`${world.app.pagesUrl}/chat/2`);
    expect(page.url()).toBe(`${world.app.pagesUrl}/login?next=%2Fchat%2F2`);
  });

  it('somebody new follows their invitation, is helped with the form, and is in', async () => {
    const code = await world.app.store.write(async (work) => {
      const draft = { name: 'Zoe', lastName: HOSTILE, email: '', isAdmin: false, isExtranet: false };
      const added = await addPerson(work, world.app.cast.portalId, draft);
      return added.ok ? issueInvitation(work, added.value) : '';
    });
    const { page } = await open({ colorScheme: 'dark', viewport: { width: 360, height: 740 } });
    await page.goto(`${world.app.pagesUrl}/invite/${code}`);
    expect(await page.getByRole('heading').textContent()).toBe(`Welcome, Zoe ${HOSTILE}`);
    expect(await page.getByLabel('Last name').inputValue()).toBe(HOSTILE);
    expect(await barriersOn(page)).toEqual([]);
    const [email, password] = [page.getByLabel('E-mail address'), page.getByLabel('Password', { exact: true })];
    await email.fill('alice@example.com');
    await password.fill('too short');
    await page.getByLabel('Password once more').fill('different');
    await page.keyboard.press('Enter');
    await page.getByText('This is too short: at least 10 characters.').waitFor();
    expect(await password.getAttribute('aria-invalid')).toBe('true');
    expect(await barriersOn(page)).toEqual([]);

    const choosePassword = async () => {
      await password.fill(PASSWORD);
      await page.getByLabel('Password once more').fill(PASSWORD);
      await page.keyboard.press('Enter');
    };
    await choosePassword();
    await page.getByText('Somebody here has that e-mail address already.').waitFor();
    await email.fill('zoe@example.com');
    await choosePassword();
    await page.getByRole('heading', { name: 'Chats' }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);

    await page.goto(`${world.app.pagesUrl}/invite/${code}`);
    expect(await page.getByRole('heading').textContent()).toBe('This invitation is over');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('whoever runs a new portal becomes its first administrator', async () => {
    const empty = await startApp({
      database: ':memory:',
      key: new Uint8Array(32),
      withCast: false,
      passwords: quickPasswords,
    });
    const code = await empty.store.write((work) => issueFounderInvitation(work, empty.cast.portalId));
    const { page } = await open();
    await page.goto(`${empty.url}/invite/${code}`);
    expect(await page.getByRole('heading').textContent()).toBe('Set up this portal');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('First name').fill('Olga');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Password once more').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Chats' }).waitFor();
    await page.getByRole('link', { name: 'Invite people' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Make a bot' }).click();
    await page.getByText(/^\.\/botyard new js weather --as \d+ && node weather\/bot\.mjs/).waitFor();
    const people = await empty.store.read((work) => work.users.listPeople(empty.cast.portalId));
    expect(people).toMatchObject([{ name: 'Olga', isAdmin: true }]);
    await empty.close();
  });
});
