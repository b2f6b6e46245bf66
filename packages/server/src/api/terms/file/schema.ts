import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';

/*
 * A file of a chat, as presentFile tells it.
 */

const id = z.number().int();
const text = z.string();
const no = z.literal(false);
const link = text.describe('Good for 15 minutes, without a header');

const shape = {
  id,
  chatId: id.describe('0: it lies in no chat'),
  date: text.describe('YYYY-MM-DDThh:mm:ss±hh:mm'),
  type: z.enum(['image', 'video', 'audio', 'file']),
  name: text,
  extension: text.describe('In lower case'),
  size: id.describe('Bytes'),
  image: z.union([z.object({ height: id, width: id }), no]).describe('Pixels; false: it is no picture'),
  status: z.literal('done'),
  progress: z.literal(100),
  authorId: id,
  authorName: text,
  urlPreview: text.describe('Of a smaller picture; empty: there is none'),
  urlShow: link,
  urlDownload: link,
  viewerAttrs: z.object({
    viewer: z.literal(''),
    viewerType: z.enum(['image', 'video', 'audio', 'unknown']),
    src: link,
    viewerResized: z.literal('').optional(),
    objectId: text,
    viewerGroupBy: text,
    imChatId: id,
    title: text,
    actions: text.describe('JSON'),
  }),
  mediaUrl: z.object({ preview: z.object({ 250: text }) }),
  isTranscribable: no,
  isVideoNote: no,
  isVoiceNote: no,
};

export const fileSchema = component('ChatFile', 'A file of a chat', z.object(shape));

/** The same in the answer to who has just sent it. */
export const sentFileSchema = component(
  'SentFile',
  'A file that was just sent; its date is an empty object',
  z.object({ ...shape, date: z.object({}) }),
);

const ADDRESS = 'https://portal.example.com/rest/download.json?token=10...';

export const exampleFile = {
  id: 5249,
  chatId: 1489,
  date: '2026-02-26T09:27:30+00:00',
  type: 'file',
  name: 'report.pdf',
  extension: 'pdf',
  size: 2144,
  image: false,
  status: 'done',
  progress: 100,
  authorId: 503,
  authorName: 'John Smith',
  urlPreview: '',
  urlShow: ADDRESS,
  urlDownload: ADDRESS,
  viewerAttrs: {
    viewer: '',
    viewerType: 'unknown',
    src: ADDRESS,
    objectId: '5249',
    viewerGroupBy: '1489',
    imChatId: 1489,
    title: 'report.pdf',
    actions: '[{"type":"download"}]',
  },
  mediaUrl: { preview: { 250: '' } },
  isTranscribable: false,
  isVideoNote: false,
  isVoiceNote: false,
} as const;
