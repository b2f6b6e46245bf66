import { expect, it } from 'vitest';
import { type Client, createClient, type ReceivedEvent } from '../src/index.ts';

/*
 * Run by the compiler: an expected error that does not come fails the check of types.
 */

async function wrongProgram(client: Client, received: ReceivedEvent): Promise<void> {
  // @ts-expect-error there is no such method
  await client.call('im.message.send', { DIALOG_ID: 'chat1', MESSAGE: 'x' });
  // @ts-expect-error there is no such parameter
  await client.call('im.message.add', { DIALOG_ID: 'chat1', MESAGE: 'x' });
  // @ts-expect-error a dialog is required
  await client.call('im.message.add', { MESSAGE: 'x' });
  // @ts-expect-error parameters are required
  await client.call('im.message.add');
  // @ts-expect-error a text is no list
  await client.call('im.message.add', { DIALOG_ID: 'chat1', MESSAGE: ['x'] });
  // @ts-expect-error a button does something
  await client.call('im.message.add', { DIALOG_ID: 'chat1', KEYBOARD: [{ TEXT: 'Press' }] });
  // @ts-expect-error FIELDS nests
  await client.call('imbot.command.update', { COMMAND_ID: 1, FIELDS: { HIDDEN: 'maybe' } });

  // @ts-expect-error an id is a number
  (await client.call('im.message.add', { DIALOG_ID: 'chat1', MESSAGE: 'x' })).toUpperCase();
  // @ts-expect-error a chat has no such key
  (await client.call('im.dialog.get', { DIALOG_ID: 'chat1' })).title;
  // @ts-expect-error it may be that there is none
  (await client.call('im.chat.get', { ENTITY_TYPE: 'CRM', ENTITY_ID: '1' })).ID;
  // @ts-expect-error has no pages
  await client.page('im.user.list.get', { ID: [1] });

  const { me } = await client.batch({ me: ['profile'] });
  // @ts-expect-error it may have been refused
  me.NAME;
  // @ts-expect-error of the event it must be known which one it is
  received.data.PARAMS.MESSAGE;
}

it('has programs that read something else not compile', () => {
  expect(wrongProgram).toBeTypeOf('function');
  expect(createClient({ webhook: 'https://portal.example/rest/1/code/' })).toHaveProperty('call');
});
