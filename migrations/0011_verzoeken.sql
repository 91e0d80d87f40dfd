CREATE TABLE `toegangsbesluiten` (
	`id` text PRIMARY KEY NOT NULL,
	`verzoek_id` text NOT NULL,
	`compartiment_id` text NOT NULL,
	`door_id` text NOT NULL,
	`besluit` text NOT NULL,
	`reden` blob NOT NULL,
	`zeg_dat_nu` integer NOT NULL,
	`recht_id` text,
	`op` integer NOT NULL,
	FOREIGN KEY (`verzoek_id`) REFERENCES `toegangsverzoeken`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`door_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `een_besluit` ON `toegangsbesluiten` (`verzoek_id`,`compartiment_id`);--> statement-breakpoint
CREATE TABLE `toegangsverzoeken` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`deelnemer_id` text NOT NULL,
	`compartiment_id` text NOT NULL,
	`van` integer NOT NULL,
	`tot` integer NOT NULL,
	`niveau` text NOT NULL,
	`waarvoor` text NOT NULL,
	`grondslag` text NOT NULL,
	`toelichting` blob NOT NULL,
	`gevraagd_tot` integer NOT NULL,
	`ingetrokken_op` integer,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "toegangsverzoeken_periode" CHECK("toegangsverzoeken"."tot" > "toegangsverzoeken"."van")
);
--> statement-breakpoint
CREATE INDEX `toegangsverzoeken_casus` ON `toegangsverzoeken` (`casus_id`);