import type { Router } from 'vue-router';

/**
 * What a press on a link to a page of the portal does, where RouterLink would cost too much: it finds its address out
 * anew whenever any page is opened, in each row.
 */
export function followLink(event: MouseEvent, router: Router, path: string): void {
  const isElsewhere = event.metaKey || event.altKey || event.ctrlKey || event.shiftKey || event.button !== 0;
  if (isElsewhere || event.defaultPrevented) return;
  event.preventDefault();
  void router.push(path);
}
