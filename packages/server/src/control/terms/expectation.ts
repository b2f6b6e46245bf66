import { Complaint } from '#kit/complaint.ts';
import type { FeedMessage } from '#live/feed-item.ts';

/** Whether a message is what is expected: text that it contains, or /an expression/ that fits it, attachments included. */
export function expectation(expected: string): (message: FeedMessage) => boolean {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/s.exec(expected) ?? [];
  const fits = source === undefined ? (text: string) => text.includes(expected) : fitsExpression(source, flags);
  return ({ text, attach }) => fits([text, ...attach].join('\n'));
}

function fitsExpression(source: string, flags = ''): (text: string) => boolean {
  try {
    const expression = new RegExp(source, flags.replace(/[gy]/g, ''));
    return (text) => expression.test(text);
  } catch (error) {
    throw new Complaint(`What is expected is no regular expression: ${(error as Error).message}`);
  }
}
