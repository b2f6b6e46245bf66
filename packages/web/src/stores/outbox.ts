import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import { call } from '../calls.ts';
import { inWords, isPassing } from './history.ts';
import { forgetLine, keepLine, keptLines, onForgottenElsewhere } from './kept-lines.ts';
import type { OwnLine, Upload } from './own-line.ts';

/** Milliseconds before what could not reach the portal is tried once more, if nobody says sooner that it is back. */
const TRIES_AGAIN_AFTER = 4_000;

interface Written {
  readonly text: string;
  readonly replyTo?: number | undefined;
  readonly files?: readonly File[];
}

/** One's own lines until they stand among the messages: shown at once, sent in their order, each written once. */
export const useOutbox = defineStore('outbox', () => {
  const lines = shallowReactive(new Map<string, OwnLine>());
  /** The last thing that is done for each dialog: one line after the other. */
  const queues = new Map<string, Promise<void>>();
  const waiting = new Set<string>();
  const contents = new Map<Upload, File>();
  const aborts = new Map<string, AbortController>();

  for (const line of keptLines()) lines.set(line.uuid, line);
  for (const { uuid, state } of lines.values()) if (state === 'sending') void queue(uuid);
  // One that this tab is sending ends when its message comes.
  onForgottenElsewhere((uuid) => lines.get(uuid)?.state === 'failed' && settle(uuid));

  function put(uuid: string, change: Partial<OwnLine>): void {
    const line = lines.get(uuid);
    if (line) set({ ...line, ...change });
  }

  function set(line: OwnLine): void {
    lines.set(line.uuid, line);
    keepLine(line);
  }

  function send(dialogId: string, { text, replyTo, files = [] }: Written): void {
    const uuid = crypto.randomUUID();
    const uploads = files.map((file): Upload => {
      const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.type);
      const upload = {
        name: file.name,
        size: file.size,
        preview: isPicture ? URL.createObjectURL(file) : undefined,
        sent: 0,
        fileId: undefined,
      };
      contents.set(upload, file);
      return upload;
    });
    set({ uuid, dialogId, text, replyTo, writtenAt: Date.now(), uploads, state: 'sending', reason: '' });
    void queue(uuid);
  }

  function queue(uuid: string): Promise<void> {
    const dialogId = lines.get(uuid)?.dialogId ?? '';
    const done = (queues.get(dialogId) ?? Promise.resolve()).then(() => post(uuid));
    queues.set(dialogId, done);
    return done;
  }

  async function post(uuid: string): Promise<void> {
    const line = lines.get(uuid);
    if (line?.state !== 'sending') return;
    try {
      if (line.uploads.length > 0) await postFiles(line);
      else
        await call('im.message.add', {
          DIALOG_ID: line.dialogId,
          MESSAGE: line.text,
          TEMPLATE_ID: uuid,
          ...(line.replyTo !== undefined && { REPLY_ID: line.replyTo }),
        });
      put(uuid, { state: 'sent' });
    } catch (error) {
      if (!lines.has(uuid)) return;
      if (isPassing(error) && line.uploads.length === 0) wait(uuid);
      else put(uuid, { state: 'failed', reason: inWords(error) });
    }
  }

  async function postFiles(line: OwnLine): Promise<void> {
    const { uploadFile } = await import('../messenger/composer/upload-file.ts');
    const abort = new AbortController();
    aborts.set(line.uuid, abort);
    for (const [at, upload] of line.uploads.entries()) {
      const file = contents.get(upload);
      if (!file || upload.fileId !== undefined) continue;
      const change = (more: Partial<Upload>) => {
        const uploads = (lines.get(line.uuid)?.uploads ?? []).map((one, index) => {
          if (index !== at) return one;
          const changed = { ...one, ...more };
          contents.set(changed, file);
          return changed;
        });
        const now = lines.get(line.uuid);
        if (now) lines.set(line.uuid, { ...now, uploads });
      };
      const fileId = await uploadFile(line.dialogId, file, (sent) => change({ sent }), abort.signal);
      change({ fileId, sent: file.size });
    }
    const ids = (lines.get(line.uuid)?.uploads ?? []).map(({ fileId }) => fileId ?? 0);
    const place = { DIALOG_ID: line.dialogId, UPLOAD_ID: ids, MESSAGE: line.text, TEMPLATE_ID: line.uuid };
    await call('im.disk.file.commit', place);
  }

  /** Until the portal can be reached. */
  function wait(uuid: string): void {
    waiting.add(uuid);
    setTimeout(sendWaiting, TRIES_AGAIN_AFTER);
  }

  function sendWaiting(): void {
    const [...uuids] = waiting;
    waiting.clear();
    for (const uuid of uuids) void queue(uuid);
  }

  function sendAgain(uuid: string): void {
    put(uuid, { state: 'sending', reason: '' });
    void queue(uuid);
  }

  /** Its message is there, or nobody wants it any more. */
  function settle(uuid: string): void {
    const line = lines.get(uuid);
    if (!line) return;
    aborts.get(uuid)?.abort();
    aborts.delete(uuid);
    for (const upload of line.uploads) {
      contents.delete(upload);
      if (upload.preview !== undefined) URL.revokeObjectURL(upload.preview);
    }
    lines.delete(uuid);
    waiting.delete(uuid);
    forgetLine(uuid);
  }

  return {
    lines,
    ofDialog: (dialogId: string) => [...lines.values()].filter((line) => line.dialogId === dialogId),
    send,
    sendAgain,
    sendWaiting,
    remove: settle,
    settle,
  };
});
