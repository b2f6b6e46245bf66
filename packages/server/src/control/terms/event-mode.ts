import { z } from 'zod';

/** How a bot hears of events. */
export const eventMode = z.enum(['webhook', 'fetch']).describe('Sent to its handler, or kept until it fetches them');
