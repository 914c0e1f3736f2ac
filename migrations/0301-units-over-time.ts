import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tree through time: no cycle on any day, nobody in a dissolved unit, and what each unit was on each day. */
export class UnitsOverTime implements MigrationInterface {
  name = 'UnitsOverTime1764000000301';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- What each unit was called, under which it stood and whether it still stood: one row for each span of days in which none of this changed.
create view unit_states with (security_invoker = true) as
with edges (unit_id, day) as (
  select id, established_on from units
  union select id, dissolved_on from units where dissolved_on is not null
  union select n.unit_id, e.day from unit_names n, unnest(array[n.valid_from, n.valid_to]) e (day) where e.day is not null
  union select p.unit_id, e.day from unit_parents p, unnest(array[p.valid_from, p.valid_to]) e (day) where e.day is not null
), spans as (
  select e.unit_id, e.day as from_day, lead(e.day) over (partition by e.unit_id order by e.day) as to_day
  from edges e join units u on u.id = e.unit_id where e.day >= u.established_on
)
select s.unit_id, s.from_day as valid_from, s.to_day as valid_to, n.name_en, n.name_ru, n.name_ky, p.parent_id, u.dissolved_on <= s.from_day is true as is_dissolved
from spans s
join units u on u.id = s.unit_id
left join unit_names n on n.unit_id = s.unit_id and n.valid_from <= s.from_day and (n.valid_to is null or n.valid_to > s.from_day)
left join unit_parents p on p.unit_id = s.unit_id and p.valid_from <= s.from_day and (p.valid_to is null or p.valid_to > s.from_day);
grant select on unit_states to tamga_officer, tamga_coordinator, tamga_commander, tamga_custodian, tamga_chemist, tamga_analyst, tamga_auditor, tamga_prosecutor,
  tamga_administrator, tamga_gate, tamga_kernel;

-- Walks up from the new parent, each step on the days that are left of it; moves take turns, or two could close a circle together.
create function tamga.refuse_cycle() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('tamga.unit_parents'));
  if exists (
    with recursive above (id, days) as (
      select new.parent_id, daterange(new.valid_from, new.valid_to)
      union
      select p.parent_id, a.days * daterange(p.valid_from, p.valid_to) from above a join unit_parents p on p.unit_id = a.id
      where a.id <> new.unit_id and daterange(p.valid_from, p.valid_to) && a.days
    ) select from above where id = new.unit_id) then
    raise exception 'a unit would stand below itself' using errcode = '23514', constraint = 'unit_parents_no_cycle';
  end if;
  return null;
end $$;
create trigger no_cycle after insert or update on unit_parents for each row execute function tamga.refuse_cycle();

-- A dissolved unit takes nobody, and is not dissolved over the heads of those in it. The share lock makes the two wait for each other.
create function tamga.refuse_dissolved() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
declare ended date;
begin
  select dissolved_on into ended from units where id = (to_jsonb(new) ->> tg_argv[0])::uuid for share;
  if coalesce(new.valid_to, 'infinity') > ended then
    raise exception 'the unit is dissolved' using errcode = '23514', constraint = tg_table_name || '_unit_dissolved';
  end if;
  return new;
end $$;
create trigger unit_stands before insert or update on unit_parents for each row execute function tamga.refuse_dissolved('parent_id');
create trigger unit_stands before insert or update on officer_posts for each row execute function tamga.refuse_dissolved('unit_id');
create trigger unit_stands before insert or update on unit_commands for each row execute function tamga.refuse_dissolved('unit_id');

create function tamga.check_dissolution() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  if exists (select from officer_posts p where p.unit_id = new.id and coalesce(p.valid_to, 'infinity') > new.dissolved_on) then
    raise exception 'officers serve in it' using errcode = '23514', constraint = 'units_dissolved_empty';
  end if;
  if exists (select from unit_parents p join units u on u.id = p.unit_id where p.parent_id = new.id and coalesce(p.valid_to, 'infinity') > new.dissolved_on
    and coalesce(u.dissolved_on, 'infinity') > new.dissolved_on) then
    raise exception 'units stand below it' using errcode = '23514', constraint = 'units_dissolved_childless';
  end if;
  return new;
