import { setUp } from '../src/setup.ts';
import { Caller, tamga, type Tamga } from './support/tamga.ts';
import { demoPassword } from './support/cluster.ts';
import { loadArticle } from '../src/demonstration/article.ts';

let t: Tamga;
beforeAll(async () => {
  t = await tamga();
  await loadArticle(t.settings);
}, 60_000);
afterAll(() => t.stop());

/** What is held in memory is read when it is first needed: whatever the first request after a start asks for is answered. */
it.each(['/seizures', '/exhibits', '/reported-figures', '/operations', '/cases', '/units', '/substances', '/territories?q=Osh', '/resources',
  '/reports/seizures?from=2020-11-01&to=2021-01-01&by=substance,territory', '/reports/operations?from=2020-11-01&to=2021-01-01&by=unit'])('the first request after a start may be GET %s', async (path) => {
  const app = await setUp(t.settings);
  try {
    const { body } = await new Caller(app, () => Promise.resolve(undefined)).post('/sessions', { username: 'coordinator', password: demoPassword });
    const reply = await new Caller(app, () => Promise.resolve(body.accessToken)).get(path);
    expect(reply.status).toBe(200);
    expect((reply.body.items ?? reply.body.rows).length).toBeGreaterThan(0);
  } finally {
    await app.close();
  }
});
