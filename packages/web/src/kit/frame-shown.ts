/** Until a frame has been laid out and shown, with all that is measured in it. */
export async function frameShown(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
}
