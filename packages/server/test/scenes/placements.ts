import type { TestApplication } from '../test-application.ts';
import type { World } from '../world.ts';
import { withScope } from './people.ts';

export const HANDLER = 'https://myapp.com/handler/';
export const ICON = { iconName: 'fa-paperclip' };

/** An application that may be opened in the portal, and at the places of some tools. */
export function placed(world: World, ...tools: readonly string[]): Promise<TestApplication> {
  return world.application({ scope: ['placement', ...tools] });
}

/** Alice's program behind a webhook that may do as much. */
export function webhookWithPlaces(world: World) {
  return withScope(world, world.alice, ['placement']);
}

/** What is told of an application's placements after it has bound one so. */
export async function boundWith(
  application: TestApplication,
  PLACEMENT: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown>[]> {
  await application.ok('placement.bind', { PLACEMENT, HANDLER, ...params });
  return application.ok('placement.get');
}
