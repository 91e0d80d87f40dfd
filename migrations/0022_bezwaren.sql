CREATE TABLE `bezwaren` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`compartiment_id` text NOT NULL,
	`kaart_id` text NOT NULL,
	`open` integer NOT NULL,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bezwaren_compartiment` ON `bezwaren` (`compartiment_id`);--> statement-breakpoint
CREATE INDEX `bezwaren_open` ON `bezwaren` (`casus_id`) WHERE open = 1;