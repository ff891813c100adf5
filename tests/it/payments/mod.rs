

mod record;
