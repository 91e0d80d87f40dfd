CREATE TABLE `tafelbladen` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`overleg_id` text NOT NULL,
	`agendapunt_id` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tafelbladen_casus` ON `tafelbladen` (`casus_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `een_tafelblad` ON `tafelbladen` (`agendapunt_id`,`overleg_id`);--> statement-breakpoint
CREATE TABLE `tafelplaatsen` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`tafelblad_id` text NOT NULL,
	`persoon_id` text NOT NULL,
	`deelnemer_id` text,
	`als` text NOT NULL,
	`niveau` text NOT NULL,
	`van` integer NOT NULL,
	`tot` integer,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tafelblad_id`) REFERENCES `tafelbladen`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`persoon_id`) REFERENCES `personen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tafelplaatsen_periode" CHECK("tafelplaatsen"."tot" is null or "tafelplaatsen"."tot" >= "tafelplaatsen"."van")
);
--> statement-breakpoint
CREATE INDEX `tafelplaatsen_casus` ON `tafelplaatsen` (`casus_id`);--> statement-breakpoint
CREATE INDEX `tafelplaatsen_blad` ON `tafelplaatsen` (`tafelblad_id`);--> statement-breakpoint
CREATE TABLE `tafelstukken` (
	`id` text PRIMARY KEY NOT NULL,
	`tafelblad_id` text NOT NULL,
	`soort` text NOT NULL,
	`door_id` text NOT NULL,
	`op` integer NOT NULL,
	`inhoud` blob NOT NULL,
	FOREIGN KEY (`tafelblad_id`) REFERENCES `tafelbladen`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`door_id`) REFERENCES `personen`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tafelstukken_blad` ON `tafelstukken` (`tafelblad_id`);