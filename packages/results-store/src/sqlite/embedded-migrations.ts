// Written by embed-migrations.ts from ./drizzle/sqlite; run `pnpm migrations:generate` after a change of the schema.

/** One schema change; `createdAt` orders them (milliseconds since 1970). */
export type Migration = {
  readonly tag: string;
  readonly createdAt: number;
  readonly hash: string;
  readonly statements: readonly string[];
};

/** Every schema change, oldest first. */
export const embeddedMigrations: readonly Migration[] = [
  {
    tag: '0000_runs',
    createdAt: 1795502570946,
    hash: 'a1da9c0571374da6939d96a5f32a58c5f097dc4ca3efcf1253cdc6b0a15063fd',
    statements: [
      'CREATE TABLE `runs` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`targets` text NOT NULL,\n\t`stage_count` integer NOT NULL,\n\t`verdict` text NOT NULL,\n\t`best_output_throughput` real,\n\t`best_target` text,\n\t`best_load` text,\n\t`exit_code` integer,\n\t`result_path` text NOT NULL,\n\t`document` blob NOT NULL\n);',
      'CREATE INDEX `runs_created_at` ON `runs` (`created_at`);',
    ],
  },
  {
    tag: '0001_listing',
    createdAt: 1795558548531,
    hash: 'c5880bb26cfd66b7e3d481d1c0ae74a41730b67b372226039ab97f734a96b389',
    statements: [
      'DROP INDEX `runs_created_at`;',
      'ALTER TABLE `runs` ADD `search_text` text;',
      'CREATE INDEX `runs_listing` ON `runs` (`created_at`,`id`,`name`,`targets`,`stage_count`,`verdict`,`best_output_throughput`,`best_target`,`best_load`,`exit_code`,`result_path`,`search_text`);',
      'CREATE INDEX `runs_without_search_text` ON `runs` (`id`) WHERE "runs"."search_text" IS NULL;',
    ],
  },
];
