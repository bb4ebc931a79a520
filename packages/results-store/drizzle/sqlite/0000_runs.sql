CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`targets` text NOT NULL,
	`stage_count` integer NOT NULL,
	`verdict` text NOT NULL,
	`best_output_throughput` real,
	`best_target` text,
	`best_load` text,
	`exit_code` integer,
	`result_path` text NOT NULL,
	`document` blob NOT NULL
);
--> statement-breakpoint
CREATE INDEX `runs_created_at` ON `runs` (`created_at`);