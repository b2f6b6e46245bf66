import { setPassword } from '../src/domain/sign-in/set-password.ts';
import { quickPasswords, type World } from './world.ts';

export const PASSWORD = 'correct horse battery';

/** From now on that person can sign in with {@link PASSWORD}. */
export async function givePassword(world: World, userId: number, password = PASSWORD): Promise<void> {
  const hash = await quickPasswords.hash(password);
  await world.app.store.write(async (work) => {
    const user = await work.users.findUser(userId);
    if (!user) throw new Error(`Nobody has the id ${userId}`);
    await setPassword(work, user, hash);
  });
}
