-- By hand: ON DELETE cascade, which is left out of what is generated for a column that is added.
ALTER TABLE `adviesopeningen` ADD `verzoek_id` text REFERENCES toegangsverzoeken(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `toegangsverzoeken` ADD `adviesvraag_id` text REFERENCES adviesvragen(id) ON DELETE cascade;