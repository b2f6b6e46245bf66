import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams, byBot, enterGroup, type Place } from '../scenes/acting-bots.ts';
import { messageSeenBy } from '../scenes/chats.ts';
import { NOBODY, storeRefuses } from '../scenes/refusals.ts';
import { fileOf, HELLO, tooLarge } from '../scenes/second-files.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.File.upload';

const inGroup: Place = async (world, acting) => ({ dialogId: await enterGroup(world, acting), fields: HELLO });
const sent = (fields: object) => byBot(inGroup, { fields: { ...HELLO, ...fields } });

export default contract({
  method: METHOD,
  example: sent({ message: 'Here is the report' }),
  // The page of im.v2.File.upload has the whole file (V57).
  shape: (documented) => ({ ...(documented as object), file: WHOLE_FILE }),
  errors: {
    ...actingErrors,
    'CHAT_NOT_FOUND: CHAT_NOT_FOUND': byBot(async () => ({ dialogId: `chat${NOBODY}`, fields: {} })),
    'FILE_EMPTY: File name or content is empty': sent({ content: '' }),
    'FILE_INVALID_CONTENT: Invalid base64 content': sent({ content: 'data:text/plain;base64,SGk=' }),
    'FILE_FOLDER_ERROR: Failed to get chat folder': byBot(async (world) => ({
      dialogId: `chat${world.groupChatId}`,
      fields: HELLO,
    })),
    'FILE_UPLOAD_FAILED: File upload failed': sent({ name: '..' }),
    'FILE_SEND_FAILED: Failed to send message': async (world) => {
      const cause = await sent({})(world);
      await storeRefuses(world, 'insert on message');
      return cause;
    },
    'FILE_TOO_LARGE: File is too large': (world) => sent({ content: tooLarge() })(world),
  },
  params: {
    ...actingParams(METHOD, inGroup),
    async dialogId(world) {
      const acting = await actingBot(world);
      const { chatId } = await acting.by(METHOD, { dialogId: world.alice.id, fields: HELLO });
      expect((await world.alice.ok('im.dialog.get', { DIALOG_ID: acting.bot })).id).toBe(chatId);
    },
    async 'fields.name'(world) {
      const acting = await actingBot(world);
      const { file } = await acting.by(METHOD, { dialogId: world.alice.id, fields: { ...HELLO, name: 'report.pdf' } });
      expect(file).toMatchObject({ name: 'report.pdf', extension: 'pdf', authorId: acting.bot });
      await acting.refused(METHOD, { dialogId: world.alice.id, fields: { content: HELLO.content } }, 'FILE_EMPTY');
    },
    async 'fields.content'(world) {
      const acting = await actingBot(world);
      const { file } = await acting.by(METHOD, { dialogId: world.alice.id, fields: HELLO });
      expect(await fileOf(file.urlDownload)).toMatchObject({ text: 'Hello World!' });
    },
    async 'fields.message'(world) {
      const acting = await actingBot(world);
      const dialogId = await enterGroup(world, acting);
      const { messageId } = await acting.by(METHOD, { dialogId, fields: { ...HELLO, message: 'Here it is' } });
      expect((await messageSeenBy(world.alice, dialogId, messageId)).text).toBe('Here it is');
    },
  },
});

const WHOLE_FILE = {
  id: 1,
  chatId: 1,
  date: '',
  type: 'file',
  name: '',
  extension: '',
  size: 1,
  image: false,
  status: 'done',
  progress: 100,
  authorId: 1,
  authorName: '',
  urlPreview: '',
  urlShow: '',
  urlDownload: '',
  viewerAttrs: {
    viewer: '',
    viewerType: '',
    src: '',
    objectId: '',
    viewerGroupBy: '',
    imChatId: 1,
    title: '',
    actions: '',
  },
  mediaUrl: { preview: { 250: '' } },
  isTranscribable: false,
  isVideoNote: false,
  isVoiceNote: false,
};
