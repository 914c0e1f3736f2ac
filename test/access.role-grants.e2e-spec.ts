import { demoPassword } from './support/cluster.ts';
import { tamga, type Tamga } from './support/tamga.ts';

describe('role grants', () => {
  let t: Tamga;
  beforeAll(async () => { t = await tamga(); });
  afterAll(() => t.stop());

  const administrator = () => t.as('administrator');
  const second = () => t.as('administrator2');
  const accountOf = async (username: string) => (await administrator().get(`/accounts?q=${username}`)).body.items.find((each: { username: string }) => each.username === username);
  const propose = async (username: string, role: string, as = administrator()) => as.post(`/accounts/${(await accountOf(username)).id}/roles`, { role });
  const contextOf = async (username: string) => {
    const { id, person } = await accountOf(username);
    return { person: person.id as string, account: id as string, action: 'test' };
  };

  it('give a role once a second administrator confirms, and take it away at once', async () => {
    const { body: grant } = await propose('officer.osh', 'custodian');
    const roles = async () => (await t.as('officer.osh').get('/me')).body.roles;
    expect(await roles()).toEqual(['officer']);
    expect((await second().post(`/role-grants/${grant.id}/confirmation`, {}, { 'If-Match': '"1"' })).status).toBe(200);
    expect(await roles()).toEqual(expect.arrayContaining(['officer', 'custodian']));
    expect((await t.as('officer.osh').get('/me', { 'Tamga-Role': 'custodian' })).status).toBe(200);

    const revoked = await second().post(`/role-grants/${grant.id}/revocation`, { reason: 'No longer needed' });
    expect(revoked.body).toMatchObject({ status: 'revoked', revokedBy: { familyName: 'Akmatova' }, confirmedBy: { familyName: 'Akmatova' } });
    expect(await roles()).toEqual(['officer']);
    const refused = await t.as('officer.osh').get('/me', { 'Tamga-Role': 'custodian' });
    expect([refused.status, refused.body.code]).toEqual([403, 'access.role-not-held']);
    expect((await second().post(`/role-grants/${grant.id}/confirmation`, {})).body.code).toBe('lifecycle.refused');
    expect((await second().post(`/role-grants/${grant.id}/revocation`, { reason: 'Again' })).body.code).toBe('lifecycle.refused');
    expect((await propose('officer.osh', 'custodian')).status).toBe(202);
  });

  it('reach another process within five seconds', async () => {
    const [row] = await t.sql('superuser', `select g.id from role_grants g join accounts a on a.id = g.account_id where a.username = 'officer.chuy'`);
    expect((await t.as('officer.chuy').get('/me')).status).toBe(200);
    const context = await contextOf('administrator');
    await t.sql('administrator', `update role_grants set status = 'revoked', revoked_by = $2, revoked_at = clock_timestamp() where id = $1`, [row!.id, context.person], context, true);
    const started = Date.now();
    while ((await t.as('officer.chuy').get('/me')).status === 200 && Date.now() - started < 6000) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(Date.now() - started).toBeLessThan(5000);
  });

  it('cannot be proposed for oneself, nor confirmed by their proposer or by whom they are for', async () => {
    const own = await propose('administrator', 'auditor');
    expect([own.status, own.body.code]).toEqual([403, 'role-grants.own']);
    const { body: grant } = await propose('administrator2', 'auditor');
    const byProposer = await administrator().post(`/role-grants/${grant.id}/confirmation`, {});
    expect([byProposer.status, byProposer.body.code]).toEqual([403, 'role-grants.same-person']);
    const byHolder = await second().post(`/role-grants/${grant.id}/confirmation`, {});
    expect([byHolder.status, byHolder.body.code]).toEqual([403, 'role-grants.own']);
    expect((await administrator().get(`/role-grants/${grant.id}`)).body.status).toBe('proposed');
  });

  it('are by person: a second account of the proposer is not a second administrator', async () => {
    const person = (await accountOf('administrator')).person.id;
    const made = await second().post('/accounts', { username: 'keeper.two', personId: person });
    const proposed = await second().post(`/accounts/${made.body.id}/roles`, { role: 'administrator' });
    expect((await administrator().post(`/role-grants/${proposed.body.id}/confirmation`, {})).body.code).toBe('role-grants.own');
    // As another administrator would have confirmed it: then the two accounts of one person still are one person.
    const context = { ...(await contextOf('administrator')), account: made.body.id as string };
    const { body: grant } = await propose('officer.bishkek', 'analyst');
    await expect(t.sql('administrator', `update role_grants set status = 'confirmed', confirmed_by = $2, confirmed_at = clock_timestamp() where id = $1`, [grant.id, person], context))
      .rejects.toMatchObject({ constraint: 'role_grants_two_persons' });
  });

  it('are once for a role and account', async () => {
    expect((await propose('officer.osh', 'officer')).body.code).toBe('role-grants.exists');
    const body = { id: '0190f3a4-7c1e-7c3b-9d52-000000000002', role: 'chemist' };
    const { id } = await accountOf('officer.osh');
    expect((await administrator().post(`/accounts/${id}/roles`, body)).status).toBe(202);
    expect((await administrator().post(`/accounts/${id}/roles`, body)).status).toBe(200);
    expect((await administrator().post(`/accounts/${id}/roles`, { ...body, role: 'auditor' })).body.code).toBe('id.taken');
    const at = (version: string) => second().post(`/role-grants/${body.id}/confirmation`, {}, { 'If-Match': version });
    expect((await at('"7"')).status).toBe(412);
    expect((await second().post(`/role-grants/${body.id}/revocation`, {})).status).toBe(422);
    expect((await administrator().post('/accounts/0190f3a4-7c1e-7c3b-9d52-00000000dead/roles', { role: 'chemist' })).status).toBe(404);
  });

  it('hold in raw SQL: no hand but one’s own, no grant born confirmed, nobody’s identity changed, nobody else writes', async () => {
    const context = await contextOf('administrator');
    const other = await contextOf('administrator2');
    const target = await contextOf('officer.osh');
    const insert = `insert into role_grants (id, account_id, person_id, role, status, proposed_by, confirmed_by, confirmed_at)
      values (gen_random_uuid(), $1, $2, 'auditor', $3, $4, $5, case when $5::uuid is null then null else clock_timestamp() end)`;
    await expect(t.sql('administrator', insert, [target.account, target.person, 'proposed', other.person, null], context)).rejects.toMatchObject({ constraint: 'role_grants_own_hand' });
    await expect(t.sql('administrator', insert, [target.account, target.person, 'confirmed', context.person, other.person], context)).rejects.toMatchObject({ constraint: 'role_grants_own_hand' });
    await expect(t.sql('administrator', insert, [context.account, context.person, 'proposed', context.person, null], context)).rejects.toMatchObject({ constraint: 'role_grants_not_to_oneself' });
    const { body: grant } = await propose('officer.bishkek', 'custodian');
    const confirm = `update role_grants set status = 'confirmed', confirmed_by = $2, confirmed_at = clock_timestamp() where id = $1`;
    await expect(t.sql('administrator', confirm, [grant.id, other.person], context)).rejects.toMatchObject({ constraint: 'role_grants_own_hand' });
    await expect(t.sql('administrator', `update role_grants set role = 'administrator' where id = $1`, [grant.id], context)).rejects.toThrow(/permission denied/);
    await expect(t.sql('administrator', `delete from role_grants where id = $1`, [grant.id], context)).rejects.toThrow(/permission denied/);
    for (const persona of ['officer', 'commander', 'coordinator', 'auditor', 'gate']) {
      await expect(t.sql(persona, insert, [target.account, target.person, 'proposed', context.person, null], context)).rejects.toThrow(/permission denied/);
    }
  });

  it('keep an administrator away from cases, whatever they hold', async () => {
    for (const path of ['/operations', '/cases', '/seizures', '/exhibits']) expect([path, (await administrator().get(path)).status]).toEqual([path, 403]);
    expect((await t.as('nobody').post('/sessions', { username: 'system', password: demoPassword })).status).toBe(401);
  });
});
