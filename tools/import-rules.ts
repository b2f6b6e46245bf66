import { createRequire } from 'node:module';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';

export interface BrokenRule {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface ImportReport {
  /** How many of our own files were read: a check that read nothing finds nothing, and says nothing. */
  readonly modules: number;
  readonly broken: readonly BrokenRule[];
}

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  readonly forbidden: readonly { readonly name: string }[];
  readonly options: ICruiseOptions;
};

export const importRules: readonly string[] = config.forbidden.map(({ name }) => name);

/** Holds the imports of all files under `root`/packages to the rules of .dependency-cruiser.cjs. */
export async function checkImports(root: string): Promise<ImportReport> {
  const { options, ...ruleSet } = config;
  const { enhancedResolveOptions, ...cruiseOptions } = options as ICruiseOptions & { enhancedResolveOptions: object };
  const { output } = await cruise(['packages'], {
    ...cruiseOptions,
    enhancedResolveOptions,
    baseDir: root,
    validate: true,
    ruleSet: ruleSet as NonNullable<ICruiseOptions['ruleSet']>,
  } as ICruiseOptions);
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules.filter(({ source }) => source.startsWith('packages/')).length,
    broken: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
