import { expect, it } from 'vitest';
import { keptLog } from '../log-lines.ts';
import { givePassword, PASSWORD, visit } from '../scenes/sign-in.ts';
import { inWorld } from '../world.ts';

it('tells who was not let in, and never what they wrote', async () => {
  const { log, lines, messages } = keptLog();
  await inWorld({ log, trustedProxies: ['127.0.0.1/32'] }, async (world) => {
    await givePassword(world, world.alice.id);
    const visitFrom = (ip: string, path: string, form?: Record<string, string>) =>
      visit(world, path, { ...(form && { form }), headers: { 'x-forwarded-for': ip } });
    await visitFrom('192.0.2.1', '/login', { login: 'alice@example.com', password: 'a wrong secret' });
    await visitFrom('192.0.2.1', '/login', { login: 'hunter2 as a name', password: PASSWORD });
    await visitFrom('192.0.2.2', '/sign-in/nosuchcode');
    await visitFrom('192.0.2.2', '/invite/nosuchcode');
    expect(lines).toEqual([
      {
        level: 'warn',
        message: 'Sign-in refused: user 1, wrong password, from 192.0.2.1',
        facts: { refused: 'sign-in', ip: '192.0.2.1', userId: 1 },
      },
      {
        level: 'warn',
        message: 'Sign-in refused: a name that nobody has, wrong password, from 192.0.2.1',
        facts: { refused: 'sign-in', ip: '192.0.2.1' },
      },
      {
        level: 'warn',
        message: 'Sign-in refused: sign-in link that is not good, from 192.0.2.2',
        facts: { refused: 'sign-in link', ip: '192.0.2.2' },
      },
      {
        level: 'warn',
        message: 'Sign-in refused: invitation that is not good, from 192.0.2.2',
        facts: { refused: 'invitation', ip: '192.0.2.2' },
      },
    ]);
    for (const secret of ['secret', 'hunter2', PASSWORD, 'nosuchcode'])
      expect(JSON.stringify(lines)).not.toContain(secret);

    lines.length = 0;
    for (let n = 0; n < 30; n += 1) await visitFrom('192.0.2.9', '/login', { login: 'alice', password: 'a guess' });
    expect(messages()).toHaveLength(6);
    expect(messages().at(-1)).toBe('Sign-in refused: too many tries from 192.0.2.9');
    world.clock.advance(60_000);
    expect(messages().at(-1)).toBe('Sign-in refused: 24 more tries within a minute from 192.0.2.9');
  });
});

it('tells of events that are given up, once for each receiver and then how many more', async () => {
  const { log, lines, messages } = keptLog();
  await inWorld({ log }, async (world) => {
    const handler = await world.handler();
    handler.answer = () => ({ status: 404 });
    const secret = { ...handler, url: `${handler.url}?token=geheim` };
    const botId = await world.bot({ handler: secret });
    for (let n = 0; n < 3; n += 1) await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
    await world.settled();
    await expect.poll(() => lines).toHaveLength(1);
    expect(lines[0]?.message).toMatch(
      /^Gave up event \d+ \(ONIM\w+\) for test-bot \(receiver \d+\) at http:\/\/127.0.0.1:\d+: answered 404$/,
    );
    expect(JSON.stringify(lines)).not.toContain('geheim');
    world.clock.advance(60_000);
    expect(messages().at(-1)).toMatch(/^Gave up \d+ more events for receiver \d+ within a minute$/);
  });
});
