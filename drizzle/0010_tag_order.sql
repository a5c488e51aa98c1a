DROP INDEX "tags_by_count";--> statement-breakpoint
CREATE INDEX "tags_by_count" ON "tags" USING btree ("published_count" DESC NULLS FIRST,"slug");