import { Busboy } from '@fastify/busboy';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import { MAX_FIELDS } from '#kit/json-scan.ts';
import { inTurns } from '#kit/others-turn.ts';

/**
 * Parts are counted before anything is made of them: the parser goes through all that there are, however many are allowed,
 * and 4 MB of boundaries alone fill its memory.
 */
function hasTooManyParts(body: Buffer, type: string): boolean {
  const [, quoted, plain = quoted] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  if (plain === undefined) return false;
  const boundary = `--${plain}`;
  let count = 0;
  for (let at = body.indexOf(boundary); at >= 0; at = body.indexOf(boundary, at + boundary.length)) {
    count += 1;
    // The last of them ends the form.
    if (count > MAX_FIELDS + 1) return true;
  }
  return false;
}

async function feed(form: InstanceType<typeof Busboy>, body: Buffer): Promise<void> {
  for await (const piece of inTurns(body)) form.write(piece);
  form.end();
}

/** The fields of a multipart form in their order. Files are read over: no method takes them that way. */
export function readMultipart(body: Buffer, type: string): Promise<[string, string][]> {
  return new Promise((resolve, reject) => {
    const refuse = (message: string) => reject(systemErrors.invalidRequest(message));
    const pairs: [string, string][] = [];
    try {
      if (hasTooManyParts(body, type)) return refuse(`There are more than ${MAX_FIELDS} fields`);
      const form = new Busboy({
        headers: { 'content-type': type },
        limits: { fields: MAX_FIELDS, parts: MAX_FIELDS, fieldSize: body.length, fieldNameSize: 1024 },
      });
      form.on('field', (name, value, isNameCut, isValueCut) => {
        if (isNameCut || isValueCut) refuse('A field of the multipart form is too long');
        // A part may have no name, whatever the types of the parser say; PHP passes it over.
        else if (typeof name === 'string') pairs.push([name, String(value)]);
      });
      // A part that breaks off is an error of its own, and would end the program where nobody listens.
      form.on('file', (_, file) => file.on('error', (error: Error) => refuse(error.message)).resume());
      for (const limit of ['fieldsLimit', 'partsLimit'] as const)
        form.on(limit, () => refuse(`There are more than ${MAX_FIELDS} fields`));
      form.on('error', (error: Error) => refuse(error.message));
      form.once('finish', () => resolve(pairs));
      feed(form, body).catch((error: Error) => refuse(error.message));
    } catch (error) {
      refuse(error instanceof Error ? error.message : 'The multipart form cannot be read');
    }
  });
}
