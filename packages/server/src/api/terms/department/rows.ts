const message = 'Only intranet users have access to this method';

export const departmentRow = {
  idEmpty: { code: 'ID_EMPTY', message: "Department ID can't be empty", status: 400, wrong: 'ID' },
  employeesOnly: { code: 'ACCESS_ERROR', message, status: 403, refused: 'not_employee' },
} as const;
