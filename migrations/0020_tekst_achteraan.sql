PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_tekstwijzigingen` (
	`id` integer PRIMARY KEY NOT NULL,
	`compartiment_id` text NOT NULL,
	`nummer` integer NOT NULL,
	`tijdperk` text NOT NULL,
	`persoon_id` text NOT NULL,
	`op` integer NOT NULL,
	`wijziging` blob NOT NULL,
	`geindexeerd` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`persoon_id`) REFERENCES `personen`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- By hand: in the order in which they were stored, and all of them in the indexes.
INSERT INTO `__new_tekstwijzigingen`("compartiment_id", "nummer", "tijdperk", "persoon_id", "op", "wijziging", "geindexeerd") SELECT "compartiment_id", "nummer", "tijdperk", "persoon_id", "op", "wijziging", 1 FROM `tekstwijzigingen` ORDER BY "op", "compartiment_id", "nummer";--> statement-breakpoint
DROP TABLE `tekstwijzigingen`;--> statement-breakpoint
ALTER TABLE `__new_tekstwijzigingen` RENAME TO `tekstwijzigingen`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `tekstwijzigingen_nummer` ON `tekstwijzigingen` (`compartiment_id`,`nummer`) WHERE "tekstwijzigingen"."geindexeerd" = 1;--> statement-breakpoint
CREATE INDEX `tekstwijzigingen_op` ON `tekstwijzigingen` (`op`) WHERE "tekstwijzigingen"."geindexeerd" = 1;