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
];
