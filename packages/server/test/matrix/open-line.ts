import { addLine } from '#domain/line/add-line.ts';
import { userCode } from '#domain/line/line-entity.ts';
import { writeAsVisitor } from '#domain/line/write-as-visitor.ts';
import type { World } from '../world.ts';
import type { Things } from './things.ts';

type LineThings = Pick<Things, 'line' | 'lineChat' | 'lineDialog' | 'lineSession' | 'userCode'>;
export type OpenLine = (bot: number, name: string, text: string) => Promise<LineThings>;

/** Makes lines of a portal, each with a visitor who has written. Nobody of its people is in their queues. */
export function lineOpener({ app }: World, portalId: number): OpenLine {
  return (bot, name, text) =>
    app.store.write(async (work) => {
      const line = await addLine(work, portalId, { name, welcomeBotId: bot });
      const token = work.random.hex(64);
      const written = await writeAsVisitor(work, line, token, { key: work.random.hex(32), text });
      if (!written.ok) throw new Error(written.reason);
      const { chatId: lineChat, authorId } = written.value;
      const session = await work.lineSessions.findOpen(lineChat);
      return {
        line: line.id,
        lineChat,
        lineDialog: `chat${lineChat}`,
        lineSession: session?.id ?? 0,
        userCode: userCode(line, lineChat, authorId),
      };
    });
}
