ALTER TABLE `overleggen` ADD `agendapunt_id` text;--> statement-breakpoint
ALTER TABLE `overleggen` ADD `onderdeel` text;--> statement-breakpoint
ALTER TABLE `overleggen` ADD `onderdeel_sinds` integer;--> statement-breakpoint
ALTER TABLE `overleggen` ADD `punt_sinds` integer;--> statement-breakpoint
ALTER TABLE `overleggen` ADD `versie` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `overleggen` ADD `leider_id` text REFERENCES medewerkers(id);--> statement-breakpoint
ALTER TABLE `overleggen` ADD `uitloop` integer DEFAULT 0 NOT NULL;