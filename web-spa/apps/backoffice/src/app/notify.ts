import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import { explain } from './problem';

/** Said once in the corner; errors stay until read. */
export function said(message: string): void {
  show(message, 'teal', 4000);
}

export function failed(error: unknown): void {
  show(explain(error), 'red', 10_000);
}

function show(message: string, color: string, autoClose: number): void {
  notifications.show({ message, color, autoClose, closeButtonProps: { 'aria-label': t`Close` } });
}
