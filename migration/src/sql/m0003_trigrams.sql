-- Search for a part of a text by index. A database whose owner may not have the extension searches row by row.
do $$
begin
  create extension if not exists pg_trgm;
  create index invoice_search on invoice using gin (search gin_trgm_ops);
  create index customer_search on customer using gin (search gin_trgm_ops);
exception when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
  raise notice 'search without pg_trgm: %', sqlerrm;
end
$$;
