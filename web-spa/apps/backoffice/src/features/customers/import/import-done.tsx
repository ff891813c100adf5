import { Plural, Trans } from '@lingui/react/macro';
import { LinkButton } from '@portico/ui';
import { Empty } from '../../../list/empty';
import { IconCheck } from '../../../shell/icons';

export function ImportDone({ created }: { created: number }) {
  return (
    <div style={{ marginBlockStart: 16 }}>
      <Empty
        icon={<IconCheck />}
        title={<Plural value={created} one="# customer imported" other="# customers imported" />}
        action={
          <LinkButton to="/customers">
            <Trans>Show the customers</Trans>
          </LinkButton>
        }
      />
    </div>
  );
}
