CREATE TABLE `bezoeken` (
	`deelnemer_id` text PRIMARY KEY NOT NULL,
	`nummer` integer NOT NULL,
	`op` integer NOT NULL,
	`vorig_op` integer,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `gezien` (
	`deelnemer_id` text NOT NULL,
	`compartiment_id` text NOT NULL,
	`merken` blob NOT NULL,
	PRIMARY KEY(`deelnemer_id`, `compartiment_id`),
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `gezien_compartiment` ON `gezien` (`compartiment_id`);