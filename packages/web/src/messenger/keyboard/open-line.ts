/** By what open channels are called in addresses. */
const CODE = /^[0-9a-z]{1,64}$/i;

/** Opens the chat of an open channel as its visitors have it; whether there is one of that code. */
export async function openLine(code: string): Promise<boolean> {
  if (!CODE.test(code)) return false;
  const address = `/livechat/${code}`;
  if (!(await fetch(address)).ok) return false;
  window.open(address, '_blank', 'noopener');
  return true;
}
