import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byFlag, byId, byWords, oneOf } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { roles } from '../platform/roles.ts';
import { accountStatuses, roleGrantMoves } from './account.entity.ts';
import { AccountView, RoleGrantView, type AccountRow, type RoleGrantRow } from './account.view.ts';

const person = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'familyName', ${alias}.family_name, 'givenName', ${alias}.given_name, 'patronymic', ${alias}.patronymic)`;

/** Accounts one can log in with: the system's own has no password and is not among them. */
export const accountList: ListSpec<AccountRow, AccountView> = {
  name: 'accounts',
  select: `a.id, a.version, a.username, ${person('p')} as person, a.clearance, a.language, a.status, a.is_demonstration as "isDemonstration",
    c.locked_at is not null as "isLocked", c.must_change as "mustChangePassword", a.password_set_at as "passwordSetAt", a.recorded_at as "recordedAt",
    coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'status', g.status) order by g.proposed_at)
      from role_grants g where g.account_id = a.id and g.status <> 'revoked'), '[]') as roles`,
  from: 'accounts a join persons p on p.id = a.person_id join credentials c on c.account_id = a.id',
  filters: {
    q: byWords(`position(lower($::text) in lower(concat_ws(' ', a.username, p.family_name, p.given_name, p.patronymic))) > 0`, 'Part of the user name or of the person’s name'),
    status: oneOf('a.status', accountStatuses),
    role: { ...oneOf('', roles), condition: `exists (select from role_grants g where g.account_id = a.id and g.status = 'confirmed' and g.role = any($::text[]))` },
    person: byId('a.person_id'),
    isLocked: byFlag('c.locked_at is not null'),
  },
  order: { column: 'a.username', type: 'text', descending: false, id: 'a.id' },
  view: AccountView.of,
  columns: ['username', 'person.familyName', 'person.givenName', 'person.patronymic', 'status', 'clearance', 'roles', 'isLocked', 'mustChangePassword', 'recordedAt', 'id'],
};

export const roleGrantList: ListSpec<RoleGrantRow, RoleGrantView> = {
  name: 'role-grants',
  select: `g.id, g.version, g.account_id as "accountId", a.username, g.role, g.status, ${person('pp')} as "proposedBy", g.proposed_at as "proposedAt",
    case when pc.id is not null then ${person('pc')} end as "confirmedBy", g.confirmed_at as "confirmedAt",
    case when pr.id is not null then ${person('pr')} end as "revokedBy", g.revoked_at as "revokedAt"`,
  from: `role_grants g join accounts a on a.id = g.account_id join persons pp on pp.id = g.proposed_by
    left join persons pc on pc.id = g.confirmed_by left join persons pr on pr.id = g.revoked_by`,
  filters: { account: byId('g.account_id'), role: oneOf('g.role', roles), status: oneOf('g.status', Object.keys(roleGrantMoves)) },
  time: 'g.proposed_at',
  order: { column: 'g.proposed_at', type: 'timestamptz', descending: true, id: 'g.id' },
  view: RoleGrantView.of,
  columns: ['username', 'role', 'status', 'proposedAt', 'proposedBy.familyName', 'confirmedAt', 'confirmedBy.familyName', 'revokedAt', 'revokedBy.familyName', 'id'],
};

@Injectable()
export class AccountsQueries {
  constructor(private readonly reads: Reads) {}

  account(actor: Actor, id: string): Promise<AccountView> {
    return this.one(actor, accountList, id);
  }

  grant(actor: Actor, id: string): Promise<RoleGrantView> {
    return this.one(actor, roleGrantList, id);
  }

  private async one<Row, View>(actor: Actor, { name, select, from, order, view }: ListSpec<Row, View>, id: string): Promise<View> {
    const [row] = await this.reads.rows<Row>(actor, `${name}.one`, `select ${select} from ${from} where ${order.id} = $1`, [id]);
    if (!row) throw notFound();
    return view(row, actor);
  }
}
