import { createClient } from '@botyard/client';
import { session } from './session.ts';

/** Calls methods as the person who looks. */
const client = createClient({ portal: '', csrf: session.csrf });
export const { call, batch } = client;
