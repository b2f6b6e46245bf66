export interface NotificationButton {
  readonly title: string;
  /** What `im.notify.confirm` takes. */
  readonly value: string;
}

/** The buttons of a notification, which come as the JSON of a keyboard. */
export function buttonsIn(json: string | undefined): NotificationButton[] {
  if (json === undefined) return [];
  const keys: { readonly TEXT?: string; readonly COMMAND_PARAMS?: string }[] = JSON.parse(json);
  return keys.flatMap(({ TEXT, COMMAND_PARAMS }) => {
    const value = COMMAND_PARAMS?.split('|')[1];
    return TEXT !== undefined && value !== undefined ? [{ title: TEXT, value }] : [];
  });
}
