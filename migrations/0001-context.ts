import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who acts in this transaction, in which units and at what clearance: settings that end with the transaction. */
export class Context implements MigrationInterface {
  name = 'Context1764000000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
grant usage on schema tamga to tamga_kernel, tamga_gate, tamga_officer, tamga_coordinator, tamga_commander, tamga_custodian, tamga_chemist, tamga_analyst,
  tamga_auditor, tamga_prosecutor, tamga_administrator;

-- The transaction's context. An empty setting means "no context": no rows, never an error.
create function tamga.acting_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('tamga.person', true), '')::uuid $$;
create function tamga.acting_units() returns uuid[] language sql stable parallel safe
  as $$ select nullif(current_setting('tamga.units', true), '')::uuid[] $$;
create function tamga.clearance() returns smallint language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('tamga.clearance', true), ''), '-1')::smallint $$;
-- The service's own zone. Without coalesce(): where that comes into a condition, PostgreSQL no longer knows that nothing leaks
-- through it, and keeps the condition from the index of every table that is under row-level security.
create function tamga.time_zone() returns text language sql stable parallel safe
  as $$ select case when current_setting('tamga.time_zone', true) <> '' then current_setting('tamga.time_zone', true) else 'Asia/Bishkek' end $$;
-- A moment as the API takes it: with its offset, or a bare date, which is the start of that day in the service's own zone.
create function tamga.moment_of(given text) returns timestamptz language sql stable parallel safe
  as $$ select case when length(given) = 10 then given::timestamp at time zone tamga.time_zone()
    else given::timestamptz end $$;
-- The newest migration: what a running service compares with its own.
create function tamga.schema_version() returns text language sql stable security definer set search_path = tamga, pg_temp
  as $$ select name::text from migrations order by id desc limit 1 $$;
grant usage on schema tamga to public;
-- Bare dates and the year of a human number are those of the service's own time zone.
create function tamga.local_date(moment timestamptz) returns date language sql stable parallel safe
  as $$ select (moment at time zone tamga.time_zone())::date $$;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
revoke usage on schema tamga from public;
drop function tamga.schema_version(), tamga.moment_of(text), tamga.local_date(timestamptz), tamga.time_zone(), tamga.clearance(), tamga.acting_units(), tamga.acting_person();
`);
  }
}
