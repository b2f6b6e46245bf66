import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { administrator } from '#api/terms/person/access.ts';
import { openedPlace, optionsAt } from '#api/terms/placement/access.ts';
import { bindFields } from '#api/terms/placement/params.ts';
import { bindRow, optionRows, placementRow } from '#api/terms/placement/rows.ts';
import { bindPlacement } from '#domain/placement/bind-placement.ts';

export default defineMethod({
  name: 'placement.bind',
  summary: 'Opens the application at a place of the portal.',
  page: 'api-reference/widgets/placement-bind',
  scope: 'placement',
  forApplications: true,
  params: bindFields,
  guards: [() => administrator()],
  load: {
    place: ({ PLACEMENT }) => openedPlace(PLACEMENT),
    options: ({ PLACEMENT, OPTIONS }) => optionsAt(PLACEMENT, OPTIONS),
  },
  errors: [
    bindRow.tooMany,
    bindRow.notPersonal,
    bindRow.noErrorHandler,
    bindRow.noPlacement,
    bindRow.placementNoText,
    bindRow.noHandler,
    bindRow.noIcon,
    bindRow.userUnknown,
    placementRow.applicationRequired,
    callerRow.adminsOnly,
    bindRow.unknown,
    bindRow.wrongAddress,
    bindRow.unsupportedProtocol,
    ...optionRows,
  ],
  result: z.literal(true),
  example: {
    params: { PLACEMENT: 'IM_CONTEXT_MENU', HANDLER: 'https://myapp.com/handler/?type=1', TITLE: 'My app' },
    result: true,
  },
  handle: ({ work, caller, params, place, options }) =>
    bindPlacement(work, applicationOf(caller), {
      place,
      userId: params.USER_ID ?? 0,
      handler: params.HANDLER,
      title: params.TITLE,
      description: params.DESCRIPTION,
      groupName: params.GROUP_NAME,
      translations: params.LANG_ALL,
      options,
    }),
});
