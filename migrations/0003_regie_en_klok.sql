CREATE TABLE `klok` (
	`id` integer PRIMARY KEY NOT NULL,
	`gedaan_tot` integer NOT NULL,
	CONSTRAINT "een_klok" CHECK("klok"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `regie` (
	`casus_id` text PRIMARY KEY NOT NULL,
	`deelnemer_id` text NOT NULL,
	`sinds` integer NOT NULL,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `waarnemingen` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`deelnemer_id` text NOT NULL,
	`van` integer NOT NULL,
	`tot` integer NOT NULL,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "waarnemingen_periode" CHECK("waarnemingen"."tot" >= "waarnemingen"."van")
);
--> statement-breakpoint
CREATE INDEX `waarnemingen_casus` ON `waarnemingen` (`casus_id`);--> statement-breakpoint
INSERT INTO `regie` (`casus_id`, `deelnemer_id`, `sinds`) SELECT `casus_id`, `deelnemer_id`, `van` FROM `regieperioden` WHERE `tot` IS NULL;--> statement-breakpoint
CREATE TRIGGER `regie_nooit_leeg` BEFORE DELETE ON `regie` BEGIN SELECT RAISE(ABORT, 'a casus always has somebody who holds the regie'); END;--> statement-breakpoint
CREATE TRIGGER `regie_van_deze_casus` BEFORE UPDATE ON `regie` WHEN NEW.`casus_id` <> OLD.`casus_id` OR NOT EXISTS (SELECT 1 FROM `deelnemers` WHERE `id` = NEW.`deelnemer_id` AND `casus_id` = NEW.`casus_id` AND `tot` IS NULL) BEGIN SELECT RAISE(ABORT, 'the regie is held by a seat of this casus that has no end'); END;--> statement-breakpoint
CREATE TRIGGER `regie_begint_hier` BEFORE INSERT ON `regie` WHEN NOT EXISTS (SELECT 1 FROM `deelnemers` WHERE `id` = NEW.`deelnemer_id` AND `casus_id` = NEW.`casus_id` AND `tot` IS NULL) BEGIN SELECT RAISE(ABORT, 'the regie is held by a seat of this casus that has no end'); END;--> statement-breakpoint
CREATE TRIGGER `een_waarneming` BEFORE INSERT ON `waarnemingen` WHEN EXISTS (SELECT 1 FROM `waarnemingen` WHERE `casus_id` = NEW.`casus_id` AND `van` < NEW.`tot` AND NEW.`van` < `tot`) BEGIN SELECT RAISE(ABORT, 'somebody stands in at that time already'); END;--> statement-breakpoint
CREATE TRIGGER `een_waarneming_blijft` BEFORE UPDATE ON `waarnemingen` WHEN EXISTS (SELECT 1 FROM `waarnemingen` WHERE `id` <> NEW.`id` AND `casus_id` = NEW.`casus_id` AND `van` < NEW.`tot` AND NEW.`van` < `tot`) BEGIN SELECT RAISE(ABORT, 'somebody stands in at that time already'); END;--> statement-breakpoint
CREATE TRIGGER `waarneming_van_deze_casus` BEFORE INSERT ON `waarnemingen` WHEN NOT EXISTS (SELECT 1 FROM `deelnemers` WHERE `id` = NEW.`deelnemer_id` AND `casus_id` = NEW.`casus_id`) BEGIN SELECT RAISE(ABORT, 'somebody of this casus stands in'); END;--> statement-breakpoint
CREATE TRIGGER `waarneming_blijft_van_deze_casus` BEFORE UPDATE ON `waarnemingen` WHEN NOT EXISTS (SELECT 1 FROM `deelnemers` WHERE `id` = NEW.`deelnemer_id` AND `casus_id` = NEW.`casus_id`) BEGIN SELECT RAISE(ABORT, 'somebody of this casus stands in'); END;--> statement-breakpoint
CREATE TRIGGER `wie_regie_heeft_blijft` BEFORE UPDATE OF `tot`, `casus_id` ON `deelnemers` WHEN (NEW.`tot` IS NOT NULL OR NEW.`casus_id` <> OLD.`casus_id`) AND EXISTS (SELECT 1 FROM `regie` WHERE `deelnemer_id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'who holds the regie has a seat without an end'); END;
