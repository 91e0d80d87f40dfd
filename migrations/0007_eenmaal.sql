CREATE TABLE `opdrachtsleutels` (
	`id` text PRIMARY KEY NOT NULL,
	`persoon_id` text NOT NULL,
	`casus_id` text NOT NULL,
	`compartiment_id` text,
	`vraag` text,
	`gemaakt` text NOT NULL,
	`op` integer NOT NULL,
	FOREIGN KEY (`persoon_id`) REFERENCES `personen`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`casus_id`) REFERENCES `casussen`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "vraag_met_compartiment" CHECK(("opdrachtsleutels"."vraag" is null) = ("opdrachtsleutels"."compartiment_id" is null))
);
--> statement-breakpoint
CREATE INDEX `opdrachtsleutels_op` ON `opdrachtsleutels` (`op`);--> statement-breakpoint
CREATE INDEX `opdrachtsleutels_persoon` ON `opdrachtsleutels` (`persoon_id`);--> statement-breakpoint
CREATE INDEX `opdrachtsleutels_casus` ON `opdrachtsleutels` (`casus_id`);--> statement-breakpoint
CREATE INDEX `opdrachtsleutels_compartiment` ON `opdrachtsleutels` (`compartiment_id`);--> statement-breakpoint
CREATE INDEX `opdrachtsleutels_gemaakt` ON `opdrachtsleutels` (`gemaakt`);--> statement-breakpoint
CREATE TRIGGER `kaart_weg_vraag_weg` AFTER DELETE ON `kaarten` BEGIN UPDATE `opdrachtsleutels` SET `vraag` = NULL, `compartiment_id` = NULL WHERE `gemaakt` = OLD.`id`; END;
