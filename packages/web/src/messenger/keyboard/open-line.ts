/** By what open channels are called in addresses. */
const CODE = /^[0-9a-z]{1,64}$/i;

/** Opens the chat of an open channel as its visitors have it; whether there is one of that code. */
export async function openLine(code: string): Promise<boolean> {
  if (!CODE.test(code)) return false;
  const address = `/livechat/${code}`;
  // At once: browsers let a press open a window for a moment only, some of them not after a question to the server.
  const opened = window.open('', '_blank');
  if (opened) opened.opener = null;
  const isThere = await fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isThere) opened?.location.replace(address);
  else opened?.close();
  return isThere;
}
