import { permissions, type Permission } from '../src/access/permissions.ts';
import { newId } from '../src/platform/ids.ts';
import { roles } from '../src/platform/roles.ts';
import { makeWorld, type RecordName, type World } from './support/matrix-world.ts';
import { Api, routesOf, type Route } from './support/routes.ts';
import { tamga, type Reply, type Tamga } from './support/tamga.ts';

/*
 * Every route × every role × {own unit, sibling unit, no session}. What a role may do is in access/permissions.ts; what it
 * may see is in `sees`; which record stands at which address is in `addresses`. A route that is in none of them fails.
 */

/** Who asks. Every role once, and a commander of the whole service beside one of a single unit. */
const callers = [
  { who: 'officer.osh', role: 'officer' }, { who: 'commander.osh', role: 'commander' }, { who: 'commander', role: 'commander' }, { who: 'coordinator', role: 'coordinator' },
  { who: 'custodian', role: 'custodian' }, { who: 'chemist', role: 'chemist' }, { who: 'analyst', role: 'analyst' }, { who: 'auditor', role: 'auditor' },
  { who: 'prosecutor', role: 'prosecutor' }, { who: 'administrator', role: 'administrator' },
] as const;
type Caller = (typeof callers)[number];

type Side = 'own' | 'sibling';
/** Of records that their role lets them read at all. The prosecutor is a member of the own unit's case, and of no other. */
function sees({ who, role }: Caller, side: Side, record: RecordName): boolean {
  if (role === 'custodian' || role === 'chemist') return false; // nothing of this world was offered to the store or the laboratory
  if (role === 'prosecutor') return side === 'own' && !outsideCases.includes(record);
  return role === 'coordinator' || role === 'analyst' || role === 'auditor' || who === 'commander' || side === 'own';
}
/** Plans of a period are no case's; that an operation has its place in one belongs to the operation. */
const outsideCases: readonly RecordName[] = ['activityPlan', 'assessment'];

/** The records that each address names, in the order of its parameters. */
const addresses: Record<string, RecordName[]> = {
  '/cases/{id}': ['case'], '/cases/{id}/transitions': ['case'], '/cases/{id}/history': ['case'], '/cases/{id}/thread': ['case'],
  '/cases/{id}/members': ['case'], '/cases/{id}/registrations': ['case'], '/cases/{id}/offences': ['case'], '/cases/{id}/decisions': ['case'],
  '/cases/{id}/subjects': ['case'], '/cases/{id}/detentions': ['case'],
  '/case-members/{id}': ['member'], '/case-members/{id}/end': ['member'],
  '/case-registrations/{id}': ['registration'], '/case-registrations/{id}/withdrawal': ['registration'],
  '/case-offences/{id}': ['offence'], '/case-offences/{id}/requalification': ['offence'], '/case-offences/{id}/end': ['offence'],
  '/decisions/{id}': ['decision'],
  '/subjects/{id}': ['subject'], '/case-subjects/{id}': ['caseSubject'], '/case-subjects/{id}/role': ['caseSubject'], '/case-subjects/{id}/end': ['caseSubject'],
  '/detentions/{id}': ['detention'], '/detentions/{id}/release': ['detention'],
  '/operations/{id}': ['operation'], '/operations/{id}/transitions': ['operation'], '/operations/{id}/waivers': ['operation'], '/operations/{id}/history': ['operation'],
  '/operations/{id}/thread': ['operation'], '/operations/{id}/log': ['operation'], '/operations/{id}/log/{entry}': ['operation', 'entry'],
  '/operations/{id}/outcomes': ['operation'], '/operations/{id}/outcomes/{outcome}': ['operation', 'outcome'], '/operations/{id}/debrief': ['operation'],
  '/operations/{id}/authorities': ['operation'], '/operations/{id}/authorities/{authority}': ['operation', 'authority'],
  '/operations/{id}/participants': ['operation'], '/operations/{id}/participants/{participant}': ['operation', 'participant'],
  '/operations/{id}/participants/{participant}/departure': ['operation', 'participant'],
  '/operations/{id}/subjects': ['operation'], '/operations/{id}/subjects/{link}': ['operation', 'operationSubject'], '/operations/{id}/subjects/{link}/end': ['operation', 'operationSubject'],
  '/operations/{id}/plans': ['operation'], '/plans/{id}': ['plan'],
  '/activity-plans/{id}': ['activityPlan'], '/activity-plans/{id}/operations': ['activityPlan'], '/activity-plans/{id}/operations/{placement}': ['activityPlan', 'placement'],
  '/activity-plans/{id}/operations/{placement}/end': ['activityPlan', 'placement'], '/activity-plans/{id}/assessments': ['activityPlan'],
  '/activity-plans/{id}/assessments/{assessment}': ['activityPlan', 'assessment'],
  '/seizures/{id}': ['seizure'], '/seizures/{id}/lines': ['seizure'], '/seizures/{id}/lines/{line}/valuations': ['seizure', 'line'], '/seizures/{id}/credits': ['seizure'],
  '/seizures/{id}/amendments': ['seizure'], '/seizures/{id}/void': ['seizure'], '/seizures/{id}/history': ['seizure'], '/seizure-amendments/{id}': ['amendment'], '/seizure-amendments/{id}/decision': ['amendment'],
  '/seizures/{id}/subjects': ['seizure'], '/seizures/{id}/subjects/{link}': ['seizure', 'seizureSubject'], '/seizures/{id}/subjects/{link}/end': ['seizure', 'seizureSubject'],
  '/exhibits/{id}': ['exhibit'],
};

