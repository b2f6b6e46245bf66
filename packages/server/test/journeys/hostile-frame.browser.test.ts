import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { linesOf, write } from '../scenes/conversation.ts';
import { applicationOn } from '../scenes/frames.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { createWorld, type Handler, type World } from '../world.ts';

/*
 * Pages of applications that mean no good: whatever they say, the messenger stays where it is and works.
 */

describeInBrowser('an application that sends whatever it can', (open) => {
  let world: World;
  let handler: Handler;
  let team: string;
  beforeEach(async () => {
    world = await createWorld();
    team = `chat${world.groupChatId}`;
    await world.alice.ok('im.message.add', { DIALOG_ID: team, MESSAGE: 'First' });
    handler = await world.handler();
  });
  afterEach(() => world.close());

  async function opened(script: string) {
    handler.answer = () => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: `<!doctype html><html lang="en"><title>Hostile</title><main></main><script type="module">
const sid = window.name.split('|')[2];
const say = (text) => { document.querySelector('main').append(text + ' '); };
const ask = (text, to = parent) => to.postMessage(text, '*');
${script}
say('sent');</script>`,
    });
    const application = await world.application({ isApiOnly: false, scope: ['placement'], handlerUrl: handler.url });
    await application.finishInstallation();
    const params = {
      PLACEMENT: 'IM_TEXTAREA',
      HANDLER: handler.url,
      TITLE: 'Hostile',
      OPTIONS: { iconName: 'fa-bug' },
    };
    await application.ok('placement.bind', params);
    const page = await openMessenger(world, open, world.bob.id, { path: `/chat/${team}` });
    await page.getByRole('button', { name: 'Hostile' }).click();
    await expect.poll(() => page.frames().length).toBeGreaterThan(2);
    await page.frames()[2]?.getByText('sent').first().waitFor();
    return page;
  }

  it('as nonsense, to every window, in every shape, changes nothing', async () => {
    const page = await opened(`
      addEventListener('message', ({ data }) => say('answered ' + data));
      const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'host', 'eval', '', 'x'.repeat(100_000),
        'resizeWindow', 'setTitle', 'setScroll', 'openPath', 'setAppOption'];
      const values = ['null', '1', '"x"', '[]', '{', '{"__proto__":{"polluted":1}}', '{"path":"javascript:alert(1)"}',
        '{"width":"1e99px;position:fixed","height":"Infinity"}', '['.repeat(20_000), ':'.repeat(20_000)];
      for (const to of [parent, top])
        for (const name of names)
          for (const value of values)
            for (const of of [sid, 'another', ''])
              if (to === top || of !== sid) ask(name + ':' + value + ':key:' + of, to);
      for (const to of [parent, top]) try { to.location = 'https://evil.example/'; } catch (error) { say('held back'); }
      for (const odd of [1, null, undefined, {}, [], new ArrayBuffer(8), new Date()]) ask(odd), ask(odd, top);`);
    await page.getByRole('dialog', { name: 'Hostile' }).getByRole('button', { name: 'Close' }).click();
    await write(page, 'Still here');
    await expect.poll(() => linesOf(page)).toContainEqual(expect.stringContaining('Still here'));
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    expect(page.frames().map((frame) => new URL(frame.url()).hostname)).not.toContain('evil.example');
  });

  it('as commands gets no further than its own frame', async () => {
    const page = await opened(`
      addEventListener('message', ({ data }) => say('answered ' + data));
      for (const path of ['javascript:alert(1)', '//evil.example/', '/\\\\evil.example/', 'https://evil.example/', '/nowhere', ''])
        ask('openPath:' + JSON.stringify({ path }) + ':path:' + sid);
      for (const dialogId of ['//evil.example', 'javascript:alert(1)', '../../login', 'sg5', 'imol|999'])
        ask('imOpenMessenger:' + JSON.stringify({ dialogId }) + ':chat:' + sid);
      ask('setTitle:' + JSON.stringify({ title: '<img src=x onerror=alert(1)>'.repeat(100) }) + ':title:' + sid);
      ask('resizeWindow:' + JSON.stringify({ width: 1e12, height: 1e12 }) + ':size:' + sid);
      ask('resizeWindow:' + JSON.stringify({ width: '0;position:fixed;inset:0', height: -5 }) + ':size:' + sid);
      for (let n = 0; n < 50; n += 1) ask('selectUser:{"mult":true}:pick:' + sid);`);
    await page.getByRole('dialog', { name: 'Pick people' }).waitFor();
    expect(await page.getByRole('dialog', { includeHidden: true }).count()).toBe(2);
    expect(new URL(page.url()).pathname).toBe(`/chat/${team}`);
    await page.keyboard.press('Escape');
    const title = page.getByRole('dialog').getByRole('heading');
    expect(await title.textContent()).toHaveLength(255);
    expect(await applicationOn(page).getByText('answered chat').count()).toBe(0);
    expect(await page.getByText('Hostile asked for something').count()).toBeLessThanOrEqual(5);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('that opens itself again and again is open a few times, and closed at once', async () => {
    const page = await opened("ask('openApplication:{}:open:' + sid);");
    await expect.poll(() => page.getByRole('dialog', { includeHidden: true }).count()).toBe(4);
    await page.getByRole('button', { name: 'Close' }).last().click();
    await expect.poll(() => page.getByRole('dialog', { includeHidden: true }).count()).toBeLessThan(4);
  });
});
