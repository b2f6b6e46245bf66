import { guard } from '#api/kernel/definition/lookup.ts';
import { asEmployee } from '#domain/user/as-employee.ts';

/** Callers to whom the company structure is shown. */
export const employeesOnly = guard(['not_employee'], async ({ caller }) => asEmployee(caller.user));
