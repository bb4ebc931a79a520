DROP INDEX `runs_created_at`;--> statement-breakpoint
ALTER TABLE `runs` ADD `search_text` text;--> statement-breakpoint
CREATE INDEX `runs_listing` ON `runs` (`created_at`,`id`,`name`,`targets`,`stage_count`,`verdict`,`best_output_throughput`,`best_target`,`best_load`,`exit_code`,`result_path`,`search_text`);--> statement-breakpoint
CREATE INDEX `runs_without_search_text` ON `runs` (`id`) WHERE "runs"."search_text" IS NULL;