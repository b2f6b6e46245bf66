import { describe, expect, it } from 'vitest';
import { inWorld } from '../../world.ts';
import { shapeDifferences } from './compare-shape.ts';
import { type Subject, send } from './subject.ts';

/** The documented example gives an answer of the documented shape. */
export function checkExample({ method, documented, contract }: Subject): void {
  describe('its documented example', () => {
    it(contract.refused === undefined ? 'is answered in the documented shape' : 'is refused', () =>
      inWorld({}, async (world) => {
        const { status, body } = await send(world, method, await contract.example(world));
        if (contract.refused !== undefined)
          return expect(`${body.error}: ${body.error_description}`).toBe(contract.refused);
        expect({ status, error: body.error, error_description: body.error_description }).toEqual({ status: 200 });
        const { result, ...envelope } = documented.answer ?? {};
        if (result === undefined) return;
        expect(
          shapeDifferences(contract.shape ? contract.shape(result) : result, body.result, documented.returned),
        ).toEqual([]);
        expect(beside(body)).toEqual(beside(envelope));
      }),
    );
  });
}

/** What stands beside the result. `next` is there only while a further page is. */
function beside(envelope: object): string[] {
  return Object.keys(envelope)
    .filter((key) => !['result', 'time', 'next'].includes(key))
    .sort();
}
