//! On what it was measured.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::options::Options;

/// Facts that the numbers depend on.
pub struct Machine {
    pub began: String,
    pub ended: String,
    pub load_before: String,
    pub load_after: String,
    pub cores: usize,
    pub memory_gib: u64,
    pub rustc: String,
    pub binary_bytes: u64,
    pub runs: u32,
    pub seconds: f64,
    pub connections: u32,
}

impl Machine {
    /// Looks around before anything is measured.
    pub fn look(options: &Options) -> Result<Self> {
        let memory = std::fs::read_to_string("/proc/meminfo")?;
        let kib: u64 = memory
            .split_whitespace()
            .nth(1)
            .and_then(|number| number.parse().ok())
            .context("/proc/meminfo")?;
        Ok(Self {
            began: clock()?,
            ended: String::new(),
            load_before: load()?,
            load_after: String::new(),
            cores: std::thread::available_parallelism()?.get(),
            memory_gib: kib.div_ceil(1 << 20),
            rustc: told("rustc", &["--version"])?,
            binary_bytes: std::fs::metadata(&options.server)?.len(),
            runs: options.runs,
            seconds: options.duration().as_secs_f64(),
            connections: options.connections,
        })
    }

    /// And afterwards.
    pub fn finish(&mut self) -> Result<()> {
        self.ended = clock()?;
        self.load_after = load()?;
        Ok(())
    }
}

/// The first line that a command prints.
pub fn told(command: &str, arguments: &[&str]) -> Result<String> {
    let output = Command::new(command)
        .args(arguments)
        .output()
        .with_context(|| command.to_owned())?;
    ensure!(output.status.success(), "{command} failed");
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

fn clock() -> Result<String> {
    told("date", &["-u", "+%F %H:%M UTC"])
}

/// How many processes wanted a core, on average over the last minute.
fn load() -> Result<String> {
    let text = std::fs::read_to_string("/proc/loadavg")?;
    Ok(text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned())
}
