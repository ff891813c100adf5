//! Files on disk, by key. A file is written beside its place and then moved there, so that nobody reads
//! half of one.

use std::path::{Component, Path, PathBuf};

use crate::error::{Error, Result};

/// A folder of files.
#[derive(Clone)]
pub struct Storage {
    root: PathBuf,
}

impl Storage {
    /// Files below this folder.
    #[must_use]
    pub fn open(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// A file's bytes, if there is one.
    ///
    /// # Errors
    /// If the disk fails.
    pub async fn get(&self, key: &str) -> Result<Option<Vec<u8>>> {
        match tokio::fs::read(self.path(key)?).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::internal(error)),
        }
    }

    /// Keeps a file, in place of the one of that key.
    ///
    /// # Errors
    /// If the disk fails.
    pub async fn put(&self, key: &str, bytes: &[u8]) -> Result<()> {
        let path = self.path(key)?;
        if let Some(folder) = path.parent() {
            tokio::fs::create_dir_all(folder)
                .await
                .map_err(Error::internal)?;
        }
        let draft = path.with_extension(format!("{}.part", uuid::Uuid::new_v4().simple()));
        tokio::fs::write(&draft, bytes)
            .await
            .map_err(Error::internal)?;
        tokio::fs::rename(&draft, &path)
            .await
            .map_err(Error::internal)
    }

    /// Removes a file; one that is not there is no error.
    ///
    /// # Errors
    /// If the disk fails.
    pub async fn delete(&self, key: &str) -> Result<()> {
        match tokio::fs::remove_file(self.path(key)?).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(Error::internal(error))
            }
            _ => Ok(()),
        }
    }

    /// Keys are ours, made of ids; still none may lead out of the folder.
    fn path(&self, key: &str) -> Result<PathBuf> {
        let key = Path::new(key);
        if key
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
        {
            Ok(self.root.join(key))
        } else {
            Err(Error::internal(anyhow::anyhow!(
                "not a storage key: {}",
                key.display()
            )))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn files_are_kept_and_keys_stay_inside() {
        let root =
            std::env::temp_dir().join(format!("portico-storage-{}", uuid::Uuid::new_v4().simple()));
        let storage = Storage::open(&root);
        assert_eq!(storage.get("a/b.txt").await.unwrap(), None);
        storage.put("a/b.txt", b"one").await.unwrap();
        storage.put("a/b.txt", b"two").await.unwrap();
        assert_eq!(
            storage.get("a/b.txt").await.unwrap().as_deref(),
            Some(b"two".as_slice())
        );
        for key in ["../x", "/etc/passwd", "a/../../x"] {
            assert!(storage.get(key).await.is_err(), "{key}");
        }
        storage.delete("a/b.txt").await.unwrap();
        assert_eq!(storage.get("a/b.txt").await.unwrap(), None);
        std::fs::remove_dir_all(root).unwrap();
    }
}
