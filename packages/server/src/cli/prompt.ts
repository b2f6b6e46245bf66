import { createInterface } from 'node:readline';
import { Complaint } from '#kit/complaint.ts';

/** An option was left out that a script has to give. */
export class MissingOption extends Complaint {}

/** Asks without showing what is typed; a script writes it to standard input. */
export async function askSecret(question: string): Promise<string> {
  if (!process.stdin.isTTY) return firstLine(process.stdin);
  const { isCancel, password } = await import('@clack/prompts');
  const answer = await password({ message: question });
  if (isCancel(answer)) throw new Complaint('Called off');
  return answer;
}

async function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input })) return line;
  throw new Complaint('There is nothing on standard input', 2);
}

/** Somebody sees the question and can answer it. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** Throws where the answer is no. */
export async function confirmed(question: string): Promise<void> {
  const { confirm, isCancel } = await import('@clack/prompts');
  const answer = await confirm({ message: question, initialValue: false });
  if (isCancel(answer) || !answer) throw new Complaint('Called off');
}

/** Asks for what was left out, where somebody is there to answer; a script is told which option it lacks. */
export async function askFor(option: string, question: string): Promise<string> {
  if (!canAsk()) throw new MissingOption(`${option} is missing`, 2);
  const { isCancel, text } = await import('@clack/prompts');
  const answer = await text({
    message: question,
    validate: (value) => (value?.trim() ? undefined : 'Something has to stand here'),
  });
  if (isCancel(answer)) throw new Complaint('Called off');
  return answer;
}
