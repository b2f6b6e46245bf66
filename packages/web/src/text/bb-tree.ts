/** What people and bots write, as a tree: the codes that are known, and the rest as text. Nothing of it is ever HTML. */
export type BbNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'image'; readonly address: string; readonly size: ImageSize }
  | { readonly kind: 'icon'; readonly address: string; readonly pixels: number; readonly title: string }
  | { readonly kind: 'time'; readonly seconds: number; readonly format: TimeFormat }
  | BbParent;

/** Nodes that hold others. */
export type BbParent = { readonly children: readonly BbNode[] } & (
  | { readonly kind: 'bold' | 'italic' | 'underline' | 'strike' }
  | { readonly kind: 'size'; readonly pixels: number }
  | { readonly kind: 'color'; readonly color: string }
  | { readonly kind: 'link'; readonly address: string }
  | { readonly kind: 'user'; readonly userId: number | 'all' }
  | { readonly kind: 'chat'; readonly dialogId: string }
  | { readonly kind: 'context'; readonly dialogId: string; readonly messageId: number }
  | { readonly kind: 'put' | 'send'; readonly text: string }
  | { readonly kind: 'call'; readonly number: string }
  | { readonly kind: 'quote'; readonly title: string; readonly time: string }
);

export type ImageSize = 'small' | 'medium' | 'large';

export const TIME_FORMATS = [
  'FORMAT_DATE',
  'FORMAT_DATETIME',
  'SHORT_DATE_FORMAT',
  'MEDIUM_DATE_FORMAT',
  'LONG_DATE_FORMAT',
  'FULL_DATE_FORMAT',
  'DAY_MONTH_FORMAT',
  'DAY_SHORT_MONTH_FORMAT',
  'DAY_OF_WEEK_MONTH_FORMAT',
  'SHORT_DAY_OF_WEEK_MONTH_FORMAT',
  'SHORT_DAY_OF_WEEK_SHORT_MONTH_FORMAT',
  'SHORT_TIME_FORMAT',
  'LONG_TIME_FORMAT',
] as const;
export type TimeFormat = (typeof TIME_FORMATS)[number];

/** What is read of nodes: their texts. */
export function textOf(nodes: readonly BbNode[]): string {
  let text = '';
  for (const node of nodes) {
    if ('text' in node && !('children' in node)) text += node.text;
    else if ('children' in node) text += textOf(node.children);
    else if (node.kind === 'icon') text += node.title;
  }
  return text;
}
