import { sql } from 'drizzle-orm';
import { blob, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RunVerdict } from '../results-store.ts';

/** One saved run a row: the columns that a list shows, and the whole result file as gzip-compressed JSON. */
export const runsTable = sqliteTable(
  'runs',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    createdAt: text('created_at').notNull(),
    targets: text('targets', { mode: 'json' }).$type<string[]>().notNull(),
    stageCount: integer('stage_count').notNull(),
    verdict: text('verdict').$type<RunVerdict>().notNull(),
    /** Output tokens per second of the best stage that is not invalid, with whose it is. */
    bestOutputThroughput: real('best_output_throughput'),
    bestTarget: text('best_target'),
    bestLoad: text('best_load'),
    exitCode: integer('exit_code'),
    resultPath: text('result_path').notNull(),
    document: blob('document', { mode: 'buffer' }).notNull(),
    /** `searchText` of the run; `null` only in a row of an older version that has not been filled yet. */
    searchText: text('search_text'),
  },
  (table) => [
    // It holds all that a list shows, so that a list, a search or an order never reads past a document.
    index('runs_listing').on(
      table.createdAt,
      table.id,
      table.name,
      table.targets,
      table.stageCount,
      table.verdict,
      table.bestOutputThroughput,
      table.bestTarget,
      table.bestLoad,
      table.exitCode,
      table.resultPath,
      table.searchText,
    ),
    // Empty but for a moment after a migration: to find nothing to fill costs nothing.
    index('runs_without_search_text').on(table.id).where(sql`${table.searchText} IS NULL`),
  ],
);