/** Lists of records in scope: what stands in them is what their reader may see. */
const lists: Record<string, RecordName> = {
  '/cases': 'case', '/subjects': 'subject', '/operations': 'operation', '/activity-plans': 'activityPlan', '/seizures': 'seizure', '/exhibits': 'exhibit',
};

/** Nobody's in particular: reference data, the service's tree, its people and accounts. Open to every role that holds the permission. */
const open: readonly RegExp[] = [
  /^\/(substances|substance-controls|territories|countries|measurement-units|conversion-factors|prices|exchange-rates|statutory-sizes|programmes)(\/|$)/,
  /^\/(units|officers|resources)(\/|$)/, /^\/(accounts|role-grants)(\/|$)/, /^\/reported-figures(\/|$)/, /^\/reports\//, /^\/(me|me\/password|sessions|sessions\/refresh|sessions\/current|sessions\/current\/step-up)$/,
];

/** Bodies that need to name what is there, where the document's example cannot. */
const bodies: Record<string, (world: World) => object> = {
  'POST /seizures/{id}/credits': ({ operation }) => ({ credits: [{ operationId: operation, sharePercent: '50' }], reason: 'Joint operation' }),
  'POST /activity-plans/{id}/operations': ({ operation }) => ({ operationId: operation }),
  'POST /operations/{id}/debrief': () => ({ id: undefined }), // there is one, and it has an id already
  'POST /cases/{id}/detentions': ({ subject }) => ({ subject, at: '2021-03-14T05:40:00+06:00' }),
};

let t: Tamga;
let api: Api;
let routes: Route[];
let worlds: Record<Side, World>;
beforeAll(async () => {
  t = await tamga();
  api = new Api(t.app);
  routes = routesOf(t.app).filter(({ path }) => !/^\/(health|metrics)/.test(path));
  worlds = { own: await makeWorld(t, 'officer.osh', 'CNS-OSH', 'prosecutor'), sibling: await makeWorld(t, 'officer.chuy', 'CNS-CHUY') };
}, 120_000);
afterAll(() => t.stop());

