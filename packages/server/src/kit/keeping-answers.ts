export interface KeptAnswers {
  /** So many are kept; with one more all are forgotten. */
  readonly most?: number;
  /** Of texts that are longer nothing is kept. */
  readonly longest?: number;
}

/**
 * The same function of a text, which keeps its answers: of what every request brings along, most is what others brought.
 * The answers are shared; what it throws is not kept.
 */
export function keepingAnswers<T>(
  answerTo: (text: string) => T,
  { most = 1_000, longest = 300 }: KeptAnswers = {},
): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined || kept.has(text)) return known as T;
    const answer = answerTo(text);
    if (text.length > longest) return answer;
    if (kept.size >= most) kept.clear();
    kept.set(text, answer);
    return answer;
  };
}
