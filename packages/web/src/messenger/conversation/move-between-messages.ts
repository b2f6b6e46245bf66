const MOVES: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

/** From the stream into its messages and from one to the next, by the arrow keys. */
export function moveBetweenMessages(event: KeyboardEvent): void {
  const stream = event.currentTarget as HTMLElement;
  const move = MOVES[event.key];
  const from = event.target as HTMLElement;
  if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const messages = [...stream.querySelectorAll<HTMLElement>('[data-message]')].sort(
    (one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top,
  );
  const at = messages.indexOf(from);
  if (at < 0 && from !== stream) return;
  const { bottom } = stream.getBoundingClientRect();
  const next =
    at < 0 ? messages.findLast((one) => one.getBoundingClientRect().bottom <= bottom + 1) : messages[at + move];
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}