const faults: string[] = [];
beforeEach(() => faults.splice(0));
afterEach(() => {
  if (faults.length > 0) throw new Error(`${faults.length} answers are not what the matrix says:\n${faults.slice(0, 60).join('\n')}`);
});
const expectStatus = (what: string, { status, text, body }: Reply, expected: readonly number[]) => {
  if (!expected.includes(status)) faults.push(`${what}: ${status} instead of ${expected.join('/')}: ${text.slice(0, 180)}`);
  else if (status >= 400 && typeof body?.code !== 'string') faults.push(`${what}: ${status} without a code`);
};

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const guarded = () => routes.filter(({ permission }) => permission !== 'public');
const scoped = () => routes.filter(({ path }) => addresses[path]);
const mayAct = ({ role }: Caller, { permission }: Route) => (permissions[permission as Permission] as readonly string[]).includes(role);
const at = (path: string, ids: readonly string[]) => ids.reduce((address, id) => address.replace(/\{\w+\}/, id), path);
const placeIn = (world: World, path: string) => at(path, addresses[path]!.map((name) => world[name]));
const nowhere = (path: string) => path.replace(/\{\w+\}/g, () => newId());
const ask = (who: string, route: Route, path: string, body?: unknown, headers: Record<string, string> = {}) => t.as(who).send(route.method, path, route.method === 'GET' ? undefined : body, headers);
const stale = { 'if-match': '"999999"' };
const bodyFor = (route: Route, world: World) => {
  if (!route.command) return undefined;
  const example = api.exampleOf(api.operations.find(({ method, path }) => method === route.method && path === route.path)!.body) as Record<string, unknown>;
  return { ...example, ...('id' in example && route.method === 'POST' ? { id: newId() } : {}), ...bodies[nameOf(route)]?.(world) };
};
/** An answer without what differs from request to request. */
const essence = ({ status, body, headers }: Reply) => ({ status, body: { ...body, instance: undefined }, type: headers['content-type'], etag: headers['etag'] });

it('has every route of the document, and no other', () => {
  const documented = api.operations.map(({ path }) => path);
  const missing = documented.filter((path) => !addresses[path] && !lists[path] && !open.some((form) => form.test(path)));
  expect(missing).toEqual([]);
  expect([...Object.keys(addresses), ...Object.keys(lists)].filter((path) => !documented.includes(path))).toEqual([]);
  expect(new Set(callers.map(({ role }) => role))).toEqual(new Set(roles));
});

describe('before anything else is looked at', () => {
  it('no session: 401, whatever the address, the body and the version', async () => {
    for (const route of guarded()) {
      for (const headers of [{}, { authorization: 'Bearer 0123456789012345678901234567890123456789012' }, stale]) {
        expectStatus(`nobody: ${nameOf(route)}`, await ask('nobody', route, route.path.replace(/\{\w+\}/g, 'abc'), '{"broken', headers as Record<string, string>), [401]);
      }
    }
  });

  it('a role without the permission: 403, whatever the address, the body and the version', async () => {
    for (const route of guarded()) {
      for (const caller of callers.filter((each) => !mayAct(each, route))) {
        expectStatus(`${caller.who}: ${nameOf(route)}`, await ask(caller.who, route, route.path.replace(/\{\w+\}/g, 'abc'), '{"broken'), [403]);
      }
    }
  });

  it('then no version: 428, and only then the body: 400', async () => {
    for (const route of guarded().filter(({ command }) => command)) {
      for (const caller of callers.filter((each) => mayAct(each, route))) {
        const path = nowhere(route.path);
        if (route.needsVersion) expectStatus(`${caller.who}: ${nameOf(route)} without If-Match`, await ask(caller.who, route, path, '{"broken'), [428]);
        expectStatus(`${caller.who}: ${nameOf(route)} with half a body`, await ask(caller.who, route, path, '{"broken', stale), [400]);
        if (addresses[route.path] && api.resolve(api.operations.find((each) => each.method === route.method && each.path === route.path)!.body).required?.length) {
          expectStatus(`${caller.who}: ${nameOf(route)} with an empty body`, await ask(caller.who, route, path, {}, stale), [422]);
        }
      }
    }
  });

  it('no role is worn that is not held', async () => {
    for (const route of guarded()) {
      for (const role of ['coordinator', 'administrator']) expectStatus(`officer.osh as ${role}: ${nameOf(route)}`, await ask('officer.osh', route, nowhere(route.path), {}, { ...stale, 'tamga-role': role }), [403]);
    }
  });
});

