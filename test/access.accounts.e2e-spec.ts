import { demoPassword } from './support/cluster.ts';
import { tamga, type Reply, type Tamga } from './support/tamga.ts';

const good = 'seven quiet mountains at dawn';

describe('accounts', () => {
  let t: Tamga;
  beforeAll(async () => { t = await tamga(); });
  afterAll(() => t.stop());

  const administrator = () => t.as('administrator');
  const second = () => t.as('administrator2');
  const open = (username: string, password: string) => t.as('nobody').post('/sessions', { username, password });
  const bearer = ({ body }: Reply) => ({ authorization: `Bearer ${body.accessToken}` });
  const accountOf = async (username: string) => (await administrator().get(`/accounts?q=${username}`)).body.items.find((each: { username: string }) => each.username === username);
  const personOf = async (username: string) => (await accountOf(username)).person.id as string;
  const change = async (username: string, body: object, as = administrator()) => {
    const { id, version } = await accountOf(username);
    return as.patch(`/accounts/${id}`, body, { 'If-Match': `"${version}"` });
  };

  it('are made by one administrator, given a role by two, and used once the password is the person’s own', async () => {
    const made = await administrator().post('/accounts', { username: 'officer.naryn', name: { familyName: 'Osmonov', givenName: 'Daniyar' }, clearance: 'confidential', reason: 'Order 114' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ username: 'officer.naryn', status: 'active', clearance: 'confidential', roles: [], mustChangePassword: true, version: 1 });
    expect(made.headers.location).toBe(`/api/v1/accounts/${made.body.id}`);
    const { id, oneTimePassword } = made.body;
    expect((await administrator().get(`/accounts/${id}`)).body).not.toHaveProperty('oneTimePassword');

    const proposed = await administrator().post(`/accounts/${id}/roles`, { role: 'officer', reason: 'Order 114' });
    expect(proposed.status).toBe(202);
    expect(proposed.body).toMatchObject({ accountId: id, role: 'officer', status: 'proposed', proposedBy: { familyName: 'Volkov' }, confirmedBy: null });
    expect(proposed.headers.location).toBe(`/api/v1/role-grants/${proposed.body.id}`);

    const session = await open('officer.naryn', oneTimePassword);
    expect(session.status).toBe(201);
    for (const path of ['/me', '/units', '/accounts']) {
      const refused = await t.as('nobody').get(path, bearer(session));
      expect([path, refused.status, refused.body.code]).toEqual([path, 403, 'session.password-change-required']);
    }
    expect((await t.as('nobody').post('/me/password', { current: oneTimePassword, next: good }, bearer(session))).status).toBe(403); // no role yet
    const confirmed = await second().post(`/role-grants/${proposed.body.id}/confirmation`, { reason: 'Seen with the order' });
    expect(confirmed.status).toBe(200);
    expect(confirmed.body).toMatchObject({ status: 'confirmed', confirmedBy: { familyName: 'Akmatova' }, version: 2 });

    const weak = await t.as('nobody').post('/me/password', { current: oneTimePassword, next: 'officer.naryn.2021' }, bearer(session));
    expect([weak.status, weak.body.code, weak.body.errors[0].pointer]).toEqual([422, 'passwords.weak', '/next']);
    expect((await t.as('nobody').post('/me/password', { current: oneTimePassword, next: good }, bearer(session))).status).toBe(204);
    expect((await t.as('nobody').get('/me', bearer(session))).body).toMatchObject({ account: 'officer.naryn', roles: ['officer'] });
    expect((await open('officer.naryn', oneTimePassword)).status).toBe(401);
    expect((await open('officer.naryn', good)).status).toBe(201);
    expect((await accountOf('officer.naryn'))).toMatchObject({ mustChangePassword: false, roles: [{ role: 'officer', status: 'confirmed' }] });
  });

  it('leave no password in history, and every step of them does stand there', async () => {
    const { id, person } = await accountOf('officer.naryn');
    const rows = await t.sql('superuser',
      `select e.action, e.role, e.person_id, coalesce(b.before, '') || coalesce(b.after, '') as told, b.reason from audit.change_event e join audit.change_body b using (seq)
       where e.record = $1 or e.record in (select id from role_grants where account_id = $1) order by e.seq`, [id]);
    expect(rows.map(({ action, role }) => `${action} ${role}`)).toEqual([
      'accounts.create administrator', 'role-grants.propose administrator', 'role-grants.confirm administrator', 'passwords.change gate',
    ]);
    expect(rows[0]!.reason).toBe('Order 114');
    expect(rows[3]!.person_id).toBe(person.id);
    const all = await t.sql('superuser', `select coalesce(before, '') || coalesce(after, '') || coalesce(reason, '') as told from audit.change_body`);
    expect(all.map(({ told }) => told).join('\n')).not.toMatch(/argon2|password_hash|seven quiet/);
  });

  it('may be sent again under the same id, and answer the one-time password once only', async () => {
    const body = { id: '0190f3a4-7c1e-7c3b-9d52-000000000001', username: 'clerk.one', name: { familyName: 'Bekova', givenName: 'Asel' } };
    expect((await administrator().post('/accounts', body)).body.oneTimePassword).toEqual(expect.any(String));
    const again = await administrator().post('/accounts', body);
    expect([again.status, again.body.oneTimePassword]).toEqual([200, undefined]);
    expect((await administrator().post('/accounts', { ...body, username: 'clerk.two' })).body.code).toBe('id.taken');
  });

  it('end with disabling, at once, and open again with it', async () => {
    const session = await open('officer.osh', demoPassword);
    expect((await t.as('nobody').get('/me', bearer(session))).status).toBe(200);
    expect((await change('officer.osh', { status: 'disabled' })).body.code).toBe('reason.needed');
    expect((await change('officer.osh', { status: 'disabled', reason: 'On leave' })).body.status).toBe('disabled');
    expect((await t.as('nobody').get('/me', bearer(session))).status).toBe(401);
    expect((await open('officer.osh', demoPassword)).status).toBe(401);
    expect((await change('officer.osh', { status: 'active', reason: 'Back' })).status).toBe(200);
    expect((await t.as('nobody').get('/me', bearer(session))).status).toBe(401);
    expect((await open('officer.osh', demoPassword)).status).toBe(201);
  });

  it('end within five seconds where another process disabled them', async () => {
    const session = await open('officer.chuy', demoPassword);
    expect((await t.as('nobody').get('/me', bearer(session))).status).toBe(200);
    const context = { person: await personOf('administrator'), account: (await accountOf('administrator')).id, action: 'accounts.change' };
    await t.sql('administrator', `update accounts set status = 'disabled' where username = 'officer.chuy'`, [], context, true);
    const started = Date.now();
    let status = 200;
    while (status === 200 && Date.now() - started < 6000) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ({ status } = await t.as('nobody').get('/me', bearer(session)));
    }
    expect(status).toBe(401);
    expect(Date.now() - started).toBeLessThan(5000);
  });

  it('get a one-time password from an administrator, good for 72 hours, and lose their sessions by it', async () => {
    const session = await open('analyst', demoPassword);
    const reset = await change('analyst', { resetPassword: true, reason: 'Forgotten; came in person' });
    expect(reset.body).toMatchObject({ mustChangePassword: true, oneTimePassword: expect.any(String) });
    expect((await t.as('nobody').get('/me', bearer(session))).status).toBe(401);
    expect((await open('analyst', demoPassword)).status).toBe(401);
    expect((await open('analyst', reset.body.oneTimePassword)).status).toBe(201);
    await t.sql('superuser', `update credentials set changed_at = changed_at - interval '73 hours' where must_change`);
    const late = await open('analyst', reset.body.oneTimePassword);
    expect([late.status, late.body.code]).toEqual([403, 'session.password-expired']);
  });

  it('lose their other sessions, and keep this one, when the person changes the password', async () => {
    const [here, elsewhere] = [await open('coordinator', demoPassword), await open('coordinator', demoPassword)];
    const set = (body: object) => t.as('nobody').post('/me/password', body, bearer(here));
    expect((await set({ current: demoPassword, next: 'tooshort' })).status).toBe(422);
    expect((await set({ current: demoPassword, next: demoPassword })).body.code).toBe('passwords.same');
    expect((await set({ current: 'not the password', next: good })).status).toBe(401);
    expect((await set({ current: demoPassword, next: good })).status).toBe(204);
    expect((await t.as('nobody').get('/me', bearer(here))).status).toBe(200);
    expect((await t.as('nobody').get('/me', bearer(elsewhere))).status).toBe(401);
  });

  it('refuse bodies that say too little, too much or what is not so', async () => {
    const name = { familyName: 'A', givenName: 'B' };
    const post = async (body: object) => (await administrator().post('/accounts', body)).body.code;
    expect(await post({ username: 'x.y' })).toBe('accounts.person-or-name');
    expect(await post({ username: 'x.y', name, personId: await personOf('chemist') })).toBe('accounts.person-or-name');
    expect(await post({ username: 'x.y', personId: '0190f3a4-7c1e-7c3b-9d52-00000000dead' })).toBe('code.unknown');
    expect(await post({ username: 'officer.osh', name })).toBe('accounts.username-taken');
    expect(await post({ username: 'Officer', name })).toBe('body.invalid');
    expect(await post({ username: 'x.y', name, password: 'chosen by me, not allowed' })).toBe('body.invalid');
    expect((await change('chemist', { unlock: false })).body.version).toBe((await accountOf('chemist')).version);
    const { id } = await accountOf('chemist');
    expect((await administrator().patch(`/accounts/${id}`, { language: 'ky' })).status).toBe(428);
    expect((await administrator().patch(`/accounts/${id}`, { language: 'ky' }, { 'If-Match': '"99"' })).status).toBe(412);
    expect((await administrator().get('/accounts/0190f3a4-7c1e-7c3b-9d52-00000000dead')).status).toBe(404);
    expect((await administrator().get('/accounts?role=officer&status=active&limit=2')).body.items).toHaveLength(2);
  });

  it('are not an administrator’s own to keep, by person, in the API and in SQL', async () => {
    const own = await change('administrator', { clearance: 'top_secret', reason: 'I want to see' });
    expect([own.status, own.body.code]).toEqual([403, 'accounts.own']);
    const personId = await personOf('administrator');
    expect((await administrator().post('/accounts', { username: 'another.me', personId })).body.code).toBe('accounts.own');
    const context = { person: personId, account: (await accountOf('administrator')).id, action: 'x' };
    await expect(t.sql('administrator', `update accounts set clearance = 3 where person_id = $1`, [personId], context)).rejects.toMatchObject({ constraint: 'accounts_not_ones_own' });
    await expect(t.sql('administrator', `update accounts set username = 'z' where username = 'chemist'`, [], context)).rejects.toThrow(/permission denied/);
    await expect(t.sql('administrator', `update credentials set password_hash = 'mine' where account_id = $1`, [context.account], context))
      .rejects.toMatchObject({ constraint: 'accounts_not_ones_own' });
    const chemist = (await accountOf('chemist')).id;
    const [kept] = await t.sql('administrator', `update credentials set password_hash = 'mine', must_change = false where account_id = $1 returning must_change`, [chemist], context);
    expect(kept!.must_change).toBe(true);
  });

  it('of an administrator get no password from another: one hand would be two', async () => {
    const reset = await change('administrator2', { resetPassword: true, reason: 'Forgotten' });
    expect([reset.status, reset.body.code]).toEqual([422, 'accounts.administrator-reset']);
    expect((await change('administrator2', { language: 'ky' })).status).toBe(200);
  });

  it('are seen by administrators and auditors, and kept by administrators only', async () => {
    for (const username of ['officer.osh', 'commander', 'custodian', 'chemist', 'prosecutor']) {
      expect([username, (await t.as(username).get('/accounts')).status, (await t.as(username).get('/role-grants')).status]).toEqual([username, 403, 403]);
      expect((await t.as(username).post('/accounts', {})).status).toBe(403);
    }
    expect((await t.as('auditor').get('/accounts')).body.items.length).toBeGreaterThan(10);
    expect((await t.as('auditor').get('/role-grants?status=confirmed')).body.items.length).toBeGreaterThan(10);
    const { id } = await accountOf('chemist');
    expect((await t.as('auditor').patch(`/accounts/${id}`, { language: 'ky' }, { 'If-Match': '"1"' })).status).toBe(403);
    expect((await t.as('auditor').post(`/accounts/${id}/roles`, { role: 'officer' })).status).toBe(403);
    expect((await t.as('nobody').get('/accounts')).status).toBe(401);
  });
});
