import { control } from '#cli/control-client.ts';
import type { ControlFile } from '#cli/control-file.ts';
import type { Answer, AnsweringName, Body } from '#control/registry.ts';
import { VERSION } from '#kit/version.ts';
import type { AppOptions } from '../src/app-options.ts';
import { createWorld, type World } from './world.ts';

/** A portal of its own with what whoever owns its data may do. */
export interface ControlledWorld extends World {
  readonly server: ControlFile;
  control<Name extends AnsweringName>(command: Name, body: Body<Name>): Promise<Answer<Name>>;
}

const TOKEN = 'only-the-owner-can-read-this';

export async function createControlledWorld(options: Partial<AppOptions> = {}): Promise<ControlledWorld> {
  const world = await createWorld({ ...options, controlToken: TOKEN });
  const server = { url: world.app.address, token: TOKEN, pid: process.pid, version: VERSION };
  return { ...world, server, control: (command, body) => control(server, command, body) };
}
