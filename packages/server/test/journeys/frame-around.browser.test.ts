import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { linesOf } from '../scenes/conversation.ts';
import { applicationOn } from '../scenes/frames.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { placed } from '../scenes/placements.ts';
import { createWorld, type Handler, type World } from '../world.ts';

/*
 * What an application asks of the portal around it through the portal's own library: chats, calls, the size of its frame.
 */

describeInBrowser('around an application', (open) => {
  let world: World;
  let handler: Handler;
  let team: string;
  let page: Page;
  beforeEach(async () => {
    world = await createWorld();
    team = `chat${world.groupChatId}`;
    await world.alice.ok('im.message.add', { DIALOG_ID: team, MESSAGE: 'Rain tomorrow' });
    handler = await world.handler();
    handler.answer = () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: markup(world, team) });
    const application = await placed(world);
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
  const out = () => applicationOn(page).locator('#out');

  it('a history opens as the chat that it is of', async () => {
    await press('history');
    await page.waitForURL(`**/chat/${team}`);
    await expect.poll(() => linesOf(page)).toContainEqual(expect.stringContaining('Rain tomorrow'));
  });

  it('people cannot be called, and whoever looks is told so', async () => {
    await press('call');
    await page.getByText('Weather asked for something that this portal does not have: callTo').waitFor();
  });

  it('a phone number is handed to what the machine calls with, digits and signs of dialling alone', async () => {
    const debugging = await page.context().newCDPSession(page);
    await debugging.send('Page.enable');
    const dialled: string[] = [];
    debugging.on('Page.frameRequestedNavigation', ({ url }) => url.startsWith('tel:') && dialled.push(url));
    await press('no phone');
    await page.getByText('Weather asked for something that this portal does not have: phoneTo').waitFor();
    await press('phone');
    await expect.poll(() => dialled).toEqual(['tel:84957112233']);
  });

  it('the frame is as high as what is in it, and is scrolled to where the application says', async () => {
    await press('fit');
    await out()
      .getByText(/fit \d+ = \d+/)
      .waitFor();
    const [, height, content] = (await out().textContent())?.match(/fit (\d+) = (\d+)/) ?? [];
    expect(height).toBe(content);
    await press('scroll nowhere');
    await press('scroll');
    await out().getByText('scrolled').waitFor();
    expect(await out().textContent()).not.toContain('nowhere');
    expect(await page.frames()[1]?.evaluate('scrollY')).toBe(700);
  });

  it('the application is loaded anew where it asks for that, and the messenger is not', async () => {
    await press('end');
    await out().getByText('end').waitFor();
    const opened = handler.received.length;
    await page.evaluate(() => Object.assign(globalThis, { isSame: true }));
    await press('reload');
    await expect.poll(() => handler.received.length).toBe(opened + 1);
    await expect.poll(() => out().textContent()).toBe('');
    expect(await page.evaluate(() => 'isSame' in globalThis)).toBe(true);
  });

  it('pages of people open in a window of their own, and the application is told when that is closed', async () => {
    const [opened] = await Promise.all([page.context().waitForEvent('page'), press('person')]);
    await opened.waitForURL(`**/chat/${world.carol.id}`);
    await opened.close();
    await out().getByText('{"result":"close"}').waitFor();
  });

  it('commands and events that a place does not have are not answered (N19)', async () => {
    await press('place');
    await press('end');
    await out().getByText('end').waitFor();
    expect(await out().textContent()).toBe('IM_TEXTAREA;end;');
  });
});

/** A page higher than its frame, with a button for each thing to ask for. */
function markup(world: World, team: string): string {
  return `<!doctype html><html lang="en"><title>Weather</title><p id="out"></p>
<script src="${world.app.pagesUrl}/api/v1/"></script><script>
const out = (text) => { document.getElementById('out').append(text + ';'); };
const acts = {
  history: () => BX24.im.openHistory('${team}'),
  call: () => BX24.im.callTo(${world.carol.id}, true),
  phone: () => BX24.im.phoneTo('8 (495) 711-22-33'),
  'no phone': () => BX24.im.phoneTo('nobody'),
  fit: () => BX24.fitWindow(({ height }) => out('fit ' + height + ' = ' + BX24.getScrollSize().scrollHeight)),
  scroll: () => BX24.scrollParentWindow('700px', () => out('scrolled')),
  'scroll nowhere': () => BX24.scrollParentWindow('nowhere', () => out('nowhere')),
  reload: () => BX24.reloadWindow(() => out('reloaded')),
  person: () => BX24.openPath('/company/personal/user/${world.carol.id}/', (answer) => out(JSON.stringify(answer))),
  place: () => {
    BX24.placement.bindEvent('onSomething', () => out('happened'));
    BX24.placement.call('nothing', {}, () => out('called'));
    out(BX24.placement.info().placement);
  },
  end: () => out('end'),
};
BX24.init(() => {
  for (const [textContent, onclick] of Object.entries(acts))
    document.body.append(Object.assign(document.createElement('button'), { textContent, onclick }));
  document.body.append(Object.assign(document.createElement('div'), { style: 'height: 3000px' }));
});
</script>`;
}
