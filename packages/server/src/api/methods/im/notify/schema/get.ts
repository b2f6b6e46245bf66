import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { FROM_APPLICATION, type NotificationKind } from '#domain/notification/notification.ts';
import { WORKGROUP_INVITATION } from '#domain/notification/workgroup-invitation.ts';
import { done } from '#kit/outcome.ts';

const module = ({ module, event }: NotificationKind, name: string, eventName: string) => ({
  [module]: { NAME: name, MODULE_ID: module, LIST: [{ ID: `${module}|${event}`, NAME: eventName }] },
});

const SCHEMA = {
  ...module(WORKGROUP_INVITATION, 'Chats', 'Invitations to workgroups'),
  ...module(FROM_APPLICATION, 'Applications', 'Notifications of applications'),
};

export default defineMethod({
  name: 'im.notify.schema.get',
  summary: 'Lists the kinds of notifications, by the module that they come from.',
  page: 'api-reference/chats/notifications/im-notify-schema-get',
  scope: 'im',
  reads: true,
  params: {},
  errors: [],
  result: z.record(
    z.string(),
    z.object({
      NAME: z.string(),
      MODULE_ID: z.string(),
      LIST: z.array(z.object({ ID: z.string().describe('MODULE|EVENT'), NAME: z.string() })),
    }),
  ),
  example: { params: {}, result: SCHEMA },
  async handle() {
    return done(SCHEMA);
  },
});