describe('a record of the own unit, of a sibling unit, and one that is not there', () => {
  it('is read by those who may see it; to all others it is not there', async () => {
    for (const route of scoped().filter(({ method }) => method === 'GET')) {
      for (const caller of callers.filter((each) => mayAct(each, route))) {
        const absent = essence(await ask(caller.who, route, nowhere(route.path)));
        if (absent.status !== 404) faults.push(`${caller.who}: ${nameOf(route)} of nothing: ${absent.status}`);
        for (const side of ['own', 'sibling'] as const) {
          const what = `${caller.who}: ${nameOf(route)} of ${side}`;
          const reply = await ask(caller.who, route, placeIn(worlds[side], route.path));
          const isSeen = sees(caller, side, addresses[route.path]!.at(-1)!);
          expectStatus(what, reply, [isSeen ? 200 : 404]);
          if (!isSeen && JSON.stringify(essence(reply)) !== JSON.stringify(absent)) faults.push(`${what} can be told from one that is not there: ${reply.text.slice(0, 200)}`);
        }
      }
    }
  });

  it('is changed by those who may see it, once they have read it; to all others it is not there', async () => {
    for (const route of scoped().filter(({ method }) => method !== 'GET')) {
      for (const caller of callers.filter((each) => mayAct(each, route))) {
        for (const side of ['own', 'sibling'] as const) {
          const what = `${caller.who}: ${nameOf(route)} of ${side}`;
          const body = bodyFor(route, worlds[side]);
          const reply = await ask(caller.who, route, placeIn(worlds[side], route.path), body, stale);
          const isSeen = sees(caller, side, addresses[route.path]!.at(-1)!);
          expectStatus(what, reply, isSeen ? [412] : [404]);
          if (isSeen) continue;
          const absent = await ask(caller.who, route, nowhere(route.path), body, stale);
          if (JSON.stringify(essence(reply)) !== JSON.stringify(essence(absent))) faults.push(`${what} can be told from one that is not there: ${reply.text.slice(0, 200)} / ${absent.text.slice(0, 200)}`);
        }
      }
    }
  });

  it('below another’s is not there either', async () => {
    for (const route of scoped().filter(({ path }) => addresses[path]!.length > 1)) {
      const [parent, child] = addresses[route.path]!;
      const caller = callers.find((each) => mayAct(each, route) && sees(each, 'sibling', parent!))!;
      const crossed = await ask(caller.who, route, at(route.path, [worlds.own[parent!], worlds.sibling[child!]]), bodyFor(route, worlds.own), route.needsVersion ? { 'if-match': '*' } : {});
      expectStatus(`${caller.who}: ${nameOf(route)} crossed`, crossed, [404]);
    }
  });

  it('stands in a list where it may be seen, and nowhere else', async () => {
    for (const route of routes.filter(({ method, path }) => method === 'GET' && lists[path])) {
      for (const caller of callers.filter((each) => mayAct(each, route))) {
        const record = lists[route.path]!;
        const reply = await ask(caller.who, route, `${route.path}?limit=200`);
        expectStatus(`${caller.who}: ${nameOf(route)}`, reply, [200]);
        const ids = (reply.body?.items ?? []).map(({ id }: { id: string }) => id);
        for (const side of ['own', 'sibling'] as const) {
          if (ids.includes(worlds[side][record]) !== sees(caller, side, record)) faults.push(`${caller.who}: ${nameOf(route)} ${sees(caller, side, record) ? 'lacks' : 'shows'} that of ${side}`);
        }
      }
    }
  });

  it('is exported to nobody else', async () => {
    for (const [path, record] of Object.entries(lists)) {
      for (const type of ['text/csv', 'application/x-ndjson']) {
        const { text } = await t.as('officer.osh').get(path, { accept: type });
        if (text.includes(worlds.sibling[record])) faults.push(`officer.osh: ${path} as ${type} shows that of sibling`);
      }
    }
  });
});

