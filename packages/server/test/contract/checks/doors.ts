import { expect, it } from 'vitest';
import { BASIC_SCOPE } from '#api/kernel/definition/registry.ts';
import { issueWebhook } from '#domain/webhook/issue-webhook.ts';
import { withScope } from '../../scenes/people.ts';
import { inWorld, post, type World } from '../../world.ts';
import type { Subject } from './subject.ts';

/** Who is let in: nobody without the right code, and nobody without the method's scope, before anything else is looked at. */
export function checkDoors({ method }: Subject): void {
  it('is refused to a stranger before anything is looked at', () =>
    inWorld({}, async (world) => {
      const { status, body } = await post(`${world.app.url}/rest/${world.alice.id}/not-the-code/${method.name}`, {});
      expect({ status, error: body.error }).toEqual({ status: 401, error: 'INVALID_CREDENTIALS' });
    }));

  if (method.forApplications)
    it('is refused to whoever is no application', () =>
      inWorld({}, async (world) => {
        const program = await withScope(world, world.alice, [method.scope].flat());
        const { status, body } = await program.call(method.name, { CLIENT_ID: 'some-program' });
        expect({ status, body }).toMatchObject({
          status: 403,
          body: {
            error: 'WRONG_AUTH_TYPE',
            error_description: expect.stringMatching(/^Current authorization type is denied for this method\b/),
          },
        });
      }));

  if (method.scope === BASIC_SCOPE) return;
  it(`is refused to a webhook without the scope ${method.scope} before its parameters are looked at`, () =>
    inWorld({}, async (world) => {
      const code = await codeWithoutScope(world);
      const { status, body } = await post(`${world.app.url}/rest/${world.alice.id}/${code}/${method.name}`, {});
      expect({ status, error: body.error }).toEqual({ status: 401, error: 'insufficient_scope' });
    }));
}

async function codeWithoutScope({ app, alice }: World): Promise<string> {
  return app.store.write(async (work) => {
    const user = await work.users.findUser(alice.id);
    if (!user) throw new Error('Alice is not there');
    const { code } = await issueWebhook(work, user, { scope: [], title: 'Without any scope' });
    return code;
  });
}
