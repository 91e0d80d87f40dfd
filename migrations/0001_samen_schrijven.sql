CREATE TABLE `tekstauteurs` (
	`compartiment_id` text NOT NULL,
	`client_id` integer NOT NULL,
	`medewerker_id` text NOT NULL,
	`tijdperk` text NOT NULL,
	`op` integer NOT NULL,
	PRIMARY KEY(`compartiment_id`, `client_id`),
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`medewerker_id`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tekstbeelden` (
	`compartiment_id` text PRIMARY KEY NOT NULL,
	`tijdperk` text NOT NULL,
	`tot_nummer` integer NOT NULL,
	`op` integer NOT NULL,
	`beeld` blob NOT NULL,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tekstwijzigingen` (
	`compartiment_id` text NOT NULL,
	`nummer` integer NOT NULL,
	`tijdperk` text NOT NULL,
	`medewerker_id` text NOT NULL,
	`op` integer NOT NULL,
	`wijziging` blob NOT NULL,
	PRIMARY KEY(`compartiment_id`, `nummer`),
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`medewerker_id`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tekstwijzigingen_op` ON `tekstwijzigingen` (`op`);--> statement-breakpoint
DROP INDEX `een_compartiment`;--> statement-breakpoint
ALTER TABLE `compartimenten` ADD `concept_voor` text;--> statement-breakpoint
CREATE UNIQUE INDEX `een_compartiment` ON `compartimenten` (`casus_id`,`categorie`,case when "lid_id" is null then '' else "lid_id" end,case when "organisatie_id" is null then '' else "organisatie_id" end,case when "maker_id" is null then '' else "maker_id" end,case when "concept_voor" is null then '' else "concept_voor" end);