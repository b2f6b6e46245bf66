import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, longest first: begun late, one of them would be waited for alone. Beside the first ones there is time for those that wait for a browser. */
const LONG = [
  /\/contract\/contract\.test\.ts$/,
  /\/matrix\/matrix\.test\.ts$/,
  /\.browser\.test\.ts$/,
  /-model\.test\.ts$/,
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    // Files of one project follow each other: a worker runs those of one alone.
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((one) =>
      sorted.filter(({ project }) => project === one).sort((a, b) => place(a) - place(b)),
    );
  }
}

function place({ moduleId }: TestSpecification): number {
  const at = LONG.findIndex((path) => path.test(moduleId));
  return at < 0 ? LONG.length : at;
}
