import { Id, Instant, Text, Texts } from '../platform/fields.ts';
import { longestPassword, shortestPassword } from './passwords.ts';

export class OpenSession {
  @Text({ max: 64, example: 'officer.osh' }) username: string;
  @Text({ max: 1024, example: 'the password that npm start prints' }) password: string;
}

export class RefreshSession {
  @Text({ max: 200, example: 'the refresh token of the last answer', description: 'The refresh token of the last answer; each is good once' }) refreshToken: string;
}

export class StepUp {
  @Text({ max: 1024, example: 'the password that npm start prints', description: 'The account’s password again' }) password: string;
}

export class ChangePassword {
  @Text({ max: longestPassword, example: 'the password that npm start prints', description: 'The present password, or the one-time password' }) current: string;
  @Text({ min: shortestPassword, max: longestPassword, example: 'seven quiet mountains at dawn', description: 'Any characters; length is what counts' }) next: string;
}

export class SessionView {
  @Text({ description: 'Send it as `Authorization: Bearer …`' }) accessToken: string;
  @Instant() expiresAt: string;
  @Text() refreshToken: string;
}

export class MeView {
  @Text({ example: 'officer.osh' }) account: string;
  @Text({ optional: true, example: 'OFF-0007' }) officer: string | null;
  @Text({ optional: true, example: 'CNS-OSH' }) unit: string | null;
  @Texts({ example: ['officer'] }) roles: string[];
  @Text({ example: 'confidential' }) clearance: string;
  @Id() person: string;
  @Text({ example: 'en' }) language: string;
}
