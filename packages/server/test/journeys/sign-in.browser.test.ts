import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { givePassword, PASSWORD } from '../scene-sign-in.ts';
import { createWorld, type World } from '../world.ts';

describeInBrowser('in a browser', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await givePassword(world, world.alice.id);
  });
  afterAll(() => world.close());

  it('somebody signs in where they were led to, and out again', async () => {
    const { page } = await open();
    await page.goto(`${world.app.url}/login?next=%2F%3Fseen`);
    expect(await page.title()).toBe('Sign in · Botyard');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('E-mail address or name').fill('alice');
    await page.getByLabel('Password').fill('wrong');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toBe('There is nobody with that name and that password.');
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.getByLabel('E-mail address or name').inputValue()).toBe('alice');

    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Alice Arden').waitFor();
    expect(page.url()).toBe(`${world.app.url}/?seen`);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${world.app.url}/login`);
    await page.goto(world.app.url);
    expect(await page.getByRole('link', { name: 'Sign in' }).isVisible()).toBe(true);
  });
});
