import { demoPassword } from './support/cluster.ts';
import { tamga, type Tamga } from './support/tamga.ts';

describe('sessions', () => {
  let t: Tamga;
  beforeAll(async () => { t = await tamga(); });
  afterAll(() => t.stop());

  const open = (username: string, password = demoPassword) => t.as('nobody').post('/sessions', { username, password });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const me = (token: string) => t.as('nobody').get('/me', bearer(token));

  it('opens, tells who one is, and ends', async () => {
    const { status, body } = await open('officer.osh');
    expect(status).toBe(201);
    expect(body).toEqual({ accessToken: expect.any(String), expiresAt: expect.stringMatching(/Z$/), refreshToken: expect.any(String) });
    expect((await me(body.accessToken)).body).toMatchObject({ account: 'officer.osh', officer: 'OFF-0007', unit: 'CNS-OSH', roles: ['officer'], clearance: 'confidential' });
    expect((await t.as('nobody').delete('/sessions/current', bearer(body.accessToken))).status).toBe(204);
    expect((await me(body.accessToken)).status).toBe(401);
    expect((await t.as('nobody').post('/sessions/refresh', { refreshToken: body.refreshToken })).status).toBe(401);
  });

  it('keeps tokens and passwords as hashes only', async () => {
    const { body } = await open('officer.chuy');
    const rows = await t.sql('superuser', `select s::text || c::text as kept from sessions s join credentials c on c.account_id = s.account_id`);
    const kept = rows.map((row) => row.kept as string).join('\n');
    for (const secret of [body.accessToken, body.refreshToken, demoPassword]) expect(kept).not.toContain(secret);
    expect(kept).toContain('$argon2id$');
  });

  it('rotates tokens, and a used refresh token that comes back ends the session', async () => {
    const first = (await open('officer.chuy')).body;
    const second = await t.as('nobody').post('/sessions/refresh', { refreshToken: first.refreshToken });
    expect(second.status).toBe(201);
    expect((await me(first.accessToken)).status).toBe(401);
    expect((await me(second.body.accessToken)).status).toBe(200);
    const again = await t.as('nobody').post('/sessions/refresh', { refreshToken: first.refreshToken });
    expect([again.status, again.body.code]).toEqual([401, 'session.refresh-refused']);
    expect((await me(second.body.accessToken)).status).toBe(401);
    expect((await t.as('nobody').post('/sessions/refresh', { refreshToken: second.body.refreshToken })).status).toBe(401);
  });

  it('ends the session where two exchange the same refresh token at once: one of them is a thief', async () => {
    const { refreshToken } = (await open('officer.chuy')).body;
    const answers = await Promise.all([1, 2].map(() => t.as('nobody').post('/sessions/refresh', { refreshToken })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
    const { accessToken } = answers.find(({ status }) => status === 201)!.body;
    expect((await me(accessToken)).status).toBe(401);
  });

  it('refuses a session left idle, and one past its end', async () => {
    const idle = (await open('officer.chuy')).body;
    await t.sql('superuser', `update sessions set last_used_at = last_used_at - interval '31 minutes' where revoked_at is null`);
    expect((await t.as('nobody').post('/sessions/refresh', { refreshToken: idle.refreshToken })).status).toBe(401);
    const late = (await open('officer.chuy')).body;
    await t.sql('superuser', `update sessions set expires_at = clock_timestamp() where revoked_at is null`);
    expect((await t.as('nobody').post('/sessions/refresh', { refreshToken: late.refreshToken })).status).toBe(401);
    expect((await me(late.accessToken)).status).toBe(401);
  });

  it('asks for the password again before a sensitive act', async () => {
    const { accessToken } = (await open('coordinator')).body;
    const stepUp = (password: string) => t.as('nobody').post('/sessions/current/step-up', { password }, bearer(accessToken));
    const wrong = await stepUp('wrong');
    expect([wrong.status, wrong.body.code]).toEqual([403, 'session.step-up-required']);
    expect((await stepUp(demoPassword)).status).toBe(204);
  });

  it('says the same of a wrong name as of a wrong password', async () => {
    const [wrongName, wrongPassword] = [await open('nobody.at.all', 'x'), await open('analyst', 'x')];
    for (const { status, body } of [wrongName, wrongPassword]) expect([status, body.code]).toEqual([401, 'session.wrong-credentials']);
    expect(wrongName.body.detail).toBe(wrongPassword.body.detail);
  });

  it('locks after five failures, wherever they were made, ends what is open, and an administrator releases it', async () => {
    const { accessToken } = (await open('officer.bishkek')).body;
    expect((await t.as('nobody').post('/sessions/current/step-up', { password: 'x' }, bearer(accessToken))).status).toBe(403);
    expect((await t.as('nobody').post('/me/password', { current: 'x', next: 'four herons over Son-Kul' }, bearer(accessToken))).status).toBe(401);
    for (const expected of [401, 401, 403]) expect((await open('officer.bishkek', 'x')).status).toBe(expected);
    expect((await me(accessToken)).status).toBe(401);
    const locked = await open('officer.bishkek');
    expect([locked.status, locked.body.code]).toEqual([403, 'session.locked']);

    const [account] = (await t.as('administrator').get('/accounts?isLocked=true')).body.items;
    expect(account.username).toBe('officer.bishkek');
    const released = await t.as('administrator').patch(`/accounts/${account.id}`, { unlock: true, reason: 'Called back on the known number' }, { 'If-Match': `"${account.version}"` });
    expect(released.body).toMatchObject({ isLocked: false, version: account.version + 1 });
    expect((await open('officer.bishkek')).status).toBe(201);
  });

  it('forgets failures that are older than fifteen minutes', async () => {
    for (let count = 0; count < 4; count += 1) await open('chemist', 'x');
    await t.sql('superuser', `update credentials set failing_since = failing_since - interval '16 minutes'`);
    expect((await open('chemist', 'x')).status).toBe(401);
    expect((await open('chemist')).status).toBe(201);
  });

  it('lets the service see a password only as the gate', async () => {
    for (const persona of ['officer', 'commander', 'auditor', 'administrator', 'analyst']) {
      await expect(t.sql(persona, 'select password_hash from credentials')).rejects.toThrow(/permission denied/);
    }
    for (const persona of ['officer', 'auditor', 'commander']) await expect(t.sql(persona, 'select access_hash from sessions')).rejects.toThrow(/permission denied/);
    await expect(t.sql('service', 'select from credentials')).rejects.toThrow(/permission denied/);
  });
});
