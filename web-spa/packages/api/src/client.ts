export { idempotent, ifMatch, newIdempotencyKey, versionOf } from './headers';
export { ApiProblem, type FieldProblem, isProblem } from './problem';
export { queryDefaults } from './query-defaults';
export type { SessionStore, SignOutReason, Tokens } from './session';
