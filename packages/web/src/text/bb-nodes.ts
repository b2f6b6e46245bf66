import { h, type VNodeChild } from 'vue';
import { RouterLink } from 'vue-router';
import { i18n } from '../languages/i18n.ts';
import { session } from '../session.ts';
import type { BbNode } from './bb-tree.ts';
import type { MessageActions } from './message-actions.ts';
import { pictureAddress } from './picture-address.ts';
import { timeText } from './time-text.ts';

const TAGS = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const;

/** The tree of a message as elements. What was written only ever becomes text, a checked address or a checked value. */
export function bbNodes(nodes: readonly BbNode[], actions: MessageActions | undefined): VNodeChild[] {
  return nodes.map((node) => element(node, actions));
}

function element(node: BbNode, actions: MessageActions | undefined): VNodeChild {
  const inner = () => bbNodes('children' in node ? node.children : [], actions);
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
      return h(TAGS[node.kind], inner());
    case 'size':
      return h('span', { style: { fontSize: `${node.pixels}px` } }, inner());
    case 'color':
      return h('span', { class: 'bb-color', style: { '--c': node.color } }, inner());
    case 'code':
      return node.text.includes('\n') ? h('pre', { tabindex: 0 }, node.text) : h('code', node.text);
    case 'time':
      return h('time', { datetime: isoOf(node.seconds) }, timeText(node.seconds, node.format));
    case 'quote':
      return h('blockquote', [
        node.title === '' ? undefined : h('b', [node.title, node.time === '' ? '' : h('small', node.time)]),
        h('span', inner()),
      ]);
    case 'image':
    case 'icon':
      return picture(node);
    case 'link':
      return h('a', { href: node.address, target: '_blank', rel: 'noopener noreferrer nofollow' }, inner());
    case 'user':
      return mention(node.userId, inner());
    case 'chat':
      return h(RouterLink, { to: `/chat/${node.dialogId}` }, inner);
    case 'call':
      return h('a', { href: `tel:${node.number.replace(/[^\d+*#]/g, '')}` }, inner());
    case 'context':
    case 'put':
    case 'send':
      return h('button', { type: 'button', class: 'bb-act', onClick: () => press(node, actions) }, inner());
  }
}

function press(node: BbNode, actions: MessageActions | undefined): void {
  if (node.kind === 'context') actions?.openMessage(node.dialogId, node.messageId);
  if (node.kind === 'put') actions?.put(node.text);
  if (node.kind === 'send') actions?.send(node.text);
}

function mention(userId: number | 'all', inner: VNodeChild[]): VNodeChild {
  const isMe = userId === 'all' || userId === session.userId;
  const text = ['@', ...inner];
  if (isMe) return h('span', { class: ['bb-mention', 'me'] }, text);
  return h(RouterLink, { class: 'bb-mention', to: `/chat/${userId}` }, () => text);
}

/** Pictures of other hosts are not loaded by themselves: that would tell those who run them who reads this, and when. */
function picture(node: Extract<BbNode, { kind: 'image' | 'icon' }>): VNodeChild {
  const source = pictureAddress(node.address);
  const title = node.kind === 'icon' ? node.title : '';
  if (source === undefined)
    return h(
      'a',
      { href: node.address, target: '_blank', rel: 'noopener noreferrer nofollow' },
      title || i18n.global.t('talk.picture'),
    );
  if (node.kind === 'icon')
    return h('img', {
      class: 'bb-icon',
      src: source,
      alt: title,
      title: title || undefined,
      style: { height: `${node.pixels}px` },
    });
  return h('a', { href: source, target: '_blank', class: ['bb-image', node.size] }, [
    h('img', { src: source, alt: i18n.global.t('talk.picture'), loading: 'lazy' }),
  ]);
}

function isoOf(seconds: number): string | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
