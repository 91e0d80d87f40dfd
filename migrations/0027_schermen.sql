CREATE TABLE `schermen` (
	`id` text PRIMARY KEY NOT NULL,
	`overleg_id` text NOT NULL,
	`code_hash` text,
	`code_tot` integer NOT NULL,
	`token_hash` text,
	`beeindigd_op` integer,
	`agendapunt_id` text,
	`blad` integer NOT NULL,
	`tafelmerk` text,
	FOREIGN KEY (`overleg_id`) REFERENCES `overleggen`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `schermen_codeHash_unique` ON `schermen` (`code_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `schermen_tokenHash_unique` ON `schermen` (`token_hash`);--> statement-breakpoint
CREATE INDEX `schermen_overleg` ON `schermen` (`overleg_id`);