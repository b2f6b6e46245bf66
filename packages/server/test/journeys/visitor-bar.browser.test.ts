import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { newLine, visited } from '../scenes/lines.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { inWorld } from '../world.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Conversation with a visitor' });
const says = (page: Page, words: string) => bar(page).getByRole('status').filter({ hasText: words }).waitFor();
const press = (page: Page, name: string) => bar(page).getByRole('button', { name }).click();

describeInBrowser('a visitor in the messenger', (open) => {
  it('is taken, passed on to a colleague, and let go when all is said', () =>
    inWorld({}, async (world) => {
      const queue = [world.alice, world.bob].map(({ id }) => ({ kind: 'person' as const, id }));
      const { visitor, chatId } = await visited(world, await newLine(world, { queue, distribution: 'all' }));
      const path = `/chat/chat${chatId}`;
      const alice = await openMessenger(world, open, world.alice.id, { path });
      const bob = await openMessenger(world, open, world.bob.id, { path, colorScheme: 'dark' });
      await says(bob, 'This visitor is waiting for you');
      expect(await barriersOn(bob)).toEqual([]);

      await press(alice, 'Take');
      await says(alice, 'You are answering this visitor');
      expect(await bar(alice).getByRole('button', { name: 'Take' }).count()).toBe(0);

      await press(alice, 'Transfer');
      await alice.getByRole('combobox', { name: 'Find a colleague' }).fill('Bob');
      await alice.getByRole('option', { name: /Bob Birch/ }).click();
      await says(bob, 'This visitor is waiting for you');
      await press(bob, 'Take');
      await says(bob, 'You are answering this visitor');
      await visitor.write('Are you new here?');
      await bob.getByText('Are you new here?').first().waitFor();

      await press(bob, 'Finish');
      await bob.getByRole('alertdialog').getByRole('button', { name: 'Finish' }).click();
      await says(bob, 'This conversation is over');
      expect(await barriersOn(bob)).toEqual([]);
      for (const page of [alice, bob]) await expectEventsToExplain(page);
    }));
});
