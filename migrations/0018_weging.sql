CREATE TABLE `wegingen` (
	`deelnemer_id` text PRIMARY KEY NOT NULL,
	`compartiment_id` text NOT NULL,
	`inhoud` blob NOT NULL,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `wegingen_compartiment` ON `wegingen` (`compartiment_id`);