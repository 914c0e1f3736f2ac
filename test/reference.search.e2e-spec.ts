import { tamga, type Tamga } from './support/tamga.ts';

describe('reference data are found however they are spelt', () => {
  let t: Tamga;
  beforeAll(async () => { t = await tamga(); });
  afterAll(() => t.stop());

  const find = async (path: string, q: string, more = ''): Promise<string[]> => {
    const { status, body } = await t.as('officer.osh').get(`/${path}?q=${encodeURIComponent(q)}${more}`);
    expect([status, q]).toEqual([200, q]);
    return body.items.map((item: { code: string }) => item.code);
  };

  it.each([
    ['41706226000000', ['Кара-Суу', 'Kara-Suu', 'karasuu', 'KARA SUU', 'карасуу', 'Карасу', 'Kara-Suu District', 'Кара-Сууский район', 'Кара-Суу району', '41706226000000']],
    ['KG-J', ['Jalal-Abad', 'Джалал-Абад', 'Жалал-Абад', 'jalalabad', 'Dzhalal-Abad', 'Жалал-Абад облусу', 'KG-J', 'kg-j']],
    ['KG-Y', ['Ысык-Көл', 'Иссык-Куль', 'Issyk-Kul', 'issyk kul', 'Ysyk-Köl', 'Ысык-кол', 'Иссык Кул']],
    ['KG-C', ['Chui', 'Chuy', 'Чуй', 'Чүй', 'Чуйская область', 'Chüy']],
    ['KG-GB', ['Bishkek', 'Бишкек', 'Фрунзе', 'г. Бишкек']],
    ['KG-O', ['Osh', 'Ош', 'Ошская область', 'Ош облусу']],
    ['41702205000000', ['Ak-Suu', 'Ак-Суу', 'aksuu', "Ak'Suu"]],
  ])('%s', async (code, spellings) => {
    for (const q of spellings) expect({ q, first: (await find('territories', q))[0] }).toEqual({ q, first: code });
  });

  it('a former name finds the place, and each day has its own name', async () => {
    expect(await find('territories', 'Исфана')).toEqual(['41705236610010']);
    const { body: then } = await t.as('auditor').get('/territories/41705236610010?on=2020-11-14');
    const { body: now } = await t.as('auditor').get('/territories/41705236610010');
    expect([then.names.ru, now.names.ru]).toEqual(['г. Исфана', 'г. Раззаков']);
    expect(now.namesOverTime.map(({ from, to }: { from: string; to: string }) => [from, to])).toEqual([[null, '2022-03-16'], ['2022-03-16', null]]);
    expect(now.path.map(({ code }: { code: string }) => code)).toEqual(['KG', 'KG-B', '41705236000000']);
  });

  it.each([
    ['heroin', ['heroin', 'Героин', 'ГЕРОИН', '561-27-3']],
    ['cannabis_resin', ['hashish', 'гашиш', 'Cannabis resin (hashish)', 'cannabis_resin']],
    ['cannabis_herb', ['marijuana', 'марихуана', 'анаша']],
    ['sulfuric_acid', ['sulfuric acid', 'серная кислота', 'sulfuric-acid', 'күкүрт кислотасы']],
  ])('%s', async (code, spellings) => {
    for (const q of spellings) expect({ q, first: (await find('substances', q))[0] }).toEqual({ q, first: code });
  });

  it('what is sought stands before what begins with it, and that before what only holds it', async () => {
    const found = await find('substances', 'fentanyl', '&limit=200');
    expect(found[0]).toBe('fentanyl');
    expect(found.length).toBeGreaterThan(5);
    const texts = await t.sql('superuser', `select code, tamga.search_rank(search, 'fentanyl') as rank from substances where code = any($1)`, [found]);
    const ranks = found.map((code) => texts.find((each) => each.code === code)!.rank as number);
    expect(ranks).toEqual([...ranks].sort());
  });

  it('pages of a search hold everything once, in the order of the whole', async () => {
    const whole = await find('substances', 'an', '&limit=200&class=drug');
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await t.as('analyst').get(`/substances?q=an&limit=40&class=drug&on=2020-12-01${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.items.map((item: { code: string }) => item.code));
      cursor = body.nextCursor;
    }
    expect(seen.length).toBeGreaterThan(40);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(0, whole.length)).toEqual(whole);
  });

  it('countries answer to their codes and names', async () => {
    expect((await find('countries', 'AF'))[0]).toBe('AF');
    expect((await find('countries', 'Афганистан'))[0]).toBe('AF');
    expect((await find('countries', 'cote d’ivoire'))[0]).toBe('CI');
  });

  it('words without a letter find nothing, and are no pattern', async () => {
    for (const q of ['%', '_', '--', '|', "' or 1=1 --"]) expect(await find('substances', q)).toEqual([]);
    for (const bad of ['q=', 'q=a&q=b', 'on=yesterday', 'on=2020-02-30', 'group=spices', 'colour=red', 'limit=0', 'q=%00', 'cursor=abc']) {
      expect([bad, (await t.as('officer.osh').get(`/substances?${bad}`)).status]).toEqual([bad, 400]);
    }
  });

  it('lists leave as CSV, and territories as GeoJSON', async () => {
    const csv = await t.as('analyst').get('/substances?q=heroin', { Accept: 'text/csv' });
    expect(csv.text.split('\n')[0]).toContain('code,names.en');
    expect(csv.text.split('\n')[1]).toMatch(/^heroin,/);
    const { text } = await t.as('analyst').get('/territories?rank=oblast', { Accept: 'application/geo+json' });
    expect(JSON.parse(text).features).toHaveLength(7);
  });
});
