//! The roles' permissions as a matrix, so that a change of the table is seen by whoever reviews it.

use std::fmt::Write as _;

use portico_domain::permission::{Permission, Role};

#[test]
fn the_matrix_is_as_checked_in() {
    let expected = include_str!("permissions.txt");
    let found = matrix();
    assert!(
        found == expected,
        "the permissions have changed; if that is meant, api/domain/tests/permissions.txt becomes:\n\n{found}"
    );
}

fn matrix() -> String {
    let mut text = format!("{:<22}", "");
    for role in Role::ALL {
        write!(text, " {role}").unwrap();
    }
    text.push('\n');
    for permission in Permission::ALL {
        let mut line = format!("{permission:<22}");
        for role in Role::ALL {
            let mark = if role.may(*permission) { "yes" } else { "-" };
            write!(line, " {mark:<width$}", width = role.as_str().len()).unwrap();
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