end $$;
create trigger dissolution before insert or update of dissolved_on on units for each row when (new.dissolved_on is not null) execute function tamga.check_dissolution();

-- The same for an officer who departed.
create function tamga.refuse_departed() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
declare ended date;
begin
  select serves_until into ended from officers where id = new.officer_id for share;
  if coalesce(new.valid_to, 'infinity') > ended then
    raise exception 'the officer has departed' using errcode = '23514', constraint = 'officer_posts_officer_departed';
  end if;
  return new;
end $$;
create trigger officer_serves before insert or update on officer_posts for each row execute function tamga.refuse_departed();
create function tamga.check_departure() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  if exists (select from officer_posts p where p.officer_id = new.id and coalesce(p.valid_to, 'infinity') > new.serves_until) then
    raise exception 'a post goes on' using errcode = '23514', constraint = 'officers_departure_ends_posts';
  end if;
  return new;
end $$;
create trigger departure before insert or update of serves_until on officers for each row when (new.serves_until is not null) execute function tamga.check_departure();

alter table unit_parents enable always trigger no_cycle;
alter table unit_parents enable always trigger unit_stands;
alter table officer_posts enable always trigger unit_stands;
alter table unit_commands enable always trigger unit_stands;
alter table units enable always trigger dissolution;
alter table officer_posts enable always trigger officer_serves;
alter table officers enable always trigger departure;

-- One commander at a time; others act for them.
alter table unit_commands add constraint unit_commands_one_head exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&) where (not is_acting);

-- A qualification is part of what is shown of its officer: recording one counts the officer's version.
grant update (version) on officers to tamga_coordinator;

-- Units that roots reach today: they, all below them, and the dissolved units they succeed, whose records would else be nobody's.
create function tamga.reach_of(roots uuid[]) returns uuid[] language sql stable set search_path = tamga, pg_temp as $$
  with recursive today (on_day) as (select tamga.local_date(clock_timestamp())), reach (id) as (
    select unnest(roots)
    union
    select next.id from reach r cross join today cross join lateral (
      select p.unit_id from unit_parents p where p.parent_id = r.id and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
      union all
      select s.unit_id from unit_successions s where s.successor_id = r.id and s."on" <= on_day
    ) next (id)
  ) select coalesce(array_agg(id), '{}') from reach where id is not null
$$;
${standing('tamga.reach_of')}
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
${standing('tamga.units_below')}
drop function tamga.reach_of(uuid[]);
revoke update (version) on officers from tamga_coordinator;
alter table unit_commands drop constraint unit_commands_one_head;
drop trigger departure on officers;
drop trigger officer_serves on officer_posts;
drop trigger dissolution on units;
drop trigger unit_stands on unit_commands;
drop trigger unit_stands on officer_posts;
drop trigger unit_stands on unit_parents;
drop trigger no_cycle on unit_parents;
drop function tamga.check_departure(), tamga.refuse_departed(), tamga.check_dissolution(), tamga.refuse_dissolved(), tamga.refuse_cycle();
drop view unit_states;
`);
  }
}

const standing = (reach: string) => `
create or replace function tamga.standing_of(person uuid, out officer_id uuid, out officer text, out unit_id uuid, out unit text, out reach uuid[], out command_reach uuid[])
  language sql stable set search_path = tamga, pg_temp as $$
  with today (on_day) as (select tamga.local_date(clock_timestamp()))
  select o.id, o.code, u.id, u.code, ${reach}(array[u.id]),
    ${reach}(array(select c.unit_id from unit_commands c, today where c.person_id = person
      and c.valid_from <= on_day and (c.valid_to is null or c.valid_to > on_day)))
  from (select) one
  left join officers o on o.person_id = person
  left join officer_posts p on p.officer_id = o.id and p.valid_from <= (select on_day from today)
    and (p.valid_to is null or p.valid_to > (select on_day from today))
  left join units u on u.id = p.unit_id
$$;`;
