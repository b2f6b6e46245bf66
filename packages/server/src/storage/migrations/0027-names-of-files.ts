import type { Migration } from './migration.ts';

/**
 * Two files of a folder may have one name: who came into a chat later is not told by a name that is taken which files were
 * sent before.
 */
export const namesOfFiles: Migration = {
  name: '0027-names-of-files',
  statements: () => ['drop index file_in_folder', 'create index file_in_folder on stored_file(parent_id, name)'],
};
