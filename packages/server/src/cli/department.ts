import { Command } from 'commander';
import { departmentChangeCommand } from './department-change.ts';
import { departmentListCommand } from './department-list.ts';
import { departmentMembersCommand } from './department-members.ts';
import { departmentNewCommand } from './department-new.ts';
import { departmentRemoveCommand } from './department-remove.ts';

/** The parts of the company that people work in. */
export function departmentCommand(): Command {
  return new Command('department')
    .description('Departments of the company: list, new, change, members, remove')
    .helpCommand(false)
    .addCommand(departmentListCommand())
    .addCommand(departmentNewCommand())
    .addCommand(departmentChangeCommand())
    .addCommand(departmentMembersCommand())
    .addCommand(departmentRemoveCommand());
}
