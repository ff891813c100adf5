import { notifications } from '@mantine/notifications';
import { explain } from './problem';

/** Said once in the corner; errors stay until read. */
export function said(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 4000 });
}

export function failed(error: unknown): void {
  notifications.show({ message: explain(error), color: 'red', autoClose: 10_000 });
}
