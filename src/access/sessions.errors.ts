import { define } from '../platform/errors.ts';

export const wrongCredentials = define('session.wrong-credentials', 'unauthenticated', 'The user name or the password is wrong');
export const lockedAccount = define('session.locked', 'forbidden', 'The account is locked after five failures; an administrator releases it');
export const refreshRefused = define('session.refresh-refused', 'unauthenticated', 'The refresh token is not valid any more');
export const stepUpRequired = define('session.step-up-required', 'forbidden', 'Repeat your password first: POST /sessions/current/step-up');
export const expiredPassword = define('session.password-expired', 'forbidden', 'The one-time password is older than 72 hours; an administrator gives another');
export const passwordChangeRequired = define('session.password-change-required', 'forbidden', 'Change the one-time password first: POST /me/password');
