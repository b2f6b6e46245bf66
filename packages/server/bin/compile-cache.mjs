import { readFileSync, statSync } from 'node:fs';
import module from 'node:module';
import { basename, dirname, join } from 'node:path';
import vm from 'node:vm';
import { writeWholeFile } from './whole-file.mjs';

/** Late enough not to hold up the first answer, early enough for programs that run for a moment. */
const WRITE_AFTER = 200;

/**
 * Keeps what V8 has compiled of the files in `folder` beside them: reading two megabytes of source takes as long as
 * all the rest of a start. Newer Nodes have this built in; for Node 20 the files, CommonJS for this reason, are
 * compiled here. A cache that cannot be read or written costs time and nothing else.
 */
export function keepCompiled(folder) {
  const cache = join(folder, '.compiled');
  if (module.enableCompileCache) {
    module.enableCompileCache(cache);
    setTimeout(() => module.flushCompileCache?.(), WRITE_AFTER).unref();
    return;
  }
  const compileOtherwise = module.prototype._compile;
  module.prototype._compile = function compile(source, file, ...rest) {
    if (dirname(file) !== dirname(join(folder, 'x'))) return compileOtherwise.call(this, source, file, ...rest);
    const wrapped = compiled(module.wrap(source), file, cache).runInThisContext();
    return wrapped.call(this.exports, this.exports, module.createRequire(file), this, file, dirname(file));
  };
}

function compiled(source, filename, cache) {
  const kept = join(cache, cacheName(filename));
  const cachedData = attempt(() => readFileSync(kept));
  const script = new vm.Script(source, {
    filename,
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (cachedData && !script.cachedDataRejected) return script;
  // Not at once: by then it holds the functions that a start really calls, compiled.
  let isWritten = false;
  const write = () => {
    if (!isWritten) attempt(() => writeWholeFile(kept, script.createCachedData()));
    isWritten = true;
  };
  setTimeout(write, WRITE_AFTER).unref();
  process.once('exit', write);
  return script;
}

/** V8 itself compares no more than the length of the source. */
function cacheName(file) {
  const { mtimeMs, size } = statSync(file);
  return `${basename(file)}-${size}-${Math.floor(mtimeMs)}-${process.version}-${process.arch}`;
}

function attempt(task) {
  try {
    return task();
  } catch {
    return undefined;
  }
}
