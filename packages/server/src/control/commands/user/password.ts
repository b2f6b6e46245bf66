import { z } from 'zod';
import { checkPassword } from '#domain/sign-in/check-password.ts';
import { setPassword } from '#domain/sign-in/set-password.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { person, personCalled } from '../../terms/names.ts';
import { PASSWORD_PROBLEMS } from '../../terms/password-problems.ts';

export default defineCommand({
  summary: 'Sets the password of a person, who is signed out everywhere.',
  body: z.strictObject({ as: person, password: z.string() }),
  answer: z.strictObject({ id: z.number(), name: z.string() }),
  async run({ store, portalId, passwords }, { as, password }) {
    const person = await store.read((work) => personCalled(work, portalId, as));
    const checked = checkPassword(password, person);
    if (!checked.ok) throw new Complaint(PASSWORD_PROBLEMS[checked.reason]);
    const hash = await passwords.hash(password);
    await store.write((work) => setPassword(work, person, hash));
    return { id: person.id, name: person.name };
  },
});
