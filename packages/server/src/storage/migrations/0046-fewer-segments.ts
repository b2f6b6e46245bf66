import type { Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Every segment of the index of words is looked at by each search: two of a size are enough to become one. */
export const fewerSegments: Migration = {
  name: '0046-fewer-segments',
  statements: (dialect: Dialect) =>
    dialect === 'sqlite' ? [`insert into message_word(message_word, rank) values ('usermerge', 2)`] : [],
};
