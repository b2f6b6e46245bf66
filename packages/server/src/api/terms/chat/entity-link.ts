import type { ChatEntity } from '#domain/chat/chat.ts';

/** The page of the outside object that a chat belongs to; without an address where none is documented. */
export function presentEntityLink({ type, id }: ChatEntity) {
  const [, record, recordId] = type === 'CRM' ? (/^(LEAD|DEAL|CONTACT|COMPANY)\|(\d+)$/.exec(id) ?? []) : [];
  if (record !== undefined) return { type: record, url: `/crm/${record.toLowerCase()}/details/${recordId}/`, id };
  return { type, url: isWorkgroup({ type }) && /^\d+$/.test(id) ? `/workgroups/group/${id}/` : '', id };
}

/** How a client links to the place that a chat stands for; the client puts the id in itself. */
export function presentEntityPath(entity: ChatEntity) {
  return isWorkgroup(entity)
    ? { path: '/workgroups/group/#ID#/', path_title: 'Go to group' }
    : { path: '', path_title: '' };
}

function isWorkgroup({ type }: Pick<ChatEntity, 'type'>): boolean {
  return type === 'SONET_GROUP';
}
