import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaredErrors } from '../src/platform/errors.ts';
import { undeclaredTitles } from '../src/platform/problem.filter.ts';
import { ky } from '../src/platform/titles/ky.ts';
import { ru } from '../src/platform/titles/ru.ts';
import { titleOf } from '../src/platform/titles/titles.ts';
import { filesIn, root } from './architecture/sources.ts';
import { tamga, type Tamga } from './support/tamga.ts';

const spoken = { ru, ky };
const each = ['ru', 'ky'] as const;

describe('titles of problems', () => {
  const english = new Map<string, string>(Object.entries(undeclaredTitles));
  beforeAll(async () => {
    const declaring = filesIn('src', /\.ts$/).map((path) => join(root, path)).filter((path) => /\bdefine\(\s*'/.test(readFileSync(path, 'utf8')));
    for (const path of declaring) await import(path);
    for (const { code, title } of declaredErrors()) english.set(code, title);
  });

  it('are found from wherever they are declared', () => {
    expect(english.size).toBeGreaterThan(150);
  });

  it.each(each)('are there in %s for every code, and for no other', (language) => {
    expect(Object.keys(spoken[language]).sort()).toEqual([...english.keys()].sort());
  });

  it.each(each)('say something of their own in %s, in one line and in its letters', (language) => {
    const wrong = Object.entries(spoken[language]).filter(([code, title]) =>
      title === english.get(code) || !/[а-я]{2}/.test(title) || (language === 'ru' && /[ңөү]/i.test(title)) || title !== title.trim() || /[\n.]$/.test(title) || title.length > 200);
    expect(wrong).toEqual([]);
  });

  it('differ between Russian and Kyrgyz', () => {
    expect(Object.keys(ru).filter((code) => ru[code] === ky[code])).toEqual([]);
  });

  it.each(each)('name in %s what the English names for programs: fields, headers, routes', (language) => {
    const names = (text: string) => [...text.matchAll(/`[^`]+`|POST \/[\w/-]+|\b[a-z]+[A-Z]\w+|\bTamga-Role\b|\bIf-Match\b|\bETag\b/g)].map(([name]) => name).sort();
    const wrong = [...english].filter(([code, title]) => !names(title).every((name) => spoken[language][code]?.includes(name)));
    expect(wrong).toEqual([]);
  });

  it('fall back to English where a language has none', () => {
    expect([titleOf('no.such-code', 'Plain', 'ky'), titleOf('internal', 'Plain', 'en'), titleOf('internal', 'Plain', 'ru')]).toEqual(['Plain', 'Plain', ru['internal']]);
  });
});

describe('a refusal', () => {
  let t: Tamga;
  beforeAll(async () => {
    t = await tamga();
  });
  afterAll(() => t.stop());

  const missing = (language?: string, who = 'officer.osh') => t.as(who).get(`/cases/${randomUUID()}`, language === undefined ? {} : { 'Accept-Language': language });

  it.each([['ru', 'ru'], ['ky-KG, ru;q=0.5', 'ky'], ['de', 'en'], ['en', 'en'], [undefined, 'en']] as const)('asked for in %s is titled in %s', async (wanted, given) => {
    const { status, headers, body } = await missing(wanted);
    const title = titleOf('record.not-found', 'There is no such record for you', given);
    expect({ status, language: headers['content-language'], body }).toMatchObject({ status: 404, language: given, body: { code: 'record.not-found', title, detail: title } });
  });

  it('speaks the language of the account where none is asked for', async () => {
    const { body } = await t.as('administrator').get('/accounts?q=officer.chuy');
    const { id, version } = body.items.find((one: { username: string }) => one.username === 'officer.chuy');
    expect((await t.as('administrator').patch(`/accounts/${id}`, { language: 'ky' }, { 'If-Match': `"${version}"` })).status).toBe(200);
    expect((await missing(undefined, 'officer.chuy')).body.title).toBe(ky['record.not-found']);
    expect((await missing('ru', 'officer.chuy')).body.title).toBe(ru['record.not-found']);
  });

  it('speaks to a caller without a session, at an unknown route, and of a body that cannot be read', async () => {
    const russian = { 'Accept-Language': 'ru' };
    const replies = [await missing('ru', 'nobody'), await t.as('nobody').get('/nowhere', russian), await t.as('officer.osh').post('/cases', '{', russian),
      await t.as('nobody').post('/sessions', { username: 'officer.osh', password: 'not the password' }, russian)];
    expect(replies.map(({ body, headers }) => [body.title, headers['content-language']])).toEqual(
      ['session.missing', 'route.unknown', 'body.malformed', 'session.wrong-credentials'].map((code) => [ru[code], 'ru']));
  });

  it('keeps a detail with particulars as it is, and says each plain fault in the language', async () => {
    const { body } = await t.as('officer.osh').post('/cases', { title: 'x', programmes: ['NONE'], registeredAt: '2190-01-01T00:00:00Z' }, { 'Accept-Language': 'ky' });
    expect(body).toMatchObject({ code: 'body.invalid', title: ky['body.invalid'] });
    expect(body.errors).toEqual(expect.arrayContaining([
      { pointer: '/registeredAt', code: 'time.ahead', detail: ky['time.ahead'] }, expect.objectContaining({ code: 'code.unknown', detail: 'NONE is not known' }),
    ]));
  });
});
