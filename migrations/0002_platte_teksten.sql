CREATE TABLE `teksten_in_oude_vorm` (
	`compartiment_id` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (`compartiment_id`) REFERENCES `compartimenten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `teksten_in_oude_vorm` (`compartiment_id`) SELECT `compartiment_id` FROM `tekstbeelden` UNION SELECT `compartiment_id` FROM `tekstwijzigingen`;
