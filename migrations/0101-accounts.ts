import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an administrator may do to an account, column by column and hand by hand; one-time passwords are changed at first use. */
export class Accounts implements MigrationInterface {
  name = 'Accounts1764000000101';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table credentials add column must_change boolean not null default false;
-- The secret is no part of history; that it was set, or its lock released, is.
alter table accounts add column password_set_at timestamptz, add column released_at timestamptz;

revoke update on accounts from tamga_administrator;
grant update (status, clearance, language, password_set_at, released_at) on accounts to tamga_administrator;
grant update (password_set_at) on accounts to tamga_gate;
revoke update on role_grants from tamga_administrator;
grant update (status, confirmed_by, confirmed_at, revoked_by, revoked_at) on role_grants to tamga_administrator;
revoke update on credentials from tamga_administrator;
grant select (must_change), update (password_hash, failures, failing_since, locked_at, changed_at, must_change) on credentials to tamga_administrator;
grant select (account_id, locked_at, must_change) on credentials to tamga_auditor;

-- Whoever keeps the others' accounts has no hand in their own.
create function tamga.refuse_own_account() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  if current_user = 'tamga_administrator' and new.person_id = tamga.acting_person() then
    raise exception 'an administrator does not keep their own account' using errcode = '42501', constraint = 'accounts_not_ones_own';
  end if;
  return new;
end $$;
create trigger not_ones_own before insert or update on accounts for each row execute function tamga.refuse_own_account();

-- An administrator sets one-time passwords only, never their own, and not another administrator's: with that one hand could be two.
create function tamga.check_reset() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  if current_user <> 'tamga_administrator' then return new; end if;
  if tg_op = 'UPDATE' and new.password_hash = old.password_hash and not (old.must_change and not new.must_change) then return new; end if;
  if exists (select from accounts a where a.id = new.account_id and a.person_id = tamga.acting_person()) then
    raise exception 'an administrator does not keep their own account' using errcode = '42501', constraint = 'accounts_not_ones_own';
  end if;
  if exists (select from role_grants g where g.account_id = new.account_id and g.role = 'administrator' and g.status <> 'revoked') then
    raise exception 'an administrator''s password is not another administrator''s to set' using errcode = '42501', constraint = 'accounts_no_administrator_reset';
  end if;
  new.must_change := true;
  return new;
end $$;
create trigger one_time before insert or update on credentials for each row execute function tamga.check_reset();

-- Each step of a grant is the act of the person it names. The schema's owner alone writes a grant whole: demonstration, first administrators.
create function tamga.check_hand() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  if current_user = 'tamga_owner'
    or (tg_op = 'INSERT' and new.status = 'proposed' and new.proposed_by = tamga.acting_person())
    or (tg_op = 'UPDATE' and old.status = 'proposed' and new.status = 'confirmed' and new.confirmed_by = tamga.acting_person())
    or (tg_op = 'UPDATE' and old.status <> 'revoked' and new.status = 'revoked' and new.revoked_by = tamga.acting_person()
      and new.confirmed_by is not distinct from old.confirmed_by) then
    return new;
  end if;
  raise exception 'a step of a grant names the person who takes it' using errcode = '42501', constraint = 'role_grants_own_hand';
end $$;
create trigger own_hand before insert or update on role_grants for each row execute function tamga.check_hand();

alter table accounts enable always trigger not_ones_own;
alter table credentials enable always trigger one_time;
alter table role_grants enable always trigger own_hand;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop trigger own_hand on role_grants;
drop trigger one_time on credentials;
drop trigger not_ones_own on accounts;
drop function tamga.check_hand(), tamga.check_reset(), tamga.refuse_own_account();
revoke select (account_id, locked_at, must_change) on credentials from tamga_auditor;
revoke select (must_change), update (password_hash, failures, failing_since, locked_at, changed_at, must_change) on credentials from tamga_administrator;
grant update on credentials to tamga_administrator;
revoke update (status, confirmed_by, confirmed_at, revoked_by, revoked_at) on role_grants from tamga_administrator;
grant update on role_grants to tamga_administrator;
revoke update (password_set_at) on accounts from tamga_gate;
revoke update (status, clearance, language, password_set_at, released_at) on accounts from tamga_administrator;
grant update on accounts to tamga_administrator;
alter table accounts drop column password_set_at, drop column released_at;
alter table credentials drop column must_change;
`);
  }
}
