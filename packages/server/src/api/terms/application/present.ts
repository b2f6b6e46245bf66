import type { Application } from '#domain/application/application.ts';
import type { Portal } from '#domain/portal.ts';

/** There are no plans here. It is what portals say that belong to those who run them. */
const PLAN = 'selfhosted';

/** An application as it is told of itself. Nobody pays for one here, so no time ever runs out. */
export function presentApplication({ id, clientId, version, status, isInstalled }: Application, portal: Portal) {
  return {
    ID: id,
    CODE: clientId,
    VERSION: version,
    STATUS: status,
    INSTALLED: isInstalled,
    PAYMENT_EXPIRED: 'N' as const,
    DAYS: null,
    LANGUAGE_ID: portal.language,
    LICENSE: `${portal.language}_${PLAN}`,
    LICENSE_TYPE: PLAN,
    LICENSE_FAMILY: PLAN,
  };
}
