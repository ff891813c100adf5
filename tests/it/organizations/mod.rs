mod logo;
mod rename_portal;
mod update;
