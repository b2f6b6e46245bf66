import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import type { Application } from '#domain/application/application.ts';
import type { Portal } from '#domain/portal.ts';
import { toIso } from '../../kernel/call/time-block.ts';

/** There are no plans here. It is what portals say that belong to those who run them. */
const PLAN = 'selfhosted';

/** What the portal says of itself to every program. */
function presentLicense({ language }: Portal) {
  return { LICENSE: `${language}_${PLAN}`, LICENSE_TYPE: PLAN, LICENSE_FAMILY: PLAN };
}

/** A webhook as it is told of itself. */
export function presentWebhook({ scope, portal }: ApiCaller) {
  return { SCOPE: scope, ...presentLicense(portal) };
}

/**
 * An application as it is told of itself. Nobody pays for one here, so no time ever runs out. Beside the documented
 * fields stands what an authorization server answers to the same call: SDKs check tokens with it (R41).
 */
export function presentApplication(application: Application, caller: ApiCaller) {
  const { id, clientId, version, status, isInstalled } = application;
  return {
    ID: id,
    CODE: clientId,
    VERSION: version,
    STATUS: status,
    INSTALLED: isInstalled,
    PAYMENT_EXPIRED: 'N' as const,
    DAYS: null,
    LANGUAGE_ID: caller.portal.language,
    ...presentLicense(caller.portal),
    client_id: clientId,
    scope: application.scope.join(','),
    expires: toIso((caller.tokenExpires ?? 0) * 1000),
    user_id: caller.user.id,
    install: presentInstallation(application, caller),
  };
}

/** SDKs compare `domain` with the host of client_endpoint, without a port, and `uri` with the portal's address. */
function presentInstallation({ isInstalled, version, status, scope }: Application, { portal, origin }: ApiCaller) {
  return {
    installed: isInstalled,
    version,
    status,
    scope: scope.join(','),
    domain: new URL(origin).hostname,
    uri: origin,
    client_endpoint: `${origin}/rest/`,
    member_id: portal.memberId,
    member_type: 'company',
  };
}
