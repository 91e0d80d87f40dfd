CREATE TABLE `agendapunten` (
	`id` text PRIMARY KEY NOT NULL,
	`overleg_id` text NOT NULL,
	`casus_id` text,
	`staat` text NOT NULL,
	`volgorde` integer NOT NULL,
	`minuten` integer NOT NULL,
	`spoed` integer NOT NULL,
	`door_id` text NOT NULL,
	`op` integer NOT NULL,
	`inhoud` blob NOT NULL,
	`voor_voorzitter` blob,
	`sleutel` text,
	`vervalt_op` integer,
	FOREIGN KEY (`overleg_id`) REFERENCES `overleggen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`door_id`) REFERENCES `personen`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dilemma_vervalt" CHECK(("agendapunten"."casus_id" is null) = ("agendapunten"."vervalt_op" is not null)),
	CONSTRAINT "dilemma_met_sleutel" CHECK("agendapunten"."casus_id" is not null or "agendapunten"."sleutel" is not null)
);
--> statement-breakpoint
CREATE INDEX `agendapunten_overleg` ON `agendapunten` (`overleg_id`);--> statement-breakpoint
CREATE INDEX `agendapunten_casus` ON `agendapunten` (`casus_id`);--> statement-breakpoint
CREATE INDEX `agendapunten_vervalt` ON `agendapunten` (`vervalt_op`);--> statement-breakpoint
CREATE UNIQUE INDEX `een_agendapunt` ON `agendapunten` (`overleg_id`,`casus_id`);--> statement-breakpoint
CREATE TABLE `meedenkers` (
	`agendapunt_id` text NOT NULL,
	`persoon_id` text NOT NULL,
	PRIMARY KEY(`agendapunt_id`, `persoon_id`),
	FOREIGN KEY (`agendapunt_id`) REFERENCES `agendapunten`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`persoon_id`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meedenkers_persoon` ON `meedenkers` (`persoon_id`);--> statement-breakpoint
CREATE TABLE `overleggen` (
	`id` text PRIMARY KEY NOT NULL,
	`reeks_id` text,
	`casus_id` text,
	`begin` integer NOT NULL,
	`einde` integer NOT NULL,
	`plaats` blob,
	`staat` text NOT NULL,
	FOREIGN KEY (`reeks_id`) REFERENCES `overlegreeksen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "overleggen_periode" CHECK("overleggen"."einde" > "overleggen"."begin"),
	CONSTRAINT "van_reeks_of_casus" CHECK(("overleggen"."reeks_id" is null) <> ("overleggen"."casus_id" is null))
);
--> statement-breakpoint
CREATE INDEX `overleggen_casus` ON `overleggen` (`casus_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `een_overleg` ON `overleggen` (`reeks_id`,`begin`);--> statement-breakpoint
CREATE INDEX `overleggen_einde` ON `overleggen` (`einde`);--> statement-breakpoint
CREATE TABLE `overlegleden` (
	`id` text PRIMARY KEY NOT NULL,
	`reeks_id` text NOT NULL,
	`persoon_id` text NOT NULL,
	`van` integer NOT NULL,
	`tot` integer,
	FOREIGN KEY (`reeks_id`) REFERENCES `overlegreeksen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`persoon_id`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `overlegleden_reeks` ON `overlegleden` (`reeks_id`);--> statement-breakpoint
CREATE INDEX `overlegleden_persoon` ON `overlegleden` (`persoon_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `een_lid` ON `overlegleden` (`reeks_id`,`persoon_id`) WHERE tot is null;--> statement-breakpoint
CREATE TABLE `overlegreeksen` (
	`id` text PRIMARY KEY NOT NULL,
	`naam` text NOT NULL,
	`plaats` text NOT NULL,
	`videolink` text,
	`duur` integer NOT NULL,
	`eerste` text NOT NULL,
	`tijd` text NOT NULL,
	`weken` integer NOT NULL,
	`voorzitter_id` text NOT NULL,
	`plaatsvervanger_id` text,
	`notulist_id` text,
	`gemaakt_tot` integer NOT NULL,
	FOREIGN KEY (`voorzitter_id`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plaatsvervanger_id`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`notulist_id`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `overlegreeksen_naam_unique` ON `overlegreeksen` (`naam`);