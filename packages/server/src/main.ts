import { run } from '#cli/run.ts';

// The portal is loaded only by the command that starts one: the others are to answer at once.
void run(process.argv.slice(2), async (options, log) => (await import('./serve.ts')).serve(options, log));
