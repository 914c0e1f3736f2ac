import { constraintMeans, define } from '../platform/errors.ts';

export const usernameTaken = define('accounts.username-taken', 'conflict', 'This user name is taken', '/username');
export const ownAccount = define('accounts.own', 'forbidden', 'You do not keep your own account: another administrator does');
export const administratorReset = define('accounts.administrator-reset', 'refused',
  'An administrator’s password is not another administrator’s to set: whoever keeps the database runs `npm run administrators -- --recover`', '/resetPassword');
export const personOrName = define('accounts.person-or-name', 'invalid', 'Give either personId, where the person is known already, or their name', '/personId');

export const weakPassword = define('passwords.weak', 'invalid', 'The password is too easy to guess', '/next');
export const samePassword = define('passwords.same', 'invalid', 'The new password is the present one', '/next');

export const ownRole = define('role-grants.own', 'forbidden', 'Nobody gives or confirms a role of their own: another administrator does');
export const samePerson = define('role-grants.same-person', 'forbidden', 'Who proposed a role does not confirm it: a second administrator does');
export const roleHeld = define('role-grants.exists', 'conflict', 'The account holds this role, or it is proposed already', '/role');

constraintMeans('accounts_username_taken', usernameTaken);
constraintMeans('accounts_not_ones_own', ownAccount);
constraintMeans('accounts_no_administrator_reset', administratorReset);
constraintMeans('role_grants_not_to_oneself', ownRole);
constraintMeans('role_grants_two_persons', samePerson);
constraintMeans('role_grants_once', roleHeld);
