import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { applicationOn } from '../scenes/frames.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { createWorld, type Handler, type World } from '../world.ts';

/*
 * Pages of applications that load the library from the portal, as those do whose script address is ours.
 */

describeInBrowser('the library of frames', (open) => {
  let world: World;
  let handler: Handler;
  beforeEach(async () => {
    world = await createWorld();
    handler = await world.handler();
  });
  afterEach(() => world.close());

  /** An application whose page runs that script, opened as Alice. */
  async function opened(script: string) {
    handler.answer = () => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: `<!doctype html><html lang="en"><title>App</title><p id="out"></p>
<script src="${world.app.pagesUrl}/api/v1/"></script>
<script>const out = (text) => { document.getElementById('out').append(text + ';'); };${script}</script>`,
    });
    const { id } = await world.application({ isApiOnly: false, handlerUrl: handler.url, installUrl: handler.url });
    const page = await openMessenger(world, open, world.alice.id);
    await page.goto(`${world.app.pagesUrl}/apps/${id}/`);
    return { page, out: applicationOn(page).locator('#out') };
  }

  it('calls methods as the person, one after another, page by page and many at once', async () => {
    const { out } = await opened(`BX24.init(() => {
      out([BX24.getDomain() !== '', BX24.isAdmin(), BX24.getLang(), BX24.getAuth().access_token.length > 20]);
      BX24.callMethod('profile', {}, (result) => {
        out(result.data().NAME);
        BX24.callMethod('nobody.knows', {}, (failed) => {
          out(failed.error().ex.error);
          BX24.callBatch({ me: ['profile'], wrong: ['nobody.knows'] }, (all) => {
            out(all.me.data().NAME + ' ' + all.wrong.error().ex.error + ' ' + all.me.total());
            BX24.callMethod('user.get', {}, (people) => out(people.total() + ' ' + people.more()));
          });
        });
      });
    });`);
    await out.getByText('4 false').waitFor();
    expect(await out.textContent()).toBe(
      'true,true,en,true;Alice;ERROR_METHOD_NOT_FOUND;Alice ERROR_METHOD_NOT_FOUND NaN;4 false;',
    );
  });

  it('keeps options, and renews a token that has expired', async () => {
    const { page, out } = await opened(`BX24.init(() => {
      BX24.appOption.set('color', 'red', () => out(BX24.appOption.get('color')));
      const button = document.createElement('button');
      button.textContent = 'Ask';
      button.onclick = () =>
        BX24.callMethod('app.option.get', { option: 'color' }, (result) => out('kept ' + result.data()));
      document.body.append(button);
    });`);
    await out.getByText('red').waitFor();
    world.clock.advance(2 * 3600_000);
    await applicationOn(page).getByRole('button', { name: 'Ask' }).click();
    await out.getByText('kept red').waitFor();
  });

  it('runs the installation of an application, and what comes after it once that is finished', async () => {
    const { out } = await opened(`BX24.install(() => BX24.installFinish());
      BX24.init(() => out('installed'));`);
    await out.getByText('installed').waitFor();
    const [application] = await world.app.store.read((work) => work.applications.listLocal(world.app.cast.portalId));
    expect(application?.isInstalled).toBe(true);
  });

  it('says of what this portal does not have that it is not there', async () => {
    const { out } = await opened(`BX24.init(() => {
      try { BX24.selectCRM({}, () => out('picked')); } catch (error) { out(error.message); }
    });`);
    await out.getByText('BX24.selectCRM is not there').waitFor();
  });
});
