import { ALONE, imageNode, PAIRED } from './bb-codes.ts';
import { type BbNode, textOf } from './bb-tree.ts';

/** `[name]`, `[name=value]`, `[name value]`, `[/name]`. No piece of it reads a character twice. */
const CODE = /\[(\/?)([a-z]+)(?:[= ]([^\][\r\n]{0,2000}))?\]/gi;
/** What is nested deeper stays as it is written: nobody writes so, and every step down costs a call. */
const DEEPEST = 24;

/** A code that waits for its end. */
interface Begun {
  readonly name: string;
  readonly value: string;
  readonly written: string;
  readonly children: BbNode[];
}

/** Text with codes in it, without blocks of lines. Codes without their beginning or their end stay as they are written. */
export function parseInline(text: string): BbNode[] {
  if (!text.includes('[')) return text === '' ? [] : [{ kind: 'text', text }];
  return new InlineReader(text).read();
}

class InlineReader {
  readonly #text: string;
  readonly #lastOf = new Map<string, number>();
  readonly #open: [Begun, ...Begun[]] = [{ name: '', value: '', written: '', children: [] }];
  #from = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): BbNode[] {
    const text = this.#text;
    for (const match of text.matchAll(CODE)) {
      const { 0: written, 1: slash, 2: code = '', 3: value = '', index } = match;
      if (index < this.#from) continue;
      this.#add(text.slice(this.#from, index));
      this.#from = index + written.length;
      const name = code.toLowerCase();
      if (slash === '/') this.#end(name, written);
      else this.#begin(name, value, written);
    }
    this.#add(text.slice(this.#from));
    while (this.#open.length > 1) this.#giveUp();
    return this.#open[0].children;
  }

  get #top(): Begun {
    return this.#open.at(-1) ?? this.#open[0];
  }

  #begin(name: string, value: string, written: string): void {
    if (name === 'code' || name === 'img') {
      this.#takeWhole(name, value, written);
      return;
    }
    const alone = Object.hasOwn(ALONE, name) ? ALONE[name]?.(value) : undefined;
    if (alone) this.#top.children.push(alone);
    else if (Object.hasOwn(PAIRED, name) && this.#open.length <= DEEPEST)
      this.#open.push({ name, value, written, children: [] });
    else this.#add(written);
  }

  #end(name: string, written: string): void {
    if (!this.#open.some((one) => one.name === name)) {
      this.#add(written);
      return;
    }
    while (this.#top.name !== name) this.#giveUp();
    const begun = this.#open.pop();
    const node = begun && PAIRED[name]?.(begun.value, begun.children);
    if (node) this.#top.children.push(node);
    else if (begun) this.#spread(begun, written);
  }

  /** What stands within is taken as it is written. */
  #takeWhole(name: string, value: string, written: string): void {
    const end = this.#findEnd(name);
    const content = end < 0 ? '' : this.#text.slice(this.#from, end);
    const node: BbNode | undefined =
      end < 0 ? undefined : name === 'img' ? imageNode(value, content) : { kind: 'code', text: withoutEdges(content) };
    if (node) {
      this.#top.children.push(node);
      this.#from = end + name.length + 3;
    } else this.#add(written);
  }

  /** A text full of beginnings is not searched to its end for each of them. */
  #findEnd(name: string): number {
    const end = new RegExp(`\\[/${name}\\]`, 'gi');
    end.lastIndex = this.#from;
    if (this.#lastOf.get(name) === -1) return -1;
    const found = end.exec(this.#text)?.index ?? -1;
    this.#lastOf.set(name, found);
    return found;
  }

  #giveUp(): void {
    const begun = this.#open.pop();
    if (begun) this.#spread(begun, '');
  }

  #spread({ written, children }: Begun, end: string): void {
    this.#add(written);
    for (const child of children)
      if (child.kind === 'text') this.#add(child.text);
      else this.#top.children.push(child);
    this.#add(end);
  }

  #add(text: string): void {
    if (text === '') return;
    const { children } = this.#top;
    const last = children.at(-1);
    if (last?.kind === 'text') children[children.length - 1] = { kind: 'text', text: last.text + text };
    else children.push({ kind: 'text', text });
  }
}

function withoutEdges(code: string): string {
  return code.replace(/^\r?\n/, '').replace(/\r?\n$/, '');
}

const ADDRESS = /https?:\/\/[^\s<>"'[\]]{1,2000}/gi;

/** Makes links of addresses that were only written down, and takes links out of links. */
export function withLinks(nodes: readonly BbNode[], isWithinLink = false): BbNode[] {
  return nodes.flatMap((node): BbNode[] => {
    if (node.kind === 'text') return isWithinLink ? [node] : linked(node.text);
    if (!('children' in node)) return [node];
    const isLink = 'address' in node || 'userId' in node || 'dialogId' in node || 'text' in node || 'number' in node;
    const children = withLinks(node.children, isWithinLink || isLink);
    if (isLink && isWithinLink) return children;
    if (isLink && textOf(children).trim() === '' && children.length === 0)
      return [{ ...node, children: [{ kind: 'text', text: nameless(node) }] }];
    return [{ ...node, children }];
  });
}

function nameless(node: BbNode): string {
  if ('address' in node) return node.address;
  if ('number' in node) return node.number;
  return 'text' in node ? node.text : 'dialogId' in node ? node.dialogId : '…';
}

function linked(text: string): BbNode[] {
  if (!text.includes('://')) return [{ kind: 'text', text }];
  const nodes: BbNode[] = [];
  let from = 0;
  for (const { 0: written, index } of text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(written);
    if (index > from) nodes.push({ kind: 'text', text: text.slice(from, index) });
    nodes.push({ kind: 'link', address, children: [{ kind: 'text', text: address }] });
    from = index + address.length;
  }
  if (from < text.length) nodes.push({ kind: 'text', text: text.slice(from) });
  return nodes;
}

/** Signs at the end belong to the sentence, and a bracket that was not opened, too. */
function withoutPunctuation(address: string): string {
  let end = address.length;
  while (end > 0 && /[.,;:!?…)]/.test(address[end - 1] ?? '')) {
    if (address[end - 1] === ')' && address.slice(0, end).includes('(')) break;
    end -= 1;
  }
  return address.slice(0, end);
}
