import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { applicationOn } from '../scenes/frames.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { createWorld, type Handler, type World } from '../world.ts';

/*
 * What pages of applications ask of the portal around them, through the vendor's own library and through the one that the
 * portal serves. Both pages have the same buttons and say the same.
 */

const SDK = readFileSync(
  new URL('../umd/index.min.js', pathToFileURL(createRequire(import.meta.url).resolve('@bitrix24/b24jssdk'))),
  'utf8',
);

const VENDORS = `
const portal = await B24Js.initializeB24Frame();
const { parent, dialog, slider, placement } = portal;
offer({
  options: () => placement.options,
  interface: () => placement.getInterface(),
  one: () => dialog.selectUser(),
  several: () => dialog.selectUsers(),
  window: () => slider.openSliderAppPage({ deal: 5, bx24_title: 'A deal', bx24_width: 500 }).then(() => 'closed'),
  close: () => parent.closeApplication(),
  size: () => parent.resizeWindow(400, 300),
  title: () => parent.setTitle('Another title'),
  chat: () => parent.imOpenMessenger('TEAM'),
  nowhere: () => slider.openPath(slider.getUrl('/crm/deal/details/5/')).catch((error) => error.message),
  access: () => dialog.selectAccess(),
});`;

const OURS = `
await new Promise((resolve) => BX24.init(resolve));
const told = (ask) => () => new Promise((resolve) => ask(resolve));
offer({
  options: () => BX24.placement.info().options,
  interface: told(BX24.placement.getInterface),
  one: told(BX24.selectUser),
  several: told((picked) => BX24.selectUsers('A title', picked)),
  window: told((closed) => BX24.openApplication({ deal: 5 }, () => closed('closed'), { title: 'A deal', width: 500 })),
  close: () => BX24.closeApplication(),
  size: told((done) => BX24.resizeWindow(400, 300, done)),
  title: told((done) => BX24.setTitle('Another title', done)),
  chat: () => BX24.im.openMessenger('TEAM'),
  nowhere: told((done) => BX24.openPath('/crm/deal/details/5/', ({ errorCode }) => done(errorCode))),
  access: () => BX24.selectAccess(() => undefined),
});`;

for (const [library, script] of [
  ["the vendor's library", VENDORS],
  ['the library of the portal', OURS],
] as const)
  describeInBrowser(`through ${library}, an application`, (open) => {
    let world: World;
    let handler: Handler;
    let team: string;
    let page: Page;
    beforeEach(async () => {
      world = await createWorld();
      team = `chat${world.groupChatId}`;
      handler = await world.handler();
      const source = script === VENDORS ? '/sdk.js' : `${world.app.pagesUrl}/api/v1/`;
      handler.answer = ({ url }) => ({
        status: 200,
        headers: { 'content-type': url === '/sdk.js' ? 'text/javascript' : 'text/html' },
        body: url === '/sdk.js' ? SDK : markup(source, script.replace('TEAM', team)),
      });
      const application = await world.application({
        title: 'Weather',
        isApiOnly: false,
        scope: ['placement', 'im'],
        handlerUrl: handler.url,
      });
      await application.finishInstallation();
      const OPTIONS = { iconName: 'fa-cloud' };
      await application.ok('placement.bind', {
        PLACEMENT: 'IM_TEXTAREA',
        HANDLER: handler.url,
        TITLE: 'Weather',
        OPTIONS,
      });
      page = await openMessenger(world, open, world.bob.id, { path: `/chat/${world.alice.id}` });
      await page.getByRole('button', { name: 'Weather' }).click();
    });
    afterEach(() => world.close());

    const press = (name: string) => applicationOn(page).getByRole('button', { name, exact: true }).click();
    const said = (text: string | RegExp) => applicationOn(page).getByText(text).last().waitFor();

    it('knows its place (N19), names itself, has its size, and finds what is not there', async () => {
      await press('options');
      await said(`options {"dialogId":"${world.alice.id}","URI":"/online/"}`);
      await press('interface');
      await said('interface {"command":[],"event":[]}');
      await press('title');
      await page.getByRole('dialog', { name: 'Another title' }).waitFor();
      await press('size');
      await said('size {"width":400,"height":300}');
      await press('nowhere');
      await said('PATH_NOT_AVAILABLE');
      await press('access');
      await (script === VENDORS
        ? page.getByText('Weather asked for something that this portal does not have: selectAccess').waitFor()
        : said('BX24.selectAccess is not there'));
    });

    it('asks for people, who are picked from those who work here (N20)', async () => {
      await press('one');
      const picker = page.getByRole('dialog', { name: 'Pick somebody' });
      await picker.getByRole('option', { name: 'Carol' }).waitFor();
      expect(await picker.getByRole('option', { name: /Dana|Echo/ }).count()).toBe(0);
      expect(await barriersOn(page)).toEqual([]);
      await picker.getByRole('option', { name: 'Carol' }).click();
      await said(new RegExp(`one \\{"id":"${world.carol.id}","name":"Carol`));

      await press('several');
      const several = page.getByRole('dialog', { name: 'Pick people' });
      for (const name of ['Carol', 'Alice']) await several.getByRole('option', { name }).click();
      expect(await barriersOn(page)).toEqual([]);
      await several.getByRole('button', { name: 'Take', exact: true }).click();
      await said(new RegExp(`several \\[\\{"id":"${world.alice.id}".*\\{"id":"${world.carol.id}"`));

      await press('several');
      await several.getByRole('button', { name: 'Take', exact: true }).click();
      await said('several []');
    });

    it('opens itself in a window, is told when that is closed, and leads to a chat', async () => {
      await press('window');
      const upper = page.getByRole('dialog', { name: 'A deal' });
      const within = upper.frameLocator('iframe').frameLocator('iframe');
      const press2 = (name: string) => within.getByRole('button', { name, exact: true }).click();
      await press2('options');
      await within.getByText(/options \{"deal":5,.*"bx24_title":"A deal".*"IFRAME":"Y"/).waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await press2('close');
      await upper.waitFor({ state: 'detached' });
      await said('window "closed"');
      await press('chat');
      await page.waitForURL(`**/chat/${team}`);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expectEventsToExplain(page);
    });
  });

/** A page with a button for each thing to ask for, which says what came of it. */
function markup(source: string, script: string): string {
  return `<!doctype html><html lang="en"><title>Weather</title><main><h1>Weather</h1></main>
<script src="${source}"></script><script type="module">
const add = (tag, text) => {
  const element = document.createElement(tag);
  element.textContent = text;
  document.querySelector('main').append(element);
  return element;
};
function offer(acts) {
  for (const [name, act] of Object.entries(acts))
    add('button', name).onclick = async () => {
      try { add('p', name + ' ' + JSON.stringify(await act())); } catch (error) { add('p', name + ' ' + error.message); }
    };
}
${script}
</script>`;
}
