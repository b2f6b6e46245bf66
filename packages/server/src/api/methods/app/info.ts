import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { presentApplication, presentWebhook } from '#api/terms/application/present.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { done } from '#kit/outcome.ts';

const license = { LICENSE: z.string(), LICENSE_TYPE: z.string(), LICENSE_FAMILY: z.string() };

export default defineMethod({
  name: 'app.info',
  summary: 'Tells an application or a webhook about itself and the portal that it is in.',
  page: 'api-reference/common/system/app-info',
  scope: 'basic',
  params: {},
  reads: true,
  errors: [{ ...callerRow.applicationRequired, status: 403, auth: 'session' }],
  result: z.union([
    z.object({
      ID: z.number().int(),
      CODE: z.string().describe('The client id'),
      VERSION: z.number().int(),
      STATUS: z.enum(['L', 'F', 'D', 'T', 'P']).describe('L: local; the others are of a market'),
      INSTALLED: z.boolean().describe('false: only administrators may use it yet'),
      PAYMENT_EXPIRED: z.enum(['Y', 'N']),
      DAYS: z.number().int().nullable().describe('Until the paid time ends; null: there is no end'),
      LANGUAGE_ID: z.string(),
      ...license,
      client_id: z.string(),
      scope: z.string().describe('Joined by commas'),
      expires: z.string().describe('When the token that was shown expires'),
      user_id: z.number().int(),
      install: z.object({}).loose().describe('As the authorization server tells it'),
    }),
    z.object({ SCOPE: z.array(z.string()).describe('Of a webhook'), ...license }),
  ]),
  example: {
    params: {},
    result: {
      ID: 5,
      CODE: 'local.573ad8a0346747.09223434',
      VERSION: 4,
      STATUS: 'L',
      INSTALLED: true,
      PAYMENT_EXPIRED: 'N',
      DAYS: null,
      LANGUAGE_ID: 'de',
      LICENSE: 'de_selfhosted',
      LICENSE_TYPE: 'selfhosted',
      LICENSE_FAMILY: 'selfhosted',
      client_id: 'local.573ad8a0346747.09223434',
      scope: 'im,imbot',
      expires: '2026-11-20T10:00:00+00:00',
      user_id: 1,
      install: { installed: true, version: 4, status: 'L' },
    },
  },
  async handle({ caller }) {
    return done(caller.application ? presentApplication(caller.application, caller) : presentWebhook(caller));
  },
});
