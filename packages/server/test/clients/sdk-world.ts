import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { systemClock } from '#kit/clock.ts';
import { silentLog } from '#kit/log.ts';
import { type Certificate, certificateFor } from '../../src/tls.ts';
import type { TestApplication } from '../test-application.ts';
import { createWorld, type World } from '../world.ts';
import { type Given, type SdkUser, startSdk } from './sdk.ts';

/*
 * The vendor's SDK as a developer uses it with a webhook, or with the tokens of an application. It insists on https, so the portal speaks TLS with a
 * certificate of its own, and the SDK runs where that one is trusted.
 */

export interface SdkWorld {
  readonly world: World;
  readonly certificate: Certificate;
  sdk(user: SdkUser, action: string, ...args: unknown[]): Promise<Given>;
  /** Of a call that has to succeed. */
  result(user: SdkUser, method: string, params?: Record<string, unknown>): Promise<Given>;
  close(): Promise<void>;
}

export async function createSdkWorld(): Promise<SdkWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'botyard-'));
  const certificate = await certificateFor(folder, [], systemClock.now(), silentLog);
  const { key, cert, path } = certificate;
  const world = await createWorld({ tls: { key, cert } });
  const driver = await startSdk(path);
  const sdk: SdkWorld['sdk'] = (user, action, ...args) => driver.run(user, action, ...args);
  return {
    world,
    certificate,
    sdk,
    async result(user, method, params = {}) {
      const { isSuccess, data, errors, thrown } = await sdk(user, 'call', method, params);
      expect({ isSuccess, errors, thrown }).toEqual({ isSuccess: true, errors: [] });
      return data.result;
    },
    async close() {
      driver.stop();
      await world.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The SDK compares what it is told with a clock of its own. */
export function keepUpWithTheSdk({ clock }: World): void {
  clock.suspend(Math.max(0, systemClock.now() - clock.now()));
}

/** What Bob's consent gives, in the names of the SDK. */
export async function grantedTo(world: World, application: TestApplication) {
  const { accessToken, refreshToken } = await application.tokens(world.bob);
  return {
    applicationToken: application.applicationToken,
    userId: world.bob.id,
    memberId: '',
    accessToken,
    refreshToken,
    // It is not to find out by itself.
    expires: Math.floor(systemClock.now() / 1000) + 86_400,
    expiresIn: 3600,
    scope: 'im,imbot',
    domain: new URL(world.app.url).host,
    clientEndpoint: `${world.app.url}/rest/`,
    serverEndpoint: `${world.app.url}/rest/`,
    status: 'L',
  };
}
