import { Controller, Get, Module } from '@nestjs/common';
import { permissionTable, permissions } from '../../src/access/permissions.ts';
import { AppModule } from '../../src/app.module.ts';
import { BodyPipe, RawBody } from '../../src/platform/body.pipe.ts';
import { type DomainError } from '../../src/platform/errors.ts';
import { setUp } from '../../src/setup.ts';
import { Api, routesOf, type Route } from '../support/routes.ts';
import { tamga, type Tamga } from '../support/tamga.ts';
import { expectGolden, expectNone } from './golden.ts';
import { sources } from './sources.ts';

let t: Tamga;
let api: Api;
let routes: Route[];
beforeAll(async () => {
  t = await tamga();
  api = new Api(t.app);
  routes = routesOf(t.app);
}, 60_000);
afterAll(() => t.stop());

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

@Controller()
class SilentController {
  @Get('silent') say(): string {
    return 'to anybody';
  }
}
@Module({ controllers: [SilentController] })
class SilentModule {}

describe('every route', () => {
  it('bears @Allow with a permission of the table', () => {
    const silent = routes.filter(({ permission }) => permission === undefined || (permission !== 'public' && !Object.hasOwn(permissions, permission)));
    expectNone(silent.map((route) => `${nameOf(route)} (${route.handler})`), `Add @Allow('…') with a permission of access/permissions.ts:`);
    expect(routes.length).toBeGreaterThan(40);
  });

  it('or the application does not start', async () => {
    const whole = AppModule.with.bind(AppModule);
    const patched = jest.spyOn(AppModule, 'with').mockImplementation((settings) => {
      const made = whole(settings);
      return { ...made, imports: [...made.imports!, SilentModule] };
    });
    try {
      await expect(setUp(t.settings)).rejects.toThrow('routes without @Allow: SilentController.say');
    } finally {
      patched.mockRestore();
    }
  });

  it('is open to everybody only for sessions, health and metrics', () => {
    const open = routes.filter(({ permission }) => permission === 'public').map(nameOf).sort();
    expect(open).toEqual(['GET /health/live', 'GET /health/ready', 'GET /metrics', 'POST /sessions', 'POST /sessions/refresh']);
  });

  it('that changes a record asks for its version', () => {
    const blind = routes.filter(({ method, path, needsVersion }) => (method === 'PATCH' || method === 'PUT' || method === 'POST' && /\/(transitions|void|submission|decision|amendments)$/.test(path)) && !needsVersion);
    expectNone(blind.map(nameOf), 'Add @NeedsVersion() and @Version(): without it one writer silently undoes another:');
  });

  it('that reads asks for a permission to read, and a write for one that no auditor holds', () => {
    const wrong = routes.filter(({ method, permission }) => permission !== 'public' && permission !== 'sessions.own' && permission !== undefined
      && (method === 'GET') !== permission.endsWith('.read'));
    expectNone(wrong.map((route) => `${nameOf(route)}: ${route.permission}`), 'GET goes with ….read, everything else with another permission:');
    const writers = Object.entries(permissions).filter(([name, holders]) => name !== 'sessions.own' && !name.endsWith('.read') && (holders as readonly string[]).some((role) => role === 'auditor' || role === 'prosecutor'));
    expectNone(writers.map(([name]) => name), 'An auditor and a prosecutor write no domain record:');
  });

  it('uses a permission, and every permission is used', () => {
    const used = new Set(routes.map(({ permission }) => permission));
    const asked = sources().filter(({ path }) => path !== 'src/access/permissions.ts').map(({ text }) => text).join('\n');
    const idle = Object.keys(permissions).filter((name) => !used.has(name as never) && !asked.includes(`permissions['${name}']`));
    expectNone(idle, 'No route needs these permissions: take them out of the table, or build the route:');
  });
});

it('who may do what, for a commander to read', () => expectGolden('test/architecture/permissions.golden.txt', `${permissionTable()}\n`));

describe('the OpenAPI document', () => {
  it('is what was reviewed', () => expectGolden('test/architecture/openapi.golden.json', `${JSON.stringify(api.document, null, 1)}\n`));

  it('has every route but health', () => {
    expect(api.operations.map(nameOf).sort()).toEqual(routes.map(nameOf).filter((name) => !/ \/(health|metrics)/.test(name)).sort());
  });

  it('says of each operation what it does, under which heading, and what it answers', () => {
    expectNone(api.operations.filter(({ summary, tags }) => !summary || !tags?.length).map(nameOf), 'Add @ApiOperation({ summary }) and @ApiTags:');
    const unanswered = api.operations.filter(({ responses }) => !Object.entries(responses).some(([status, { content }]) =>
      status === '204' || (status.startsWith('2') && Object.values(content ?? {}).some(({ schema }) => schema && (schema.$ref || schema.type || schema.allOf)))));
    expectNone(unanswered.map(nameOf), 'Add @Makes, @Shows, @ListOf or @ApiOkResponse({ type }):');
  });

  it('says what its refusals are', () => {
    const quiet = api.operations.filter((operation) => routes.find((route) => nameOf(route) === nameOf(operation))?.permission !== 'public' && !('401' in operation.responses && '403' in operation.responses));
    expectNone(quiet.map(nameOf), '@Allow documents 401 and 403:');
  });

  it('has a body for every command, with examples that are accepted', async () => {
    const faults: string[] = [];
    for (const route of routes.filter(({ command }) => command)) {
      const operation = api.operations.find((each) => nameOf(each) === nameOf(route));
      const example = api.exampleOf(operation?.body);
      const bytes = Buffer.from(JSON.stringify(example ?? {}));
      await new BodyPipe().transform(new RawBody(bytes, 'application/json', {} as never), { type: 'body', metatype: route.command }).catch((error: DomainError) => {
        faults.push(...(error.faults ?? []).map(({ pointer, detail }) => `${nameOf(route)} ${pointer}: ${detail}`), ...(error.faults?.length ? [] : [`${nameOf(route)}: ${error.message}`]));
      });
    }
    expectNone(faults, 'The examples of these fields are refused (or missing): give each required field an example that works:');
  });
});
