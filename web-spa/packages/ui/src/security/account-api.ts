/** Whether an authenticator app is in use. */
export interface AuthenticatorState {
  enabled: boolean;
  required: boolean;
  recovery_codes_left: number;
}

/** What an authenticator app is set up with. */
interface AuthenticatorSecret {
  secret: string;
  otpauth_url: string;
  qr_svg: string;
}

/** Somewhere this person is signed in. */
export interface DeviceSession {
  id: string;
  address: string | null;
  user_agent: string | null;
  created_at: string;
  last_used_at: string;
  current: boolean;
}

/** One's own account, as the portal and the back office each ask their server for it. */
export interface AccountApi {
  state: () => Promise<AuthenticatorState>;
  begin: (password: string) => Promise<AuthenticatorSecret>;
  /** The recovery codes. */
  confirm: (code: string) => Promise<string[]>;
  renew: (password: string) => Promise<string[]>;
  disable: (password: string, code: string) => Promise<unknown>;
  sessions: () => Promise<DeviceSession[]>;
  endSession: (id: string) => Promise<unknown>;
  endOtherSessions: () => Promise<unknown>;
}

export const AUTHENTICATOR_KEY = ['account', 'authenticator'];
export const SESSIONS_KEY = ['account', 'sessions'];
