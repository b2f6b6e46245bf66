import type { Opening } from '../frames/frame.ts';
import type { AppPlace } from '../stores/app-places.ts';
import { useFrameWindows } from '../stores/frame-windows.ts';

/** What the messenger's own address is called in other portals. */
const URI = '/online/';

/** Where an application is opened from. */
export interface Where {
  readonly dialogId?: string;
  readonly messageId?: string;
}

export function openingOf(
  { id, applicationId, title }: Pick<AppPlace, 'id' | 'applicationId' | 'title'>,
  where: Where,
): Opening {
  return { applicationId, placementId: id, title, options: { ...where, URI } };
}

/** Opens an application over the messenger, as large as it asked for. */
export function openPlace(place: AppPlace, where: Where): void {
  const share = (percent: number, unit: string) => `${Math.min(percent, 100)}${unit}`;
  void useFrameWindows().open(openingOf(place, where), {
    width: share(place.width, 'vw'),
    height: share(place.height, 'dvh'),
  });
}
