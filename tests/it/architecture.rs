//! The house's never-rules, read off the source (see `api/docs/architecture.md`).

use std::path::{Path, PathBuf};

struct Source {
    path: String,
    text: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder can be listed") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source can be read");
                let path = path
                    .strip_prefix(root())
                    .expect("below the root")
                    .display()
                    .to_string();
                found.push(Source { path, text });
            }
        }
    }
    assert!(!found.is_empty(), "no sources in {folder}");
    found
}

/// The source without its tests and comments.
fn code(source: &Source) -> String {
    let text = source.text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn slice(path: &str) -> Option<&str> {
    path.strip_prefix("api/src/")?
        .split_once('/')
        .map(|(slice, _)| slice)
}

fn offenders(sources: &[Source], wrong: impl Fn(&Source, &str) -> bool) -> Vec<String> {
    sources
        .iter()
        .filter(|source| wrong(source, &code(source)))
        .map(|source| source.path.clone())
        .collect()
}

#[test]
fn domain_is_pure() {
    let found = offenders(&sources("api/domain/src"), |_, code| {
        [
            "sea_orm",
            "actix",
            "tokio",
            "reqwest",
            "std::fs",
            "std::net",
            "SystemTime",
            "Utc::now",
        ]
        .iter()
        .any(|word| code.contains(word))
    });
    assert!(
        found.is_empty(),
        "domain has no I/O and no clock: {found:?}"
    );
}

#[test]
fn entities_are_columns_and_migrations_know_no_entities() {
    let found = offenders(&sources("entity/src"), |_, code| {
        ["portico_api", "actix", "async fn"]
            .iter()
            .any(|word| code.contains(word))
    });
    assert!(found.is_empty(), "entities have no behaviour: {found:?}");
    let found = offenders(&sources("migration/src"), |_, code| {
        code.contains("entity::") || code.contains("use entity")
    });
    assert!(
        found.is_empty(),
        "a migration must not change with the entities: {found:?}"
    );
}

#[test]
fn only_stores_speak_sql() {
    // Engines keep their own tables; `seed` writes all of them; `auth` and `mail` are engines of sessions and mails.
    let engines = [
        "db",
        "jobs",
        "gateway",
        "mail",
        "auth",
        "audit",
        "http",
        "seed",
        "health",
        "portal_home",
        "home",
    ];
    let found = offenders(&sources("api/src"), |source, code| {
        let Some(slice) = slice(&source.path) else {
            return false;
        };
        let is_store = source.path.ends_with("/store.rs") || source.path.contains("/store/");
        !is_store
            && !engines.contains(&slice)
            && (code
                .replace("Sees<customer::Entity>", "")
                .contains("::Entity")
                || code.contains("::Column::")
                || code.contains("ActiveModel {"))
    });
    assert!(
        found.is_empty(),
        "SQL belongs into the slice's store: {found:?}"
    );
}

#[test]
fn no_slice_reaches_into_anothers_store() {
    let found = offenders(&sources("api/src"), |source, code| {
        let own = slice(&source.path).unwrap_or_default();
        code.match_indices("::store").any(|(at, _)| {
            let before = &code[..at];
            let name = before
                .rsplit(|c: char| !(c.is_alphanumeric() || c == '_'))
                .next()
                .unwrap_or_default();
            !["super", "self", own].contains(&name) && before.ends_with(&format!("crate::{name}"))
        })
    });
    assert!(found.is_empty(), "call the slice's mod.rs: {found:?}");
}

#[test]
fn the_two_audiences_do_not_import_each_other() {
    let found = offenders(&sources("api/src"), |source, code| {
        (source.path.ends_with("/office.rs") && code.contains("portal::"))
            && !code.contains("can::portal")
            || (source.path.ends_with("/office.rs") && code.contains("http::Portal"))
            || (source.path.ends_with("/portal.rs") && code.contains("Staff<"))
    });
    assert!(
        found.is_empty(),
        "office and portal share verbs only: {found:?}"
    );
}

#[test]
fn only_db_holds_a_connection() {
    let found = offenders(&sources("api/src"), |source, code| {
        !source.path.starts_with("api/src/db/")
            && (code.contains("DatabaseConnection")
                || code.contains("DatabaseTransaction")
                || code.contains("TransactionTrait"))
    });
    assert!(
        found.is_empty(),
        "a connection would read past the scope: {found:?}"
    );
}

#[test]
fn money_is_never_a_float_and_nothing_panics() {
    let all: Vec<Source> = ["api/src", "api/domain/src", "entity/src"]
        .iter()
        .flat_map(|folder| sources(folder))
        .collect();
    let found = offenders(&all, |source, code| {
        let tests = source.path.ends_with("tests.rs") || source.path.contains("/tests/");
        !tests
            && ([" f64", " f32", "<f64", ".unwrap()", ".expect(", "panic!("]
                .iter()
                .any(|word| code.contains(word)))
    });
    assert!(
        found.is_empty(),
        "no floats near money, no panics: {found:?}"
    );
}

#[test]
fn files_fit_a_reader() {
    let all: Vec<Source> = [
        "api/src",
        "api/domain/src",
        "api/gateways/src",
        "api/gateways/stripe/src",
        "api/render/src",
        "entity/src",
        "migration/src",
    ]
    .iter()
    .flat_map(|folder| sources(folder))
    .collect();
    // Each with its reason.
    let exceptions = [
        "api/src/seed/demo.rs", // one table of made-up rows after the other
    ];
    let mut lengths: Vec<usize> = all
        .iter()
        .map(|source| source.text.lines().count())
        .collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= 120, "median {median}");
    let long: Vec<_> = all
        .iter()
        .filter(|source| {
            source.text.lines().count() > 400 && !exceptions.contains(&source.path.as_str())
        })
        .map(|source| source.path.as_str())
        .collect();
    assert!(long.is_empty(), "over 400 lines: {long:?}");
}
