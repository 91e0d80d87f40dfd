CREATE TABLE `casussen` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`status` text NOT NULL,
	`ingebracht_op` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `casussen_label_unique` ON `casussen` (`label`);--> statement-breakpoint
CREATE TABLE `compartimenten` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`categorie` text NOT NULL,
	`lid_id` text,
	`organisatie_id` text,
	`maker_id` text,
	`tijdperk` text NOT NULL,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lid_id`) REFERENCES `leden`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisatie_id`) REFERENCES `organisaties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`maker_id`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `compartimenten_casus` ON `compartimenten` (`casus_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `een_compartiment` ON `compartimenten` (`casus_id`,`categorie`,case when "lid_id" is null then '' else "lid_id" end,case when "organisatie_id" is null then '' else "organisatie_id" end,case when "maker_id" is null then '' else "maker_id" end);--> statement-breakpoint
CREATE TABLE `deelnemers` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`medewerker_id` text NOT NULL,
	`zetel` text NOT NULL,
	`lid_ids` text,
	`als_lid_id` text,
	`waarvoor` text NOT NULL,
	`grondslag` text NOT NULL,
	`van` integer NOT NULL,
	`tot` integer,
	`bekend_sinds` text,
	`gezin_akkoord` integer NOT NULL,
	`reden_zonder_akkoord` blob,
	`volgorde` integer NOT NULL,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`medewerker_id`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`als_lid_id`) REFERENCES `leden`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deelnemers_periode" CHECK("deelnemers"."tot" is null or "deelnemers"."tot" >= "deelnemers"."van")
);
--> statement-breakpoint
CREATE INDEX `deelnemers_casus` ON `deelnemers` (`casus_id`);--> statement-breakpoint
CREATE INDEX `deelnemers_medewerker` ON `deelnemers` (`medewerker_id`);--> statement-breakpoint
CREATE TABLE `kaarten` (
	`id` text PRIMARY KEY NOT NULL,
	`compartiment_id` text NOT NULL,
	`versie` integer NOT NULL,
	`volgorde` integer NOT NULL,
	`gemaakt_door` text NOT NULL,
	`gemaakt_op` integer NOT NULL,
	`gewijzigd_op` integer NOT NULL,
	`inhoud` blob NOT NULL,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gemaakt_door`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kaarten_compartiment` ON `kaarten` (`compartiment_id`);--> statement-breakpoint
CREATE TABLE `leden` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`rol` text NOT NULL,
	`volgorde` integer NOT NULL,
	`verwijderd_op` integer,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `leden_casus` ON `leden` (`casus_id`);--> statement-breakpoint
CREATE TABLE `logboek` (
	`nummer` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`op` integer NOT NULL,
	`handeling` text NOT NULL,
	`uitkomst` text NOT NULL,
	`medewerker_id` text,
	`deelnemer_id` text,
	`zetel` text,
	`waarvoor` text,
	`grondslag` text,
	`casus_id` text,
	`compartiment_id` text,
	`regel` text,
	`bijzonderheden` text
);
--> statement-breakpoint
CREATE INDEX `logboek_casus` ON `logboek` (`casus_id`);--> statement-breakpoint
CREATE TABLE `matrixversies` (
	`versie` text PRIMARY KEY NOT NULL,
	`geldig_vanaf` text NOT NULL,
	`inhoud` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `medewerker_zetels` (
	`medewerker_id` text NOT NULL,
	`zetel` text NOT NULL,
	`volgorde` integer NOT NULL,
	PRIMARY KEY(`medewerker_id`, `zetel`),
	FOREIGN KEY (`medewerker_id`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `medewerkers` (
	`id` text PRIMARY KEY NOT NULL,
	`organisatie_id` text NOT NULL,
	`naam` text NOT NULL,
	`functie` text NOT NULL,
	`telefoon` text NOT NULL,
	`volgorde` integer NOT NULL,
	FOREIGN KEY (`organisatie_id`) REFERENCES `organisaties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `noodtoegangen` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`deelnemer_id` text NOT NULL,
	`compartiment_id` text NOT NULL,
	`van` integer NOT NULL,
	`tot` integer,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `openingen` (
	`sessie_id` text NOT NULL,
	`compartiment_id` text NOT NULL,
	`op` integer NOT NULL,
	PRIMARY KEY(`sessie_id`, `compartiment_id`),
	FOREIGN KEY (`sessie_id`) REFERENCES `sessies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisaties` (
	`id` text PRIMARY KEY NOT NULL,
	`naam` text NOT NULL,
	`is_gemeente` integer NOT NULL,
	`telefoon` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisaties_naam_unique` ON `organisaties` (`naam`);--> statement-breakpoint
CREATE TABLE `regieperioden` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`deelnemer_id` text NOT NULL,
	`van` integer NOT NULL,
	`tot` integer,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `een_regisseur` ON `regieperioden` (`casus_id`) WHERE "regieperioden"."tot" is null;--> statement-breakpoint
CREATE TABLE `sessies` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`medewerker_id` text NOT NULL,
	`begonnen_op` integer NOT NULL,
	`verloopt_op` integer NOT NULL,
	`beeindigd_op` integer,
	FOREIGN KEY (`medewerker_id`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessies_tokenHash_unique` ON `sessies` (`token_hash`);--> statement-breakpoint
CREATE TABLE `toegangsrechten` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`deelnemer_id` text NOT NULL,
	`compartiment_id` text NOT NULL,
	`van` integer NOT NULL,
	`tot` integer,
	`niveau` text NOT NULL,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `uitsluitingen` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`deelnemer_id` text NOT NULL,
	`compartiment_id` text NOT NULL,
	`van` integer NOT NULL,
	`tot` integer,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `velden` (
	`id` text PRIMARY KEY NOT NULL,
	`compartiment_id` text NOT NULL,
	`kaart_id` text,
	`soort` text NOT NULL,
	`leefgebied` text,
	`volgorde` integer NOT NULL,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kaart_id`) REFERENCES `kaarten`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `velden_compartiment` ON `velden` (`compartiment_id`);