import { randomBytes } from 'node:crypto';
import { administrators } from '../src/administrators.ts';
import { migrate } from '../src/migrate.ts';
import { setUp } from '../src/setup.ts';
import { settingsFor, superuser } from './support/cluster.ts';
import { Tamga } from './support/tamga.ts';

/** A database as production finds it: its schema, and nobody in it. */
describe('first administrators', () => {
  let t: Tamga;
  beforeAll(async () => {
    const database = `tamga_${randomBytes(6).toString('hex')}`;
    const root = await superuser('postgres');
    await root.query(`create database ${database}`);
    await root.end();
    const settings = settingsFor(database);
    await migrate(settings);
    t = new Tamga(await setUp(settings), settings, database);
  });
  afterAll(() => t.stop());

  const two = ['s.volkov', 'Volkov, Sergei', 'z.akmatova', 'Akmatova, Zhyldyz, Bekovna'];
  const run = (...args: string[]) => administrators(t.settings, args);
  const open = (username: string, password: string) => t.as('nobody').post('/sessions', { username, password });
  const settle = async (username: string, password: string, next: string) => {
    const { body } = await open(username, password);
    const headers = { authorization: `Bearer ${body.accessToken}` };
    expect((await t.as('nobody').get('/me', headers)).body.code).toBe('session.password-change-required');
    expect((await t.as('nobody').post('/me/password', { current: password, next }, headers)).status).toBe(204);
    return headers;
  };

  it('are two persons, named', async () => {
    await expect(run()).rejects.toThrow(/npm run administrators/);
    await expect(run('s.volkov', 'Volkov, Sergei')).rejects.toThrow(/Two administrators are to be made, 1 named/);
    await expect(run('s.volkov', 'Volkov, Sergei', 's.volkov2', 'Volkov, Sergei')).rejects.toThrow(/two persons/);
    await expect(run('S Volkov', 'Volkov, Sergei', ...two.slice(2))).rejects.toThrow(/no user name/);
    await expect(run('s.volkov', 'Volkov', ...two.slice(2))).rejects.toThrow(/no name/);
    await expect(run('system', 'Volkov, Sergei', ...two.slice(2))).rejects.toThrow(/taken/);
    await expect(administrators(Object.assign(settingsFor(t.database), { MIGRATION_DATABASE_URL: undefined }), two)).rejects.toThrow(/MIGRATION_DATABASE_URL/);
    expect(await t.sql('superuser', `select from role_grants`)).toHaveLength(0);
  });

  it('get one-time passwords, change them, and then make others', async () => {
    const [first, second] = await run(...two);
    expect([first!.username, second!.username]).toEqual(['s.volkov', 'z.akmatova']);
    expect(first!.password).not.toBe(second!.password);
    const [one, other] = [await settle('s.volkov', first!.password, 'four herons over Son-Kul'), await settle('z.akmatova', second!.password, 'nine apricots and a saddle')];
    const made = await t.as('nobody').post('/accounts', { username: 'auditor.one', name: { familyName: 'Orozbekova', givenName: 'Nazgul' } }, one);
    const proposed = await t.as('nobody').post(`/accounts/${made.body.id}/roles`, { role: 'auditor' }, one);
    expect((await t.as('nobody').post(`/role-grants/${proposed.body.id}/confirmation`, {}, other)).status).toBe(200);
    const changes = await t.sql('superuser', `select distinct action, role, person_id from audit.change_event where action like 'administrators.%'`);
    expect(changes).toEqual([{ action: 'administrators.make', role: 'owner', person_id: '00000000-0000-7000-8000-000000000001' }]);
  });

  it('are not made again while there are two', async () => {
    await expect(run('e.third', 'Third, Emil', 'f.fourth', 'Fourth, Farida')).rejects.toThrow(/Two active administrators exist/);
  });

  it('are let in again, enabled and released, with a one-time password, and history says so', async () => {
    await t.sql('superuser', `update credentials set locked_at = clock_timestamp()`);
    expect((await open('s.volkov', 'four herons over Son-Kul')).body.code).toBe('session.locked');
    const [issued] = await run('--recover', 's.volkov');
    expect((await open('s.volkov', 'four herons over Son-Kul')).status).toBe(401);
    await settle('s.volkov', issued!.password, 'eleven foals near At-Bashy');
    const [change] = await t.sql('superuser', `select e.person_id, b.reason from audit.change_event e join audit.change_body b using (seq) where e.action = 'administrators.recover'`);
    expect(change).toEqual({ person_id: '00000000-0000-7000-8000-000000000001', reason: 'an administrator let in again by the keeper of the database' });
    await expect(run('--recover', 'auditor.one')).rejects.toThrow(/no administrator/);
    await expect(run('--recover', 'nobody')).rejects.toThrow(/no administrator/);
    await expect(run('--recover')).rejects.toThrow(/npm run administrators/);
  });

  it('are completed to two where one is left', async () => {
    const [grant] = await t.sql('superuser', `select g.id from role_grants g join accounts a on a.id = g.account_id where a.username = 'z.akmatova'`);
    const { body } = await open('s.volkov', 'eleven foals near At-Bashy');
    const headers = { authorization: `Bearer ${body.accessToken}` };
    expect((await t.as('nobody').post(`/role-grants/${grant!.id}/revocation`, { reason: 'Left the service' }, headers)).status).toBe(200);
    await expect(run(...two)).rejects.toThrow(/One administrator is to be made, 2 named/);
    expect(await run('e.third', 'Third, Emil')).toHaveLength(1);
  });
});
