ALTER TABLE `medewerkers` RENAME TO `personen`;--> statement-breakpoint
CREATE TABLE `__new_personen` (
	`id` text PRIMARY KEY NOT NULL,
	`soort` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_personen` (`id`, `soort`) SELECT `id`, 'medewerker' FROM `personen`;--> statement-breakpoint
CREATE TABLE `medewerkers` (
	`id` text PRIMARY KEY NOT NULL,
	`organisatie_id` text NOT NULL,
	`naam` text NOT NULL,
	`functie` text NOT NULL,
	`telefoon` text NOT NULL,
	`volgorde` integer NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `personen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisatie_id`) REFERENCES `organisaties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `medewerkers` (`id`, `organisatie_id`, `naam`, `functie`, `telefoon`, `volgorde`) SELECT `id`, `organisatie_id`, `naam`, `functie`, `telefoon`, `volgorde` FROM `personen`;--> statement-breakpoint
DROP TABLE `personen`;--> statement-breakpoint
ALTER TABLE `__new_personen` RENAME TO `personen`;--> statement-breakpoint
CREATE TABLE `__new_medewerker_zetels` (
	`medewerker_id` text NOT NULL,
	`zetel` text NOT NULL,
	`volgorde` integer NOT NULL,
	PRIMARY KEY(`medewerker_id`, `zetel`),
	FOREIGN KEY (`medewerker_id`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_medewerker_zetels` (`medewerker_id`, `zetel`, `volgorde`) SELECT `medewerker_id`, `zetel`, `volgorde` FROM `medewerker_zetels`;--> statement-breakpoint
DROP TABLE `medewerker_zetels`;--> statement-breakpoint
ALTER TABLE `__new_medewerker_zetels` RENAME TO `medewerker_zetels`;--> statement-breakpoint
ALTER TABLE `sessies` RENAME COLUMN `medewerker_id` TO `persoon_id`;--> statement-breakpoint
DROP INDEX `deelnemers_medewerker`;--> statement-breakpoint
ALTER TABLE `deelnemers` RENAME COLUMN `medewerker_id` TO `persoon_id`;--> statement-breakpoint
CREATE INDEX `deelnemers_persoon` ON `deelnemers` (`persoon_id`);--> statement-breakpoint
ALTER TABLE `tekstwijzigingen` RENAME COLUMN `medewerker_id` TO `persoon_id`;--> statement-breakpoint
ALTER TABLE `tekstauteurs` RENAME COLUMN `medewerker_id` TO `persoon_id`;--> statement-breakpoint
ALTER TABLE `logboek` RENAME COLUMN `medewerker_id` TO `persoon_id`;
