CREATE TABLE `vroegere_namen` (
	`id` text PRIMARY KEY NOT NULL,
	`compartiment_id` text NOT NULL,
	`inhoud` blob NOT NULL,
	`tijdperk` text,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `vroegere_namen_compartiment` ON `vroegere_namen` (`compartiment_id`);