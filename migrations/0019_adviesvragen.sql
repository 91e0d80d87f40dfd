CREATE TABLE `adviesopeningen` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`adviesvraag_id` text NOT NULL,
	`compartiment_id` text NOT NULL,
	`van` integer NOT NULL,
	`tot` integer NOT NULL,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`adviesvraag_id`) REFERENCES `adviesvragen`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "adviesopeningen_periode" CHECK("adviesopeningen"."tot" >= "adviesopeningen"."van")
);
--> statement-breakpoint
CREATE INDEX `adviesopeningen_casus` ON `adviesopeningen` (`casus_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `een_adviesopening` ON `adviesopeningen` (`adviesvraag_id`,`compartiment_id`);--> statement-breakpoint
CREATE TABLE `adviesstukken` (
	`id` text PRIMARY KEY NOT NULL,
	`adviesvraag_id` text NOT NULL,
	`soort` text NOT NULL,
	`door_id` text NOT NULL,
	`op` integer NOT NULL,
	`inhoud` blob NOT NULL,
	FOREIGN KEY (`adviesvraag_id`) REFERENCES `adviesvragen`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`door_id`) REFERENCES `personen`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `adviesstukken_vraag` ON `adviesstukken` (`adviesvraag_id`);--> statement-breakpoint
CREATE TABLE `adviesvragen` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`vrager_id` text NOT NULL,
	`genoemd_ids` text NOT NULL,
	`deskundige_id` text,
	`aangenomen_op` integer,
	`van` integer NOT NULL,
	`tot` integer NOT NULL,
	`getekend_op` integer,
	`ingetrokken_op` integer,
	FOREIGN KEY (`id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vrager_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deskundige_id`) REFERENCES `personen`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "adviesvragen_periode" CHECK("adviesvragen"."tot" > "adviesvragen"."van"),
	CONSTRAINT "adviesvragen_aangenomen" CHECK(("adviesvragen"."deskundige_id" is null) = ("adviesvragen"."aangenomen_op" is null))
);
--> statement-breakpoint
CREATE INDEX `adviesvragen_casus` ON `adviesvragen` (`casus_id`);--> statement-breakpoint
CREATE INDEX `adviesvragen_deskundige` ON `adviesvragen` (`deskundige_id`);--> statement-breakpoint
DROP INDEX `een_compartiment`;--> statement-breakpoint
ALTER TABLE `compartimenten` ADD `besloten` text;--> statement-breakpoint
CREATE UNIQUE INDEX `een_compartiment` ON `compartimenten` (`casus_id`,`categorie`,case when "lid_id" is null then '' else "lid_id" end,case when "organisatie_id" is null then '' else "organisatie_id" end,case when "maker_id" is null then '' else "maker_id" end,case when "concept_voor" is null then '' else "concept_voor" end,case when "besloten" is null then '' else "besloten" end);