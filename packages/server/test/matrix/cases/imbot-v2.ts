import { expect } from 'vitest';
import { type Calls, own } from '../case.ts';

const REGISTERED = expect.objectContaining({ bot: expect.anything() });

export const imbotV2: Readonly<Record<string, Calls>> = {
  'imbot.v2.Revision.get': { params: {} },
  'imbot.v2.Bot.register': {
    params: {
      fields: {
        code: own('code'),
        properties: { name: 'Another' },
        eventMode: 'webhook',
        webhookUrl: own('handler'),
      },
    },
    // An address is nobody's, and what a bot is called elsewhere is free here.
    may: {
      'fields.code': { elsewhere: REGISTERED },
      'fields.webhookUrl': { theirs: REGISTERED, elsewhere: REGISTERED },
    },
  },
};
