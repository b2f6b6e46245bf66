import { type PGlite, protocol } from '@electric-sql/pglite';
import type { PostgresConnection } from '#storage/postgres-connection.ts';
import { getTypeParser } from '#storage/postgres-pool.ts';
import type { SqlValue } from '#storage/statement.ts';

const { messages, serialize } = protocol;

type Answers = Awaited<ReturnType<PGlite['execProtocol']>>['messages'];

/**
 * The only connection of the embedded PostgreSQL. A statement goes in one message with all it needs and is kept under its
 * plan's name, as the driver does it: the engine's own `query` asks five times, and plans each time.
 */
export function connectionTo(postgres: PGlite): PostgresConnection {
  const prepared = new Set<string>();

  async function send(parts: readonly Uint8Array[]): Promise<{ rows: readonly unknown[]; command: string }> {
    const { messages: answers } = await postgres.execProtocol(Buffer.concat(parts), { syncToFs: false });
    return readAnswers(answers);
  }

  return {
    async query({ sql, values, name }) {
      if (!values) return send([serialize.query(sql)]);
      const isKept = name !== undefined && prepared.has(name);
      const answer = await send([
        ...(isKept ? [] : prepare(sql, name)),
        serialize.bind({ values: values.map(asText), ...(name !== undefined && { statement: name }) }),
        serialize.describe({ type: 'P' }),
        serialize.execute(),
        serialize.sync(),
      ]);
      if (name !== undefined) prepared.add(name);
      return answer;
    },
    discard: () => undefined,
  };
}

/** A statement that failed the first time may be kept already. */
function prepare(sql: string, name: string | undefined): Uint8Array[] {
  if (name === undefined) return [serialize.parse({ text: sql })];
  return [serialize.close({ type: 'S', name }), serialize.parse({ text: sql, name })];
}

function asText(value: SqlValue): string | Uint8Array | null {
  return value === null || value instanceof Uint8Array ? value : String(value);
}

/** Rows and name of the last statement that was answered. */
function readAnswers(answers: Answers): { rows: readonly unknown[]; command: string } {
  let columns: readonly { readonly name: string; readonly read: (text: string) => unknown }[] = [];
  let rows: unknown[] = [];
  let command = '';
  for (const message of answers)
    if (message instanceof messages.RowDescriptionMessage) {
      columns = message.fields.map(({ name, dataTypeID }) => ({ name, read: getTypeParser(dataTypeID) }));
      rows = [];
    } else if (message instanceof messages.DataRowMessage)
      rows.push(
        Object.fromEntries(
          message.fields.map((text, index) => [
            columns[index]?.name,
            text === null ? null : columns[index]?.read(text),
          ]),
        ),
      );
    else if (message instanceof messages.CommandCompleteMessage) command = message.text.split(' ', 1)[0] ?? '';
  return { rows, command };
}
