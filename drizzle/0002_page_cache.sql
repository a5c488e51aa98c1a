CREATE UNLOGGED TABLE "cache_leases" (
	"instance" uuid PRIMARY KEY NOT NULL,
	"applied" bigint NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cache_purges" (
	"target" text PRIMARY KEY NOT NULL,
	"through" bigint NOT NULL,
	"failing_since" timestamp with time zone,
	"failure" text
);
--> statement-breakpoint

-- Lets a server process serve stored pages without asking until the lease ends. Whoever takes one
-- reads the invalidations AFTER this has committed: a writer that did not see the lease has then
-- committed what that read finds.
CREATE FUNCTION renew_cache_lease(process uuid, applied_number bigint, seconds double precision)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO cache_leases (instance, applied, until)
       VALUES (process, applied_number, clock_timestamp() + make_interval(secs => seconds))
  ON CONFLICT (instance) DO UPDATE SET applied = excluded.applied, until = excluded.until
$$;
--> statement-breakpoint

-- How many processes with a lease have not applied an invalidation yet.
CREATE FUNCTION count_unaware_of_invalidation(number bigint) RETURNS bigint LANGUAGE sql AS $$
  SELECT count(*) FROM cache_leases WHERE until > clock_timestamp() AND applied < number
$$;
