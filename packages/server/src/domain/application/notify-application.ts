import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { ApplicationEvent } from '../event.ts';
import { recordApplicationEvent } from '../record-event.ts';
import type { Application } from './application.ts';

/**
 * Sends an application an event about itself: to its subscriptions, and, when it has no pages, to its installation address
 * in any case, since nobody ever opens it.
 */
export function notifyApplication(work: UnitOfWork, application: Application, event: ApplicationEvent): Promise<void> {
  const { isApiOnly, installUrl, handlerUrl } = application;
  return recordApplicationEvent(work, application, event, isApiOnly ? installUrl || handlerUrl : undefined);
}
