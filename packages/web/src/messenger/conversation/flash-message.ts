/** Frames in which a list that goes to a message has mounted it. */
const FRAMES = 20;
/** Milliseconds: as long as the animation in message-row.vue. */
const FLASHES_FOR = 1_600;

/** Points out a message that was gone to, as soon as it is there. */
export async function flashMessage(scroller: HTMLElement | null, messageId: number): Promise<void> {
  for (let frame = 0; frame < FRAMES; frame += 1) {
    await new Promise(requestAnimationFrame);
    const row = scroller?.querySelector<HTMLElement>(`[data-message="${messageId}"]`);
    if (!row) continue;
    row.setAttribute('data-flash', '');
    setTimeout(() => row.removeAttribute('data-flash'), FLASHES_FOR);
    return;
  }
}
