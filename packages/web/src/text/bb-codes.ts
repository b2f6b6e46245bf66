import { type BbNode, type ImageSize, TIME_FORMATS, textOf } from './bb-tree.ts';
import { safeAddress } from './safe-address.ts';

/** What a code makes of its value and of what stands within it; undefined: it is not understood, and stays as it is written. */
type Paired = (value: string, children: readonly BbNode[]) => BbNode | undefined;

const valueOrText = (value: string, children: readonly BbNode[]) => (value === '' ? textOf(children) : value).trim();

const style =
  (kind: 'bold' | 'italic' | 'underline' | 'strike'): Paired =>
  (_, children) => ({ kind, children });

const command =
  (kind: 'put' | 'send'): Paired =>
  (value, children) => {
    const text = valueOrText(value, children);
    return text === '' ? undefined : { kind, text, children };
  };

const SMALLEST = 8;
const LARGEST = 30;

/** Codes with an end, by name. */
export const PAIRED: Readonly<Record<string, Paired>> = {
  b: style('bold'),
  i: style('italic'),
  u: style('underline'),
  s: style('strike'),
  size: (value, children) => {
    const [, number] = /^(\d{1,4}(?:\.\d{1,2})?)(?:px|pt)?$/i.exec(value.trim()) ?? [];
    if (number === undefined) return undefined;
    return { kind: 'size', pixels: Math.min(LARGEST, Math.max(SMALLEST, Number(number))), children };
  },
  color: (value, children) =>
    /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value) ? { kind: 'color', color: value, children } : undefined,
  url: (value, children) => {
    const address = safeAddress(valueOrText(value, children));
    return address === undefined ? undefined : { kind: 'link', address, children };
  },
  user: (value, children) => {
    const [, id] = /^(all|[1-9]\d{0,14})(?: replace)?$/i.exec(value.trim()) ?? [];
    if (id === undefined) return undefined;
    return { kind: 'user', userId: id.toLowerCase() === 'all' ? 'all' : Number(id), children };
  },
  chat: (value, children) => {
    const [, id] = /^(?:chat|imol\|)?([1-9]\d{0,14})$/i.exec(value.trim()) ?? [];
    return id === undefined ? undefined : { kind: 'chat', dialogId: `chat${id}`, children };
  },
  context: (value, children) => {
    const [, dialogId, id] = /^((?:chat)?[1-9]\d{0,14})\/([1-9]\d{0,14})$/i.exec(value.trim()) ?? [];
    if (dialogId === undefined) return undefined;
    return { kind: 'context', dialogId: dialogId.toLowerCase(), messageId: Number(id), children };
  },
  put: command('put'),
  send: command('send'),
  call: (value, children) => {
    const number = valueOrText(value, children);
    return /^\+?[\d ()\-.*#]{2,40}$/.test(number) ? { kind: 'call', number, children } : undefined;
  },
};

/** Codes without an end, by name. */
export const ALONE: Readonly<Record<string, (value: string) => BbNode | undefined>> = {
  icon: (value) => {
    const [, written = '', rest = ''] = /^(\S+)(.*)$/.exec(value.trim()) ?? [];
    const address = safeAddress(written);
    if (address === undefined) return undefined;
    const pixels = Number(/\bsize=(\d{1,3})/i.exec(rest)?.[1] ?? 20);
    const title = /\btitle=(.*?)(?:\s+\w+=|$)/i.exec(rest)?.[1]?.trim() ?? '';
    return { kind: 'icon', address, pixels: Math.min(100, Math.max(1, pixels)), title };
  },
  timestamp: (value) => {
    const [, seconds, name = ''] = /^(\d{1,11})\s+format=(\w+)$/i.exec(value.trim()) ?? [];
    const format = TIME_FORMATS.find((one) => one === name.toUpperCase());
    return seconds === undefined || !format ? undefined : { kind: 'time', seconds: Number(seconds), format };
  },
};

const SIZES: readonly ImageSize[] = ['small', 'medium', 'large'];

/** A picture, from the value of its code and the address within. */
export function imageNode(value: string, content: string): BbNode | undefined {
  const wanted = /\bsize=(\w+)/i.exec(value)?.[1]?.toLowerCase();
  const size = SIZES.find((one) => one === wanted);
  const address = safeAddress(content);
  return size && address !== undefined ? { kind: 'image', address, size } : undefined;
}
