import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { browserOf } from '../scenes/sign-in.ts';
import { openSite, png, type Site } from '../scenes/sites.ts';
import { createWorld, type World } from '../world.ts';

let world: World;
let site: Site;
beforeEach(async () => {
  world = await createWorld({ linkPreviews: true });
  site = await openSite({
    '/red.png': { type: 'image/png', body: await png(40, 20, 'red') },
    '/drawing.svg': { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>' },
    '/page.png': { type: 'text/html', body: '<script>1</script>' },
    '/torn.png': { type: 'image/png', body: 'no picture at all' },
    '/large.png': { type: 'image/png', body: Buffer.alloc(6 * 1024 * 1024) },
  });
});
afterEach(async () => {
  await world.close();
  site.close();
});

/** What stands behind the link is not looked for. */
const say = (MESSAGE: string, more: object = {}): Promise<number> =>
  world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE, URL_PREVIEW: 'N', ...more });
const image = (path: string) => `[img size=small]${site.url}${path}[/img]`;

/** As the page of somebody asks for it who is signed in; without an id nobody is. */
async function ask(messageId: number, path: string, userId?: number): Promise<Response> {
  const headers = userId === undefined ? {} : { cookie: (await browserOf(world, userId)).cookie };
  return fetch(`${world.app.address}/pictures/${messageId}?at=${encodeURIComponent(site.url + path)}`, { headers });
}

it('a picture of another host comes from our address, made anew, and is fetched once for all', async () => {
  const id = await say(image('/red.png'));
  const attached = await say('Look', { ATTACH: [{ IMAGE: [{ LINK: `${site.url}/red.png` }] }] });
  for (const [messageId, userId] of [
    [id, world.alice.id],
    [id, world.bob.id],
    [attached, world.bob.id],
  ] as const) {
    const answer = await ask(messageId, '/red.png', userId);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ format: 'webp', width: 40, height: 20 });
  }
  expect(site.asked).toEqual(['/red.png']);
});

it('nothing is fetched for those who may not read the message, and nothing that does not stand in it', async () => {
  const { alice, carol } = world;
  const [id, other] = [await say(image('/red.png')), await say(`${site.url}/red.png`)];
  const gone = await say(image('/red.png'));
  await alice.ok('im.message.delete', { MESSAGE_ID: gone });
  const answers = [
    await ask(id, '/red.png'),
    await ask(id, '/red.png', carol.id),
    await ask(id, '/another.png', alice.id),
    await ask(other, '/red.png', alice.id),
    await ask(gone, '/red.png', alice.id),
    await ask(999_999, '/red.png', alice.id),
  ];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  expect(site.asked).toEqual([]);
});

it('what is no picture, or too large, is not passed on', async () => {
  const paths = ['/drawing.svg', '/page.png', '/torn.png', '/large.png', '/nowhere.png'];
  const id = await say(paths.map(image).join(' '));
  for (const path of paths) expect([path, (await ask(id, path, world.bob.id)).status]).toEqual([path, 404]);
});

it('a portal that fetches nothing for messages has no pictures of other hosts', async () => {
  await world.close();
  world = await createWorld();
  expect((await ask(await say(image('/red.png')), '/red.png', world.alice.id)).status).toBe(404);
  expect(site.asked).toEqual([]);
});

it('addresses that handlers may not be at are not asked, as behind links', async () => {
  await world.close();
  world = await createWorld({ linkPreviews: true, production: true });
  expect((await ask(await say(image('/red.png')), '/red.png', world.alice.id)).status).toBe(404);
  expect(site.asked).toEqual([]);
});
