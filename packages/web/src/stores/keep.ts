/** Keeps a text in this browser, for all tabs of it, or no longer. */
export function keep(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // The browser keeps nothing, or no more: then it lives as long as the page.
  }
}
