import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSite, png, type Site } from '../scenes/sites.ts';
import { createWorld, type World } from '../world.ts';

interface Card {
  readonly BLOCKS: readonly { readonly LINK: { readonly NAME: string } }[];
}

const DAY = 24 * 3_600_000;
let world: World;
let site: Site;
let url: string;
let asked: readonly string[];

beforeEach(async () => {
  world = await createWorld({ linkPreviews: true });
  site = await openSite({
    '/page': {
      type: 'text/html',
      body: '<title>A page</title><meta name="description" content="About it"><meta property="og:image" content="/red.png">',
    },
    '/silent': { type: 'text/html', body: '<p>Nothing in the head</p>' },
    '/file': { type: 'application/pdf', body: '<title>No page</title>' },
    '/plain': { type: 'text/html', body: '<title>No picture</title>' },
    '/red.png': { type: 'image/png', body: await png(40, 20, 'red') },
  });
  ({ url, asked } = site);
});
afterEach(async () => {
  await world.close();
  site.close();
});

const say = (MESSAGE: string, more: object = {}): Promise<number> =>
  world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE, ...more });

async function paramsOf(id: number) {
  await world.settled();
  const { messages } = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: `chat${world.groupChatId}` });
  return messages.find((one: { id: number }) => one.id === id).params;
}

it('a message with a link is followed by what stands behind it, with a picture of our own address', async () => {
  const id = await say(`Look: ${url}/page.`);
  const { ATTACH, ...others } = await paramsOf(id);
  expect(others).toEqual({});
  const [{ BLOCKS, ...head }] = ATTACH;
  expect(head).toMatchObject({ ID: 1, COLOR_TOKEN: 'base' });
  const [{ LINK }] = BLOCKS;
  expect(LINK).toMatchObject({ LINK: `${url}/page`, NAME: 'A page', DESC: 'About it', WIDTH: 40, HEIGHT: 20 });
  expect(LINK.PREVIEW).toMatch(new RegExp(`^${world.app.url}/previews/[0-9a-f]+$`));
  const response = await fetch(LINK.PREVIEW);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/webp');
  expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({
    format: 'webp',
    width: 40,
  });
  for (const other of [`${LINK.PREVIEW}0`, LINK.PREVIEW.replace(/.$/, (last: string) => (last === '0' ? '1' : '0'))])
    expect((await fetch(other)).status).toBe(404);
  const token = new URL(LINK.PREVIEW).pathname.slice('/previews/'.length);
  expect((await fetch(`${world.app.url}/rest/download.json?token=${token}`)).status).toBe(404);
});

it('stands behind the attachment of the message, and in what is searched', async () => {
  const id = await say(`needle ${url}/plain`, { ATTACH: [{ MESSAGE: 'own' }] });
  const { ATTACH } = await paramsOf(id);
  expect(ATTACH.map(({ BLOCKS }: { BLOCKS: unknown }) => BLOCKS)).toEqual([
    [{ MESSAGE: 'own' }],
    [{ LINK: { LINK: `${url}/plain`, NAME: 'No picture' } }],
  ]);
  const found = await world.bob.ok('im.dialog.messages.search', {
    CHAT_ID: world.groupChatId,
    SEARCH_MESSAGE: 'needle',
  });
  expect(found.messages[0].params.ATTACH).toEqual(ATTACH);
});

it('each page and each picture is asked for once a day, however many send the link', async () => {
  const ids = [await say(`${url}/page`), await say(`again ${url}/page`)];
  for (const id of ids) expect(await paramsOf(id)).toHaveProperty('ATTACH');
  expect(asked).toEqual(['/page', '/red.png']);
  world.clock.advance(DAY + 1);
  await paramsOf(await say(`${url}/page`));
  expect(asked).toEqual(['/page', '/red.png', '/page', '/red.png']);
});

it('is not there where the sender wants none, the page says nothing, or there is no page', async () => {
  const plain = await say(`${url}/page`, { URL_PREVIEW: 'N' });
  expect(await paramsOf(plain)).toEqual({ URL_PREVIEW: 'N' });
  expect(asked).toEqual([]);
  for (const path of ['/silent', '/file', '/nothing']) expect(await paramsOf(await say(url + path))).toEqual([]);
  expect(asked).toEqual(['/silent', '/file', '/nothing']);
});

it('goes with the link when the message is changed, stays when something else is, and is fetched for a new one', async () => {
  const MESSAGE_ID = await say(`${url}/page`);
  const cards = async () => ((await paramsOf(MESSAGE_ID)).ATTACH ?? []).map((one: Card) => one.BLOCKS[0]?.LINK.NAME);
  await world.settled();
  await world.alice.ok('im.message.update', { MESSAGE_ID, MESSAGE: `once more ${url}/page` });
  expect(await cards()).toEqual(['A page']);
  await world.alice.ok('im.message.update', { MESSAGE_ID, MESSAGE: `now ${url}/plain` });
  expect(await cards()).toEqual(['No picture']);
  await world.alice.ok('im.message.update', { MESSAGE_ID, URL_PREVIEW: 'N' });
  expect(await cards()).toEqual([]);
  await world.alice.ok('im.message.update', { MESSAGE_ID, URL_PREVIEW: 'Y' });
  expect(await cards()).toEqual(['No picture']);
  await world.alice.ok('im.message.update', { MESSAGE_ID, MESSAGE: 'no link' });
  expect(await cards()).toEqual([]);
});

it('marks nothing as edited, and bots hear of the message alone', async () => {
  const handler = await world.handler();
  await world.bot({ handler, more: { EVENT_MESSAGE_UPDATE: handler.url } });
  const [bot] = await world.alice.ok('im.search.user.list', { FIND: 'test-bot' }).then(Object.keys);
  const MESSAGE = `[USER=${bot}]bot[/USER] ${url}/page`;
  await world.alice.ok('im.message.add', { DIALOG_ID: bot, MESSAGE });
  await world.settled();
  expect(handler.received.map(({ body }) => body.event)).toEqual(['ONIMBOTJOINCHAT', 'ONIMBOTMESSAGEADD']);
  const { messages } = await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: bot });
  expect(messages[0].params).toHaveProperty('ATTACH');
  expect(messages[0].params).not.toHaveProperty('IS_EDITED');
});

it('nobody waits for a page that hangs, and a message that is gone meanwhile stays gone', async () => {
  let arrived: () => void = () => undefined;
  const hanging = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  site.server.removeAllListeners('request');
  site.server.on('request', () => arrived());
  const id = await say(`${url}/hangs`);
  await hanging;
  await world.alice.ok('im.message.delete', { MESSAGE_ID: id });
  world.clock.advance(5_000);
  expect(await paramsOf(id)).toEqual({ IS_DELETED: 'Y' });
});

it('is off unless it is turned on', async () => {
  const plain = await createWorld();
  try {
    await plain.alice.ok('im.message.add', { DIALOG_ID: plain.bob.id, MESSAGE: `${url}/page` });
    await plain.settled();
    expect(asked).toEqual([]);
    expect((await fetch(`${plain.app.url}/previews/00`)).status).toBe(404);
  } finally {
    await plain.close();
  }
});
