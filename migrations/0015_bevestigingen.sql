CREATE TABLE `bevestigingen` (
	`id` text PRIMARY KEY NOT NULL,
	`casus_id` text NOT NULL,
	`deelnemer_id` text NOT NULL,
	`compartiment_id` text NOT NULL,
	`op` integer NOT NULL,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deelnemer_id`) REFERENCES `deelnemers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bevestigingen_casus` ON `bevestigingen` (`casus_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `een_bevestiging` ON `bevestigingen` (`deelnemer_id`,`compartiment_id`);
--> statement-breakpoint
-- NK12: seats that exist when this rule comes count as confirmed, for all that their organisation keeps of whom they take
-- part for. What of it they don't write, this gives no sight of.
INSERT INTO `bevestigingen` (`id`, `casus_id`, `deelnemer_id`, `compartiment_id`, `op`)
SELECT
	lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
	`d`.`casus_id`, `d`.`id`, `c`.`id`, `d`.`van`
FROM `deelnemers` `d`
JOIN `medewerkers` `m` ON `m`.`id` = `d`.`persoon_id`
JOIN `compartimenten` `c` ON `c`.`casus_id` = `d`.`casus_id` AND `c`.`organisatie_id` = `m`.`organisatie_id`
WHERE `d`.`lid_ids` IS NULL OR `c`.`lid_id` IS NULL OR `c`.`lid_id` IN (
	SELECT `value` FROM json_each(CASE WHEN json_valid(`d`.`lid_ids`) THEN `d`.`lid_ids` ELSE '[]' END)
);
