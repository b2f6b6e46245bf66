import { ref } from 'vue';
import { session } from '../session.ts';
import { useConversations } from '../stores/conversations.ts';
import { useOutbox } from '../stores/outbox.ts';
import type { Update } from '../types.generated.ts';
import { applyUpdate, loadAnew } from './apply-update.ts';
import { LiveConnection } from './live-connection.ts';

export const connectionState = ref<'connecting' | 'online' | 'offline'>('connecting');

let isSigningOut = false;

/** The person leaves by a form of this page, which leads on by itself once their session has ended. */
export function expectSignOut(): void {
  isSigningOut = true;
}

/** The one connection of this tab, on which the portal tells what happens. */
export const live = new LiveConnection<Update>({
  address: `${location.origin.replace(/^http/, 'ws')}/live?as=${session.userId}`,
  onState: (state) => {
    connectionState.value = state;
    if (state === 'online') useOutbox().sendWaiting();
  },
  onUpdate: applyUpdate,
  onLost: loadAnew,
  onLooking: () => useConversations().refreshShown(),
  onSignedOut: () => {
    if (!isSigningOut) location.assign(`/login?next=${encodeURIComponent(location.pathname)}`);
  },
});
