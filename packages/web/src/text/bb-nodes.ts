import { h, type VNodeChild } from 'vue';
import { RouterLink } from 'vue-router';
import { i18n } from '../languages/i18n.ts';
import { session } from '../session.ts';
import type { BbNode } from './bb-tree.ts';
import type { MessageActions } from './message-actions.ts';
import MessagePicture from './message-picture.vue';
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

/** Leads to where it stands in full. In the place of what cannot be loaded there is its name. */
function picture(node: Extract<BbNode, { kind: 'image' | 'icon' }>): VNodeChild {
  const { address } = node;
  const link = { href: pictureAddress(address) ?? address, target: '_blank', rel: 'noopener noreferrer nofollow' };
  const name = i18n.global.t('talk.picture');
  if (node.kind === 'image')
    return h(
      'a',
      { ...link, class: ['bb-image', node.size] },
      h(MessagePicture, { address, alt: name }, () => name),
    );
  const { title, pixels } = node;
  const look = { class: 'bb-icon', title: title || undefined, style: { height: `${pixels}px` } };
  return h(MessagePicture, { address, alt: title, ...look }, () => h('a', link, title || name));
}

function isoOf(seconds: number): string | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
