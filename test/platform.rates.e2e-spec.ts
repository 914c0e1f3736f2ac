import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
beforeAll(async () => {
  t = await tamga({ RATE_LIMIT: '20' });
}, 60_000);
afterAll(() => t.stop());

it('an account that asks too often is told when to come back, and others are not held up', async () => {
  await t.as('officer.osh').get('/me');
  const replies = [];
  for (let n = 0; n < 60; n += 1) replies.push(await t.as('officer.osh').get('/me'));
  const refused = replies.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]!.body.code).toBe('rate.exceeded');
  expect(Number(refused[0]!.headers['retry-after'])).toBeGreaterThan(0);
  expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(19);
  expect((await t.as('coordinator').get('/me')).status).toBe(200);
});

it('guessing passwords is bounded by the address, whatever token comes with each guess', async () => {
  const replies = [];
  for (let n = 0; n < 60; n += 1) replies.push(await t.as('nobody').post('/sessions', { username: `nobody.${n}` }, { authorization: `Bearer ${'x'.repeat(30)}${n}` }));
  expect(replies.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
});
