import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { applicationOn } from '../scenes/frames.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { createWorld, type Handler, type World } from '../world.ts';

/*
 * What the library of the portal does within the page of an application, and how it begins there.
 */

describeInBrowser('in the page of an application, the library', (open) => {
  let world: World;
  let handler: Handler;
  beforeEach(async () => {
    world = await createWorld();
    handler = await world.handler();
  });
  afterEach(() => world.close());

  /** The application as Alice sees it, or another; `/one.js` and `/two.js` beside it say their names and what was loaded before. */
  async function opened(script: string, isInstalled = true, userId = world.alice.id) {
    handler.answer = ({ url }) => {
      const name = /^\/(one|two)\.js/.exec(url)?.[1];
      return {
        status: 200,
        headers: { 'content-type': name ? 'text/javascript' : 'text/html' },
        body: name ? `window.loaded = (window.loaded ?? '') + '${name} '; out(window.loaded);` : markup(world, script),
      };
    };
    const address = { handlerUrl: handler.url, installUrl: isInstalled ? '' : handler.url };
    const application = await world.application({ isApiOnly: false, ...address });
    if (isInstalled) await application.finishInstallation();
    const page = await openMessenger(world, open, userId);
    await page.goto(`${world.app.pagesUrl}/apps/${application.id}/`);
    const out = applicationOn(page).locator('#out');
    return { page, out, application, end: () => out.getByText('end').waitFor() };
  }

  it('knows nothing before it is begun, and waits for what the page asks of it by then', async () => {
    const { out, end } = await opened(`
      out([BX24.isAdmin(), BX24.getLang(), BX24.getAuth(), BX24.isReady()]);
      BX24.ready(5);
      BX24.ready(() => out('ready ' + BX24.isReady()));
      BX24.userOption.set('early', 1);
      BX24.callMethod('profile', {}, (result) => { out(result.data().NAME + ' ' + BX24.userOption.get('early') + ' end'); });`);
    await end();
    expect(await out.textContent()).toBe('false,,false,false;ready true;Alice 1 end;');
  });

  it('tells when the token ends, and gives out none that has ended until it is renewed', async () => {
    const { page, out, end } = await opened(`BX24.init(() => {
      const minutes = () => Math.round((BX24.getAuth().expires_in - Date.now()) / 60_000);
      out(minutes());
      button('Look', () => { out(BX24.getAuth()); BX24.refreshAuth((auth) => { out((auth.expires_in - Date.now()) / 60_000); out('end'); }); });
    });`);
    await out.getByText('60').waitFor();
    await page.clock.setFixedTime(Date.now() + 2 * 3600_000);
    await applicationOn(page).getByRole('button', { name: 'Look' }).click();
    await end();
    expect(await out.textContent()).toBe('60;false;60;end;');
  });

  it('loads scripts one after another, binds functions to objects and handlers to elements', async () => {
    const { out, end } = await opened(`BX24.init(() => {
      const counter = { count: 5, add(step) { this.count += step; out('count ' + this.count); } };
      const add = BX24.proxy(counter.add, counter);
      out([add === BX24.proxy(counter.add, counter), add === BX24.proxy(counter.add, {}), BX24.proxyContext()]);
      add(2);
      const named = BX24.proxy(() => out('within ' + BX24.proxyContext().id), counter);
      const pressed = button('Press');
      BX24.bind(pressed, 'click', named);
      BX24.bind(document.body, 'mousewheel', add);
      document.body.dispatchEvent(new Event('DOMMouseScroll'));
      BX24.unbind(document.body, 'mousewheel', add);
      document.body.dispatchEvent(new Event('DOMMouseScroll'));
      pressed.click();
      BX24.unbind(pressed, 'click', named);
      pressed.click();
      BX24.loadScript(['/two.js', '/one.js'], () => BX24.loadScript('/one.js', () => out('end')));
    });`);
    await end();
    expect(await out.textContent()).toBe(
      'true,false,;count 7;count 7[object Event];within Press;two ;two one ;two one one ;end;',
    );
  });

  it('keeps what a person sets as it was set, also for the next time', async () => {
    const { page, out, end } = await opened(`BX24.init(() => {
      const kept = BX24.userOption.get('shape');
      if (kept) out(JSON.stringify(kept) + ' end');
      else BX24.userOption.set('shape', { sides: ['a', 'b'] }, ({ shape }) => out('set ' + shape.sides));
    });`);
    await out.getByText('set a,b').waitFor();
    await page.reload();
    await end();
    expect(await out.textContent()).toBe('{"sides":["a","b"]} end;');
  });

  it.each([
    ['a script', "BX24.install('/one.js'); BX24.init(() => out('end'));"],
    ['functions', "BX24.install(() => out('first')); BX24.install(BX24.installFinish); BX24.init(() => out('end'));"],
    [
      'a function that is named after the page was told that it is not installed',
      "BX24.callMethod('profile', {}, () => BX24.install(BX24.installFinish)); BX24.init(() => out('end'));",
    ],
  ])('installs through %s', async (_, script) => {
    const { page, application, end } = await opened(script, false);
    await end();
    await expect
      .poll(() => world.app.store.read((work) => work.applications.findApplication(application.id)))
      .toMatchObject({ isInstalled: true });
    await page.reload();
    await end();
  });

  it('tells the application of the first time that somebody opens it, and of no other', async () => {
    const script = "BX24.install(() => { out('first'); BX24.installFinish(); }); BX24.init(() => out('end'));";
    const { page, out, end, application } = await opened(script, true, world.bob.id);
    await end();
    expect(await out.textContent()).toBe('first;end;');
    const hasRun = () => world.app.store.read((work) => work.firstRuns.findFirstRun(application.id, world.bob.id));
    await expect.poll(hasRun).toBe(world.bob.id);
    await page.reload();
    await end();
    expect(await out.textContent()).toBe('end;');
  });
});

function markup(world: World, script: string): string {
  return `<!doctype html><html lang="en"><title>App</title><p id="out"></p>
<script src="${world.app.pagesUrl}/api/v1/"></script><script>
const out = (text) => { document.getElementById('out').append(text + ';'); };
const button = (name, onclick) => {
  const element = Object.assign(document.createElement('button'), { textContent: name, id: name, onclick });
  document.body.append(element);
  return element;
};
${script}</script>`;
}
