import { expect } from 'vitest';
import { HELLO_BASE64 } from '../scenes/files.ts';
import { heldByBob, lineProgram, lineWithBot } from '../scenes/lines.ts';
import { withScope } from '../scenes/people.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imopenlines.session.history.get';

/** The texts that visitors and those who answered them wrote, oldest first. */
const texts = ({ message }: { message: Record<string, { senderid: string; text: string }> }) =>
  Object.values(message).flatMap(({ senderid, text }) => (senderid === '0' ? [] : [text]));

/** A conversation that has ended, and one that goes on. */
async function two(world: World) {
  const scene = await lineWithBot(world);
  await world.alice.ok('imopenlines.bot.session.finish', { CHAT_ID: scene.chatId, CLIENT_ID });
  await scene.visitor.write('And my invoice?');
  return { ...scene, program: await lineProgram(world) };
}

export default contract({
  method: METHOD,
  async example(world) {
    const { chatId: CHAT_ID } = await heldByBob(world);
    const { ID } = await world.bob.ok('im.disk.folder.get', { CHAT_ID });
    const file = { data: { NAME: 'a.txt' }, fileContent: ['a.txt', HELLO_BASE64] };
    const { ID: FILE_ID } = await world.bob.ok('disk.folder.uploadfile', { id: ID, ...file });
    await world.bob.ok('im.disk.file.commit', { CHAT_ID, FILE_ID });
    return { params: { CHAT_ID }, as: await withScope(world, world.bob, ['imopenlines']) };
  },
  shape(documented) {
    const { message, files, ...rest } = documented as {
      message: Record<string, object>;
      files: Record<string, object>;
    };
    const [line = {}, withFile = {}] = Object.values(message);
    const [file = {}] = Object.values(files);
    const joined = { params: { code: ['CHAT_JOIN'], notify: 'N' } };
    return {
      ...rest,
      // A line without anything beside its text, lines of those who come and go, and one with a file.
      message: {
        1: { ...line, params: [] },
        2: { ...line, ...joined },
        3: { ...withFile, params: { fileId: [1] } },
      },
      // A text file is no picture.
      files: {
        1: {
          ...file,
          image: false,
          viewerattrs: withoutResized(file),
          mediaurl: { preview: { 250: '' } },
        },
      },
    };
  },
  errors: {
    'MISSING_REQUIRED_PARAM: Session ID or Chat ID must be provided': async (world) => ({
      params: {},
      as: await lineProgram(world),
    }),
    'INVALID_SESSION_ID: Unable to determine session ID from provided parameters': async (world) => ({
      params: { CHAT_ID: world.groupChatId },
      as: await lineProgram(world),
    }),
    'ACCESS_DENIED: You cannot open this conversation as you do not have sufficient rights': async (world) => ({
      params: { CHAT_ID: (await lineWithBot(world)).chatId },
      as: await withScope(world, world.carol, ['imopenlines']),
    }),
  },
  params: {
    async SESSION_ID(world) {
      const { program, chatId } = await two(world);
      const first = await program.ok(METHOD, { SESSION_ID: 1, CHAT_ID: NOBODY });
      expect([first.chatId, first.sessionId, texts(first)]).toEqual([chatId, 1, ['Where is my parcel?']]);
      const { body } = await program.call(METHOD, { SESSION_ID: NOBODY, CHAT_ID: chatId });
      expect(body.error).toBe('ACCESS_DENIED');
      expect((await program.call(METHOD, { SESSION_ID: 'x' })).body.error).toBe('INVALID_SESSION_ID');
    },
    /** The newest one; texts are told as they are and as HTML, and system lines are nobody's. */
    async CHAT_ID(world) {
      const { program, chatId, bot } = await two(world);
      await world.alice.ok('imbot.message.add', { DIALOG_ID: `chat${chatId}`, MESSAGE: '[b]Here[/b]', CLIENT_ID });
      const newest = await program.ok(METHOD, { CHAT_ID: chatId });
      expect([newest.sessionId, texts(newest)]).toEqual([2, ['And my invoice?', '[b]Here[/b]']]);
      const [id = ''] = newest.usersMessage[`chat${chatId}`];
      expect(newest.message[id]).toMatchObject({ senderid: String(bot), textlegacy: '<b>Here</b>', params: [] });
      expect(Object.keys(newest.users)).toEqual([String(bot)]);
      expect(newest.chat[chatId]).toMatchObject({ entityType: 'LINES', messageType: 'L', owner: String(bot) });
      expect(
        (await (await withScope(world, world.bob, ['imopenlines'])).ok(METHOD, { CHAT_ID: chatId })).canVoteHead,
      ).toBe('N');
    },
  },
});

function withoutResized(file: object): object {
  const { viewerresized: _, ...rest } = (file as { viewerattrs: Record<string, unknown> }).viewerattrs;
  return rest;
}
