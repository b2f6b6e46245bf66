/** Brings together what is loaded and what happens while it is: the former may be older than the latter. */
export function loadingMeanwhile() {
  let happened: (() => void)[] = [];
  let loading = 0;

  /** Whatever happens meanwhile is applied once more to what was loaded. */
  async function during<T>(act: () => Promise<T>): Promise<T> {
    loading += 1;
    try {
      return await act();
    } finally {
      loading -= 1;
      for (const again of happened) again();
      if (loading === 0) happened = [];
    }
  }

  function happen(apply: () => void): void {
    apply();
    if (loading > 0) happened.push(apply);
  }

  return { during, happen };
}
