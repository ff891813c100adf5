//! The addresses of the contract, to tell a wrong method from a wrong address.

use serde_json::Value;

/// Every path of the contract, with its methods.
pub struct Addresses(Vec<(Vec<String>, Vec<String>)>);

impl Addresses {
    /// Reads them off the contract.
    #[must_use]
    pub fn of(document: &Value) -> Self {
        let paths = document["paths"].as_object().into_iter().flatten();
        let addresses = paths.map(|(path, item)| {
            let methods = item.as_object().into_iter().flatten();
            let methods = methods.map(|(method, _)| method.to_uppercase());
            (
                path.split('/').map(str::to_owned).collect(),
                methods.collect(),
            )
        });
        Self(addresses.collect())
    }

    /// The methods that a path takes, if it is an address at all.
    #[must_use]
    pub fn methods(&self, path: &str) -> Option<Vec<&str>> {
        let parts: Vec<&str> = path.split('/').collect();
        let methods: Vec<&str> = self
            .0
            .iter()
            .filter(|(template, _)| matches(template, &parts))
            .flat_map(|(_, methods)| methods.iter().map(String::as_str))
            .collect();
        (!methods.is_empty()).then_some(methods)
    }
}

fn matches(template: &[String], parts: &[&str]) -> bool {
    template.len() == parts.len()
        && template
            .iter()
            .zip(parts)
            .all(|(name, part)| name.starts_with('{') || name == part)
}
