import { expect, it, vi } from 'vitest';

/** The ports listened on, once those that were just opened are open. */
async function portsOpen(): Promise<number> {
  await new Promise(setImmediate);
  return process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap').length;
}

it('the benchmark opens no port while it is loaded: it would not end after its help', async () => {
  vi.resetModules();
  const before = await portsOpen();
  await import('./rows.ts');
  expect(await portsOpen()).toBe(before);
});
