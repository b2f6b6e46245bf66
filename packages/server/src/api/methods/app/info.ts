import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { presentApplication } from '#api/terms/application/present.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import type { Application } from '#domain/application/application.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'app.info',
  summary: 'Tells an application about itself and the portal that it is in.',
  page: 'api-reference/common/system/app-info',
  scope: 'basic',
  params: {},
  reads: true,
  errors: [callerRow.applicationRequired],
  result: z.object({
    ID: z.number().int(),
    CODE: z.string().describe('The client id'),
    VERSION: z.number().int(),
    STATUS: z.enum(['L', 'F', 'D', 'T', 'P']).describe('L: local; the others are of a market'),
    INSTALLED: z.boolean().describe('false: only administrators may use it yet'),
    PAYMENT_EXPIRED: z.enum(['Y', 'N']),
    DAYS: z.number().int().nullable().describe('Until the paid time ends; null: there is no end'),
    LANGUAGE_ID: z.string(),
    LICENSE: z.string(),
    LICENSE_TYPE: z.string(),
    LICENSE_FAMILY: z.string(),
  }),
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
    },
  },
  async handle({ caller: { application, portal } }) {
    // Whoever calls without one has been turned away by the table.
    return done(presentApplication(application as Application, portal));
  },
});
