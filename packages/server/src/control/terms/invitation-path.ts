/** Where an invitation is accepted, below the portal's address. */
export function invitationPath(code: string): string {
  return `/invite/${code}`;
}
