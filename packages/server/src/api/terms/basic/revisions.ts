import { z } from 'zod';

/** Of the documentation that is followed (V60), and of the clients that were current with it. */
export const REVISIONS = { rest: 36, web: 130, mobile: 23, desktop: 6 } as const;

const revision = z.number().int();

export const revisionFields = {
  rest: revision.describe('Of the REST interface: tells which methods and fields there are'),
  web: revision.describe('Of the protocol of the web client'),
  mobile: revision.describe('Of the protocol of the mobile client'),
  desktop: revision.describe('Of the protocol of the desktop client'),
} as const;
