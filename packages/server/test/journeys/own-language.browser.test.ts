import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { askAsAlice } from '../scenes/person-asks.ts';
import { createWorld, type World } from '../world.ts';

describeInBrowser('the pages in the language of their reader', (open) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.close());

  const openIn = async (language: string, path: string): Promise<Page> => {
    const page = await openMessenger(world, open, world.alice.id, { path: '/settings' });
    await page.evaluate(`localStorage.setItem('language', '${language}')`);
    await page.goto(world.app.pagesUrl + path);
    return page;
  };

  it('say in German and Russian why an event did not arrive, and keep the words of the log beside it', async () => {
    const botId = await world.alice.ok('imbot.register', {
      CODE: 'echo',
      EVENT_HANDLER: 'http://127.0.0.1:9/',
      PROPERTIES: { NAME: 'Echo' },
      CLIENT_ID: 'test-app',
    });
    await askAsAlice(world, 'bot.retries', { bot: String(botId), isOn: false });
    await world.alice.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: 'hello' });
    await world.settled();
    const page = await openIn('de', '/deliveries');
    await page.getByRole('row', { name: /ONIMBOTJOINCHAT/ }).click();
    await page.getByText('Alice Arden: Alice und Echo').first().waitFor();
    const why = page.getByText(/^Verbindung von 127\.0\.0\.1:\d+ abgelehnt/).first();
    await why.waitFor();
    expect(await why.getAttribute('title')).toMatch(/^connection refused by 127\.0\.0\.1:\d+$/);
    await page.getByText('Versuch 1 · keine Antwort').waitFor();
    expect(await page.getByText('connection refused').count()).toBe(0);

    await page.evaluate("localStorage.setItem('language', 'ru')");
    await page.goto(`${world.app.pagesUrl}/chat/${botId}`);
    await page.getByRole('button', { name: 'Трассировка', exact: true }).click();
    await page
      .getByText(/очередь Alice и Echo/)
      .first()
      .waitFor();
    await page
      .getByText(/^127\.0\.0\.1:\d+ отклонил соединение/)
      .first()
      .waitFor();
  });

  it('say in German and Russian why the portal refuses what was asked of it', async () => {
    const page = await openIn('de', '/deliveries');
    await page.getByRole('button', { name: 'Fehler einbauen' }).click();
    await page.getByLabel('Methode').fill('no.such.method');
    await page.getByLabel('Fehlercode').fill('ANY');
    await page.getByRole('button', { name: 'Scheitern lassen' }).click();
    await page.getByText('Es gibt keine Methode no.such.method').waitFor();

    await page.evaluate("localStorage.setItem('language', 'ru')");
    await page.goto(`${world.app.pagesUrl}/deliveries/999`);
    await page.getByText('События 999 нет').waitFor();
  });

  it('say what methods do, and mark what their definitions say in English', async () => {
    const page = await openIn('de', '/api/im.message.add');
    await page.getByText('Sendet eine Nachricht als die aufrufende Person.').first().waitFor();
    await page.getByText('Parameter und Fehler auf Englisch beschrieben').waitFor();
    await page.locator('p[lang=en]', { hasText: /\w/ }).first().waitFor();
    expect(await page.locator('nav small[lang=en]').count()).toBe(0);
    await page.getByRole('searchbox', { name: 'Methode suchen' }).fill('Besuchers');
    await page.getByRole('link', { name: /^imopenlines\.dialog\.get/ }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('show a method alone on a phone, with a way back to all of them', async () => {
    const page = await openIn('de', '/api/im.message.add');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('heading', { name: 'im.message.add' }).waitFor();
    expect(await page.getByRole('searchbox', { name: 'Methode suchen' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Alle Methoden' }).click();
    await page.getByRole('searchbox', { name: 'Methode suchen' }).waitFor();
    expect(await page.getByRole('heading', { name: 'im.message.add' }).count()).toBe(0);
  });
});
