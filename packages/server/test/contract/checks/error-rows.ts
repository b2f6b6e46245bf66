import { describe, expect, it } from 'vitest';
import { type ApiError, systemErrors } from '#api/kernel/call/api-error.ts';
import { refusalStatus } from '#api/kernel/definition/check-table.ts';
import type { Method } from '#api/kernel/definition/defined-method.ts';
import type { ErrorRow } from '#api/kernel/definition/error-row.ts';
import { inWorld } from '../../world.ts';
import { type DocumentedRow, rowKey, rowOf, rowsOf, statusOfRow } from './catalog.ts';
import { watchedMethods } from './guards.ts';
import { type Subject, send } from './subject.ts';

/** The documented error table: declared row by row in its order, and each row caused over HTTP. */
export function checkErrorRows({ method, documented, contract }: Subject): void {
  const rows = rowsOf(documented);

  describe('its errors', () => {
    it('are declared as documented, in the documented order', () => {
      const documentedRows = rows
        .filter((row) => !isSystemError(row))
        .map((row) => `${statusOfRow(row)} ${rowKey(row)}`);
      expect(declaredRows(method, rows)).toEqual(documentedRows);
    });

    it('have no cause that is not documented', () => {
      const causes = Object.keys(contract.errors);
      expect(causes.filter((cause) => !rowOf(rows, cause))).toEqual([]);
    });

    for (const row of rows) {
      it(`${statusOfRow(row)} ${rowKey(row)}`, () =>
        inWorld({ methods: watchedMethods }, async (world) => {
          const [key, cause] = Object.entries(contract.errors).find(([written]) => rowOf(rows, written) === row) ?? [];
          if (key === undefined || cause === undefined)
            throw new Error(`The contract of ${method.name} has no cause for "${rowKey(row)}"`);
          const made = await cause(world);
          const { status, body } = await send(world, method, made);
          const { error, error_description } = made.part === undefined ? body : body.result.result_error[made.part];
          expect({ status, error: `${error}: ${error_description}` }).toEqual({
            status: made.part === undefined ? statusOfRow(row) : 200,
            error: key,
          });
        }));
    }
  });
}

/** Any method may answer these without a row of its own. */
const SYSTEM_CODES = new Set(
  Object.values(systemErrors).map((error: (about: never) => ApiError) => error('' as never).code),
);

/** These, too, but tables of methods have rows of theirs. */
const DOCUMENTED_TOO: ReadonlySet<string> = new Set(['WRONG_AUTH_TYPE', 'ACCESS_DENIED', 'ERROR_ARGUMENT']);

function isSystemError({ code }: DocumentedRow): boolean {
  return SYSTEM_CODES.has(code) && !DOCUMENTED_TOO.has(code);
}

function declaredRows(method: Method, documented: readonly DocumentedRow[]): string[] {
  return [
    ...new Set(method.errors.map((row) => `${refusalStatus(method, row)} ${row.code}: ${messageOf(row, documented)}`)),
  ];
}

/** The text of the row that documents it; nothing where the page has a code alone. */
function messageOf({ code, message }: ErrorRow, documented: readonly DocumentedRow[]): string {
  const text = typeof message === 'string' ? message : message(new Proxy({}, { get: () => 'N' }));
  const row = rowOf(documented, `${code}: ${text}`);
  return row ? (row.message ?? '') : text;
}
