import { Complaint } from '../kit/complaint.ts';

/** Asks for what was left out, where somebody is there to answer; a script is told which option it lacks. */
export async function askFor(option: string, question: string): Promise<string> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) throw new Complaint(`${option} is missing`, 2);
  const { isCancel, text } = await import('@clack/prompts');
  const answer = await text({
    message: question,
    validate: (value) => (value?.trim() ? undefined : 'Something has to stand here'),
  });
  if (isCancel(answer)) throw new Complaint('Called off');
  return answer;
}
