import { onTestFinished } from 'vitest';
import { systemClock } from '#kit/clock.ts';
import { createHandlerClient, type HandlerClientOptions } from '../handler-client.ts';
import { type Answering, type RawServer, startRawServer } from './raw-server.ts';

/** A client that is closed when the test ends; it may call any address. */
export function openClient(options: Partial<HandlerClientOptions> = {}) {
  const policy = { allowPrivate: true, allowedNetworks: [] };
  const client = createHandlerClient({ policy, clock: systemClock, ...options });
  onTestFinished(() => client.close());
  return client;
}

/** A server that is closed when the test ends. */
export async function startServer(answer: Answering): Promise<RawServer> {
  const server = await startRawServer(answer);
  onTestFinished(() => server.close());
  return server;
}
