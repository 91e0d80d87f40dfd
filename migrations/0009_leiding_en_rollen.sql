CREATE TABLE `medewerker_rollen` (
	`id` text PRIMARY KEY NOT NULL,
	`medewerker_id` text NOT NULL,
	`rol` text NOT NULL,
	`van` integer NOT NULL,
	`tot` integer,
	FOREIGN KEY (`medewerker_id`) REFERENCES `medewerkers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "medewerker_rollen_periode" CHECK("medewerker_rollen"."tot" is null or "medewerker_rollen"."tot" > "medewerker_rollen"."van")
);
--> statement-breakpoint
CREATE INDEX `medewerker_rollen_medewerker` ON `medewerker_rollen` (`medewerker_id`);--> statement-breakpoint
ALTER TABLE `medewerkers` ADD `leidinggevende_id` text REFERENCES medewerkers(id);
--> statement-breakpoint
CREATE TRIGGER `leiding_zonder_kring` BEFORE UPDATE OF `leidinggevende_id` ON `medewerkers` WHEN NEW.`leidinggevende_id` IS NOT NULL AND NEW.`id` IN (WITH RECURSIVE `boven`(`id`) AS (SELECT NEW.`leidinggevende_id` UNION SELECT `m`.`leidinggevende_id` FROM `medewerkers` `m` JOIN `boven` ON `m`.`id` = `boven`.`id` WHERE `m`.`leidinggevende_id` IS NOT NULL) SELECT `id` FROM `boven`) BEGIN SELECT RAISE(ABORT, 'nobody leads themselves, along others neither'); END;
--> statement-breakpoint
CREATE TRIGGER `leiding_van_hier` BEFORE UPDATE OF `leidinggevende_id`, `organisatie_id` ON `medewerkers` WHEN NEW.`leidinggevende_id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `medewerkers` WHERE `id` = NEW.`leidinggevende_id` AND `organisatie_id` = NEW.`organisatie_id`) BEGIN SELECT RAISE(ABORT, 'who leads somebody works where they do'); END;
--> statement-breakpoint
CREATE TRIGGER `leiding_begint_hier` BEFORE INSERT ON `medewerkers` WHEN NEW.`leidinggevende_id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `medewerkers` WHERE `id` = NEW.`leidinggevende_id` AND `organisatie_id` = NEW.`organisatie_id`) BEGIN SELECT RAISE(ABORT, 'who leads somebody works where they do'); END;
--> statement-breakpoint
CREATE TRIGGER `leiding_blijft_hier` BEFORE UPDATE OF `organisatie_id` ON `medewerkers` WHEN NEW.`organisatie_id` <> OLD.`organisatie_id` AND EXISTS (SELECT 1 FROM `medewerkers` WHERE `leidinggevende_id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'who leads somebody works where they do'); END;
--> statement-breakpoint
CREATE TRIGGER `een_rol_tegelijk` BEFORE INSERT ON `medewerker_rollen` WHEN EXISTS (SELECT 1 FROM `medewerker_rollen` WHERE `id` <> NEW.`id` AND `medewerker_id` = NEW.`medewerker_id` AND `rol` = NEW.`rol` AND (NEW.`tot` IS NULL OR `van` < NEW.`tot`) AND (`tot` IS NULL OR NEW.`van` < `tot`)) BEGIN SELECT RAISE(ABORT, 'has that role at that time already'); END;
--> statement-breakpoint
CREATE TRIGGER `rol_van_gemeente` BEFORE INSERT ON `medewerker_rollen` WHEN NOT EXISTS (SELECT 1 FROM `medewerkers` `m` JOIN `organisaties` `o` ON `o`.`id` = `m`.`organisatie_id` WHERE `m`.`id` = NEW.`medewerker_id` AND `o`.`is_gemeente`) BEGIN SELECT RAISE(ABORT, 'only who works for the municipality has a role in all of it'); END;
--> statement-breakpoint
CREATE TRIGGER `een_rol_tegelijk_blijft` BEFORE UPDATE ON `medewerker_rollen` WHEN EXISTS (SELECT 1 FROM `medewerker_rollen` WHERE `id` <> NEW.`id` AND `medewerker_id` = NEW.`medewerker_id` AND `rol` = NEW.`rol` AND (NEW.`tot` IS NULL OR `van` < NEW.`tot`) AND (`tot` IS NULL OR NEW.`van` < `tot`)) BEGIN SELECT RAISE(ABORT, 'has that role at that time already'); END;
--> statement-breakpoint
CREATE TRIGGER `rol_van_gemeente_blijft` BEFORE UPDATE ON `medewerker_rollen` WHEN NOT EXISTS (SELECT 1 FROM `medewerkers` `m` JOIN `organisaties` `o` ON `o`.`id` = `m`.`organisatie_id` WHERE `m`.`id` = NEW.`medewerker_id` AND `o`.`is_gemeente`) BEGIN SELECT RAISE(ABORT, 'only who works for the municipality has a role in all of it'); END;
--> statement-breakpoint
CREATE TRIGGER `rolhouder_blijft_bij_gemeente` BEFORE UPDATE OF `organisatie_id` ON `medewerkers` WHEN NEW.`organisatie_id` <> OLD.`organisatie_id` AND EXISTS (SELECT 1 FROM `medewerker_rollen` WHERE `medewerker_id` = NEW.`id` AND `tot` IS NULL) AND NOT EXISTS (SELECT 1 FROM `organisaties` WHERE `id` = NEW.`organisatie_id` AND `is_gemeente`) BEGIN SELECT RAISE(ABORT, 'only who works for the municipality has a role in all of it'); END;
