CREATE TABLE `overdrachten` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`van_deelnemer_id` text NOT NULL,
	`deelnemer_id` text NOT NULL,
	`van` integer NOT NULL,
	`tot` integer NOT NULL,
	`procesregisseur_vanaf` integer NOT NULL,
	`geweigerd_op` integer,
	`uitkomst` text,
	`inhoud` blob NOT NULL,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`van_deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "overdrachten_periode" CHECK("overdrachten"."tot" >= "overdrachten"."van")
);
--> statement-breakpoint
CREATE INDEX `overdrachten_casus` ON `overdrachten` (`casus_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `een_voorstel` ON `overdrachten` (`casus_id`) WHERE uitkomst is null;--> statement-breakpoint
ALTER TABLE `waarnemingen` ADD `genoemd_door` text REFERENCES personen(id);--> statement-breakpoint
ALTER TABLE `waarnemingen` ADD `reden` blob;