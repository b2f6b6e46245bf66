/** What a name in a query stands for: PHP knows no other types there. */
export type PhpValue = string | PhpValue[] | PhpMap;
export type PhpMap = { [key: string]: PhpValue };

/** A key as it is written; undefined asks for the next free index, as `[]` does. */
export type PhpKey = string | undefined;

/** The indexes that PHP tells from text keys are those of 64 bits; larger ones are plain text to it. */
const MAX_INDEX = 2n ** 63n - 1n;
const INDEX = /^(?:0|-?[1-9]\d{0,18})$/;

/**
 * PHP's nested arrays while they are filled. Such an array is list and ordered map in one: here it is a list as long
 * as its keys are 0, 1, 2 ... in that order, and from the first other key on a map.
 */
export class PhpTree {
  readonly root = emptyMap();
  /** Only of maps that were asked for one: to find it takes a walk over all keys. */
  readonly #nextIndexes = new Map<PhpMap, bigint>();

  /** What stands in the way of the path, or at its end, is replaced. Without a value: sees to it that an array is there. */
  put(path: readonly PhpKey[], value: string | undefined): void {
    this.#extend(this.root, path, 0, value);
  }

  /** What is to stand where `present` stood: itself, unless it has to become something else. */
  #extend(present: PhpValue | undefined, path: readonly PhpKey[], level: number, value: string | undefined): PhpValue {
    const isReached = level === path.length && value !== undefined;
    if (isReached || typeof present !== 'object') return grown(path, level, value ?? []);
    if (level === path.length) return present;
    const key = path[level];
    if (!Array.isArray(present)) return this.#extendMap(present, path, level, value);
    const index = placeInList(present, key);
    if (index === undefined) return this.#extendMap(toMap(present), path, level, value);
    present[index] = this.#extend(present[index], path, level + 1, value);
    return present;
  }

  #extendMap(map: PhpMap, path: readonly PhpKey[], level: number, value: string | undefined): PhpMap {
    const key = path[level] ?? this.#freeKey(map);
    if (key === undefined) return map;
    const next = this.#nextIndexes.get(map);
    if (next !== undefined) this.#nextIndexes.set(map, indexAfter(next, key) ?? next);
    map[key] = this.#extend(map[key], path, level + 1, value);
    return map;
  }

  /** undefined: the last index of all is taken, and PHP adds nothing. */
  #freeKey(map: PhpMap): PhpKey {
    const next = this.#nextIndexes.get(map) ?? Object.keys(map).reduce(indexAfter, undefined) ?? 0n;
    this.#nextIndexes.set(map, next);
    const key = String(next);
    return map[key] === undefined ? key : undefined;
  }
}

/** The next free index once the key is there, too; undefined as long as there was no index at all. */
function indexAfter(next: bigint | undefined, key: string): bigint | undefined {
  if (!INDEX.test(key)) return next;
  const index = BigInt(key);
  if (index > MAX_INDEX || index < -MAX_INDEX - 1n || (next !== undefined && index < next)) return next;
  return index < MAX_INDEX ? index + 1n : index;
}

/** undefined: with this key it is no list any more. */
function placeInList(list: readonly PhpValue[], key: PhpKey): number | undefined {
  if (key === undefined) return list.length;
  const index = Number(key) >>> 0;
  return key === String(index) && index <= list.length ? index : undefined;
}

/** What the rest of a path makes out of nothing, from the inside out. */
function grown(path: readonly PhpKey[], level: number, value: PhpValue): PhpValue {
  for (let last = path.length - 1; last >= level; last -= 1) {
    const key = path[last];
    value = key === undefined || key === '0' ? [value] : mapOf(key, value);
  }
  return value;
}

function mapOf(key: string, value: PhpValue): PhpMap {
  const map = emptyMap();
  map[key] = value;
  return map;
}

function toMap(list: readonly PhpValue[]): PhpMap {
  return Object.assign(emptyMap(), list);
}

/** Without a prototype: whatever a name is called, `__proto__` included, it is found only if it was sent. */
function emptyMap(): PhpMap {
  return Object.create(null);
}
