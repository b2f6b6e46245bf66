import type { Chat } from './chat.ts';
import { CRM_RECORD, WORKGROUP } from './entity-types.ts';

/** What can be done to a chat at all, whoever asks. */
export interface ChatAbilities {
  readonly changesAvatar: boolean;
  readonly changesTitle: boolean;
  readonly takesMembers: boolean;
  readonly losesMembers: boolean;
}

const EVERYTHING: ChatAbilities = { changesAvatar: true, changesTitle: true, takesMembers: true, losesMembers: true };
const NOTHING: ChatAbilities = { changesAvatar: false, changesTitle: false, takesMembers: false, losesMembers: false };

const BY_ENTITY: ReadonlyMap<string, ChatAbilities> = new Map([
  // A workgroup decides itself what its chat is called and who is in it.
  [WORKGROUP, NOTHING],
  // Bears the name and the face of its record.
  [CRM_RECORD, { ...EVERYTHING, changesAvatar: false, changesTitle: false }],
]);

export function abilitiesOf(chat: Pick<Chat, 'type' | 'entity'>): ChatAbilities {
  return chat.type === 'private' ? NOTHING : (BY_ENTITY.get(chat.entity.type) ?? EVERYTHING);
}
