import { newId } from '../src/platform/ids.ts';
import { setUp } from '../src/setup.ts';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
beforeAll(async () => {
  t = await tamga();
  await t.as('officer.osh').get('/me');
}, 60_000);
afterAll(() => t.stop());

const seizure = (id: string) => ({ id, seizedAt: '2021-03-14T05:40:00+06:00', lines: [{ substance: 'heroin', quantity: '1', unit: 'kg' }] });
const cutAll = () => t.sql('superuser', `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'tamga_service'`);

describe('when connections to the database are cut', () => {
  it('each request is answered, what was acknowledged is there, and sending again makes exactly one of each', async () => {
    const ids = Array.from({ length: 120 }, () => newId());
    const acknowledged: string[] = [];
    const cutting = (async () => {
      for (let n = 0; n < 6; n += 1) {
        await new Promise((resolve) => setTimeout(resolve, 15));
        await cutAll();
      }
    })();
    for (const batch of Array.from({ length: 12 }, (_, n) => ids.slice(n * 10, n * 10 + 10))) {
      const replies = await Promise.all(batch.map((id) => t.as('officer.osh').post('/seizures', seizure(id))));
      replies.forEach(({ status, headers, body }, n) => {
        expect([201, 503]).toContain(status);
        if (status === 201) acknowledged.push(batch[n]!);
        else expect([headers['retry-after'], body.code]).toEqual(['1', 'service.unavailable']);
      });
    }
    await cutting;
    const there = new Set((await t.sql('superuser', 'select id from seizures where id = any($1)', [ids])).map(({ id }) => id));
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    const again = await Promise.all(ids.map(async (id) => {
      let reply = await t.as('officer.osh').post('/seizures', seizure(id));
      while (reply.status === 503) reply = await t.as('officer.osh').post('/seizures', seizure(id));
      return reply.status;
    }));
    expect(again.every((status) => status === 200 || status === 201)).toBe(true);
    expect(await t.sql('superuser', 'select count(*)::int as n, count(distinct number)::int as numbers from seizures where id = any($1)', [ids])).toEqual([{ n: 120, numbers: 120 }]);
    expect((await t.as('nobody').get('/health/ready')).status).toBe(200);
  });
});

describe('when the database cannot be had in time', () => {
  it('a request that waits for a lock too long is refused for now, and nothing is half-written', async () => {
    const { body } = await t.as('officer.osh').post('/seizures', seizure(newId()));
    const holding = t.sql('superuser', `begin; select * from seizures where id = '${body.id}' for update; select pg_sleep(3); commit`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const reply = await t.as('officer.osh').post(`/seizures/${body.id}/amendments`, { reason: 'x', place: 'y' }, { 'If-Match': '"1"' });
    expect([reply.status, reply.body.code]).toEqual([503, 'service.unavailable']);
    await holding;
    expect((await t.as('officer.osh').get(`/seizures/${body.id}`)).body).toMatchObject({ version: 1, place: null });
  });

  it('a deadlock or serialization failure is tried again by itself', async () => {
    const [a, b] = [await t.as('officer.osh').post('/seizures', seizure(newId())), await t.as('officer.osh').post('/seizures', seizure(newId()))];
    await t.sql('superuser', `create or replace function tamga.fail_once() returns trigger language plpgsql as $$ begin
      if nextval('tamga.failures') <= 3 then raise exception 'again' using errcode = '40001'; end if; return new; end $$`);
    await t.sql('superuser', `create sequence tamga.failures; grant usage on sequence tamga.failures to public; create trigger a_fail_once before insert on tamga.seizure_amendments for each row execute function tamga.fail_once()`);
    const reply = await t.as('officer.osh').post(`/seizures/${a.body.id}/amendments`, { reason: 'x', place: 'y' }, { 'If-Match': '"1"' });
    await t.sql('superuser', 'drop trigger a_fail_once on tamga.seizure_amendments');
    expect([reply.status, reply.body.place, b.status]).toEqual([200, 'y', 201]);
  });
});

describe('a database that is not ready for this build', () => {
  it('stops the start with what to do', async () => {
    await t.sql('superuser', 'delete from tamga.migrations where id = (select max(id) from tamga.migrations)');
    await expect(setUp(t.settings)).rejects.toThrow('run `node dist/src/migrate.js`');
    expect((await t.as('nobody').get('/health/ready')).body).toMatchObject({ status: 'not ready', checks: { database: true, migrations: false } });
  });
});
