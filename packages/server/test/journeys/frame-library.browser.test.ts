import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { applicationOn } from '../scenes/frames.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { createWorld, type Handler, type World } from '../world.ts';

/*
 * Pages of applications that load the library from the portal, as those do whose script address is ours.
 */

/** https://apidocs.bitrix24.com/sdk/bx24-js-sdk/index.html, and what placements have. */
const DOCUMENTED = [
  ...['init', 'install', 'installFinish', 'getAuth', 'refreshAuth'],
  ...['callMethod', 'callBatch', 'callBind', 'callUnbind'],
  ...['appOption.get', 'appOption.set', 'userOption.get', 'userOption.set'],
  ...['selectUser', 'selectUsers', 'selectAccess', 'selectCRM'],
  ...['isAdmin', 'getLang', 'getDomain', 'getScrollSize', 'resizeWindow', 'fitWindow', 'reloadWindow', 'setTitle'],
  ...['scrollParentWindow', 'openApplication', 'closeApplication', 'openPath'],
  ...['ready', 'isReady', 'proxy', 'proxyContext', 'bind', 'unbind', 'loadScript'],
  ...['im.openMessenger', 'im.openHistory', 'im.callTo', 'im.phoneTo'],
  ...['placement.info', 'placement.getInterface', 'placement.call', 'placement.bindEvent'],
];

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
    const scope = ['im', 'user', 'disk'];
    const { id } = await world.application({
      isApiOnly: false,
      scope,
      handlerUrl: handler.url,
      installUrl: handler.url,
    });
    const page = await openMessenger(world, open, world.alice.id, { path: `/apps/${id}/` });
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

  it('answers many calls in the shape in which they were asked, and stops where it is told to (N20)', async () => {
    const { out } = await opened(`BX24.init(() => {
      const said = (one) => one ? (one.error() ? 'failed ' + JSON.stringify(one.data()) + one.error().getStatus() : one.data().NAME) : 'none';
      const calls = [['profile'], ['nobody.knows', {}], { method: 'profile', params: {} }];
      BX24.callBatch({}, () => out('called'));
      BX24.callBatch([]);
      BX24.callBatch(calls, (all) => {
        out(Array.isArray(all) + ' ' + all.map(said));
        BX24.callBatch(calls, (some) => {
          out(Object.keys(some) + ' ' + said(some[2]));
          const given = { ID: '$result[me][ID]' };
          BX24.callBatch({ me: ['profile'], found: ['user.get', given] }, (two) => {
            out(two.found.data()[0].NAME + ' end');
          });
          given.ID = 'changed';
        }, true);
      });
    });`);
    await out.getByText('end').waitFor();
    expect(await out.textContent()).toBe('true Alice,failed {}200,Alice;0,1 none;Alice end;');
  });

  it('throws where many calls are refused together, and calls nothing back (N20)', async () => {
    const { page, out } = await opened(`BX24.init(() => {
      const button = document.createElement('button');
      button.textContent = 'Ask';
      button.onclick = () => BX24.callBatch([['profile']], () => out('called'));
      document.body.append(button);
    });`);
    const ask = applicationOn(page).getByRole('button', { name: 'Ask' });
    await ask.waitFor();
    await world.app.store.write((work) => work.portals.updatePlan(world.app.cast.portalId, 'free'));
    // Another test would fail of it.
    page.removeAllListeners('pageerror');
    const [{ message }] = await Promise.all([page.waitForEvent('pageerror'), ask.click()]);
    expect(message).toBe('ACCESS_DENIED: REST is available only on commercial plans (401)');
    expect(await out.textContent()).toBe('');
  });

  it('reads on page by page, and from the beginning whatever start it is given (N20)', async () => {
    const { out } = await opened(`BX24.init(() => {
      BX24.callMethod('user.get', { start: 50 }, (first) => {
        out(first.data().length + ' ' + first.more() + ' ' + first.next(() => out('called')) + ' end');
      });
    });`);
    await out.getByText('end').waitFor();
    expect(await out.textContent()).toBe('4 false false end;');
  });

  it('sends what is in the elements of a page that are given as params', async () => {
    const { page, out } = await opened(`BX24.init(() => {
      const name = Object.assign(document.createElement('input'), { value: 'notes.txt' });
      const file = Object.assign(document.createElement('input'), { type: 'file' });
      file.onchange = () => BX24.callMethod('disk.storage.getlist', {}, (storages) => {
        const params = { id: storages.data()[0].ID, data: { NAME: name }, fileContent: file };
        BX24.callMethod('disk.storage.uploadfile', params, (kept) => out(kept.error() ?? kept.data().NAME + ' ' + kept.data().SIZE));
      });
      document.body.append(file);
    });`);
    const buffer = Buffer.from('Rain tomorrow');
    await applicationOn(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'any.txt', mimeType: 'text/plain', buffer });
    await out.getByText('notes.txt 13').waitFor();
  });

  it('binds the events of the application, and lets them go', async () => {
    const { out } = await opened(`BX24.init(() => {
      const said = (then) => (result) => { out(JSON.stringify(result.data() ?? result.error().ex.error)); then?.(); };
      const address = location.origin + '/events';
      BX24.callBind('OnAppUpdate', address, undefined, said(() =>
        BX24.callBind('OnAppUpdate', address, 1, said(() =>
          BX24.callUnbind('OnAppUpdate', address, 0, said(() =>
            BX24.callUnbind('OnAppUpdate', address, null, said(() => out('end')))))))));
    });`);
    await out.getByText('end').waitFor();
    expect(await out.textContent()).toBe('true;true;{"count":1};{"count":1};end;');
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

  it('has every documented function', async () => {
    const { out } = await opened(`
      const missing = ${JSON.stringify(DOCUMENTED)}.filter((path) =>
        typeof path.split('.').reduce((found, name) => found?.[name], BX24) !== 'function');
      out('missing: ' + missing);`);
    await out.getByText('missing: ;').waitFor();
  });

  it('says of what this portal does not have that it is not there', async () => {
    const { out } = await opened(`BX24.init(() => {
      try { BX24.selectCRM({}, () => out('picked')); } catch (error) { out(error.message); }
    });`);
    await out.getByText('BX24.selectCRM is not there').waitFor();
  });
});