describe('what is nobody’s in particular', () => {
  it('answers each role that holds the permission', async () => {
    for (const route of guarded().filter(({ method, path }) => method === 'GET' && !path.includes('{') && !addresses[path] && !lists[path])) {
      const query = route.path.startsWith('/reports/') ? '?from=2021-01-01&to=2022-01-01' : '';
      for (const caller of callers.filter((each) => mayAct(each, route))) expectStatus(`${caller.who}: ${nameOf(route)}`, await ask(caller.who, route, `${route.path}${query}`), [200]);
    }
  });

  it('and an id or a code that is not there is 404', async () => {
    for (const route of guarded().filter(({ path }) => path.includes('{') && !addresses[path])) {
      for (const caller of callers.filter((each) => mayAct(each, route))) {
        expectStatus(`${caller.who}: ${nameOf(route)}`, await ask(caller.who, route, nowhere(route.path), bodyFor(route, worlds.own), stale), [404]);
      }
    }
  });
});

describe('a record is not made in another unit', () => {
  const creates: [path: string, body: (world: World) => object][] = [
    ['/cases', () => ({ title: 'Elsewhere', leadUnit: 'CNS-CHUY' })],
    ['/operations', () => ({ kind: 'patrol', name: 'Elsewhere', leadUnit: 'CNS-CHUY' })],
    ['/seizures', () => ({ unit: 'CNS-CHUY', seizedAt: '2021-03-14T05:40:00+06:00', lines: [{ substance: 'heroin' }] })],
  ];
  it.each(creates)('POST %s for a sibling unit', async (path, body) => {
    for (const who of ['officer.osh', 'commander.osh']) expectStatus(`${who}: ${path}`, await t.as(who).post(path, body(worlds.sibling)), [403, 422]);
  });

  const references: [path: string, body: (ids: Pick<World, 'case' | 'operation' | 'seizure' | 'line'>) => object][] = [
    ['/operations', (ids) => ({ kind: 'patrol', name: 'With a case', caseId: ids.case })],
    ['/seizures', (ids) => ({ operationId: ids.operation, seizedAt: '2021-03-14T05:40:00+06:00', lines: [{ substance: 'heroin' }] })],
    ['/seizures', (ids) => ({ caseId: ids.case, seizedAt: '2021-03-14T05:40:00+06:00', lines: [{ substance: 'heroin' }] })],
    ['/exhibits', (ids) => ({ seizureId: ids.seizure, lineId: ids.line, category: 'drug', description: 'powder', collectedAt: '2021-03-14T06:00:00+06:00' })],
    ['/cases', (ids) => ({ title: 'Severed', severedFrom: ids.case })],
  ];
  it.each(references)('POST %s that names a sibling’s record answers as if there were none', async (path, body) => {
    const hidden = await t.as('officer.osh').post(path, body(worlds.sibling));
    const absent = await t.as('officer.osh').post(path, body({ case: newId(), operation: newId(), seizure: newId(), line: newId() }));
    expect(essence(hidden)).toEqual(essence(absent));
    expectStatus(path, hidden, [404, 422]);
  });

  it('and an id that stands on a sibling’s record is taken, and no more is said', async () => {
    for (const [path, id, body] of [['/cases', worlds.sibling.case, { title: 'Mine' }], ['/operations', worlds.sibling.operation, { kind: 'patrol', name: 'Mine' }],
      ['/seizures', worlds.sibling.seizure, { seizedAt: '2021-03-14T05:40:00+06:00', lines: [{ substance: 'heroin' }] }]] as const) {
      const reply = await t.as('officer.osh').post(path, { id, ...body });
      expectStatus(`POST ${path} with a taken id`, reply, [409]);
      if (reply.body?.code !== 'id.taken') faults.push(`POST ${path} with a taken id: ${reply.text}`);
    }
  });
});
