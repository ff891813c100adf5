export { type AccountApi, type DeviceSession, SESSIONS_KEY } from './account-api';
export { Authenticator } from './authenticator';
export { AuthenticatorSetUp } from './authenticator-set-up';
export { Devices } from './devices';
