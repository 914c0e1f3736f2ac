/** Plain tables of the same shape and content: no foreign key, no check, no trigger, no policy; the indexes that any of them would need. */
export const bareTables = `
create schema bench;
create table bench.seizures (like tamga.seizures);
create table bench.seizure_lines (like tamga.seizure_lines);
create table bench.history (seq bigint generated always as identity primary key, at timestamptz not null, person_id uuid not null, action text not null, record uuid not null, after text);
insert into bench.seizures select * from tamga.seizures;
insert into bench.seizure_lines select * from tamga.seizure_lines;
alter table bench.seizures add primary key (id);
create unique index on bench.seizures (number);
create index on bench.seizures (seized_at desc, id desc);
create index on bench.seizures (unit_id, seized_at desc, id desc);
create index on bench.seizures (operation_id);
alter table bench.seizure_lines add primary key (id);
create index on bench.seizure_lines (seizure_id);
create index on bench.seizure_lines (substance, seized_at desc, seizure_id desc);
create index on bench.history (record, seq);
grant usage on schema bench, tamga, audit to bench_bare;
grant select, insert on all tables in schema bench to bench_bare;
grant select on all tables in schema tamga, audit to bench_bare;`;

/** One statement: the seizure, its line and one row of history, with the values that the service would put there. */
export const bareCreate = `
with head as (
  insert into bench.seizures (id, number, unit_id, operation_id, classification, status, seized_at, seized_precision, territory, place, lat, lon, accuracy_meters, discovery, jurisdiction,
    witnesses, is_video_recorded, taken_from, transit_countries, note, flags, is_illustrative, fingerprint, recorded_at, recorded_by, version)
  values ((:prefix::text || '-7000-8000-' || :i::text)::uuid, :prefix::text || :i::text, :unit::uuid, (:operation::text || (:operations::text[])[:o::int])::uuid, 0, 'recorded',
    make_timestamptz(:y::int, :m::int, :d::int, :h::int, 40, 0), 'minute', :t::text, :place, :lat::numeric, :lon::numeric, 50, 'special_operation', 'KG',
    :witnesses::text[], true, :taken, '{}', :note, '{}', false, :fingerprint, clock_timestamp(), :person::uuid, 1)
  returning id, seized_at, unit_id, operation_id),
line as (
  insert into bench.seizure_lines (id, seizure_id, line_number, unit_id, operation_id, classification, seized_at, territory, is_national, kind, status, substance, form, quantity, quantity_unit,
    mass_grams, basis, method, packages, packaging, destruction_witnesses, is_illustrative, recorded_at, version)
  select (:prefix::text || '-7000-a000-' || :i::text)::uuid, head.id, 1, unit_id, operation_id, 0, seized_at, :t::text, true, 'substance', 'declared', (:substances::text[])[:s::int], 'powder',
    :g::numeric, 'g', :g::numeric, 'gross', 'scale', 12, 'heat-sealed plastic', '{}', false, clock_timestamp(), 1 from head)
insert into bench.history (at, person_id, action, record, after) select clock_timestamp(), :person::uuid, 'seizures.record', head.id, :body from head`;

export const bareValues = (unit, person, body, operationPrefix) => ({
  unit, person, body: JSON.stringify(body), operation: operationPrefix, place: body.place, lat: '40.7', lon: '72.86', witnesses: '{A. Asanov,B. Isakov}',
  taken: body.takenFrom, note: body.note, fingerprint: 'f'.repeat(64),
});
