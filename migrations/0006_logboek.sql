CREATE TABLE `logboek_in_oude_vorm` (
	`nummer` integer PRIMARY KEY NOT NULL,
	`op` integer NOT NULL,
	`handeling` text NOT NULL,
	`uitkomst` text NOT NULL,
	`persoon_id` text,
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
INSERT INTO `logboek_in_oude_vorm` (`nummer`, `op`, `handeling`, `uitkomst`, `persoon_id`, `deelnemer_id`, `zetel`, `waarvoor`, `grondslag`, `casus_id`, `compartiment_id`, `regel`, `bijzonderheden`) SELECT `nummer`, `op`, `handeling`, `uitkomst`, `persoon_id`, `deelnemer_id`, `zetel`, `waarvoor`, `grondslag`, `casus_id`, `compartiment_id`, `regel`, `bijzonderheden` FROM `logboek`;--> statement-breakpoint
DROP TABLE `logboek`;--> statement-breakpoint
CREATE TABLE `logboek` (
	`nummer` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`op` integer NOT NULL,
	`handeling` text NOT NULL,
	`uitkomst` text NOT NULL,
	`persoon_id` text,
	`sessie_id` text,
	`deelnemer_id` text,
	`zetel` text,
	`waarvoor` text,
	`grondslag` text,
	`casus_id` text,
	`compartiment_id` text,
	`regel` text,
	`betreft` blob NOT NULL,
	`compartiment` blob,
	`bijzonderheden` blob NOT NULL,
	`leesbaar` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `logboek_casus` ON `logboek` (`casus_id`);--> statement-breakpoint
CREATE INDEX `logboek_sessie` ON `logboek` (`sessie_id`);--> statement-breakpoint
CREATE TABLE `herhalingen` (
	`nummer` integer PRIMARY KEY NOT NULL,
	`keer` integer NOT NULL,
	`eerste` integer NOT NULL,
	`laatste` integer NOT NULL,
	FOREIGN KEY (`nummer`) REFERENCES `logboek`(`nummer`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `logboekhouder` (
	`id` integer PRIMARY KEY NOT NULL,
	`sinds` integer NOT NULL,
	CONSTRAINT "een_houder" CHECK("logboekhouder"."id" = 1)
);
