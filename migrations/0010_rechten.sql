ALTER TABLE `toegangsrechten` ADD `waarvoor` text;--> statement-breakpoint
ALTER TABLE `toegangsrechten` ADD `grondslag` text;--> statement-breakpoint
ALTER TABLE `toegangsrechten` ADD `door_id` text REFERENCES deelnemers(id);--> statement-breakpoint
ALTER TABLE `toegangsrechten` ADD `reden` blob;