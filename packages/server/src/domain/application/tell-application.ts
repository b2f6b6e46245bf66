import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { ApplicationEvent } from '../event.ts';
import { recordApplicationEvent } from '../record-event.ts';
import type { Application } from './application.ts';

/**
 * Tells an application what becomes of it, where it asked to hear of that; one without pages, which is never opened by
 * anybody, is told where it is installed in any case.
 */
export function tellApplication(work: UnitOfWork, application: Application, event: ApplicationEvent): Promise<void> {
  const { isApiOnly, installUrl, handlerUrl } = application;
  return recordApplicationEvent(work, application, event, isApiOnly ? installUrl || handlerUrl : undefined);
}
