import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '../shell/icons';

/** What the server refused and no field could show. */
export function FormAlert({ messages }: { messages: readonly string[] }) {
  if (messages.length === 0) {
    return null;
  }
  return (
    <Alert color="red" icon={<IconAlertTriangle />} role="alert" mb="sm">
      {messages.length === 1 ? (
        messages[0]
      ) : (
        <List size="sm">
          {messages.map((message) => (
            <List.Item key={message}>{message}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
