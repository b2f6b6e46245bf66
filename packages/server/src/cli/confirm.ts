import { Complaint } from '#kit/complaint.ts';
import { Unconfirmed } from './control-client.ts';
import { canAsk, confirmed } from './prompt.ts';

/**
 * Carries out what the portal may want to have confirmed: whoever can see the question is asked, a script is told which
 * option it lacks.
 *
 * @param isGiven whether the option was given
 */
export async function confirming<Answer>(
  option: string,
  isGiven: boolean,
  carryOut: (isConfirmed: boolean) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await carryOut(isGiven);
  } catch (error) {
    if (!(error instanceof Unconfirmed)) throw error;
    if (!canAsk()) throw new Complaint(`${error.message}. To do it all the same: ${option}`);
    await confirmed(`${error.message}. Do it all the same?`);
    return carryOut(true);
  }
}
