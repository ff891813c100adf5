import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { EmailPlaceholder } from '@portico/api/office';
import classes from './email-template.module.css';
import { usePlaceholderMeaning } from './template-names';

interface PlaceholdersProps {
  placeholders: readonly EmailPlaceholder[];
  onInsert: (text: string) => void;
}

/** What may be filled in, each with what it is today; a click puts it where the cursor is. */
export function Placeholders({ placeholders, onInsert }: PlaceholdersProps) {
  const { t } = useLingui();
  const meaningOf = usePlaceholderMeaning();
  const marked = placeholders.map((placeholder) => ({ ...placeholder, mark: `{${placeholder.name}}` }));
  return (
    <section aria-label={t`Placeholders`}>
      <h3 className={classes.heading}>
        <Trans>Placeholders</Trans>
      </h3>
      <ul className={classes.placeholders}>
        {marked.map(({ name, mark, meaning, sample, required }) => (
          <li key={name}>
            <Button
              size="compact-sm"
              variant="default"
              className={classes.placeholder}
              aria-label={t`Insert ${mark}`}
              onClick={() => onInsert(mark)}
            >
              <bdi dir="ltr">{mark}</bdi>
            </Button>
            <span>
              {meaningOf(name, meaning)}
              {required && (
                <>
                  {' · '}
                  <Trans>must be in the text</Trans>
                </>
              )}
              <small>
                <bdi>{sample}</bdi>
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
