import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { message } from '../scenes/conversation.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { openSite, png, type Site } from '../scenes/sites.ts';
import { CLIENT_ID, createWorld, type World } from '../world.ts';

describeInBrowser('pictures of other hosts', (open) => {
  let world: World;
  let site: Site;
  beforeAll(async () => {
    world = await createWorld({ linkPreviews: true });
    const [type, body] = ['image/png', await png(240, 120, 'teal')];
    const paths = ['/card.png', '/page.png', '/face.png', '/text.png', '/icon.png'];
    site = await openSite(Object.fromEntries(paths.map((path) => [path, { type, body }])));
  });
  afterAll(async () => {
    await world.close();
    site.close();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`are shown in messages without asking those hosts from here, in ${colorScheme} colours`, async () => {
      const bot = await world.bot({ code: `desk-${colorScheme}`, more: { PROPERTIES: { NAME: 'Service Desk' } } });
      const page = await openMessenger(world, open, world.alice.id, { path: `/chat/${bot}`, colorScheme });
      const elsewhere: string[] = [];
      page.on('request', (request) => {
        if (request.url().startsWith(site.url)) elsewhere.push(request.url());
      });
      const at = (path: string) => site.url + path;
      await world.alice.ok('imbot.message.add', {
        BOT_ID: bot,
        CLIENT_ID,
        DIALOG_ID: world.alice.id,
        MESSAGE: `Seen [icon=${at('/icon.png')} size=20 title=OK] [img size=small]${at('/text.png')}[/img]`,
        ATTACH: [
          { IMAGE: [{ NAME: 'the jam', LINK: at('/card.png') }] },
          { IMAGE: [{ NAME: 'the one that is gone', LINK: at('/gone.png') }] },
          { LINK: { NAME: 'The help desk', LINK: at('/help'), PREVIEW: at('/page.png'), WIDTH: 240, HEIGHT: 120 } },
          { USER: { NAME: 'Carol Cedar', AVATAR: at('/face.png'), USER_ID: world.carol.id } },
        ],
      });
      const shown = message(page, 'Seen');
      await shown.getByRole('link', { name: 'the one that is gone' }).waitFor();
      const pictures = shown.locator('img');
      const widths = () =>
        pictures.evaluateAll((all) => (all as { naturalWidth?: number }[]).map((one) => one.naturalWidth));
      await expect.poll(widths).toEqual([240, 240, 240, 240, 240]);
      expect(await barriersOn(page)).toEqual([]);
      expect(elsewhere).toEqual([]);
      expect(await shown.getByRole('link', { name: 'the jam' }).getAttribute('href')).toBe(at('/card.png'));
      await expectEventsToExplain(page);
    });
});
