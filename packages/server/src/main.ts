import { run } from '#cli/run.ts';
import { setProgramName } from '#kit/program-name.ts';
import { exampleFile } from './example-file.ts';

// Set by whatever started us: the file `botyard` of a checkout, or bin/botyard.mjs.
setProgramName(process.env.BOTYARD_CALLED ?? './botyard');

// The portal is loaded only by the command that starts one: the others are to answer at once.
void run(process.argv.slice(2), {
  startServer: async (options, log) => (await import('./serve.ts')).serve(options, log),
  exampleFile,
  loadAtRest: async () => (await import('./at-rest.ts')).atRest,
});
